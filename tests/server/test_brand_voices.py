"""Brand voices: kept as they were written."""

from flask.testing import FlaskClient

from server.schemas import BrandVoiceInput, SnippetInput
from server.store import Store

VOICE = {
    "name": "Oat & Ember",
    "what": "a bakery in Leeds",
    "voice": "dry and kind",
    "guidelines": [{"text": "Never say cheap", "severity": "error"}],
    "preferred_terms": [{"term": "loaf", "instead_of": ["bread product"]}],
    "banned_terms": ["artisanal"],
    "checks_off": ["length"],
}


def test_a_brand_voice_is_kept_as_it_was_written(client: FlaskClient) -> None:
    added = client.post("/v1/brand-voices", json=VOICE)
    assert added.status_code == 201
    assert added.json is not None
    path = f"/v1/brand-voices/{added.json['id']}"
    got = client.get(path).json
    assert got is not None
    assert {name: got[name] for name in VOICE} == VOICE
    changed = client.put(path, json=VOICE | {"name": "Ember"}).json
    assert changed is not None
    assert (changed["name"], changed["created_at"]) == ("Ember", got["created_at"])
    assert client.delete(path).status_code == 204
    assert client.put(path, json=VOICE).status_code == 404


def test_deleting_a_brand_voice_takes_its_snippets_along(store: Store) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    own = store.add_snippet(SnippetInput(text="We open at 8", brand_voice_id=voice.id))
    everyone = store.add_snippet(SnippetInput(text="We bake on Sundays"))
    store.delete_brand_voice(voice.id)
    assert store.snippet(own.id) is None
    assert store.snippet(everyone.id) is not None


def test_a_list_comes_in_pages(client: FlaskClient, store: Store) -> None:
    names = {store.add_brand_voice(BrandVoiceInput(name=f"Voice {n}")).name for n in range(5)}
    seen, address, pages = [], "/v1/brand-voices?limit=2", 0
    while address:
        page = client.get(address).json
        assert page is not None
        seen += [voice["name"] for voice in page["data"]]
        cursor = page["next"]
        address = f"/v1/brand-voices?limit=2&cursor={cursor}" if cursor else ""
        pages += 1
    assert pages == 3
    assert len(seen) == 5
    assert set(seen) == names
