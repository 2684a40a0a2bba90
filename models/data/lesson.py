"""A lesson: a brief as serving would give it, and what should be written to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
