"""Lessons: what an epoch of the exchanges stage teaches, made anew for each epoch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from models.data.augment import changed, pool_of
from models.data.written import Exchange, brief_of
from models.prompt import Brief


@dataclass(frozen=True)
class Lesson:
    """A brief and the replies to learn, by tone."""

    brief: Brief
    replies: Mapping[str, str]


def written(rows: Iterable[Exchange]) -> list[Lesson]:
    """Give the exchanges as they were written, but for those that get no reply."""
    return [Lesson(brief_of(row), row["replies"]) for row in rows if row["replies"]]


class Course:
    """The lessons of every epoch; `shares` says how much of what (recipe.toml, `exchanges`)."""

    def __init__(self, rows: Sequence[Exchange], shares: Mapping[str, float], seed: int) -> None:
        self._rows = [row for row in rows if row["replies"]]
        self._shares, self._seed = shares, seed
        self._pool = pool_of(self._rows)

    def epoch(self, number: int) -> list[Lesson]:
        """Give the lessons of one epoch, always the same for its number."""
        random = Random(f"{self._seed} {number}")
        return written(
            changed(row, self._pool, random) if random.random() < self._shares["changed"] else row
            for row in self._rows
        )
