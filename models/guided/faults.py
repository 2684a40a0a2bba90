"""What went wrong, in the commenter's own clauses: "your parcel came crushed"."""

import re
from itertools import pairwise

from models.guided.person import joined, to_them
from models.guided.phrases import Phrase, lowered, noun_phrases, swears
from models.guided.rarity import rarity
from models.guided.tagging import Word, lexicon, sentences, word_set

_TIME = word_set("time")
_EMPTY = word_set("empty")
_TROUBLE = word_set("trouble")
_PAST = re.compile(
    r"(?i)^(?:\w{2,}ed|bought|got|paid|sent|went|came|took|had|made|spent|stood|sat|found|lost|"
    r"drove|rang|told|kept|gave|tried|saw|asked|heard|read|wore|ate|drank|brought)$"
)
_OPINION = re.compile(
    r"(?i)^(?:you|we)(?:'re|'ve| are| do| did| can| could| would| will|'ll|'d)?"
    r"(?: ?n't| not| just| really| even| only)* "
    r"(?:want|think|know|need|looking|hope|care|mind|say|saying|like|love|hate|feel|guess|mean|"
    r"expect|suppose|believe|get it|blame|sure|going|happy|asking|trying)"
)
_REPORTED = re.compile(
    r"(?i)\b(?:says?|said|thinks?|tells?|told|asks?|asked|knows?|guess|fault|ok|okay|fine|joking|"
    r"shouting|angry|alone|anymore|surprised|my|i)\b|"
    r"^(?:we|this|that|there|he|she|you and)\b|^.{0,12}$"
)
_THEIR_OWN = re.compile(
    r"(?i)^(?:you|your (?:\w+ ){0,2}?(?:husband|wife|partner|mum|mom|dad|mother|father|son|"
    r"daughter|kids?|boy|girl|child|children|brother|sister|nan|gran|grandma|grandad|uncle|aunt|"
    r"friends?|"
    r"neighbou?rs?|boss|manager|doctor|vet|cat|dog|ex|family|colleagues?|tenants?|customers?))\b"
)
_SUFFERED = re.compile(  # "you were charged twice", "you can't log in", "your mum never got it"
    r"(?i)^(?:you|your \w+(?: \w+)?)(?:'ve| have| had|'re| are| were| was| still| been| just)*"
    r"(?: ?n't| not| never)?(?: (?:been|got|getting|being))* "
    r"(?:charged|overcharged|billed|sent|given|ignored|cut off|locked out|stuck|left|waiting|"
    r"waited|queued|without|missed|refused|turned away|"
    r"(?:ca|could|wo|did) ?n't \w+|cannot \w+|can't \w+|"
    r"never (?:got|received|heard|came|arrived)|got the wrong|heard nothing|received nothing)"
)
_QUOTES = frozenset("'\"“”‘’«»")
_SUBJECTS = frozenset(
    "i we you it they he she nobody this that everything nothing someone no-one".split()
)
MOST_WORDS_OF_A_PROBLEM = 14


def problems(comment: str, most: int = 3) -> list[Phrase]:
    """Give clauses that say what went wrong, such as "your parcel came crushed", worst first."""
    found: dict[str, float] = {}
    for words in sentences(comment):
        if words[-1].text == "?" or words[0].kind == "question":
            continue
        for clause in _with_pairs(_clauses(words)):
            text = joined(to_them(clause))
            trouble = sum(word.lower in _TROUBLE for word in clause)
            if trouble and not swears(text) and _is_a_fault(text):
                vague = clause[0].lower in ("it", "this", "that", "they", "he", "she")
                rare = sum(rarity(word.lower) for word in clause) / len(clause)
                found[text] = min(trouble, 3) + rare - vague
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return [Phrase(text, worth) for text, worth in ranked][:most]


def _is_a_fault(said: str) -> bool:
    """Say whether a clause tells of what happened to them, not of what they did or think."""
    if _OPINION.match(said) or _REPORTED.search(said):
        return False
    return not _THEIR_OWN.match(said) or bool(_SUFFERED.match(said))


def is_at_fault(thing: str, comment: str) -> bool:
    """Say whether something bad is said of a thing: "the torn cushion", "the lid leaks"."""
    spoken = [word for word in thing.split() if word not in ("the", "your", "our")]
    if _TROUBLE & set(spoken):
        return True
    head = spoken[-1].lower()
    for words in sentences(comment):
        lowers = [word.lower for word in words]
        for at, lower in enumerate(lowers):
            if lower != head:
                continue
            near = lowers[max(0, at - 2) : at] + lowers[at + 1 : at + 5]
            if "stop" not in [word.kind for word in words[at + 1 : at + 2]] and _TROUBLE & set(
                near
            ):
                return True
    return False


def _clauses(words: list[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        joins = word.kind == "stop" and word.text not in "'’-"
        joins = joins or word.lower in (
            "but",
            "because",
            "so",
            "though",
            "which",
            "if",
            "when",
            "while",
        )
        if word.lower in ("and", "so") and at + 1 < len(words) and _starts_clause(words[at + 1 :]):
            joins = True
        if joins:
            parts.append([])
        else:
            parts[-1].append(word)
    return [clause for part in parts if (clause := _with_subject(part))]


def _with_pairs(clauses: list[list[Word]]) -> list[list[Word]]:
    """Give clauses, and each two that follow one another joined by "and" where that stays short."""
    pairs = [
        [*first, Word("and", "conjunction"), *second]
        for first, second in pairwise(clauses)
        if len(first) + len(second) < MOST_WORDS_OF_A_PROBLEM
    ]
    return clauses + pairs


def _with_subject(words: list[Word]) -> list[Word] | None:
    while words and (
        words[0].kind in ("conjunction", "other", "adverb", "preposition")
        or words[0].lower in ("and", "well")
    ):
        words = words[1:]
    while words and words[-1].kind in ("conjunction", "other", "question", "to"):
        words = words[:-1]
    if any(word.text in _QUOTES for word in words):
        return None
    if len(words) < 3 or len(words) > MOST_WORDS_OF_A_PROBLEM:
        return None
    if _PAST.match(words[0].text) and words[1].kind != "verb":
        return [Word("I", "pronoun"), Word(words[0].lower, "verb"), *words[1:]]
    if _starts_clause(words):
        return lowered(words)
    return _with_the(words)


def _with_the(words: list[Word]) -> list[Word] | None:
    """Give a clause whose subject lacks its article with one: "room smelled of smoke"."""
    first = words[0]
    known = first.kind == "noun" and lexicon().get(first.lower) == "noun"
    if not known or first.lower in _EMPTY | _TIME or first.lower.endswith("ing"):
        return None
    clause = [Word("the", "determiner"), Word(first.lower, "noun"), *words[1:]]
    verb = words[1]
    says = verb.kind in ("verb", "modal") and not verb.lower.endswith("ing")
    return clause if says and _starts_clause(clause) else None


def _starts_clause(words: list[Word]) -> bool:
    if not words:
        return False
    after = 1
    if words[0].lower not in _SUBJECTS:
        spans = noun_phrases(words)
        if not spans or spans[0][0] != 0 or words[0].kind not in ("possessive", "determiner"):
            return False
        after = spans[0][1]
    while after < len(words) and words[after].kind == "adverb":
        after += 1
    return after < len(words) and words[after].kind in ("verb", "modal")
