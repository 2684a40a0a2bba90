"""Hand-offs: passed on once, done when a colleague is done."""

from flask.testing import FlaskClient

from server.schemas import Comment, SuggestionRequest, Thread
from server.store import Store
from tests.server.samples import keep_suggestion

NOTE = "Ann wrote: “it burnt my hand”."


def test_a_comment_is_passed_on_and_done(client: FlaskClient, store: Store) -> None:
    thread = Thread(platform="x", comments=[Comment(author="Ann", text="it burnt my hand")])
    made = keep_suggestion(store, SuggestionRequest(thread=thread))
    body = {"to": "safety", "note": NOTE, "suggestion_id": made}
    answer = client.post("/v1/hand-offs", json=body)
    assert answer.status_code == 201
    assert answer.json is not None
    assert (answer.json["author"], answer.json["status"]) == ("Ann", "open")
    path = f"/v1/hand-offs/{answer.json['id']}"
    renewed = client.post("/v1/hand-offs", json=body | {"note": "More is known."}).json
    assert renewed is not None
    assert (renewed["id"], renewed["note"]) == (answer.json["id"], "More is known.")
    done = client.patch(path, json={"status": "done"}).json
    assert done is not None
    assert done["done_at"] is not None
    assert client.patch(path, json={"to": "legal"}).json["to"] == "legal"  # type: ignore[index]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404


def test_hand_offs_are_listed_by_team_and_state(client: FlaskClient) -> None:
    for team in ("legal", "safety"):
        client.post("/v1/hand-offs", json={"to": team, "note": NOTE})
    listed = client.get("/v1/hand-offs?to=legal&status=open").json
    assert listed is not None
    assert [one["to"] for one in listed["data"]] == ["legal"]
    assert client.get("/v1/hand-offs?status=done").json == {"data": [], "next": None}


def test_a_hand_off_needs_a_team_and_a_note(client: FlaskClient) -> None:
    for body in ({"to": "", "note": NOTE}, {"to": "cooks", "note": NOTE}, {"to": "pr", "note": ""}):
        assert client.post("/v1/hand-offs", json=body).status_code == 422
