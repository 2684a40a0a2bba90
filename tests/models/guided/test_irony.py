"""Praise that is meant the other way, and praise that is meant."""

import pytest

from models.guided.irony import mocks


@pytest.mark.parametrize(
    "comment",
    [
        "50 years and it's still late. incredible consistency",
        "Well done on making it harder to read than the last one, didn't think you'd manage it",
        "Lovely to be woken at 5.40am by your bin men. Room itself spotless.",
        "Brilliant, visiting my wife in intensive care and now it'll cost me £9 a day",
        "Oh great, another 'we're listening' post.",
        "Congratulations on making the app slower",
    ],
)
def test_it_is_mockery(comment: str) -> None:
    assert mocks(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "Great job, thank you!",
        "Great move.",
        "Great coffee, lovely staff, can't fault it.",
        "thank you for waking up at 4am for us",
        "Brilliant, still the best stall at the market",
        "lovely to be back, we waited years for this",
    ],
)
def test_it_is_meant(comment: str) -> None:
    assert not mocks(comment)
