"""Snippets from files: what would change is said first, then done; nothing is lost."""

from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.cells import cell, uncelled
from server.schemas import BrandVoiceInput, SnippetInput
from server.store import Store

LINES, CSV = "application/x-ndjson", "text/csv"
MADE_HERE = {"id", "created_at", "updated_at"}


def looked(
    client: FlaskClient, body: str | bytes, kind: str = CSV, seen: str = "", status: int = 200
) -> dict[str, Any]:
    """Give what a file would change, or changed."""
    path = f"/v1/snippets/import?seen={seen}" if seen else "/v1/snippets/import"
    answer = client.post(path, data=body, content_type=kind)
    assert answer.status_code == status, answer.json
    assert answer.json is not None
    return answer.json


def taken_in(client: FlaskClient, body: str | bytes, kind: str = CSV) -> dict[str, Any]:
    """Take a file in, having looked at it."""
    return looked(client, body, kind, looked(client, body, kind)["seen"])


def counts(answer: dict[str, Any]) -> tuple[int, int, int, int]:
    """Give how many are new, changed, the same, refused."""
    return answer["new"], answer["changed"], answer["same"], answer["refused"]


def reasons(answer: dict[str, Any]) -> dict[int, str]:
    """Give why lines are refused."""
    return {line["line"]: line["reason"] for line in answer["lines"] if line["kind"] == "refused"}


def texts(store: Store) -> list[str]:
    """Give the texts of all snippets."""
    return sorted(snippet.text for snippet in store.all_snippets())


def kept(store: Store) -> list[str]:
    """Give all snippets as they would be written down."""
    return sorted(one.model_dump_json(exclude=MADE_HERE) for one in store.all_snippets())


def test_a_file_is_looked_at_before_anything_changes(client: FlaskClient, store: Store) -> None:
    said = looked(client, "text\nWe open at 9\n")
    assert (counts(said), said["is_done"]) == ((1, 0, 0, 0), False)
    assert texts(store) == []
    done = looked(client, "text\nWe open at 9\n", seen=said["seen"])
    assert (counts(done), done["is_done"]) == ((1, 0, 0, 0), True)
    assert texts(store) == ["We open at 9"]


