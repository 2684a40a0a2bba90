"""Managers' notes clause by clause: what each is for, and how it is said to the person."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from models.data.held import is_held

Kind = Literal["say", "offer", "ask", "pass_on", "own", "hush", "manner", "background"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PATH = Path(__file__).parent / "notes" / "notes.jsonl"
ALONE = PATH.with_name("clauses.jsonl")


@dataclass(frozen=True)
class Clause:
    """A clause as it was typed, with the mark behind it; `said` is "" where nothing is said."""

    text: str
    kind: Kind
    said: str


@dataclass(frozen=True)
class Note:
    """A manager's note under a comment."""

    id: str
    brand: str
    comment: str
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The note as it was typed."""
        return " ".join(clause.text for clause in self.clauses)


def notes(held: bool, path: Path = PATH) -> Iterator[Note]:
    """Yield the notes of the brands that are kept for measuring, or of the others."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if is_held(row["brand"]) == held:
            yield Note(**row | {"clauses": tuple(Clause(**clause) for clause in row["clauses"])})


def clauses() -> Iterator[Clause]:
    """Yield the clauses that were written without a note around them."""
    for line in ALONE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Clause(row["text"], row["kind"], "")
