"""The pairs: facts and notes as they are jotted, beside the same said in whole sentences."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "telegraphic"
HELD_EVERY = 5  # one pair in so many is kept for measuring


@dataclass(frozen=True)
class Pair:
    """A fact, or a clause of a note, as it was jotted and as it is said; `kind`: fact or note."""

    id: str
    kind: str
    short: str
    full: str


def is_held(pair_id: str) -> bool:
    """Whether a pair is only for measuring: by a hash of its id."""
    return int.from_bytes(hashlib.sha256(pair_id.encode()).digest()[:4], "big") % HELD_EVERY == 0


def pairs(held: bool, folder: Path = FOLDER) -> Iterator[Pair]:
    """Yield the pairs that are kept for measuring, or the others."""
    for path in sorted(folder.glob("pairs-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = Pair(**json.loads(line))
            if is_held(pair.id) == held:
                yield pair
