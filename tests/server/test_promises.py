"""Promises: kept once, listed by what one looks for, done or broken with one call."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from server.schemas import Comment, SuggestionRequest, Thread
from server.store import Store
from tests.server.samples import keep_suggestion

URL = "https://shop.example/p/1"
LID = {"quote": "We'll send a new lid by Friday.", "what": "send a new lid"}


def add(client: FlaskClient, **more: Any) -> dict[str, Any]:
    """Add a promise and give it as the server does."""
    answer = client.post("/v1/promises", json=LID | more)
    assert answer.status_code == 201, answer.json
    assert answer.json is not None
    return dict(answer.json)


def listed(client: FlaskClient, **query: Any) -> list[str]:
    """Give what the promises are that a list has."""
    answer = client.get("/v1/promises", query_string=query)
    assert answer.json is not None, answer
    return [promise["what"] for promise in answer.json["data"]]


def test_a_promise_takes_person_and_place_from_its_suggestion(
    client: FlaskClient, store: Store
) -> None:
    thread = Thread(platform="x", url=URL, comments=[Comment(author="Ann", text="my lid broke")])
    made = keep_suggestion(store, SuggestionRequest(thread=thread))
    promise = add(client, suggestion_id=made, due="2026-03-06T23:59:59+01:00")
    assert (promise["platform"], promise["author"], promise["url"]) == ("x", "Ann", URL)
    assert (promise["status"], promise["due"]) == ("open", "2026-03-06T22:59:59Z")
    assert add(client, suggestion_id=made)["id"] == promise["id"]
    assert add(client, suggestion_id=made, author="Bob", quote="Other")["author"] == "Bob"


def test_promises_are_listed_by_person_state_and_date(client: FlaskClient) -> None:
    add(client, what="late", platform="x", author="Ann", due="2026-03-01T00:00:00Z")
    add(client, what="soon", platform="x", author="Bob", due="2026-03-09T00:00:00Z")
    done = add(client, what="done", platform="x", author="Ann")
    client.patch(f"/v1/promises/{done['id']}", json={"status": "done"})
    assert listed(client) == ["done", "soon", "late"]
    assert listed(client, platform="x", author="Ann") == ["done", "late"]
    assert listed(client, status="open") == ["soon", "late"]
    assert listed(client, due_before="2026-03-05T00:00:00Z") == ["late"]
    first = client.get("/v1/promises?limit=2").json
    assert first is not None
    assert listed(client, cursor=first["next"]) == ["late"]


def test_a_promise_is_done_or_broken_and_can_be_opened_again(client: FlaskClient) -> None:
    path = f"/v1/promises/{add(client, due='2026-03-01T00:00:00Z')['id']}"
    for status in ("done", "broken", "open"):
        changed = client.patch(path, json={"status": status}).json
        assert changed is not None
        assert changed["status"] == status
        assert (changed["done_at"] is None) == (status == "open")
        assert changed["due"] == "2026-03-01T00:00:00Z"
    corrected = client.patch(path, json={"due": None, "what": "send two lids"}).json
    assert corrected is not None
    assert (corrected["due"], corrected["what"]) == (None, "send two lids")
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == client.patch(path, json={}).status_code == 404


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"suggestion_id": "sug_none"}, "/suggestion_id"),
        ({"brand_voice_id": "bv_none"}, "/brand_voice_id"),
        ({"time_zone": "Mars/Olympus"}, "/time_zone"),
        ({"quote": " "}, "/quote"),
    ],
)
def test_a_promise_that_cannot_be_kept_says_which_field_is_at_fault(
    client: FlaskClient, more: dict[str, Any], pointer: str
) -> None:
    answer = client.post("/v1/promises", json=LID | more)
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["errors"][0]["pointer"] == pointer


def test_what_is_open_stands_with_the_most_urgent_first(client: FlaskClient, store: Store) -> None:
    for what, due in (("some day", None), ("later", "2026-03-09"), ("sooner", "2026-03-01")):
        add(client, what=what, due=due and f"{due}T00:00:00Z")
    assert [promise.what for promise in store.open_promises()] == ["sooner", "later", "some day"]
