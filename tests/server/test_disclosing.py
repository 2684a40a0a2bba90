"""Disclosing: the brand's line stands at the end of its drafts, where it wants it."""

from typing import Any

import pytest
from flask.testing import FlaskClient

LINE = "Written with a machine's help, read by Jo."
WHOLE = {"Accept": "application/json"}


def voice(client: FlaskClient, **disclosure: Any) -> str:
    """Add a brand voice with a disclosure line; give its id."""
    added = client.post("/v1/brand-voices", json={"name": "Hollin", "disclosure": disclosure})
    assert added.json is not None
    return str(added.json["id"])


def drafted(client: FlaskClient, voice_id: str, **more: Any) -> dict[str, Any]:
    """Ask for a suggestion for a comment on X and give it whole."""
    thread = {"platform": "x", "comments": [{"text": "my parcel came crushed"}]}
    body = {"thread": thread, "brand_voice_id": voice_id, "seed": 1} | more
    answer = client.post("/v1/suggestions", json=body, headers=WHOLE)
    assert answer.json is not None
    return dict(answer.json)


@pytest.mark.parametrize(("platforms", "there"), [([], True), (["x"], True), (["reddit"], False)])
def test_the_line_is_added_where_the_brand_wants_it(
    client: FlaskClient, platforms: list[str], there: bool
) -> None:
    made = drafted(client, voice(client, text=LINE, platforms=platforms))
    assert made["disclosure"] == (LINE if there else "")
    texts = [made["text"], *(other["text"] for other in made["alternatives"])]
    assert [text.count(LINE) for text in texts] == [int(there)] * len(texts)


def test_the_line_rests_on_the_brand_and_is_not_said_twice(client: FlaskClient) -> None:
    voice_id = voice(client, text=LINE)
    made = drafted(client, voice_id)
    last = made["evidence"][-1]
    assert (last["kind"], last["ref"], last["quote"]) == ("snippet", "disclosure", LINE)
    path = f"/v1/suggestions/{made['id']}/feedback"
    told = client.post(path, json={"outcome": "posted", "text": made["text"]}).json
    assert told is not None
    assert told["human_share"] == 0
    wish = {"draft": made["text"], "instruction": "Make it shorter."}
    again = drafted(client, voice_id, **wish)
    assert again["text"].count(LINE) == 1
    assert "repeats_itself" not in [found["check"] for found in again["findings"]]


def test_a_line_of_nothing_is_refused(client: FlaskClient) -> None:
    body = {"name": "Hollin", "disclosure": {"text": " "}}
    assert client.post("/v1/brand-voices", json=body).status_code == 422
    body = {"name": "Hollin", "locale": "english"}  # type: ignore[dict-item]
    assert client.post("/v1/brand-voices", json=body).status_code == 422
