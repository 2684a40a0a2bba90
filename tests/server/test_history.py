"""The history: what was drafted and what was posted in the end, found by what one remembers."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask.testing import FlaskClient

from server.schemas import (
    BrandVoiceInput,
    Comment,
    Feedback,
    Platform,
    SuggestionRequest,
    Thread,
)
from server.store import Store
from tests.server.samples import keep_suggestion

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)


def draft(
    store: Store,
    comment: str,
    text: str,
    *,
    author: str = "",
    platform: Platform = "x",
    days: int = 0,
    voice_id: str | None = None,
) -> str:
    """Keep a suggestion of some days ago; give its id."""
    thread = Thread(
        platform=platform,
        url="https://x.com/1",
        comments=[Comment(author=author, text=comment)],
    )
    request = SuggestionRequest(thread=thread, brand_voice_id=voice_id)
    return keep_suggestion(store, request, text, created_at=NOW - timedelta(days=days))


def listed(client: FlaskClient, **query: Any) -> list[str]:
    """Give the comments that a search finds, in its order."""
    answer = client.get("/v1/suggestions", query_string=query)
    assert answer.status_code == 200, answer.json
    assert answer.json is not None
    return [one["comment"] for one in answer.json["data"]]


def test_what_was_posted_stands_beside_what_was_drafted(client: FlaskClient, store: Store) -> None:
    made = draft(store, "My lid broke", "Sorry that it broke.", author="Ann")
    store.save_feedback(made, Feedback(outcome="posted", text="Sorry, Ann!"), 0.5)
    draft(store, "Lovely", "Thanks!", days=1)
    answer = client.get("/v1/suggestions").json
    assert answer is not None
    first, second = answer["data"]
    assert (first["suggestion_id"], first["comment"], first["draft"], first["reply"]) == (
        made, "My lid broke", "Sorry that it broke.", "Sorry, Ann!",
    )  # fmt: skip
    assert (first["human_share"], first["outcome"], first["url"]) == (
        0.5, "posted", "https://x.com/1",
    )  # fmt: skip
    assert (second["outcome"], second["reply"], second["decided_at"]) == (None, "", None)


def test_it_is_found_by_words_person_day_platform_voice_and_outcome(
    client: FlaskClient, store: Store
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    made = draft(store, "My lid broke", "Sorry.", author="Ann Öst", voice_id=voice.id)
    store.save_feedback(made, Feedback(outcome="posted", text="A new one is 100% free"))
    draft(store, "Where is my kettle?", "I'll look.", author="Bob", platform="youtube", days=3)
    assert listed(client, query="LID") == ["My lid broke"]
    assert listed(client, query="lid 0% free") == ["My lid broke"]
    assert listed(client, query="look") == ["Where is my kettle?"]
    assert listed(client, query="lid kettle") == []
    assert listed(client, author="ann") == ["My lid broke"]
    assert listed(client, platform="youtube") == ["Where is my kettle?"]
    assert listed(client, brand_voice_id=voice.id) == ["My lid broke"]
    assert listed(client, outcome="posted") == ["My lid broke"]
    assert listed(client, **{"from": "2026-05-20"}) == ["My lid broke"]
    assert listed(client, to="2026-05-17") == ["Where is my kettle?"]
    assert listed(client, **{"from": "2026-05-17", "to": "2026-05-20"}) == [
        "My lid broke", "Where is my kettle?",
    ]  # fmt: skip


def test_it_is_read_a_page_at_a_time(client: FlaskClient, store: Store) -> None:
    for number in range(5):
        draft(store, f"Comment {number}", "", days=number // 2)
    seen, cursor = [], None
    for _ in range(3):
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get("/v1/suggestions", query_string=query).json
        assert page is not None
        seen += [one["comment"] for one in page["data"]]
        cursor = page["next"]
    assert cursor is None
    assert sorted(seen) == [f"Comment {number}" for number in range(5)]
    assert seen[-1] == "Comment 4"
    answer = client.get("/v1/suggestions", query_string={"cursor": "the end"})
    assert answer.status_code == 422


def test_what_is_deleted_and_who_is_forgotten_is_not_found(
    client: FlaskClient, store: Store
) -> None:
    made = draft(store, "My lid broke", "Sorry.", author="Ann")
    draft(store, "My lid broke, too", "Sorry.", author="Bob")
    client.delete(f"/v1/suggestions/{made}")
    client.delete("/v1/people/x/Bob")
    assert listed(client) == []
