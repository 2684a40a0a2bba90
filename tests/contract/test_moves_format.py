"""The bank of moves keeps to its format: an id leads to one sentence, and to one that is there."""

import json
from collections import Counter

from models.guided.bank import FOLDER, bank


def test_an_id_stands_once() -> None:
    twice = [id_ for id_, times in Counter(move.id for move in bank()).items() if times > 1]
    assert twice == []


def test_what_is_preferred_is_there_and_named_once() -> None:
    preferred = json.loads((FOLDER / "preferred.json").read_text(encoding="utf-8"))
    assert sorted(set(preferred) - {move.id for move in bank()}) == []
    assert [id_ for id_, times in Counter(preferred).items() if times > 1] == []
