"""Suggestions: the stream, the whole object, and what became of them."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from server import drafting
from server.engines import Counts, Engine, Sampling
from server.errors import EngineFailed, ModelLoading
from server.parts import Parts
from server.schemas import Event, Suggestion, SuggestionRequest, Triage
from server.store import Store
from tests.server.samples import keep_suggestion

BODY = {"thread": {"platform": "x", "comments": [{"text": "The parcel came crushed"}]}}
WHOLE = {"Accept": "application/json"}

Suggest = Callable[..., Iterator[Event]]


def echoed(
    request: SuggestionRequest,
    *,
    engine: Engine,
    store: Store,
    stopped: Callable[[], bool],
    suggestion_id: str,
    device_id: str,
) -> Iterator[Event]:
    """Draft with the engine alone, to test what stands around drafting."""
    advice = Triage(intent="complaint", feeling="sad", risk="none", action="reply", why="")
    suggestion = Suggestion(
        id=suggestion_id or store.new_suggestion_id(),
        status="completed",
        tone=request.tone,
        triage=advice,
        model=engine.model,
        prompt_version="1",
        created_at=datetime.now(UTC),
    )
    yield Event(name="suggestion.created", payload=suggestion.model_dump(mode="json"))
    prompt = [{"role": "user", "content": f"Comment: {request.thread.comments[-1].text}"}]
    for piece in engine.write([prompt], Sampling(), Counts(), stopped):
        suggestion.text += piece.text
        yield Event(name="suggestion.text.delta", payload={"text": piece.text})
    store.save_suggestion(suggestion, request, device_id)
    yield Event(name="suggestion.completed", payload=suggestion.model_dump(mode="json"))


def failing(*_: Any, **__: Any) -> Iterator[Event]:
    """Write one word, then fail as an engine does."""
    yield Event(name="suggestion.text.delta", payload={"text": "You"})
    raise EngineFailed("The model ran out of memory; ask for a shorter draft.")


def stumbling(*_: Any, **__: Any) -> Iterator[Event]:
    """Write one word, then make a mistake."""
    yield Event(name="suggestion.text.delta", payload={"text": "You"})
    raise RuntimeError("The parcel came crushed")


def unfinished(*_: Any, **__: Any) -> Iterator[Event]:
    """Stop without a last event."""
    yield Event(name="suggestion.text.delta", payload={"text": "You"})


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Suggest], None]:
    """Give a function that sets what drafts."""
    return lambda suggest: monkeypatch.setattr(drafting, "suggest", suggest)


def read(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Read a stream as a browser does."""
    found = []
    for block in text.strip().split("\n\n"):
        name, payload = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(payload.removeprefix("data: "))))
    return found


def test_a_draft_streams_and_ends_with_the_whole_object(
    client: FlaskClient, drafted: Callable[[Suggest], None]
) -> None:
    drafted(echoed)
    answer = client.post("/v1/suggestions", json=BODY)
    assert answer.mimetype == "text/event-stream"
    events = read(answer.text)
    names = [name for name, _ in events]
    assert names[0] == "suggestion.created"
    assert names[-1] == "suggestion.completed"
    written = "".join(payload["text"] for name, payload in events if name.endswith("delta"))
    assert written == events[-1][1]["text"] == "You wrote: The parcel came crushed"
    got = client.get(f"/v1/suggestions/{events[-1][1]['id']}")
    assert got.json == events[-1][1]


def test_the_whole_object_comes_as_json_where_that_is_accepted(
    client: FlaskClient, drafted: Callable[[Suggest], None]
) -> None:
    drafted(echoed)
    answer = client.post("/v1/suggestions", json=BODY, headers=WHOLE)
    assert answer.json is not None
    assert Suggestion.model_validate(answer.json).status == "completed"


