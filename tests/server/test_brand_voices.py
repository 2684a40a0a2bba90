"""Brand voices: kept as they were written."""

from flask.testing import FlaskClient

from server.check_names import CHECK_NAMES
from server.checks import CHECKS
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


def test_a_check_is_switched_for_one_brand_voice(client: FlaskClient, store: Store) -> None:
    voice = store.add_brand_voice(
        BrandVoiceInput(name="Ember", banned_terms=["artisanal"], checks_off=["generic"])
    )
    path = f"/v1/brand-voices/{voice.id}/checks"

    def switched(check: str, is_on: bool) -> list[str]:
        answer = client.patch(path, json={"check": check, "is_on": is_on}).json
        assert answer is not None
        return list(answer["checks_off"])

    text = {"text": "Our artisanal loaf.", "brand_voice_id": voice.id}
    asked = text | {"thread": {"comments": [{"text": "My loaf came burnt."}]}}

    def found() -> set[str]:
        looked = client.post("/v1/checks", json=asked).json
        assert looked is not None
        return {finding["check"] for finding in looked["findings"]}

    assert "brand_terms" in found()
    assert switched("brand_terms", False) == ["generic", "brand_terms"]
    assert switched("brand_terms", False) == ["generic", "brand_terms"]
    assert "brand_terms" not in found()
    assert switched("brand_terms", True) == ["generic"]
    assert "brand_terms" in found()
    assert client.patch(path, json={"check": "no_such", "is_on": False}).status_code == 422
    gone = "/v1/brand-voices/bv_none/checks"
    assert client.patch(gone, json={"check": "blame", "is_on": False}).status_code == 404


def test_every_check_has_a_line_that_people_read() -> None:
    assert set(CHECK_NAMES) == {*CHECKS, "language"}


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
