"""Selling: when the door is open, and which sentences go through it."""

import pytest

from server.checks.case import Case
from server.selling import door


@pytest.mark.parametrize(
    ("comment", "more", "is_open", "why"),
    [
        ("how much is the big kettle?", {}, True, "They wrote “how much”."),
        ("take my money", {"intent": "purchase_intent"}, True, "They want to buy."),
        ("yours or the Smeg?", {"intent": "comparison"}, True, "They compare."),
        ("lovely colour", {}, False, "They asked for no product or offer."),
        ("lovely colour", {"note": "tell her the price"}, True, "Your note says “price”."),
        ("I want a new one, this broke", {"intent": "complaint"}, False, "This is a complaint."),
        ("nobody answers, how much?", {"risk": "high"}, False, "Something is at risk."),
        ("my mum died, how much is it?", {"risk": "high"}, False, "Something grave happened."),
    ],
)
def test_the_door_opens_from_their_side(comment, more, is_open, why):
    opened = door(Case(text="", comment=comment, **more))
    assert (opened.is_open, opened.why) == (is_open, why)


@pytest.mark.parametrize(
    ("comment", "text", "sold"),
    [
        ("how much is it?", "It's £39. 🫖 It holds a litre.", ["It's £39. 🫖"]),
        ("lovely colour", "Thank you! Why not try our new range?", ["Why not try our new range?"]),
        ("lovely colour", "Thank you! We painted it twice.", []),
        ("nine kohlrabi", "We owe you £2.50 a bag.", []),
    ],
)
def test_the_sentences_that_sell_are_named(comment, text, sold):
    units = text.encode("utf-16-le")
    spans = door(Case(text=text, comment=comment)).sales
    assert [units[2 * span.start : 2 * span.end].decode("utf-16-le") for span in spans] == sold
