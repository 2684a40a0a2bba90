"""Shapes: what a clause says of whom: its subject, its verb and time, and how far it reaches.

A small grammar over closed lists of words (`grammar.txt`), not a parser: it finds the subject at
the beginning of a clause and the first verb behind it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from models.checks.clauses import clauses

HERE = Path(__file__).parent
_FAR = 7  # words between the beginning of a subject and its verb
_WORD = re.compile(r"[£$€₹]?\d[\d.,:/]*\w*|[^\W\d_]+(?:[&-][^\W\d_]+)*|'[a-z]+|[^\w\s]")
_SHORT = re.compile(r"n't\b")
_TIMES = {
    "will": "future", "'ll": "future", "shall": "future", "won't": "future",
    "would": "would", "'d": "would", "could": "would", "should": "should", "may": "may",
    "might": "may", "must": "must", "can": "can", "ought": "should",
    "have": "have", "has": "have", "'ve": "have", "had": "had",
    "was": "was", "were": "was", "is": "is", "are": "is", "am": "is", "'m": "is", "'re": "is",
    "'s": "is", "do": "does", "does": "does", "did": "did",
}  # fmt: skip
_PRONOUNS = {
    "i": "i", "we": "we", "you": "you", "he": "they", "she": "they", "they": "they",
    "someone": "they", "somebody": "they", "nobody": "all", "everyone": "all",
    "everybody": "all", "it": "it", "that": "that", "this": "that", "these": "that",
    "those": "that", "there": "there", "which": "which", "who": "who", "what": "what",
    "nothing": "all", "everything": "all", "one": "one",
}  # fmt: skip
SUBJECTS = (*dict.fromkeys(_PRONOUNS.values()), "ours", "yours", "theirs", "the", "other", "order",
            "bare", "none")  # fmt: skip
TIMES = (*dict.fromkeys(_TIMES.values()), "have-been", "had-been", "is-been", "was-been", "is-ing",
         "was-ing", "is-done", "was-done", "past", "now", "none")  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """What a clause looks like: `verb` and `rest` are places of its words, in order."""

    subject: str
    time: str
    words: tuple[str, ...]
    verb: int  # the place of the word that says what is done or is so; -1: none
    named: tuple[int, ...]  # the places of the words that name the subject
    marks: frozenset[str]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for line in (HERE / "grammar.txt").read_text(encoding="utf-8").splitlines():
        name, given, words = line.partition(" = ")
        if given and not line.startswith("#"):
            lists[name] = lists.get(name, frozenset()) | frozenset(words.split())
    return lists


@cache
def _reaches() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for line in (HERE / "reaches.txt").read_text(encoding="utf-8").splitlines():
        name, given, words = line.partition(" = ")
        if given and not line.startswith("#"):
            found.append((name, re.compile(words)))
    return tuple(found)


MARKS = tuple(name for name, _ in _reaches())


def is_of(name: str, word: str) -> bool:
    """Whether a word stands in one of the lists of the grammar."""
    return word in _lists()[name]


def shapes_of(sentence: str) -> tuple[Shape, ...]:
    """Give the shapes of the clauses of a sentence in plain letters."""
    return tuple(map(shape_of, clauses(sentence) or (sentence,)))


@lru_cache(maxsize=2048)
def shape_of(clause: str) -> Shape:
    """Give the shape of a clause in plain letters."""
    words = tuple(_WORD.findall(_SHORT.sub(" not", clause.replace("can't", "can not"))))
    marks = frozenset(name for name, reach in _reaches() if reach.search(clause))
    start = 0
    while start < len(words) and (is_of("lead", words[start]) or not words[start][0].isalnum()):
        start += 1
    if start == len(words):
        return Shape("none", "none", words, -1, (), marks)
    subject, after = _subject(words, start)
    time, verb = _verb(words, after, subject)
    if time == "none" and subject == "other":
        subject = "order" if is_of("orders", words[start]) else "bare"
        verb = start if subject == "order" else -1
    named = tuple(range(start, verb if verb > 0 else len(words)))
    return Shape(subject, time, words, verb, named, marks)


def _subject(words: tuple[str, ...], start: int) -> tuple[str, int]:
    first = words[start]
    if first in _PRONOUNS:
        return _PRONOUNS[first], start + 1
    if first in ("our", "my"):
        return "ours", start + 1
    if first == "your":
        return "yours", start + 1
    if first in ("his", "her", "their", "its"):
        return "theirs", start + 1
    if is_of("all", first):
        return "all", start + 1
    if first in ("the", "a", "an", "some", "any", "no", "both", "another"):
        return "the", start + 1
    return "other", start


def _verb(words: tuple[str, ...], start: int, subject: str) -> tuple[str, int]:
    """Find the first verb: its time, and the place of the word that says what is done."""
    is_pronoun = subject in ("i", "we", "you", "they")
    for place in range(start, min(start + _FAR, len(words))):
        word = words[place]
        if word in _TIMES:
            return _after(words, place)
        if not word[0].isalpha() and word[0] != "'":
            if place > start:
                break
            continue
        if is_of("past", word) or (word.endswith("ed") and len(word) > 4 and place > start - 1):
            return "past", place
        if is_pronoun and not is_of("adverbs", word):
            return "now", place
        if place > start - 1 and is_of("present", word):
            return "now", place
    return "none", -1


def _after(words: tuple[str, ...], place: int) -> tuple[str, int]:
    """Read on from an auxiliary to the word that carries it."""
    time = _TIMES[words[place]]
    at = place + 1
    while at < len(words) and (is_of("adverbs", words[at]) or words[at] == "'ve"):
        at += 1
    follows = words[at] if at < len(words) else ""
    if time == "have" and follows in ("to", "a", "an", "the", "no", "our", "your", "some", "two"):
        return "now", place
    if time == "is" and words[place] == "'s" and follows in ("been", "had", "got", "gone"):
        time = "have"
    if time in ("is", "was", "have", "had") and follows in ("been", "being"):
        at += 1
        while at < len(words) and is_of("adverbs", words[at]):
            at += 1
        follows = words[at] if at < len(words) else ""
        time += "-been"
    if time in ("is", "was") and follows == "going":
        return "future", min(at + 2, len(words) - 1)
    if follows.endswith("ing") and time in ("is", "was"):
        time += "-ing"
    elif time in ("is", "was") and (is_of("past", follows) or follows.endswith("ed")):
        time += "-done"
    return time, at if at < len(words) else -1
