"""What the shipped teller writes keeps to its bounds."""

import re

import pytest

from models.data.telegraphic import all_told
from models.teller.tell import told

FIGURES = re.compile(r"\d+")
EVERY = 25  # of the held pairs


def test_figures_are_those_that_were_jotted() -> None:
    for pair in list(all_told(held=True))[::EVERY]:
        said = told(pair.short, "say" if pair.kind == "note" else pair.kind)
        if said is not None:
            assert {*FIGURES.findall(said.text)} == {*FIGURES.findall(pair.short)}, pair.id


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("Returns free within 30 days", "Returns are free within 30 days."),
        ("The shop is open from 9 to 5.", "The shop is open from 9 to 5."),
    ],
)
def test_what_is_plain_is_said_plainly(jotted: str, said: str) -> None:
    found = told(jotted)
    assert found is not None
    assert found.text == said
    assert 0 < found.sureness <= found.mean <= 1


def test_what_is_too_long_or_empty_is_not_said() -> None:
    assert told("tea and cake, " * 40) is None
    assert told("") is None
