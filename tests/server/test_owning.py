"""Owning: what lights each of the four lights, and what a missing one offers."""

import pytest

from server.checks.case import Case, Fact
from server.owning import owning

BOX = "Third box running with no potatoes. I have nine kohlrabi."


def lights(text: str, **more: object) -> dict[str, bool]:
    """Say of each light whether it is lit."""
    case = Case(**{"text": text, "comment": BOX, "intent": "complaint"} | more)  # type: ignore[arg-type]
    return {light.name: light.is_lit for light in owning(case)}


@pytest.mark.parametrize(
    ("text", "is_lit"),
    [
        ("We sent the wrong box.", True),
        ("That was our mistake.", True),
        ("Nine is past reason. Our stored potatoes rotted in January.", True),
        ("We never answered your mails.", True),
        ("Sorry to hear that!", False),
        ("Mistakes were made.", False),
        ("Did we miss one?", False),
        ("Which day is your box?", False),
    ],
)
def test_the_fault_is_named_by_those_who_made_it(text, is_lit):
    assert lights(text)["names_the_fault"] is is_lit


@pytest.mark.parametrize(
    ("text", "is_lit"),
    [
        ("We're sorry if this upset you.", False),
        ("We apologise for any inconvenience.", False),
        ("We sent the wrong box, and I'm sorry.", True),
        ("Which day is your box?", True),
    ],
)
def test_an_if_puts_the_light_of_the_apology_out(text, is_lit):
    assert lights(text)["no_conditional_sorry"] is is_lit


@pytest.mark.parametrize(
    ("text", "is_lit"),
    [
        ("I'll raise it with the kitchen.", True),
        ("We're packing a new box now.", True),
        ("Send us the number by message.", True),
        ("Earlies are due on 5 June.", True),
        ("Nine is past reason.", False),
        ("We sent the wrong box.", False),
    ],
)
def test_what_happens_next_is_said(text, is_lit):
    assert lights(text)["says_what_next"] is is_lit


@pytest.mark.parametrize(
    ("text", "is_lit"),
    [
        ("I'll look into it.", True),
        ("Our packing team checks each box.", True),
        ("Write to help@greens.example.", True),
        ("We will look into it.", False),
        ("Nine is past reason.", False),
    ],
)
def test_who_or_where_is_said(text, is_lit):
    assert lights(text)["says_who_or_where"] is is_lit


@pytest.mark.parametrize(
    "more",
    [{"intent": "praise"}, {"action": "hand_over"}, {"action": "ignore"}, {"risk": "high"}],
)
def test_nothing_is_owned_where_nothing_is_ours_to_own_yet(more):
    assert lights("Thank you.", **more) == {}


def test_all_that_is_offered_lights_every_light_and_stands_before_the_disclosure():
    line = "Written with a machine's help."
    text = f"🥬 Nine is past reason. We're sorry if that annoyed you.\n\n{line}"
    for _ in range(4):
        case = Case(text=text, comment=BOX, intent="complaint", facts=(Fact("disclosure", line),))
        missing = [light for light in owning(case) if not light.is_lit]
        if not missing:
            break
        first = missing[0]
        units = text.encode("utf-16-le")
        text = (
            units[: 2 * first.start] + first.offer.encode("utf-16-le") + units[2 * first.end :]
        ).decode("utf-16-le")
    assert all(lights(text).values())
    assert text.endswith(line)
    assert "sorry if" not in text
