"""The hand-off note: what was said, what we promised before, what is needed."""

from datetime import UTC, datetime

import pytest

from server.hand_off import note, offer
from server.reading import read
from server.schemas import (
    Comment,
    FactChoice,
    Feedback,
    PromiseInput,
    SuggestionRequest,
    Thread,
)
from server.store import Store
from tests.server.samples import ADVICE, keep_suggestion

BURNT = 'It burnt my hand, "again"! <b>Who</b> pays for this?\nAnn'
HANDED = ADVICE.model_copy(
    update={"action": "hand_over", "hand_over_to": "safety", "why": "An injury: “burnt”."}
)


def asked(*comments: Comment, post: str = "") -> Thread:
    """Give a thread on X whose last comment is Ann's."""
    last = Comment(author="Ann", text=BURNT)
    return Thread(platform="x", url="https://x.com/1", post=post, comments=[*comments, last])


def test_the_note_says_what_was_said_promised_and_needed(store: Store) -> None:
    earlier = Thread(platform="x", comments=[Comment(author="Ann", text="It is hot")])
    made = keep_suggestion(store, SuggestionRequest(thread=earlier))
    store.save_feedback(made, Feedback(outcome="posted", text="We'll send a new lid by Friday."))
    store.add_promise(
        PromiseInput(
            quote="We'll send a new lid by Friday.",
            what="send a new lid",
            due=datetime(2026, 3, 6, 22, 59, 59, tzinfo=UTC),
            time_zone="Europe/Paris",
            suggestion_id=made,
        )
    )
    reading = read(
        asked(post="Our new kettle"), "She called twice", FactChoice(), None, store, recall=True
    )
    parts = note(reading, HANDED, "safety").split("\n\n")
    assert parts[0].splitlines()[0] == f"Ann wrote on X: “{BURNT.splitlines()[0]}"
    assert f"“{BURNT}”" in parts[0]
    assert "“Our new kettle”" in parts[0]
    assert "https://x.com/1" in parts[0]
    assert "they wrote: “It is hot”" in parts[1]
    assert "“We'll send a new lid by Friday.”" in parts[1]
    assert "we promised: “We'll send a new lid by Friday.”" in parts[2]
    assert parts[2].endswith("due by Friday 6 March and still open.")
    assert "An injury: “burnt”." in parts[3]
    assert "They ask: “<b>Who</b> pays for this?”" in parts[3]
    assert "“She called twice”" in parts[3]
    assert parts[3].endswith("tell us what to do and to say.")


def test_the_note_quotes_them_and_us_and_nobody_else(store: Store) -> None:
    thread = asked(
        Comment(author="Ann", text="Is it safe?"),
        Comment(author="Shop", text="It is.", is_own=True),
        Comment(author="Bob", text="Mine is fine"),
    )
    said = note(read(thread, "", FactChoice(), None, store, recall=True), HANDED, "safety")
    assert "Before, they wrote: “Is it safe?”\nWe answered: “It is.”" in said
    assert "Mine is fine" not in said
    assert "no open promise" in said


@pytest.mark.parametrize("action", ["reply", "ask", "move", "ignore"])
def test_what_is_not_handed_over_has_no_note(store: Store, action: str) -> None:
    advice = HANDED.model_copy(update={"action": action})
    assert offer(read(asked(), "", FactChoice(), None, store, recall=True), advice) is None
