"""Slips with one reading are mended, and nothing else is."""

import pytest

from models.guided.respelt import respelt


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("whether its alowed in norway", "whether it's allowed in Norway"),
        ("how you recieve it tomorow", "how you receive it tomorrow"),
        ("whether they block ALL the light", "whether they block all the light"),
    ],
)
def test_a_slip_is_mended(typed: str, spelt: str) -> None:
    assert respelt(typed) == spelt


@pytest.mark.parametrize(
    "clause",
    [
        "whether its red cover fits",
        "whether we take klarna",
        "whether its best before is past",
        "what the ADR classes are",
    ],
)
def test_a_word_that_may_be_meant_stays(clause: str) -> None:
    assert respelt(clause) == clause
