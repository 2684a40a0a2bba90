"""Phrases of a comment that a reply can name: things, problems, ideas, details, quotes."""

import re
from dataclasses import dataclass
from itertools import pairwise

from models.guided.person import joined, to_them
from models.guided.ranker import chance
from models.guided.rarity import rarity
from models.guided.tagging import Word, lexicon, sentences, tidy, word_set

_TIME = word_set("time")
_EMPTY = word_set("empty")  # says nothing when named
_TROUBLE = word_set("trouble")
# Words before a noun that make it nobody's in particular.
_VAGUE = frozenset("his her their its all some any every each what such".split())
_SWEARS = re.compile(
    r"(?i)\b(?:f+u+c+k|shit|crap|bastard|wank|bollock|arse|ass(?:hole)?\b|bitch|cunt|dick|piss|damn|"
    r"idiot|moron|scum|retard|kill|die\b|hell\b)"
)
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
    r"daughter|kids?|boy|girl|child|children|brother|sister|nan|gran|grandma|grandad|uncle|aunt|friends?|"
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
_WISHES = re.compile(
    r"(?i)^(?:add|adding|bring|bringing|make|making|do|doing|offer|sell|selling|have|having|try|get|"
    r"put|want|need|like|love|see|with|about|for)$"
)
_TITLES = frozenset("Mr Mrs Ms Miss Dr Prof Sir Nurse Captain Father Sister Rev".split())
_QUOTES = frozenset("'\"“”‘’«»")
_JOINING = {"of", "about", "from", "on", "in", "with", "for", "at"}
_SUBJECTS = frozenset(
    "i we you it they he she nobody this that everything nothing someone no-one".split()
)
MOST_WORDS_OF_A_THING = 6
WORTH_NAMING = 0.2
MOST_WORDS_OF_A_PROBLEM = 14


@dataclass(frozen=True)
class Phrase:
    """A phrase as said to the commenter, and how much it is worth naming."""

    text: str
    worth: float


@dataclass(frozen=True)
class Candidate:
    """A noun phrase as said to the commenter, its head as written, and its features."""

    text: str
    head: str
    features: dict[str, float]


def things(comment: str, post: str = "", most: int = 4) -> list[Phrase]:
    """Give noun phrases of a comment, such as "your parcel" or "the left earbud", best first."""
    ranked: dict[str, float] = {}
    for candidate in candidate_things(comment, post):
        worth = chance("thing", candidate.features)
        ranked[candidate.text] = max(worth, ranked.get(candidate.text, 0.0))
    best = sorted(ranked.items(), key=lambda item: -item[1])
    return [Phrase(text, worth) for text, worth in best if worth > WORTH_NAMING][:most]


def candidate_things(comment: str, post: str = "") -> list[Candidate]:
    """Give all noun phrases that could be named, with features for the fitted judgement."""
    tagged = sentences(comment)
    shown = post.lower()
    found = []
    for number, words in enumerate(tagged):
        for start, end in _noun_phrases(words):
            if not _is_sayable(words, start, end, shown):
                continue
            for extended, phrase in enumerate(
                (_as_thing(words[start:end], start == 0), _with_more(words, start, end))
            ):
                if not phrase:
                    continue
                head = phrase[-1]
                features = _features(phrase, head, number, len(tagged)) | {
                    "extended": float(extended),
                    "subject": float(start == 0),
                    "after_verb": float(start > 0 and words[start - 1].kind == "verb"),
                    "after_preposition": float(
                        start > 0 and words[start - 1].kind == "preposition"
                    ),
                    "bare": float(words[start].kind not in ("determiner", "possessive")),
                    "in_post": float(head.lower[:6] in shown),
                    "asked": float(words[-1].text == "?"),
                }
                found.append(Candidate(joined(phrase), head.text, features))
    return found


