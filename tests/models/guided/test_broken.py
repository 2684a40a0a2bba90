"""Broken English and words typed as on a phone are understood, and never said back."""

import pytest

from models.guided.broken import is_broken
from models.guided.faults import problems
from models.guided.lines import said_back


@pytest.mark.parametrize(
    "said",
    [
        "the wifi don't arrive to the room 9",
        "the showers been cold since January",
        "when you call the man he laugh",
        "your money is blocked since 3 weeks",
        "you came for four tyre",
        "you didn't received the parcel",
        "you've cracked yours 6 times at this point just adopt you",
        "it's broken rn",
    ],
)
def test_it_is_broken(said: str) -> None:
    assert is_broken(said)


@pytest.mark.parametrize(
    "said",
    [
        "the wifi doesn't reach room 9",
        "the showers have been cold since January",
        "your bag did not arrive in Kisumu yesterday",
        "the staff were rude to your mum",
        "you watched him come down the stairs",
        "you've waited ten minutes",
        "the chair would not go on that gravel",
    ],
)
def test_it_is_sound(said: str) -> None:
    assert not is_broken(said)


def test_it_is_not_said_back() -> None:
    assert problems("The glass come broke and nobody call me.") == []
    assert said_back("I came for four tyre and paid for two", "praise") == []
