"""A comment about danger or wrong is named by what it speaks of, and nothing is guessed."""

import pytest

from models.guided.fillings import fillings
from models.guided.perils import perils
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("found a piece of blue plastic in your soup", "the piece of blue plastic"),
        ("Smoke's coming out of the foot bit as I type", "the smoke"),
        ("I got the wrong heart tablets in my bag. My dad nearly took one.",
         "the tablets in your bag and your dad"),
        ("your guard followed my son round the shop", "the guard and your son"),
        ("Door fell from the hinge onto my foot", "the door"),
    ],
)  # fmt: skip
def test_what_a_grave_comment_speaks_of_is_named(comment: str, named: str) -> None:
    assert perils(comment) == [named]


@pytest.mark.parametrize(
    "comment",
    ["a strange man came to my door", "he carried the door for me", "nothing helps any more"],
)
def test_what_only_stands_beside_it_is_not(comment: str) -> None:
    assert perils(comment) == []


def test_only_what_is_handed_over_is_named_so() -> None:
    comment = "smoke came out of the heater"
    brief = Brief(comment=comment, action="hand_over", hand_over_to="safety")
    assert fillings(brief, [], intent="concern")["peril"][0][0] == "the smoke"
    assert "peril" not in fillings(Brief(comment=comment), [], intent="complaint")


def test_a_draft_to_a_grave_comment_names_it() -> None:
    brief = Brief(
        comment="Balcony rail at that Crete hotel moves when you lean on it",
        action="hand_over",
        hand_over_to="safety",
    )
    drafts = write_guided(
        brief, intent="concern", feeling="worried", tones=("plain", "warm", "professional"), count=1
    )
    assert len(drafts) == 3
    assert all("rail" in draft.text for draft in drafts)