def _features(phrase: list[Word], head: Word, number: int, count: int) -> dict[str, float]:
    content = [word for word in phrase if word.kind in ("noun", "adjective", "number")]
    rare = [rarity(word.lower) for word in content]
    return {
        f"head={head.lower[:6]}": 1.0,
        "rarity": sum(rare) / max(1, len(rare)),
        "head_rarity": rarity(head.lower),
        "yours": float(phrase[0].lower == "your"),
        "ours": float(phrase[0].lower == "our"),
        "words": float(len(phrase)),
        "only_sentence": float(count == 1),
        "first_sentence": float(number == 0),
        "last_sentence": float(number == count - 1),
        "name": float(head.text[:1].isupper()),
        "number_in": float(any(word.kind == "number" for word in phrase)),
        "adjective_in": float(any(word.kind == "adjective" for word in phrase)),
        "plural": float(head.lower.endswith("s")),
        "unknown_word": float(head.lower not in lexicon()),
        "gerund": float(head.lower.endswith("ing")),
    }


def problems(comment: str, most: int = 3) -> list[Phrase]:
    """Give clauses that say what went wrong, such as "your parcel came crushed", worst first."""
    found: dict[str, float] = {}
    for words in sentences(comment):
        if words[-1].text == "?" or words[0].kind == "question":
            continue
        for clause in _with_pairs(_clauses(words)):
            text = joined(to_them(clause))
            trouble = sum(word.lower in _TROUBLE for word in clause)
            if trouble and not _SWEARS.search(text) and _is_a_fault(text):
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


def ideas(comment: str, most: int = 3) -> list[Phrase]:
    """Give what a comment asks for, such as "a smaller bottle", best first."""
    found: list[Phrase] = []
    for words in sentences(comment):
        for start, end in _noun_phrases(words):
            before = words[start - 1] if start else None
            phrase = words[start:end]
            if before and _WISHES.match(before.text) and phrase[-1].lower not in _EMPTY | _TIME:
                said = to_them(phrase)
                found.append(Phrase(joined(_lowered(said)), _worth(said)))
    ranked = sorted(found, key=lambda phrase: -phrase.worth)[:most]
    return [phrase for phrase in ranked if len(phrase.text.split()) > 1]


def quotes(comment: str, most: int = 2) -> list[Phrase]:
    """Give one to four words of a comment that can stand in quotation marks, the rarest first."""
    quoted = [match.strip(" .,!?") for match in re.findall(r'["“]([^"“”]{3,40})["”]', comment)]
    found = [Phrase(text, 2.0) for text in quoted if 1 <= len(text.split()) <= 4]
    for words in sentences(comment):
        for start, end in _noun_phrases(words):
            chunk = words[start:end]
            if len(chunk) > 1 and chunk[0].kind in ("determiner", "possessive"):
                chunk = chunk[1:]
            text = joined(chunk)
            if (
                2 <= len(chunk) <= 4
                and chunk[-1].lower not in _TIME
                and not _SWEARS.search(text)
                and text in comment
            ):
                found.append(Phrase(text, sum(rarity(w.lower) for w in chunk) / len(chunk)))
    return sorted(found, key=lambda phrase: -phrase.worth)[:most]


def first_name(author: str) -> str:
    """Give the first name in a shown name, or "" where it is a handle and not a name."""
    match = re.match(
        r"^([A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:[-'][A-ZÀ-Þ]?[a-zà-ÿ]+)?)(?:\s+(?:[A-ZÀ-Þ]|von|van|de|da|al)[\w.'’-]*){0,3}$",
        author.strip(),
    )
    titled = match is not None and match.group(1) in _TITLES
    return match.group(1) if match and not titled and len(author.split()) > 1 else ""


def is_readable(comment: str) -> bool:
    """Say whether anything of a comment can be put into words of ours."""
    return bool(re.search(r"[A-Za-z]{3,}", tidy(comment)))


def _noun_phrases(words: list[Word]) -> list[tuple[int, int]]:
    spans = []
    at = 0
    while at < len(words):
        start = at
        if words[at].kind in ("determiner", "possessive"):
            at += 1
        inner = at
        while at < len(words) and words[at].kind in ("adjective", "number", "noun"):
            at += 1
        while at > inner and words[at - 1].kind != "noun":
            at -= 1
        if at > inner:
            spans.append((start, at))
        else:
            at = max(at, start) + 1
    return spans


