"""Tones: the five presets, and what people may change about them."""

from flask.testing import FlaskClient

from models.prompt import TONES
from server.store import Store


def test_the_presets_are_those_of_the_prompt(store: Store) -> None:
    presets = {tone.id: tone.description for tone in store.tones()}
    assert presets == TONES
    assert all(tone.is_preset and tone.enabled for tone in store.tones())


def test_a_tone_is_added_renamed_reordered_and_deleted(client: FlaskClient) -> None:
    added = client.post("/v1/tones", json={"name": "Dry wit", "emoji": 0, "position": 5})
    assert added.status_code == 201
    assert added.json is not None
    assert added.json["id"] == "dry-wit"
    listed = client.get("/v1/tones").json
    assert listed is not None
    assert [tone["id"] for tone in listed["data"]][:2] == ["dry-wit", "plain"]
    renamed = client.put("/v1/tones/dry-wit", json={"name": "Deadpan", "position": 90})
    assert renamed.json is not None
    assert (renamed.json["id"], renamed.json["name"]) == ("dry-wit", "Deadpan")
    assert client.delete("/v1/tones/dry-wit").status_code == 204
    assert client.get("/v1/tones/dry-wit").status_code == 404


def test_a_preset_is_switched_off_but_not_deleted(client: FlaskClient, store: Store) -> None:
    assert client.delete("/v1/tones/playful").status_code == 409
    changed = client.put("/v1/tones/playful", json={"name": "Playful", "enabled": False})
    assert changed.status_code == 200
    assert "playful" not in [tone.id for tone in store.tones(enabled_only=True)]


def test_the_last_tone_that_is_on_stays_on(client: FlaskClient, store: Store) -> None:
    for tone in store.tones():
        answer = client.put(f"/v1/tones/{tone.id}", json={"name": tone.name, "enabled": False})
    assert answer.status_code == 409
    assert len(store.tones(enabled_only=True)) == 1


def test_two_tones_cannot_share_an_id(client: FlaskClient) -> None:
    assert client.post("/v1/tones", json={"name": "WARM!"}).status_code == 409
    assert client.post("/v1/tones", json={"name": "日本"}).status_code == 409
