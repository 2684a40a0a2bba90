"""Regards go to somebody of theirs who lives, and to nobody who may not."""

import pytest

from models.guided.kin import greeted


@pytest.mark.parametrize(
    ("comment", "whom"),
    [
        ("my daughter wore them all day and loved it", ["your daughter"]),
        ("my father is telling everyone in the building", ["your father"]),
        ("My nan used to make hers with lard", []),
        ("Had the wake for my brother here, forty of us", []),
        ("my dad drove the number 6. He'd have loved to see this", []),
        ("thank you, works now", []),
        ("They were kind to my old dog until the very end.", []),
    ],
)
def test_regards_go_to_whom_surely_lives(comment: str, whom: list[str]) -> None:
    assert greeted(comment) == whom
