"""Patterns kept as data: lists of regular expressions over small letters."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.checks.sieve import Sieve
from server.checks.words import lines

PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")


class Patterns:
    """Expressions, of which a text is searched only for those whose letters it has."""

    def __init__(self, expressions: Sequence[str]) -> None:
        self._compiled = [re.compile(expression) for expression in expressions]
        self._sieve = Sieve(expressions)

    def first(self, text: str) -> re.Match[str] | None:
        """Give the first match in a text; of two that start together that of the first listed."""
        found = (self._compiled[place].search(text) for place in self._sieve.may_match(text))
        return min(filter(None, found), key=lambda match: match.start(), default=None)

    def all(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Give all matches of each expression, with its place, in the order of the list."""
        for place in self._sieve.may_match(text):
            yield from ((place, match) for match in self._compiled[place].finditer(text))


@lru_cache(maxsize=64)
def patterns(name: str) -> Patterns:
    """Read a list of expressions; `name` is the file in data/ without its ending."""
    return Patterns(lines(f"{name}.txt"))


@lru_cache(maxsize=16_384)
def search(name: str, text: str) -> re.Match[str] | None:
    """Look for a list in a text; while somebody types, most sentences stay as they were."""
    return patterns(name).first(text)