def _as_thing(words: list[Word], opens: bool = False) -> list[Word] | None:
    first, head = words[0], words[-1]
    if (
        head.lower in _EMPTY | _TIME
        or len(head.text) < 3
        or len(words) > 5
        or _SWEARS.search(joined(words))
    ):
        return None
    if any(word.lower in _TIME for word in words[:-1]) and words[0].kind != "determiner":
        return None
    if first.lower in _VAGUE:
        return None
    if first.kind == "possessive":
        return _lowered(to_them(words))
    rest = words[1:] if first.kind == "determiner" else words
    if first.kind != "determiner" and _is_name(rest[0], opens):
        return rest
    return [Word("the", "determiner"), *_lowered(rest)] if rest else None


def _is_sayable(words: list[Word], start: int, end: int, shown: str) -> bool:
    """Say whether a noun phrase can be named: counts, odd bare nouns and strangers' names cannot.

    `shown`: the post's text in lower case; a name that stands in it is no stranger's.
    """
    first, head = words[start], words[end - 1]
    if first.kind == "possessive":
        return True
    if any(word.kind == "number" for word in words[start:end]):
        return False
    if any(_is_name(word, start == 0) and word.lower not in shown for word in words[start:end]):
        return False
    if first.kind == "determiner":
        return first.lower not in ("a", "an") or _TROUBLE & {word.lower for word in words} != set()
    if start and words[start - 1].kind == "pronoun":
        return False  # "nothing shows": a verb after all
    known = lexicon().get(head.lower) == "noun"
    if known and head.lower.endswith("s") and not head.lower.endswith("ss") and len(head.text) > 4:
        return True
    before = words[start - 1].lower if start else ""
    opens = (
        start == 0
        and end < len(words)
        and words[end].kind
        in (
            "verb",
            "modal",
            "adverb",
            "adjective",
        )
    )
    return opens or before in ("no", "without")


def _is_name(word: Word, opens: bool) -> bool:
    """Say whether a word is a name: a capital in mid-sentence, or one that no lexicon has."""
    return word.text[:1].isupper() and (not opens or lexicon().get(word.lower) is None)


def _with_more(words: list[Word], start: int, end: int) -> list[Word] | None:
    if end + 1 >= len(words) or words[end].lower not in _JOINING:
        return None
    for next_start, next_end in _noun_phrases(words[end + 1 :])[:1]:
        tail = words[end + 1 + next_start : end + 1 + next_end]
        head = words[start:end]
        if next_start or tail[-1].lower in _TIME or _SWEARS.search(joined(tail)):
            return None
        as_thing = (
            _as_thing(head)
            if head[-1].lower not in ("bit", "part")
            else [Word("the", "determiner"), head[-1]]
        )
        if as_thing and len(as_thing) + 1 + len(tail) <= MOST_WORDS_OF_A_THING:
            return [*as_thing, words[end], *_lowered(to_them(tail))]
    return None


def _worth(words: list[Word]) -> float:
    content = [word for word in words if word.kind in ("noun", "adjective", "number")]
    if not content:
        return 0.0
    worth = sum(rarity(word.lower) for word in content) / (len(content) + 0.5)
    return worth + 0.25 * (words[0].lower in ("your", "our")) + 0.05 * min(len(words), 4)


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
    return _lowered(words) if _starts_clause(words) else None


def _starts_clause(words: list[Word]) -> bool:
    if not words:
        return False
    after = 1
    if words[0].lower not in _SUBJECTS:
        spans = _noun_phrases(words)
        if not spans or spans[0][0] != 0 or words[0].kind not in ("possessive", "determiner"):
            return False
        after = spans[0][1]
    while after < len(words) and words[after].kind == "adverb":
        after += 1
    return after < len(words) and words[after].kind in ("verb", "modal")


def _lowered(words: list[Word]) -> list[Word]:
    first = words[0]
    if first.text == "I" or first.text.isupper() or not first.text[:1].isupper():
        return words
    if first.kind == "noun" and rarity(first.lower) >= 1.0:
        return words
    return [Word(first.lower, first.kind), *words[1:]]
