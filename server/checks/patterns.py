"""Patterns kept as data: lists of regular expressions over small letters."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from models.checks.sieve import Sieve
from server.checks.words import lines

PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")
LISTS = (
    "ailments", "argues", "argues_in_trouble", "belittles", "blame", "blame_in_trouble", "claims",
    "disclosure", "door", "faults", "grave", "hard_sell", "non_apologies", "offers", "outcomes",
    "pitches", "private_questions", "private_records", "private_troubles", "pushes", "trouble",
    "wrong_tone",
)  # fmt: skip


class Patterns:
    """Expressions, of which a text is searched only for those whose letters it has."""

    def __init__(self, expressions: Sequence[str]) -> None:
        self._compiled = [re.compile(expression) for expression in expressions]
        self._sieve = Sieve(expressions)

    def all(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Give all matches of each expression, with its place, in the order of the list."""
        for place, expression in self.near(text):
            yield from ((place, match) for match in expression.finditer(text))

    def near(self, text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
        """Give the expressions that a text may match, with their places."""
        return ((place, self._compiled[place]) for place in self._sieve.may_match(text))


@cache
def _listed() -> tuple[Patterns, tuple[str, ...]]:
    """Give all lists as one, and of which list each expression is."""
    listed = [(name, expression) for name in LISTS for expression in lines(f"{name}.txt")]
    return Patterns([expression for _, expression in listed]), tuple(name for name, _ in listed)


@lru_cache(maxsize=64)  # every check looks at the same sentences
def _near(text: str) -> Mapping[str, list[re.Pattern[str]]]:
    patterns, names = _listed()
    found: dict[str, list[re.Pattern[str]]] = {name: [] for name in LISTS}
    for place, expression in patterns.near(text):
        found[names[place]].append(expression)
    return found


@lru_cache(maxsize=16_384)
def search(name: str, text: str) -> re.Match[str] | None:
    """Look for a list in a text: the first match, of two that start together the first listed.

    While somebody types, most sentences stay as they were.
    """
    found = (expression.search(text) for expression in _near(text)[name])
    return min(filter(None, found), key=lambda match: match.start(), default=None)
