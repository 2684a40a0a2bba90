"""The choices: comments beside facts of their brand, and which of them a good reply would tell."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.data.held import is_held

FOLDER = Path(__file__).parent / "choices"


@dataclass(frozen=True)
class Choice:
    """A comment and one to five facts; `answers` are places in `facts`, most needed first."""

    id: str
    brand: str
    trade: str
    platform: str
    post: str
    comment: str
    facts: tuple[str, ...]
    answers: tuple[int, ...]


def choices(held: bool, folder: Path = FOLDER) -> Iterator[Choice]:
    """Yield the choices of the brands that are kept for measuring, or of the others."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if is_held(row["brand"]) == held:
                row["facts"], row["answers"] = tuple(row["facts"]), tuple(row["answers"])
                yield Choice(**row)
