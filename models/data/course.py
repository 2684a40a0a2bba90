"""What the exchanges stage teaches in an epoch, made anew for each."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from models.data.augment import changed, pool_of
from models.data.lesson import Lesson, written
from models.data.rewriting import as_asked, in_another_tone, shorter
from models.data.written import Exchange


class Course:
    """The lessons of every epoch.

    `shares` are those of the exchanges (0 to 1) that are `changed`, and that are also taught to be
    written in another `tone`, or `shorter`.
    """

    def __init__(self, rows: Sequence[Exchange], shares: Mapping[str, float], seed: int) -> None:
        self._rows = [row for row in rows if row["replies"]]
        self._shares, self._seed = shares, seed
        self._pool = pool_of(self._rows)

    def epoch(self, number: int) -> list[Lesson]:
        """Give the lessons of one epoch, always the same for its number."""
        random = Random(f"{self._seed} {number}")
        return [*self._of_exchanges(random), *as_asked("train")]

    def _of_exchanges(self, random: Random) -> Iterator[Lesson]:
        for row in self._rows:
            if random.random() < self._shares["changed"]:
                row = changed(row, self._pool, random)
            yield from written([row])
            for name, rewritten in (("tone", in_another_tone), ("shorter", shorter)):
                if random.random() < self._shares[name]:
                    lesson = rewritten(row, random)
                    if lesson:
                        yield lesson
