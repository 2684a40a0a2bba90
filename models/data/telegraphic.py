"""The pairs: facts and notes as they are jotted, beside the same said in whole sentences."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.data.held import is_held
from models.data.notes import notes

FOLDER = Path(__file__).parent / "telegraphic"


@dataclass(frozen=True)
class Pair:
    """A fact, or points of a note, as jotted and as said.

    `kind`: fact, or what a point of a note is for (say, offer, ask, own, wish; note: say).
    """

    id: str
    kind: str
    short: str
    full: str


def pairs(held: bool, folder: Path = FOLDER, name: str = "pairs-*") -> Iterator[Pair]:
    """Yield the pairs that are kept for measuring, or the others.

    `name`: of their files; those of `pairs-*` have the words of both sides in one order.
    """
    for path in sorted(folder.glob(f"{name}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            pair = Pair(row["id"], row.get("for", row["kind"]), row["short"], row["full"])
            if is_held(pair.id) == held:
                yield pair


def all_told(held: bool) -> Iterator[Pair]:
    """Yield every pair, and the points of whole notes that are said."""
    yield from pairs(held, name="*")
    for note in notes(held):
        for place, clause in enumerate(note.clauses):
            if clause.kind in ("say", "offer", "ask", "own") and clause.said:
                text = clause.text.rstrip(" ,.;-")
                yield Pair(f"{note.id}-{place}", clause.kind, text, clause.said)
