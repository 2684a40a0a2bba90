"""The notes are read as they stand, each brand on one side only, and every kind is known."""

import json
from dataclasses import asdict
from pathlib import Path

from models.data.held import is_held
from models.data.notes import KINDS, notes

ROW = {
    "id": "note-0001", "brand": "Tansy Lane Pottery", "comment": "open sunday?",
    "clauses": [
        {"text": "10-4 sun,", "kind": "say", "said": "We're open 10 to 4 on Sunday."},
        {"text": "be nice", "kind": "manner", "said": ""},
    ],
}  # fmt: skip


def test_a_row_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (given,) = [*notes(held=True, path=path), *notes(held=False, path=path)]
    assert json.loads(json.dumps(asdict(given))) == ROW
    assert given.text == "10-4 sun, be nice"


def test_a_brand_stands_on_one_side() -> None:
    held = {note.brand for note in notes(held=True)}
    seen = {note.brand for note in notes(held=False)}
    assert held
    assert seen
    assert not held & seen
    assert all(is_held(brand) for brand in held)


def test_every_clause_has_a_known_kind_and_only_what_is_for_them_is_said() -> None:
    for note in (*notes(held=True), *notes(held=False)):
        for clause in note.clauses:
            assert clause.kind in KINDS
            assert not (clause.said and clause.kind in ("hush", "manner", "background")), note.id
