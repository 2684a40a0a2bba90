"""A figure of ours that is held against theirs is met, and nobody says sorry for the weather."""

import pytest

from models.guided.claims import tests_claim as holds_against
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    "comment",
    [
        "40 hours lol. mine do 22",
        "rated 12h, mine lasted 7",
        "60 hour battery yeah? got about 38 with anc off",
        "900 on the advert 212 on my laptop. over wifi i admit",
        "boils a litre in 3 minutes they say. mine takes 6 so whos lying",
    ],
)
def test_a_figure_held_against_ours_is_seen(comment: str) -> None:
    assert holds_against(comment)


@pytest.mark.parametrize(
    "comment", ["how much for 2 of us", "mine came in 3 days, lovely", "family plan of 5 please"]
)
def test_other_figures_test_nothing(comment: str) -> None:
    assert not holds_against(comment)


def test_a_gap_is_named_and_asked_about_where_no_fact_explains_it() -> None:
    (draft,) = write_guided(
        Brief(comment="40 hours lol. mine do 22"),
        intent="complaint", feeling="annoyed", tones=["plain"], count=1,
    )  # fmt: skip
    assert "ask why" in draft.text or "find out why" in draft.text or "gap" in draft.text
    assert "sorry" not in draft.text.lower()
