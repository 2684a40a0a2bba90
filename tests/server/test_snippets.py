"""Snippets: kept, and found by their words."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from server import knowledge
from server.schemas import BrandVoiceInput, SnippetInput
from server.store import Store


def texts(client: FlaskClient, query: str = "") -> list[str]:
    """Give the texts of the snippets that a search finds."""
    answer = client.get("/v1/snippets", query_string={"query": query})
    assert answer.json is not None
    return sorted(snippet["text"] for snippet in answer.json["data"])


def test_snippets_are_found_by_all_their_words(client: FlaskClient) -> None:
    for text in ("Refunds take 5 days", "Refunds need 100% proof", "We open at 9"):
        assert client.post("/v1/snippets", json={"text": text}).status_code == 201
    assert texts(client, "REFUNDS days") == ["Refunds take 5 days"]
    assert texts(client, "0%") == ["Refunds need 100% proof"]
    assert len(texts(client)) == 3


def test_a_snippet_needs_a_brand_voice_that_is_there(client: FlaskClient) -> None:
    answer = client.post("/v1/snippets", json={"text": "x", "brand_voice_id": "bv_none"})
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["errors"][0]["pointer"] == "/brand_voice_id"


def test_a_snippet_does_not_end_before_it_begins(client: FlaskClient) -> None:
    days = {"valid_from": "2026-05-02", "valid_until": "2026-05-01"}
    answer = client.post("/v1/snippets", json={"text": "Sale"} | days)
    assert answer.status_code == 422
    assert answer.json is not None
    [fault] = answer.json["errors"]
    assert (fault["pointer"], "before valid_from" in fault["detail"]) == ("/valid_until", True)
    days["valid_from"] = "2026-05-01"
    assert client.post("/v1/snippets", json={"text": "Sale"} | days).status_code == 201


def test_a_brand_voice_uses_its_own_snippets_and_everyones_while_they_are_valid(
    store: Store,
) -> None:
    one, other = (store.add_brand_voice(BrandVoiceInput(name=name)) for name in ("A", "B"))
    store.add_snippets(
        [
            SnippetInput(text="everyone's"),
            SnippetInput(text="of one", brand_voice_id=one.id),
            SnippetInput(text="of the other", brand_voice_id=other.id),
            SnippetInput(text="over", valid_until=date(2026, 5, 1)),
            SnippetInput(text="to come", valid_from=date(2026, 7, 1)),
        ]
    )
    every = dict.fromkeys(("every", "of", "over", "to"), 1.0)

    def usable(voice_id: str | None, day: date) -> set[str]:
        return {snippet.text for snippet in store.snippets_with(every, voice_id, 9, day)}

    day = date(2026, 6, 1)
    assert usable(one.id, day) == {"everyone's", "of one"}
    assert usable(None, day) == {"everyone's"}
    assert "over" in usable(None, date(2026, 5, 1))


def test_snippets_are_found_by_their_words_and_the_heaviest_come_first(store: Store) -> None:
    texts = ("A lid costs 6 pounds", "Kettles cost 40 pounds", "We open at 9", "A kettle has a lid")
    lid, kettle, _, both = store.add_snippets([SnippetInput(text=text) for text in texts])
    weights = {"lid": 0.4, "kettl": 0.6}

    def found(limit: int = 9) -> list[str]:
        return [snippet.id for snippet in store.snippets_with(weights, None, limit)]

    assert found() == [both.id, kettle.id, lid.id]
    assert found(2) == [both.id, kettle.id]
    store.replace_snippet(kettle.id, SnippetInput(text="Pots cost 40 pounds"))
    store.delete_snippet(both.id)
    assert found() == [lid.id]
    assert store.snippets_with({}, None, 9) == []


def test_a_snippet_is_written_anew_and_deleted(client: FlaskClient) -> None:
    added = client.post("/v1/snippets", json={"text": "We open at 9"}).json
    assert added is not None
    path = f"/v1/snippets/{added['id']}"
    changed = client.put(path, json={"text": "We open at 10"}).json
    assert changed is not None
    assert changed["text"] == "We open at 10"
    assert client.delete(path).status_code == 204
    assert client.delete(path).status_code == 404


def test_the_nearest_snippets_fit_and_none_that_was_left_out(store: Store) -> None:
    texts = ("Dogs are welcome in the garden", "We open at 9", "Cards only, no cash")
    dogs, _, _ = store.add_snippets([SnippetInput(text=text) for text in texts])
    asked = "can i bring my labrador?"
    assert knowledge.fitting(store, None, asked)[0].id == dogs.id
    assert dogs.id not in [fact.id for fact in knowledge.fitting(store, None, asked, "", [dogs.id])]
    assert knowledge.fitting(store, None, "") == []


def test_of_very_many_snippets_those_are_compared_that_share_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "MOST_COMPARED", 2)
    texts = ("Labradors are welcome", "Dogs are welcome", "We open at 9")
    named, _, _ = store.add_snippets([SnippetInput(text=text) for text in texts])
    [found] = knowledge.fitting(store, None, "can i bring my labrador?")
    assert found.id == named.id
