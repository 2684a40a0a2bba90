"""What may be written of a jotted text, and what must be."""

from collections import Counter

import pytest

from models.teller.bounds import Bounds, must_be_said, stands_for, unsaid

NAMES = ["", "the", "is", "not", "press", "hours", "manager", "refund", "always", "costs", "."]
BOUNDS = Bounds(NAMES, ["costs"])


def _allowed(*words: str) -> set[str]:
    return {name for name, may in zip(NAMES, BOUNDS.of(words), strict=True) if may}


def test_words_that_add_nothing_may_always_be_written() -> None:
    assert _allowed("oil") == {"the", "is", "costs", "."}


def test_forms_and_short_forms_of_what_was_read_may_be_written() -> None:
    assert "press" in _allowed("pressing")
    assert {"hours", "manager"} <= _allowed("hrs", "mgr")
    assert "refund" not in _allowed("return")


def test_nothing_is_denied_that_was_not() -> None:
    assert "not" in _allowed("no", "refund")
    assert "not" not in _allowed("refund")


@pytest.mark.parametrize(
    ("short", "word", "stands"),
    [
        ("hrs", "hours", True),
        ("tmrw", "tomorrow", True),
        ("sat", "saturday", True),
        ("mgr", "merger", True),
        ("hours", "hrs", False),
        ("sat", "sunday", False),
        ("h", "hours", False),
    ],
)
def test_short_forms(short: str, word: str, *, stands: bool) -> None:
    assert stands_for(short, word) is stands


def test_figures_names_and_words_of_content_must_be_said() -> None:
    words = ["£2", "Kraken", "slide", "the", "is", ",", "40kg"]
    assert [word for word in words if must_be_said(word)] == ["£2", "Kraken", "slide", "40kg"]


def test_what_was_said_in_another_form_is_said() -> None:
    left = Counter({"pressing": 1, "hrs": 1, "40kg": 1, "oil": 0})
    assert unsaid(left, ["we", "press", "for", "2", "hours"]) == ["40kg"]
