"""The choices: comments beside facts of their brand, and which of them a good reply would tell."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).parent / "choices" / "choices.jsonl"
HELD_EVERY = 5  # one brand in so many is kept for measuring


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


def is_held(brand: str) -> bool:
    """Whether the choices of a brand are only for measuring: by a hash of its name."""
    return int.from_bytes(hashlib.sha256(brand.encode()).digest()[:4], "big") % HELD_EVERY == 0


def choices(held: bool, path: Path = PATH) -> Iterator[Choice]:
    """Yield the choices of the brands that are kept for measuring, or of the others."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if is_held(row["brand"]) == held:
            row["facts"], row["answers"] = tuple(row["facts"]), tuple(row["answers"])
            yield Choice(**row)
