"""The clauses of a comment, each with its subject: enough of them to say one back."""

import re
from itertools import pairwise, takewhile

from models.guided.phrases import lowered, noun_phrases
from models.guided.tagging import Word, nouns, word_set

_TIME = word_set("time")
_EMPTY = word_set("empty")
_DONE_TO = frozenset(  # by us, where nobody else is named
    """charged overcharged billed told promised quoted ignored refused blocked banned fobbed scammed
    given""".split()
)
_OBJECTS = frozenset(
    "me us you him her them it my your his their our the a an everyone people".split()
)
_PAST = re.compile(
    r"(?i)^(?:\w{2,}ed|bought|got|paid|sent|went|came|took|had|made|spent|stood|sat|found|lost|"
    r"drove|rang|told|kept|gave|tried|saw|asked|heard|read|wore|ate|drank|brought)$"
)
_BEFELL = frozenset(
    "charged billed overcharged quoted promised".split()
)  # done to them, not by them
_CAME = re.compile(  # what came, where nobody is named
    r"(?:came|went|got|turned)(?: (?:back|out|up|off|apart|through))? "
    r"(?!to|in|into|here|home|with|for|on|by|from|at|down|over|round|along|again|all|there|back|out|"
    r"up|off|my|our|the|a|an|this|your|it|me|one|two|some|another|\d)\w+"
)
_JUST_SAYING = re.compile(
    r"(?:i |we )?(?:just )?(?:wanted|want|would like|'d like|have) to (?:say|mention|tell you)"
    r"(?: that)? "
)
_QUOTES = frozenset("'\"“”‘’«»")
_SUBJECTS = frozenset(
    "i we you it they he she nobody this that everything nothing someone no-one".split()
)
MOST_WORDS = 17


_JOINING = frozenset("but because so though which if when while".split())
_KEPT = frozenset("but because so when while".split())  # said again between two clauses

Clause = tuple[str, list[Word]]  # the word that joins it to the one before, and its words


def clauses(words: list[Word]) -> list[Clause]:
    """Give the clauses of a sentence that have a subject, or surely lack one of theirs."""
    parts: list[Clause] = [("", [])]
    for at, word in enumerate(words):
        if word.kind == "stop" and word.text not in "'’-":
            parts.append(("", []))
        elif word.lower in _JOINING or (word.lower == "and" and starts_clause(words[at + 1 :])):
            parts.append((word.lower, []))
        else:
            parts[-1][1].append(word)
    found: list[Clause] = []
    of_others = False  # then a verb alone is not surely theirs: "the waiter forgot it, brought …"
    for by, part in parts:
        clause = _with_subject(part)
        if clause is None:
            continue
        supplied = clause[0].lower in ("i", "you") and not _says(clause[0].lower, part)
        if not (supplied and of_others):
            found.append((by, clause))
        of_others |= not supplied and clause[0].lower not in ("i", "we")
    return found or _inner(words)


def _says(word: str, words: list[Word]) -> bool:
    return any(other.lower == word for other in words)


def _inner(words: list[Word]) -> list[Clause]:
    """Give the clause that follows words of no clause: "since the change | our dog sleeps"."""
    for at in range(2, len(words) - 2):
        opens = words[at].kind == "possessive" or words[at].lower in ("i", "we", "you")
        before = words[at - 1].kind in ("noun", "number", "adverb") or words[at - 1].text == ","
        if opens and before and starts_clause(words[at:]):
            rest = list(takewhile(lambda word: word.kind != "stop", words[at:]))
            return [("", rest)] if len(rest) <= MOST_WORDS else []
    return []


def with_pairs(found: list[Clause]) -> list[list[Word]]:
    """Give clauses, and each two that follow one another as one where that stays short."""
    pairs = [
        [*first, Word(by if by in _KEPT else "and", "conjunction"), *second]
        for (_, first), (by, second) in pairwise(found)
        if len(first) + len(second) < MOST_WORDS
    ]
    return [clause for _, clause in found] + pairs


def _with_subject(words: list[Word]) -> list[Word] | None:
    while words and (
        words[0].kind in ("conjunction", "other", "adverb", "preposition")
        or words[0].lower in ("and", "well")
    ):
        words = words[1:]
    said = _JUST_SAYING.match(" ".join(word.lower for word in words))
    words = words[len(said.group().split()) :] if said else words
    while words and words[-1].kind in ("conjunction", "other", "question", "to"):
        words = words[:-1]
    if any(word.text in _QUOTES and not _owns(words, at) for at, word in enumerate(words)):
        return None
    if len(words) < 3 or len(words) > MOST_WORDS:
        return None
    if words[0].lower in _BEFELL and words[1].kind in ("preposition", "to", "adverb", "number"):
        return [Word("I", "pronoun"), Word("was", "verb"), Word(words[0].lower, "verb"), *words[1:]]
    if _CAME.match(" ".join(word.lower for word in words[:3])):
        return None  # "came back cold" may be said of what was sent
    if _PAST.match(words[0].text) and words[1].kind != "verb":
        wrong = words[0].lower in ("sent", "gave", "delivered") and "wrong" in {
            word.lower for word in words
        }
        if words[0].lower in _DONE_TO and words[1].lower not in _OBJECTS:
            was = Word("was", "verb")  # "charged in April"
            return [Word("I", "pronoun"), was, Word(words[0].lower, "verb"), *words[1:]]
        they = words[1].lower in ("me", "us") or wrong  # "charged me twice": that was us
        return [Word("you" if they else "I", "pronoun"), Word(words[0].lower, "verb"), *words[1:]]
    if starts_clause(words):
        return lowered(words)
    return _with_the(words)


def _owns(words: list[Word], at: int) -> bool:
    """Say whether a mark is the one of "two weeks' notice"."""
    before, after = words[:at][-1:], words[at + 1 :][:1]
    return bool(
        before
        and before[0].lower.endswith("s")
        and after
        and after[0].kind in ("noun", "adjective")
    )


def _with_the(words: list[Word]) -> list[Word] | None:
    """Give a clause whose subject lacks its article with one: "room smelled of smoke"."""
    first = words[0]
    known = first.kind == "noun" and first.lower in nouns()
    if not known or first.lower in _EMPTY | _TIME or first.lower.endswith("ing"):
        return None
    clause = [Word("the", "determiner"), Word(first.lower, "noun"), *words[1:]]
    verb = words[1]
    says = verb.kind in ("verb", "modal") and not verb.lower.endswith("ing")
    return clause if says and starts_clause(clause) else None


def starts_clause(words: list[Word]) -> bool:
    """Say whether words begin with a subject and its verb."""
    if not words:
        return False
    after = 1
    names_it = words[0].kind == "determiner" and words[1:2] and words[1].kind != "verb"
    if words[0].lower not in _SUBJECTS or names_it:
        if words[0].kind not in ("possessive", "determiner"):
            return False
        spans = noun_phrases(words)
        if not spans or spans[0][0] != 0:
            return False
        after = spans[0][1]
        if len(spans) > 1 and spans[1][0] == after + 1 and words[after].kind == "preposition":
            after = spans[1][1]  # "the barista at Mill Lane"
    while after < len(words) and words[after].kind in ("adverb", "number"):
        after += 1  # "chapter 3 made me cry"
    return after < len(words) and (
        words[after].kind in ("verb", "modal") or bool(_PAST.match(words[after].text))
    )
