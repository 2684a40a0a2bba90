"""What somebody is glad of."""

import pytest

from models.guided.irony import mocks
from models.guided.joys import best, joys, liked, turns


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Wore these up Ben Nevis and my feet stayed dry the whole way",
            "your feet stayed dry the whole way",
        ),
        (
            "The barista at Mill Lane remembered my name after one visit.",
            "the barista at Mill Lane remembered your name after one visit",
        ),
        (
            "This dress made me feel like myself again",
            "this dress made you feel like yourself again",
        ),
    ],
)
def test_a_joy_is_said_back(comment: str, said: str) -> None:
    assert said in joys(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "It never worked",
        "Bought it in May, smoke came out today",
        "Loved it till the ads started",
        "I would love a refund",
        "My dog passed away, he was lovely",
        "ok",
    ],
)
def test_a_doubt_or_a_loss_is_no_joy(comment: str) -> None:
    assert joys(comment) == []


def test_the_highest_words_are_quoted() -> None:
    assert best("Best croissants outside of France, and I'm French") == [
        "best croissants outside of France"
    ]


def test_praise_that_turns_names_what_was_liked() -> None:
    comment = "Love the jacket, hate that the pockets are fake"
    assert turns(comment)
    assert liked(comment) == ["the jacket"]
    assert liked("Love the jacket") == []


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        ("Oh great, another 'we're listening' post.", True),
        ("£2 more for less films. Brilliant strategy 👏", True),
        ("Great job, thank you!", False),
        ("Brilliant film", False),
    ],
)
def test_mockery_is_no_praise(comment: str, meant: bool) -> None:
    assert mocks(comment) is meant


def test_a_joy_is_not_said_twice_in_one_breath() -> None:
    comment = "Made us feel so special. Breakfast was incredible as well. We'll be back."
    assert not any(joy.count("breakfast was incredible") > 1 for joy in joys(comment))


def test_that_somebody_cried_is_no_joy_by_itself() -> None:
    assert not any("cried" in joy for joy in joys("I fixed my own washer. I cried a bit."))


def test_whom_they_call_by_kin_alone_is_theirs() -> None:
    assert joys("dad taught me this in 1982")[0].startswith("your dad taught you")
