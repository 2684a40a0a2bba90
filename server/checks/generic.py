"""Generic: a text that would fit the other comments on the page as well as this one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from server.checks import boilerplate
from server.checks.case import Case, Found
from server.checks.commitments import commitments
from server.checks.numbers import values
from server.checks.sentences import sentences
from server.checks.sources import known_words, sources
from server.checks.words import content, lines, plain, stem

_LEAST_WORDS = 5  # "Thank you!" is short, not generic
_LEAST_STOCK = 3  # of these words, where no phrase is worn: "Say no more. I know the one."
_ELSEWHERE = 0.5  # of the other comments: a word in so many of them names nothing of this one
_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers)\b")


def check(case: Case) -> Iterator[Found]:
    """Find a text of words that stand under any comment, where this one names something."""
    if len(case.text.split()) < _LEAST_WORDS or _does_something(case):
        return
    if not content(case.comment) - _stock():
        return  # it names nothing that could be taken up
    held = known_words(tuple(source for source in sources(case) if source.kind != "brand"))
    taken_up = content(case.text) & held - _stock()
    if any(not _is_everywhere(word, case) for word in taken_up):
        return
    worn = list(boilerplate.check(case))
    brand = content(f"{case.brand.name} {case.brand.what}") if case.brand else frozenset()
    for sentence in sentences(case.text):
        is_worn = any(found.start < sentence.end and sentence.start < found.end for found in worn)
        if not is_worn and content(sentence.text) - _stock() - brand:
            return
    if not worn and len(content(case.text)) < _LEAST_STOCK:
        return
    yield Found(
        "generic",
        "warning",
        0,
        len(case.text),
        "This would fit other comments here as well. Name the thing that this person said.",
    )


def _does_something(case: Case) -> bool:
    """Whether the text asks, takes a step, names somebody or a value, or only holds a place."""
    return (
        case.action in ("hand_over", "move", "ask")
        or bool(_SOMEBODY.search(plain(case.text)))
        or any(values(case.text))
        or any(sentence.asks for sentence in sentences(case.text))
        or bool(commitments(case.text))
    )


def _is_everywhere(word: str, case: Case) -> bool:
    """Whether a word would be as apt under half of the other comments."""
    having = sum(word in content(other) for other in case.others)
    return bool(case.others) and having >= _ELSEWHERE * len(case.others)


@lru_cache(maxsize=1)
def _stock() -> frozenset[str]:
    return frozenset(stem(word) for line in lines("stock_words.txt") for word in line.split())
