"""Lessons beyond replying: the same reply in another tone, shorter, or changed as asked."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from models.data.lesson import Lesson
from models.data.written import Exchange, Split, brief_of, split_of
from models.prompt import Brief
from models.tasks.values import values

REFINE = Path(__file__).parent / "refine" / "refine.jsonl"
SHORTER = ("shorter", "make it shorter", "too long", "cut it down", "shorter please")
MUCH_SHORTER = 0.75  # of the draft's length, at most


def in_another_tone(row: Exchange, random: Random) -> Lesson | None:
    """Give a reply as a draft, and to learn, those of other tones that say the same; None: none."""
    tone = random.choice(list(row["replies"]))
    draft = row["replies"][tone]
    others = {other: text for other, text in _alike(row, draft).items() if other != tone}
    return Lesson(replace(brief_of(row), draft=draft), others) if others else None


def shorter(row: Exchange, random: Random) -> Lesson | None:
    """Give the longest reply as a draft to shorten, and a much shorter one that says the same."""
    draft = max(row["replies"].values(), key=len)
    short = {
        tone: text
        for tone, text in _alike(row, draft).items()
        if len(text) <= MUCH_SHORTER * len(draft)
    }
    if not short:
        return None
    return Lesson(replace(brief_of(row), draft=draft, instruction=random.choice(SHORTER)), short)


def as_asked(split: Split) -> Iterator[Lesson]:
    """Yield the drafts that were changed as somebody asked, and how."""
    for line in REFINE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if split_of(row["id"]) == split:
            brief = Brief(
                comment=row["comment"],
                facts=tuple(fact["text"] for fact in row["facts"]),
                draft=row["draft"],
                instruction=row["instruction"],
            )
            yield Lesson(brief, {row["tone"]: row["result"]})


def _alike(row: Exchange, draft: str) -> Mapping[str, str]:
    """Give the replies with every value of a draft, and no other, that ask where it asks."""
    return {
        tone: text
        for tone, text in row["replies"].items()
        if values(text) == values(draft) and ("?" in text) == ("?" in draft)
    }
