"""The written exchanges keep to their schema, and the check of it finds what is wrong."""

import copy
from typing import Any

import pytest

from models.data.check_exchanges import faults, main
from models.data.written import exchanges


def test_all_exchanges_are_as_the_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"platform": "myspace"}, "platform"),
        ({"uses": ["f9"]}, "which no fact has"),
        ({"replies": {"plain": "We value your feedback, dear customer."}}, "boilerplate"),
        ({"replies": {"grumpy": "No, and no again.", "plain": "No, not today."}}, "unknown tone"),
        ({"action": "ignore"}, "replies are empty"),
        ({"hand_over_to": "legal", "action": "reply"}, "hand_over_to goes with"),
        ({"note": "", "uses": ["note"]}, "uses the note"),
    ],
)
def test_a_faulty_exchange_is_found(change: dict[str, Any], fault: str) -> None:
    row = copy.deepcopy(next(exchanges("train"))) | change
    assert any(fault in found for found in faults(row))
