"""What the exchanges stage teaches in an epoch, made anew for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from models.data.augment import changed, pool_of
from models.data.lesson import Lesson, written
from models.data.neighbours import Neighbours
from models.data.rewriting import as_asked, in_another_tone, shorter
from models.data.written import Exchange

MOST_EXAMPLES = 2


class Course:
    """The lessons of every epoch.

    `shares` are those of the exchanges (0 to 1) that are `changed`, that have the nearest other
    ones as `examples` in the prompt, and that are also taught to be written in another `tone`, or
    `shorter`.
    """

    def __init__(self, rows: Sequence[Exchange], shares: Mapping[str, float], seed: int) -> None:
        self._rows = [row for row in rows if row["replies"]]
        self._shares, self._seed = shares, seed
        self._pool = pool_of(self._rows)
        self._neighbours = Neighbours([row["comment"] for row in self._rows])

    def epoch(self, number: int) -> list[Lesson]:
        """Give the lessons of one epoch, always the same for its number."""
        random = Random(f"{self._seed} {number}")
        return [*self._of_exchanges(random), *as_asked("train")]

    def _of_exchanges(self, random: Random) -> Iterator[Lesson]:
        for number, row in enumerate(self._rows):
            if random.random() < self._shares["changed"]:
                row = changed(row, self._pool, random)
            (lesson,) = written([row])
            if random.random() < self._shares["examples"]:
                lesson = self._with_examples(lesson, number, random)
            yield lesson
            for name, rewritten in (("tone", in_another_tone), ("shorter", shorter)):
                if random.random() < self._shares[name]:
                    found = rewritten(row, random)
                    if found:
                        yield found

    def _with_examples(self, lesson: Lesson, number: int, random: Random) -> Lesson:
        """Put the nearest other exchanges into the prompt, as a brand's approved replies stand."""
        nearest = self._neighbours.nearest(number, random.randint(1, MOST_EXAMPLES))
        others = [self._rows[other] for other in nearest]
        examples = tuple((row["comment"], next(iter(row["replies"].values()))) for row in others)
        return replace(lesson, brief=replace(lesson.brief, examples=examples))