@pytest.mark.parametrize(
    ("suggest", "status", "slug"),
    [
        (failing, 502, "engine-failed"),
        (stumbling, 500, "internal"),
        (unfinished, 500, "internal"),
    ],
)
def test_what_fails_in_the_middle_is_one_last_problem(
    client: FlaskClient,
    drafted: Callable[[Suggest], None],
    suggest: Suggest,
    status: int,
    slug: str,
) -> None:
    drafted(suggest)
    events = read(client.post("/v1/suggestions", json=BODY).text)
    assert [name for name, _ in events] == ["suggestion.text.delta", "suggestion.failed"]
    problem = events[-1][1]
    assert (problem["status"], problem["type"]) == (status, f"/problems/{slug}")
    assert "parcel" not in json.dumps(problem)
    whole = client.post("/v1/suggestions", json=BODY, headers=WHOLE)
    assert (whole.status_code, whole.mimetype) == (status, "application/problem+json")


def test_a_full_line_is_refused_before_the_first_byte(client: FlaskClient, parts: Parts) -> None:
    places = [
        parts.turns.take(f"dev_{number}") for number in range(parts.settings.waiting_drafts + 1)
    ]
    answer = client.post("/v1/suggestions", json=BODY)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    for place in places:
        parts.turns.give_back(place)


def test_a_place_in_the_line_is_given_back_after_every_end(
    client: FlaskClient, drafted: Callable[[Suggest], None], parts: Parts
) -> None:
    def refuse(*_: Any, **__: Any) -> Iterator[Event]:
        raise EngineFailed("No.")

    for suggest in (echoed, failing, stumbling, unfinished, refuse):
        drafted(suggest)
        client.post("/v1/suggestions", json=BODY, headers=WHOLE)
        assert len(parts.turns) == 0, suggest


def test_while_the_model_loads_the_server_says_so(
    client: FlaskClient, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts.engine, "ready", lambda: False)
    for answer in (client.get("/health"), client.post("/v1/suggestions", json=BODY)):
        assert answer.status_code == 503
        assert answer.json is not None
        assert answer.json["type"] == f"/problems/{ModelLoading.slug}"
        assert answer.headers["Retry-After"]


def test_a_reply_that_was_posted_does_not_repeat_itself(client: FlaskClient) -> None:
    made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
    assert made is not None
    text = "Nine kohlrabi is past reason, and the potatoes are back in June."
    said = {"outcome": "posted", "text": text}
    client.post(f"/v1/suggestions/{made['id']}/feedback", json=said)

    def found(thread: dict[str, Any]) -> list[str]:
        looked = client.post("/v1/checks", json={"thread": thread, "text": text}).json
        assert looked is not None
        return [finding["check"] for finding in looked["findings"]]

    other = {"platform": "x", "comments": [{"text": "Where are the potatoes?"}]}
    assert "repeats_itself" not in found(BODY["thread"])
    assert "repeats_itself" in found(other)


def test_feedback_is_kept_and_becomes_a_recent_reply(
    client: FlaskClient, drafted: Callable[[Suggest], None], store: Store
) -> None:
    drafted(echoed)
    paths = []
    for text in ("First", "Second"):
        made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
        assert made is not None
        paths.append(f"/v1/suggestions/{made['id']}/feedback")
        answer = client.post(paths[-1], json={"outcome": "posted", "text": text})
        assert answer.status_code == 200
    assert store.recent_replies("x") == ["Second", "First"]
    assert store.recent_replies("x", 1) == ["Second"]
    assert store.recent_replies("youtube") == []
    assert client.post(paths[0], json={"outcome": "loved"}).status_code == 422


def test_feedback_twice_is_one_record_and_a_copy_does_not_unpost(
    client: FlaskClient, drafted: Callable[[Suggest], None], store: Store
) -> None:
    drafted(echoed)
    made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
    assert made is not None
    path = f"/v1/suggestions/{made['id']}/feedback"
    for outcome, text in (("copied", "Bad"), ("posted", "Good"), ("copied", "Worse")):
        client.post(path, json={"outcome": outcome, "text": text})
    assert store.recent_replies("x") == ["Good"]
    client.post(path, json={"outcome": "rejected"})
    assert store.recent_replies("x") == []


