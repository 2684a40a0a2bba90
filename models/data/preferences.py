"""Pairs of a good reply and a bad one to the same prompt."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.data.rewriting import as_asked
from models.data.written import Exchange, Split, brief_of
from models.prompt import Brief


@dataclass(frozen=True)
class Pair:
    """A prompt (a brief and a tone), a good text and a bad one."""

    brief: Brief
    tone: str
    good: str
    bad: str


def pairs(rows: Sequence[Exchange], split: Split, own: Path) -> list[Pair]:
    """Give the pairs of a split: those that people wrote, and a model's `own` faulty texts.

    The file `own` need not be there. Drafts that people changed as asked are bad where they stay
    as they were.
    """
    unchanged = (
        Pair(lesson.brief, tone, result, lesson.brief.draft)
        for lesson in as_asked(split)
        for tone, result in lesson.replies.items()
        if result != lesson.brief.draft
    )
    return [*_written(rows), *unchanged, *_own(rows, own)]


def _written(rows: Sequence[Exchange]) -> Iterator[Pair]:
    for row in rows:
        if row.get("bad"):
            for tone, reply in row["replies"].items():
                yield Pair(brief_of(row), tone, reply, row["bad"]["text"])


def _own(rows: Sequence[Exchange], path: Path) -> Iterator[Pair]:
    """Yield a model's own texts in which the checks found faults, beside the written replies."""
    by_id = {row["id"]: row for row in rows}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        text = json.loads(line)
        row = by_id.get(text["id"])
        if row and text["faults"]:
            yield Pair(brief_of(row), text["tone"], row["replies"][text["tone"]], text["text"])
