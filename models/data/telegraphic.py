"""The pairs: facts and notes as they are jotted, beside the same said in whole sentences."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.data.held import is_held

FOLDER = Path(__file__).parent / "telegraphic"


@dataclass(frozen=True)
class Pair:
    """A fact, or a clause of a note, as it was jotted and as it is said; `kind`: fact or note."""

    id: str
    kind: str
    short: str
    full: str


def pairs(held: bool, folder: Path = FOLDER) -> Iterator[Pair]:
    """Yield the pairs that are kept for measuring, or the others."""
    for path in sorted(folder.glob("pairs-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = Pair(**json.loads(line))
            if is_held(pair.id) == held:
                yield pair
