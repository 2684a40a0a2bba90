"""Advising: what a person chose to do with a comment stands until another choice is made."""

from typing import Any

from flask.testing import FlaskClient

from server.schemas import Triage

WHOLE = {"Accept": "application/json"}
PRAISE = "Best scones in town, thank you!"
BURNT = "Your kettle burst into flames and my daughter is in hospital"


def drafted(client: FlaskClient, text: str, **more: Any) -> dict[str, Any]:
    """Ask for a suggestion for a comment on X and give it whole."""
    thread = {"platform": "x", "comments": [{"author": "Ann", "text": text}]}
    answer = client.post(
        "/v1/suggestions", json={"thread": thread, "seed": 1} | more, headers=WHOLE
    )
    assert answer.json is not None
    assert answer.status_code == 200, answer.json
    return dict(answer.json)


def test_a_choice_is_kept_for_the_comment_and_the_draft_follows_it(client: FlaskClient) -> None:
    first = drafted(client, PRAISE)["triage"]
    assert (first["action"], first["advised"]) == ("reply", None)
    asked = drafted(client, PRAISE, action="ask")["triage"]
    assert (asked["action"], asked["advised"], asked["why"]) == ("ask", "reply", "You chose this.")
    assert drafted(client, PRAISE)["triage"] == asked
    assert drafted(client, PRAISE + " Really.")["triage"]["advised"] is None
    assert drafted(client, PRAISE, action="reply")["triage"] == first
    assert drafted(client, PRAISE)["triage"] == first


def test_leaving_a_comment_alone_needs_no_new_draft(client: FlaskClient) -> None:
    made = drafted(client, PRAISE)
    path = f"/v1/suggestions/{made['id']}"
    changed = client.patch(f"{path}/triage", json={"action": "ignore"}).json
    assert changed is not None
    assert changed["triage"]["action"] == "ignore"
    assert changed["text"] == made["text"]
    assert client.get(path).json == changed
    left = drafted(client, PRAISE)
    assert (left["text"], left["finish_reason"]) == ("", "no_reply_advised")
    assert drafted(client, PRAISE, action="reply")["text"]


def test_a_hand_over_that_is_chosen_has_a_team_and_a_note(client: FlaskClient) -> None:
    made = drafted(client, PRAISE)
    assert made["hand_off"] is None
    path = f"/v1/suggestions/{made['id']}/triage"
    changed = client.patch(path, json={"action": "hand_over"}).json
    assert changed is not None
    assert changed["hand_off"]["to"] == changed["triage"]["hand_over_to"] == "support"
    legal = client.patch(path, json={"action": "hand_over", "hand_over_to": "legal"}).json
    assert legal is not None
    assert legal["hand_off"]["to"] == "legal"
    assert drafted(client, PRAISE)["hand_off"]["to"] == "legal"


def test_grave_matters_come_with_a_note_for_the_colleague(client: FlaskClient) -> None:
    made = drafted(client, BURNT)
    assert (made["triage"]["risk"], made["triage"]["action"]) == ("high", "hand_over")
    assert made["hand_off"]["to"] == made["triage"]["hand_over_to"]
    assert f"“{BURNT}”" in made["hand_off"]["note"]
    assert made["text"]


def test_only_a_suggestion_that_is_there_can_be_overruled(client: FlaskClient) -> None:
    path = "/v1/suggestions/sug_none/triage"
    assert client.patch(path, json={"action": "reply"}).status_code == 404
    assert client.patch(path, json={"action": "dance"}).status_code == 422


def test_suggestions_kept_before_triage_knew_of_choices_can_be_read() -> None:
    old = {"intent": "praise", "feeling": "happy", "risk": "none", "action": "reply", "why": ""}
    assert Triage.model_validate(old).advised is None