def test_feedback_offers_the_promises_of_what_was_posted(
    client: FlaskClient, drafted: Callable[[Suggest], None]
) -> None:
    drafted(echoed)
    made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
    assert made is not None
    path = f"/v1/suggestions/{made['id']}/feedback"
    when = {"posted_at": "2026-03-04T10:15:00Z", "time_zone": "Europe/Paris"}
    posted = {"outcome": "posted", "text": "Sorry. We'll send a new one by Friday."} | when
    told = client.post(path, json=posted).json
    assert told is not None
    [promise] = told["promises"]
    assert (promise["what"], promise["due"]) == ("send a new one", "2026-03-06T22:59:59Z")
    told = client.post(path, json=posted | {"outcome": "rejected"}).json
    assert told is not None
    assert told["promises"] == []


def test_feedback_tells_the_human_share_and_untouched_replies_in_a_row(
    client: FlaskClient, drafted: Callable[[Suggest], None]
) -> None:
    drafted(echoed)
    rows = []
    for text in ("You wrote: The parcel came crushed", "You wrote: The parcel came home today"):
        for _ in range(2):
            made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
            assert made is not None
            path = f"/v1/suggestions/{made['id']}/feedback"
            told = client.post(path, json={"outcome": "posted", "text": text}).json
            assert told is not None
            rows.append((round(told["human_share"], 2), told["untouched_in_a_row"]))
    assert rows == [(0.0, 1), (0.0, 2), (0.29, 0), (0.29, 0)]


def test_feedback_needs_a_suggestion(client: FlaskClient) -> None:
    answer = client.post("/v1/suggestions/sug_none/feedback", json={"outcome": "posted"})
    assert answer.status_code == 404


def test_a_deleted_suggestion_leaves_nothing_behind(
    client: FlaskClient, drafted: Callable[[Suggest], None], store: Store
) -> None:
    drafted(echoed)
    made = client.post("/v1/suggestions", json=BODY, headers=WHOLE).json
    assert made is not None
    path = f"/v1/suggestions/{made['id']}"
    client.post(f"{path}/feedback", json={"outcome": "posted", "text": "The reply"})
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert store.recent_replies("x") == []
    assert store.suggestion_request(made["id"]) is None


def test_what_is_asked_for_again_under_its_key_is_made_once(
    client: FlaskClient, store: Store
) -> None:
    keyed = {"Idempotency-Key": "a wish"}
    first = read(client.post("/v1/suggestions", json=BODY, headers=keyed).text)
    again = read(client.post("/v1/suggestions", json=BODY, headers=keyed).text)
    assert again[-1] == first[-1]
    names = [name for name, _ in again]
    assert names == ["suggestion.created", "suggestion.text.done", "suggestion.completed"]
    assert again[0][1]["id"] == first[0][1]["id"]
    whole = client.post("/v1/suggestions", json=BODY, headers=keyed | WHOLE)
    assert whole.json == first[-1][1]
    other = client.post(
        "/v1/suggestions", json=BODY, headers={"Idempotency-Key": "another"} | WHOLE
    )
    assert other.json is not None
    assert other.json["id"] != first[-1][1]["id"]


def test_a_key_is_for_one_request_of_one_device(client: FlaskClient, store: Store) -> None:
    keyed = {"Idempotency-Key": "a wish"} | WHOLE
    mine = client.post("/v1/suggestions", json=BODY, headers=keyed).json
    refused = client.post("/v1/suggestions", json=BODY | {"tone": "warm"}, headers=keyed)
    assert (refused.status_code, refused.json and refused.json["type"]) == (
        409,
        "/problems/conflict",
    )
    token = store.add_device("Another", "extension").token
    theirs = keyed | {"Authorization": f"Bearer {token}"}
    other = client.post("/v1/suggestions", json=BODY, headers=theirs).json
    assert mine is not None and other is not None
    assert mine["id"] != other["id"]


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_none_is_refused(client: FlaskClient, key: str) -> None:
    answer = client.post("/v1/suggestions", json=BODY, headers={"Idempotency-Key": key})
    assert answer.status_code == 400


def test_of_two_that_were_made_at_the_same_time_the_first_is_kept(store: Store) -> None:
    request = SuggestionRequest.model_validate(BODY)
    made = keep_suggestion(store, request, "The first")
    first = store.suggestion(made)
    assert first is not None
    late = first.model_copy(update={"text": "The second"})
    assert store.save_suggestion(late, request) == first
    assert store.suggestion(made) == first
