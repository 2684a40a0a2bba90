"""What was read lately, kept so that the next prompt with the same beginning reads less."""

from collections.abc import Sequence
from itertools import compress, count
from operator import ne
from typing import Generic, TypeVar

Past = TypeVar("Past")

KEPT = 4


class Kept(Generic[Past]):
    """The pasts of the last few prompts, each with the tokens that it is of."""

    def __init__(self) -> None:
        self._kept: list[tuple[list[int], Past]] = []

    def nearest(self, ids: list[int]) -> tuple[Past | None, list[int]]:
        """Give the past that shares the longest beginning with `ids`, and the tokens of it."""
        found = max(self._kept, key=lambda kept: shared_length([kept[0], ids]), default=None)
        return (found[1], found[0]) if found else (None, [])

    def keep(self, ids: Sequence[int], past: Past) -> None:
        """Keep a past, in place of what it grew from, and the oldest no longer."""
        others = [kept for kept in self._kept if kept[1] is not past]
        self._kept = [(list(ids), past), *others[: KEPT - 1]]


def shared_length(rows: Sequence[list[int]]) -> int:
    """Give how many tokens all rows have in common at their beginning."""
    low, high = min(rows), max(rows)  # all others stand between them
    return next(compress(count(), map(ne, low, high)), len(low))
