"""What a review finds good and bad, by thing: "the room and the bed", "the cold food".

Each clause is read for the things that reviews weigh and the words that weigh them (reviews.toml);
the nearest word decides, "not" before it turns it round. What is said to be both is left out.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from models.guided.tagging import nouns, tidy, word_set
from models.tables import table_of, words_in

FEWEST_WORDS = 10
MOST = 3
NEAR = 5  # words from a thing to the word that weighs it
SOON = 9  # words behind "the only thing" among which it is named
FEW = 3  # words behind "the only thing" that stand for nothing yet
_CLAUSES = re.compile(
    r"[.!?;,:\n()]+|\s[-–—]+\s|"
    r"\b(?:but|although|though|however|whereas|yet|because|so that|when|until|if)\b"
)
_WORD = re.compile(r"[a-zé]+(?:[-'][a-z]+)*")


@dataclass(frozen=True)
class Review:
    """What was good and what was bad, each as it stands after "you liked" or "sorry about"."""

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # the plan and the slots both ask for it
def review_of(comment: str) -> Review:
    """Give what a comment finds good and bad; nothing where it is too short to weigh anything."""
    text = tidy(comment).lower().replace("'s ", " is ")
    if len(text.split()) < FEWEST_WORDS:
        return Review()
    found: dict[str, list[tuple[int, str]]] = {}
    turned = False
    for part in _CLAUSES.split(text):
        clause = _pairs().sub(lambda match: match.group().replace(" ", "-"), part)
        words = _WORD.findall(clause)
        weighed = {words[at]: said for at in range(len(words)) if (said := _weighed(words, at))}
        cue = _pattern("but").search(clause)
        behind = _WORD.findall(clause[cue.end() :]) if cue else words
        if cue or turned:
            weighed = _blamed(behind, weighed)
        turned = cue is not None and len(behind) < FEW
        for thing, said in weighed.items():
            found.setdefault(thing, []).append(said)
    good = [_named(thing) for thing, said in found.items() if all(sign > 0 for sign, _ in said)]
    bad = [
        _named(thing, said[0][1])
        for thing, said in found.items()
        if all(sign < 0 for sign, _ in said)
    ]
    return Review(tuple(good[:MOST]), tuple(bad[:MOST]))


def _weighed(words: list[str], at: int) -> tuple[int, str] | None:
    """Give whether the thing at a place is called good (1) or bad (-1), and by which word."""
    weighing = _words("good") | _words("bad")
    before, after = words[max(0, at - 3) : at], words[at + 1 : at + NEAR]
    loved = words[at] in _nameable() and _pattern("likes").search(" ".join(before))
    if not (loved or words[at] in _things()) or _words("likened") & set(before):
        return None
    if after and after[0] in _going_on():
        return None  # the fish of a fish counter
    if loved:
        return None if _words("turns") & set(words[:at]) else (1, "")
    for word in reversed(before[-2:]):  # "lovely staff", "good strong coffee"
        if word in weighing:
            return _sign(word, before)
        if word in _words("opens"):
            break
    if before and before[-1] not in _words("opens") | _words("joins") | _things():
        return None
    for place, word in enumerate(after):  # "the room was really lovely"
        if word in weighing:
            return _sign(word, after[:place])
        if word == "too" and after[place + 1 :]:  # "the laces are too long"
            return -1, ""
        if word not in _words("links") | _things() and not word.endswith("ly"):
            break
    return None


def _sign(word: str, before: list[str]) -> tuple[int, str] | None:
    denied = bool(_words("turns") & set(before))
    if word in _words("good"):
        return (-1, "") if denied else (1, word)
    return None if denied else (-1, word)


def _blamed(words: list[str], weighed: dict[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """Give what stands behind "the only thing is": the first thing there is what was not good."""
    for at, word in enumerate(words[1:SOON], start=1):
        whole = words[at + 1 : at + 2] != ["of"]  # the ice cream, not the tub of it
        named = word in _nameable()
        said = weighed.get(word, (-1, ""))
        if named and whole and words[at - 1] in _words("opens") and said[0] < 0:
            return weighed | {word: said}
    return weighed


def _named(thing: str, weighs: str = "") -> str:
    name = thing.replace("-", " ")
    return f"the {weighs} {name}" if weighs in _words("told") else f"the {name}"


_words = partial(words_in, __file__)


@cache
def _things() -> frozenset[str]:
    return _words("things") | {
        pair.replace(" ", "-") for pair in table_of(__file__)["pairs"].split("|")
    }


@cache
def _nameable() -> frozenset[str]:
    return _things() | (nouns() - word_set("empty") - word_set("time") - _words("good"))


@cache
def _going_on() -> frozenset[str]:
    """Give the nouns behind a thing that make it part of another."""
    return (nouns() | _things()) - _words("links") - _words("good") - _words("bad")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table_of(__file__)[name])


@cache
def _pairs() -> re.Pattern[str]:
    longest_first = sorted(table_of(__file__)["pairs"].split("|"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
