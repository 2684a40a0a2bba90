"""What a comment about danger or wrong is about: "the smoke", "the guard and your son".

Such a comment is handed over, and its draft must not guess at what happened: it names what they
speak of, and no more. The nouns stand in perils.toml, those first that are surely the matter.
"""

import re

from models.guided.kin import kin
from models.guided.person import joined, to_them
from models.guided.phrases import noun_phrases, swears
from models.guided.tagging import Word, common_words, lexicon, nouns, sentences, word_set
from models.guided.themes import singular
from models.tables import words_in

MOST = 2
MOST_WORDS = 4
_RANKS = ("dangers", "things", "openers", "people")
_WHERE = frozenset("in on under inside behind around".split())
_SAYABLE = frozenset("my our your the".split())
_KEPT = frozenset(
    """black blue green red white yellow pink grey brown broken loose sharp rusty wrong burning
    burnt electric hot front rear plastic metal wooden glass bare live second third late""".split()
)

_BARE_KIN = re.compile(r"(?i)(dog|cat|puppy|kitten|baby|toddler|daughter|son|wife|husband)\b(?!s)")

Span = tuple[int, int]


def perils(comment: str) -> list[str]:
    """Give the things and the one of theirs that a grave comment speaks of, as one name."""
    found: dict[str, list[str]] = {rank: [] for rank in _RANKS}
    for words in sentences(comment):
        spans = noun_phrases(words)
        for at, (start, _) in enumerate(spans):
            rank, name = _named(words, spans, at)
            if name and not swears(name) and words[start].lower not in ("his", "her", "their"):
                found[rank].append(name)
    most = {"dangers": MOST}
    named = next((_apart(found[rank])[: most.get(rank, 1)] for rank in _RANKS if found[rank]), [])
    bare = _BARE_KIN.match(comment)  # "dog ate raisins"
    theirs = kin(comment) or ([f"your {bare[1].lower()}"] if bare else [])
    somebody = [who for who in theirs if who.split()[-1] in words_in(__file__, "kin")]
    together = [*named, *(who for who in somebody if not any(who in name for name in named))]
    return [" and ".join(together[:MOST])] if together else []


def _named(words: list[Word], spans: list[Span], at: int) -> tuple[str, str]:
    """Give of what rank a noun phrase is, and its name; "" where it is none to be named."""
    start, end = spans[at]
    head = words[end - 1]
    after = _following(words, spans, at)
    if head.lower in words_in(__file__, "pieces") and after and words[end].lower == "of":
        rank = _rank(words[after[1] - 1])
        told = [*_core(words, start, end), words[end], *_core(words, *after)]
        return rank, f"the {joined(told)}" if rank else ""
    rank = _rank(head)
    is_name = bool(start) and head.text[:1].isupper()
    if not rank or is_name or (start and rank == "openers"):
        return "", ""
    core = _core(words, start, end)
    owner = words[start].lower
    if rank == "people":
        return rank, f"the {joined(core)}"
    said = [Word("your", "possessive") if owner in ("my", "our") else Word("the", "determiner")]
    where = _where(words, after, end) if after else []
    return rank, joined([*said, *core, *where])


def _rank(head: Word) -> str:
    lowers = {head.lower, singular(head.lower)}
    return next((rank for rank in _RANKS if lowers & words_in(__file__, rank)), "")


def _core(words: list[Word], start: int, end: int) -> list[Word]:
    """Give the head of a phrase with what tells which one it is: "fire alarm", "blue plastic"."""
    begin = end - 1
    while begin > start and end - begin < MOST_WORDS and _tells(words[begin - 1]):
        begin -= 1
    return [Word(word.lower, word.kind) for word in words[begin:end]]


def _tells(word: Word) -> bool:
    lower = word.lower
    if lower in _KEPT:
        return True
    silent = word_set("empty") | word_set("time")
    known = word.kind == "noun" and common_words().get(lower) == "noun" and lower in nouns()
    return known and lower not in silent and word.text.islower() and lexicon().get(lower) == "noun"


def _following(words: list[Word], spans: list[Span], at: int) -> Span | None:
    """Give the phrase that follows by a preposition alone: "in | the soup"."""
    end = spans[at][1]
    after = spans[at + 1] if at + 1 < len(spans) else None
    joins = end < len(words) and words[end].lower in _WHERE | {"of"}
    return after if after and joins and after[0] == end + 1 else None


def _where(words: list[Word], after: Span, end: int) -> list[Word]:
    """Give where it was, if that can be said: "in your soup"."""
    start, stop = after
    head = words[stop - 1]
    sure = head.kind == "noun" and head.lower in nouns() and head.lower not in word_set("time")
    sure = sure and words[end].lower in _WHERE and words[start].lower in _SAYABLE
    if not sure or stop - start > MOST_WORDS:
        return []
    core = _core(words, start + 1, stop)
    if len(core) < stop - start - 1:
        return []
    return [words[end], *to_them([words[start]]), *core]


def _apart(names: list[str]) -> list[str]:
    """Give names of which none is of a thing that one before is of."""
    taken: list[str] = []
    for name in names:
        stems = {singular(word) for word in name.split()[1:]}
        if not any(stems & {singular(word) for word in other.split()[1:]} for other in taken):
            taken.append(name)
    return taken
