"""Where a slip stands is named by whoever thanks for pointing it out."""

import pytest

from models.guided.spots import spots
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "place"),
    [
        ("Number 14 is Sandy Denny not Judy Dyble", ["number 14"]),
        ("R12 should be 47k, not 4.7", ["R12"]),
        ("your newsletter says the cleanser is 150ml", ["the newsletter"]),
        ("well this is awkward", []),
    ],
)
def test_the_place_of_a_slip(comment: str, place: list[str]) -> None:
    assert spots(comment) == place


def test_a_draft_names_the_place() -> None:
    drafts = write_guided(
        Brief(comment="Page 11 says the dredger stays until the next round. It doesn't"),
        intent="mistake_report",
        feeling="neutral",
        tones=("plain", "warm", "professional"),
        count=1,
    )
    assert all("page 11" in draft.text.lower() for draft in drafts)
