"""The written exchanges: comments with replies in several tones, split by brand."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from models.prompt import Brand, Brief, Turn

FOLDER = Path(__file__).parent / "exchanges"
Split = Literal["train", "dev", "test"]
Exchange = dict[str, Any]  # the fields are in exchanges/README.md


def split_of(brand: str) -> Split:
    """Give the split of a brand: by a hash of its name, so that no brand stands on two sides."""
    bucket = int.from_bytes(hashlib.sha256(brand.encode()).digest()[:4], "big") % 100
    if bucket < 10:
        return "test"
    return "dev" if bucket < 14 else "train"


def exchanges(split: Split | None = None, folder: Path = FOLDER) -> Iterator[Exchange]:
    """Yield the exchanges of one split, or all of them, in the order of the files."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: Exchange = json.loads(line)
            if split is None or split_of(row["brand"]["name"]) == split:
                yield row


def brief_of(row: Exchange) -> Brief:
    """Give the brief that serving would make of an exchange whose triage is right."""
    return Brief(
        comment=row["comment"],
        brand=Brand(row["brand"]["name"], row["brand"]["what"], row["brand"]["voice"]),
        platform=row["platform"],
        post=row["post"],
        thread=tuple(Turn(turn["who"], turn["text"]) for turn in row["thread"]),
        author=row["author"],
        facts=tuple(fact["text"] for fact in row["facts"]),
        note=row["note"],
        action=row["action"],
        hand_over_to=row["hand_over_to"],
    )
