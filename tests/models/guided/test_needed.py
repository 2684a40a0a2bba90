"""What the facts say is needed, and whether it is asked for in private."""

import pytest

from models.guided.needed import is_private, needed_of


@pytest.mark.parametrize(
    ("fact", "needed"),
    [
        ("Missing items: refunded once support has the order number.", "your order number"),
        ("It needs the tracking number and postcode.", "your tracking number and your postcode"),
        ("Photo and order number needed, by message.", "a photo and your order number"),
        ("Handles on Fellside have a 5-year warranty; other models 2.", "which model you have"),
    ],
)  # fmt: skip
def test_a_fact_says_what_is_needed(fact: str, needed: str) -> None:
    assert needed_of([fact], "handle fell off") == [needed]


def test_what_is_told_or_not_needed_is_not_asked_for() -> None:
    assert needed_of(["Order number needed."], "order 48213 came without the lid") == []
    assert needed_of(["All are replaced free, no receipt needed."], "the sole came off") == []


def test_numbers_and_addresses_are_private_and_models_are_not() -> None:
    assert is_private("your order number")
    assert is_private("the email on your account")
    assert not is_private("which model you have")
