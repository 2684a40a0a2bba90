"""What a review finds good and bad."""

import pytest

from models.guided.forms import listed
from models.guided.reviews import Review, review_of
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "good", "bad"),
    [
        (
            "Room was lovely, bed really comfy. The changing rooms were filthy though, sadly",
            ("the room", "the bed"),
            ("the filthy changing rooms",),
        ),
        (
            "Good flat white, the staff always cheerful. Only thing is the toilets, out of order",
            ("the flat white", "the staff"),
            ("the toilets",),
        ),
        (
            "I loved the soundtrack but the app was not great on my old phone",
            ("the soundtrack",),
            ("the app",),
        ),
        ("He came out looking like a lamb, I asked for a terrier, he is thrilled", (), ()),
        ("Your lovely fish counter smells like the harbour at low tide to me", (), ()),
    ],
)
def test_things_are_weighed_by_the_word_beside_them(
    comment: str, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    assert review_of(comment) == Review(good, bad)


def test_a_review_is_met_by_both_halves() -> None:
    comment = (
        "Nice little place, great coffee and the staff are lovely. Only thing is the toilets, "
        "every time I have been they were out of order"
    )
    (draft,) = write_guided(
        Brief(comment=comment), intent="praise", feeling="happy", tones=["plain"], count=1
    )
    assert "the coffee" in draft.text and "the toilets" in draft.text


def test_names_are_listed_as_one_says_them() -> None:
    assert listed(("the room",)) == "the room"
    assert listed(("the room", "the bed", "the view")) == "the room, the bed and the view"


@pytest.mark.parametrize("intent", ["criticism", "suggestion", "praise"])
def test_both_halves_are_weighed_whatever_triage_takes_it_for(intent: str) -> None:
    comment = (
        "Install team were fantastic, in and out in a day. App's rubbish though, half the time"
    )
    drafts = write_guided(
        Brief(comment=comment), intent=intent, feeling="", tones=["plain", "warm"], count=1
    )
    for draft in drafts:
        assert "the install team" in draft.text and "the app" in draft.text
