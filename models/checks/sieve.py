"""A sieve: which of many expressions a text may match, told by the letters that they need.

Most texts match few of hundreds of expressions. Letters of which every match has some are read off
each expression once; an expression whose letters a text has not need not be looked for.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

_parser: Any = import_module("re._parser")
LONGEST, SHORTEST = 6, 2  # letters that are looked up at once
MOST = 400  # ways of writing a part of an expression; one with more says nothing
_LETTERS = 26.0
Ways = frozenset[str]
_NOTHING: Ways = frozenset({""})
_NO_LETTERS = ("AT", "ASSERT", "ASSERT_NOT")


class _Read(NamedTuple):
    """What a part of an expression tells of its matches.

    `whole` are all ways to write it, None where these are too many; `needed` are pieces of which
    every match has one, None where nothing is sure.
    """

    whole: Ways | None
    needed: Ways | None


class Sieve:
    """Tells which expressions a text may match, by their places."""

    def __init__(self, expressions: Iterable[str]) -> None:
        self._places: dict[str, list[int]] = {}
        self._always: list[int] = []
        for place, expression in enumerate(expressions):
            needed = _of_all(_parser.parse(expression)).needed
            if needed is None:
                self._always.append(place)
            for piece in {piece[:LONGEST] for piece in needed or ()}:
                self._places.setdefault(piece, []).append(place)
        self._known = frozenset(self._places)

    def may_match(self, text: str) -> list[int]:
        """Give the places of the expressions that a text may match, in order."""
        found = set(self._always)
        for piece in self._known & _pieces(text):
            found.update(self._places[piece])
        return sorted(found)


@lru_cache(maxsize=64)  # many sieves look at the same sentences
def _pieces(text: str) -> Ways:
    return frozenset(
        text[start : start + length]
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(text) - length + 1)
    )


def _of_all(parts: Iterable[Any]) -> _Read:
    """Read a sequence: what is finite grows letter by letter, until something else comes."""
    grown: Ways = _NOTHING
    candidates: list[Ways | None] = []
    is_whole = True
    for kind, value in parts:
        part = _of_one(str(kind), value)
        joined = _joined(grown, part.whole)
        if joined is not None:
            grown = joined
            continue
        is_whole = False
        candidates += [grown, part.needed]
        grown = part.whole if part.whole is not None else _NOTHING
    candidates.append(grown)
    sure = [ways for ways in candidates if ways is not None and min(map(len, ways)) >= SHORTEST]
    return _Read(grown if is_whole else None, min(sure, key=_chance, default=None))


def _of_one(kind: str, value: Any) -> _Read:
    if kind in _NO_LETTERS:
        return _Read(_NOTHING, None)
    if kind == "LITERAL":
        return _Read(frozenset({chr(value)}), None)
    if kind == "IN" and all(str(name) == "LITERAL" for name, _ in value):
        return _Read(frozenset(chr(letter) for _, letter in value), None)
    if kind == "SUBPATTERN":
        return _of_all(value[-1])
    if kind == "BRANCH":
        return _of_any([_of_all(branch) for branch in value[1]])
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, repeated = value
        read = _of_all(repeated)
        if (least, most) == (0, 1) and read.whole is not None:
            return _Read(read.whole | _NOTHING, None)
        return _Read(None, read.needed if least else None)
    return _Read(None, None)


def _of_any(branches: Sequence[_Read]) -> _Read:
    wholes = [branch.whole for branch in branches if branch.whole is not None]
    needed = [branch.needed for branch in branches if branch.needed is not None]
    return _Read(
        frozenset[str]().union(*wholes) if len(wholes) == len(branches) else None,
        frozenset[str]().union(*needed) if len(needed) == len(branches) else None,
    )


def _joined(before: Ways, after: Ways | None) -> Ways | None:
    """Write one behind the other in all ways; None where there are too many."""
    if after is None or len(before) * len(after) > MOST:
        return None
    return frozenset(map("".join, product(before, after)))


def _chance(ways: Ways) -> float:
    """Give a rough measure of how likely a text has any of the pieces."""
    return sum(_LETTERS ** -min(len(piece), LONGEST) for piece in ways)
