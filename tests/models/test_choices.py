"""The choices are read as they stand, and each brand on one side only."""

import json
from dataclasses import asdict
from pathlib import Path

from models.data.choices import choices
from models.data.held import is_held

ROW = {
    "id": "ch-0001", "brand": "Tansy Lane Pottery", "trade": "pottery in Rye", "platform": "x",
    "post": "", "comment": "open sunday?", "facts": ["Open: daily.", "Mugs £9.", "No dogs."],
    "answers": [0],
}  # fmt: skip


def test_a_row_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "choices.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (given,) = [*choices(held=True, folder=tmp_path), *choices(held=False, folder=tmp_path)]
    assert json.loads(json.dumps(asdict(given))) == ROW


def test_a_brand_stands_on_one_side() -> None:
    held = {choice.brand for choice in choices(held=True)}
    seen = {choice.brand for choice in choices(held=False)}
    assert held
    assert seen
    assert not held & seen
    assert all(is_held(brand) for brand in held)
