"""Labelled comments for triage: from the exchanges and from those written for triage alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.data.written import Split, brief_of, exchanges, split_of
from models.prompt import Brand, Brief, Turn

FOLDER = Path(__file__).parent.parent / "data" / "triage"
FILES = (
    "triage.jsonl",
    "everyday.jsonl",
    "short.jsonl",
    "daily.jsonl",
    "street.jsonl",
    "guarded.jsonl",
    "village.jsonl",
    "corner.jsonl",
    "plainest.jsonl",
    "sour.jsonl",
    "light.jsonl",
    "undertone.jsonl",
    "wronged.jsonl",
    "watchful.jsonl",
    "few.jsonl",
    "mixed.jsonl",
)
KINDS = ("intent", "feeling", "risk", "action", "hand_over_to")


@dataclass(frozen=True)
class Labelled:
    """A comment with its labels; a brief never shows the labels to the features."""

    brief: Brief
    labels: dict[str, str]
    brand: str
    split: Split


def labelled(split: Split | None = None) -> Iterator[Labelled]:
    """Yield the labelled comments of one split, or all of them."""
    for example in (*_from_exchanges(), *_from_triage()):
        if split is None or example.split == split:
            yield example


def _from_exchanges() -> Iterator[Labelled]:
    for row in exchanges():
        labels = {kind: row[kind] for kind in KINDS}
        name = row["brand"]["name"]
        yield Labelled(brief_of(row), labels, name, split_of(name))


def _from_triage() -> Iterator[Labelled]:
    for row in triage_rows():
        brief = Brief(
            comment=row["comment"],
            brand=Brand(row.get("name", ""), row["brand"]),
            platform=row["platform"],
            post=row.get("post", ""),
            thread=tuple(Turn(turn["who"], turn["text"]) for turn in row.get("thread", ())),
            facts=tuple(row.get("facts", ())),
            note=row.get("note", ""),
        )
        labels = {kind: row[kind] for kind in KINDS}
        yield Labelled(brief, labels, row["brand"], split_of(row["brand"]))


def triage_rows() -> Iterator[dict[str, Any]]:
    """Yield the comments written for triage alone, as they stand in their files."""
    for file in FILES:
        for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
