"""Repeats itself: nearly the same as one of the last replies."""

from collections.abc import Iterator
from itertools import pairwise

from server.checks.case import Case, Found
from server.checks.sentences import sentences
from server.checks.words import tokens

_RECENT = 20
_NEAR = 0.6  # of the pairs of words are the same
_LEAST_WORDS = 5


def check(case: Case) -> Iterator[Found]:
    """Find a text, or a sentence of it, that an earlier reply has had."""
    recent = case.recent[:_RECENT]
    if any(_likeness(case.text, earlier) >= _NEAR for earlier in recent):
        yield _found(
            0,
            len(case.text),
            "Nearly the same as a reply you posted lately. Say it in other words.",
        )
        return
    said = {tokens(part.text) for earlier in recent for part in sentences(earlier)}
    for sentence in sentences(case.text):
        words = tokens(sentence.text)
        if len(words) >= _LEAST_WORDS and words in said:
            yield _found(
                sentence.start,
                sentence.end,
                "You posted this sentence lately. Say it in other words.",
            )


def _found(start: int, end: int, message: str) -> Found:
    return Found("repeats_itself", "warning", start, end, message)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = tokens(text)
    return frozenset(pairwise(words))


def _likeness(one: str, other: str) -> float:
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others:
        return float(one.strip().lower() == other.strip().lower())
    return len(pairs & others) / len(pairs | others)
