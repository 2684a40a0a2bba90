"""The choices: comments beside facts of their brand, and which of them a good reply would tell."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.data.held import is_held

PATH = Path(__file__).parent / "choices" / "choices.jsonl"


@dataclass(frozen=True)
class Choice:
    """A comment and three to five facts; `answers` are places in `facts`, most needed first."""

    id: str
    brand: str
    trade: str
    platform: str
    post: str
    comment: str
    facts: tuple[str, ...]
    answers: tuple[int, ...]


def choices(held: bool, path: Path = PATH) -> Iterator[Choice]:
    """Yield the choices of the brands that are kept for measuring, or of the others."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if is_held(row["brand"]) == held:
            row["facts"], row["answers"] = tuple(row["facts"]), tuple(row["answers"])
            yield Choice(**row)
