"""What a person says that a reply may rest on: facts of the moment, snippets put in or left out."""

from typing import Any

from flask.testing import FlaskClient

from server.schemas import BrandVoiceInput, SnippetInput
from server.store import Store

ASKED = {"comments": [{"text": "How long does a parcel take? Mine is a kettle."}]}
DAYS = "A parcel takes three days."


def suggested(client: FlaskClient, **more: Any) -> dict[str, Any]:
    """Give a whole suggestion."""
    body = {"thread": ASKED} | more
    answer = client.post("/v1/suggestions", json=body, headers={"Accept": "application/json"})
    assert answer.json is not None
    return dict(answer.json)


def rests(client: FlaskClient, text: str, **more: Any) -> list[tuple[str, str, str]]:
    """Give what each sentence of a text rests on."""
    looked = client.post("/v1/checks", json={"text": text} | more).json
    assert looked is not None
    return [(one["kind"], one["quote"], one["source"]) for one in looked["evidence"]]


def add(store: Store, text: str, **more: Any) -> str:
    """Keep a snippet; give its id."""
    return store.add_snippet(SnippetInput(text=text, source="Handbook", **more)).id


def offered(suggestion: dict[str, Any]) -> list[str]:
    return [snippet["text"] for snippet in suggestion["snippets"]]


def test_a_suggestion_says_which_snippets_it_was_offered(client: FlaskClient, store: Store) -> None:
    id_ = add(store, DAYS, valid_from="2026-03-01")
    add(store, "We sell bread.")
    [snippet] = suggested(client)["snippets"]
    assert snippet == {"id": id_, "text": DAYS, "source": "Handbook, 1 March 2026"}


def test_a_snippet_that_is_left_out_is_offered_to_no_draft_and_holds_no_sentence(
    client: FlaskClient, store: Store
) -> None:
    id_ = add(store, DAYS)
    made = suggested(client, snippets_out=[id_])
    assert offered(made) == []
    assert "three" not in made["text"]
    [(kind, *_)] = rests(client, DAYS, suggestion_id=made["id"])
    assert kind == "nothing"
    [(kind, *_)] = rests(client, DAYS, suggestion_id=made["id"], snippets_out=[])
    assert kind == "snippet"


def test_a_snippet_that_is_put_in_is_offered_first_though_it_does_not_fit(
    client: FlaskClient, store: Store
) -> None:
    add(store, DAYS)
    id_ = add(store, "Saturday drivers leave nothing outside.")
    made = suggested(client, snippets_in=[id_])
    assert offered(made) == ["Saturday drivers leave nothing outside.", DAYS]
    assert offered(suggested(client, snippets_in=[id_, id_])) == offered(made)


def test_what_is_gone_or_anothers_is_not_put_in(client: FlaskClient, store: Store) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    theirs = add(store, "We bake on Sundays.", brand_voice_id=voice.id)
    over = add(store, "Sale until May.", valid_until="2020-05-31")
    ids = ["snip_gone", theirs, over]
    assert offered(suggested(client, snippets_in=ids)) == []
    asked = {"snippets_in": ids, "brand_voice_id": voice.id}
    assert offered(suggested(client, **asked)) == ["We bake on Sundays."]


def test_a_fact_for_one_reply_holds_its_sentence_and_is_no_snippet(
    client: FlaskClient, store: Store
) -> None:
    fact = "The kettle is back on Tuesday."
    made = suggested(client, facts=[fact])
    held = [("snippet", fact, "for this reply alone")]
    assert rests(client, fact, suggestion_id=made["id"]) == held
    assert rests(client, fact, suggestion_id=made["id"], facts=[])[0][0] == "nothing"
    assert offered(made) == []
    assert store.snippets().data == []
    kept = store.suggestion_request(made["id"])
    assert kept is not None
    assert kept.facts == [fact]


def test_a_search_for_usable_snippets_leaves_out_what_no_draft_may_say(
    client: FlaskClient, store: Store
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    add(store, "Parcels: three days.")
    add(store, "Parcels: two days.", brand_voice_id=voice.id)
    add(store, "Parcels: ten days at Christmas.", valid_until="2020-12-31")

    def found(**more: str) -> list[str]:
        listed = client.get("/v1/snippets", query_string={"query": "parcels"} | more).json
        assert listed is not None
        return sorted(snippet["text"] for snippet in listed["data"])

    assert len(found()) == 3
    assert found(usable="true") == ["Parcels: three days."]
    both = ["Parcels: three days.", "Parcels: two days."]
    assert found(usable="true", brand_voice_id=voice.id) == both