@pytest.mark.parametrize(("format_", "kind"), [("csv", CSV), ("lines", LINES)])
def test_what_is_exported_is_the_same_when_it_is_imported(
    client: FlaskClient, store: Store, format_: str, kind: str
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    for name in ("Twin", "Twin"):
        twin = store.add_brand_voice(BrandVoiceInput(name=name))
    days = {"valid_from": date(2026, 1, 1), "valid_until": date(2030, 1, 31)}
    url = "https://shop.example/hours"
    store.add_snippets(
        [
            SnippetInput.model_validate({"text": 'We\u2028open at "9", Öst', "url": url} | days),
            SnippetInput(text="=1+1 is two\nlines", source="'@the door", brand_voice_id=voice.id),
            SnippetInput(text="'-quoted", brand_voice_id=twin.id),
        ]
    )
    before = list(store.all_snippets())
    exported = client.get(f"/v1/snippets/export?format={format_}")
    assert exported.mimetype == kind
    assert counts(looked(client, exported.data, kind)) == (0, 0, 3, 0)
    for snippet in before:
        store.delete_snippet(snippet.id)
    assert counts(taken_in(client, exported.data, kind)) == (3, 0, 0, 0)
    assert kept(store) == sorted(snippet.model_dump_json(exclude=MADE_HERE) for snippet in before)


def test_a_change_says_what_was_and_what_will_be(client: FlaskClient, store: Store) -> None:
    opens = store.add_snippet(SnippetInput(text="We open at 9", source="the door"))
    store.add_snippet(SnippetInput(text="Parking is free", source="the sign"))
    body = f"id,text\n{opens.id},We open at 10\n,parking  is free\n"
    said = looked(client, body)
    assert counts(said) == (0, 2, 0, 0)
    assert said["lines"][0]["changes"] == [
        {"field": "text", "was": "We open at 9", "will": "We open at 10"}
    ]
    looked(client, body, seen=said["seen"])
    assert texts(store) == ["We open at 10", "parking  is free"]
    kept = store.snippet(opens.id)
    assert kept is not None
    assert kept.source == "the door"  # the file has no such column, so it stays
    found = store.snippets_with({"10": 1.0}, None, 9)
    assert [snippet.text for snippet in found] == ["We open at 10"]


def test_an_empty_cell_takes_away_and_the_look_says_so(client: FlaskClient, store: Store) -> None:
    store.add_snippet(SnippetInput(text="We open at 9", source="the door"))
    [line] = looked(client, "text,source\nWe open at 9,\n")["lines"]
    assert line["changes"] == [{"field": "source", "was": "the door", "will": ""}]


def test_what_cannot_be_taken_in_says_why_and_the_rest_goes_in(
    client: FlaskClient, store: Store
) -> None:
    for _ in range(2):
        store.add_brand_voice(BrandVoiceInput(name="Twin"))
    body = (
        "text,brand_voice,valid_from,valid_until\r\n"
        "We open at 9,,,\r\n"
        ",,,\r\n"
        ",Nobody,,\r\n"
        "Sale,,31/05/2026,\r\n"
        "Sale,,2026-05-02,2026-05-01\r\n"
        '"two\r\nlines",Twin,,\r\n'
        "we open at  9,,,\r\n"
        "a,b,c,d,e\r\n"
        "Fair,,,31.12.2026\r\n"
    )
    said = looked(client, body)
    assert counts(said) == (1, 0, 0, 7)
    why = reasons(said)
    assert "no brand voice" in why[4]
    assert why[5] == "valid_from: write a day as in 2026-05-31"
    assert "before valid_from" in why[6]
    assert "several brand voices" in why[7]
    assert why[9] == "is about the same snippet as line 2"
    assert "5 cells" in why[10]
    assert why[11] == "valid_until: write a day as in 2026-05-31"
    looked(client, body, seen=said["seen"])
    assert texts(store) == ["We open at 9"]


def test_bad_json_lines_are_refused_one_by_one(client: FlaskClient, store: Store) -> None:
    body = '{"text": "We open at 9"}\n\n{"text": ""}\n[1]\n{"text": "x", "note": 1}\n{"id": [1]}\n{'
    said = looked(client, body, LINES)
    assert counts(said) == (1, 0, 0, 5)
    assert sorted(reasons(said)) == [3, 4, 5, 6, 7]
    assert "'note'" in reasons(said)[5]


def test_nothing_is_done_where_it_changed_since_it_was_looked_at(
    client: FlaskClient, store: Store
) -> None:
    snippet = store.add_snippet(SnippetInput(text="We open at 9", source="the door"))
    body = f"id,text\n{snippet.id},We open at 10\n"
    said = looked(client, body)
    store.replace_snippet(snippet.id, SnippetInput(text="We open at 8"))
    looked(client, body, seen=said["seen"], status=409)
    looked(client, "text\nAnother\n", seen=said["seen"], status=409)
    assert texts(store) == ["We open at 8"]


@pytest.mark.parametrize(
    "body", ["\ufeffText;Source\nWe open at 9;door\n", "text\tsource\nWe open at 9\tdoor"]
)
def test_what_spreadsheets_write_is_read(client: FlaskClient, store: Store, body: str) -> None:
    taken_in(client, body.encode())
    [snippet] = store.all_snippets()
    assert (snippet.text, snippet.source) == ("We open at 9", "door")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("fact,source\nx,y\n", "The first line must name the columns: id, text, brand_voice"),
        ("source\ny\n", "only text is needed"),
        ("text,text\nx,y\n", "each once"),
        ("", "The first line"),
        ("text\n" + "x\n" * 5001, "5,001 snippets; 5,000"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(client: FlaskClient, body: str, said: str) -> None:
    assert said in looked(client, body, status=400)["detail"]


def test_a_file_of_another_kind_is_refused(client: FlaskClient) -> None:
    assert "text/csv" in looked(client, "x", "application/pdf", status=415)["detail"]
    assert "UTF-8" in looked(client, "text\nÖst".encode("latin-1"), status=400)["detail"]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "it's", "' x", "-", " +1", "＝1", "x"])  # noqa: RUF001
def test_what_a_cell_holds_is_read_back(text: str) -> None:
    assert uncelled(str(cell(text))) == text


def test_a_hostile_file_costs_no_time_and_no_mistake_of_ours(client: FlaskClient) -> None:
    spaces = f"text\n'{' ' * 100_000}x\n"
    assert counts(looked(client, spaces)) == (0, 0, 0, 1)
    assert "Line 1" in looked(client, "a" * 140_000, status=400)["detail"]
    half = looked(client, '{"text": "half \\ud800"}\n', LINES)
    assert counts(half) == (0, 0, 0, 1)
    assert half["lines"][0]["text"] == "half ?"
    assert "half of a surrogate pair" in half["lines"][0]["reason"]
