"""People: what was said with one before, and that nothing is left of who is forgotten."""

import re
from datetime import UTC, datetime
from pathlib import Path

from flask.testing import FlaskClient

from server.schemas import (
    Comment,
    Evidence,
    Feedback,
    HandOffInput,
    PromiseInput,
    SuggestionRequest,
    Thread,
)
from server.store import Store
from server.store.tables import metadata
from tests.server.samples import ADVICE, keep_suggestion

ANN = "Ann Öst / @ann?"
PATH = "/v1/people/x/Ann%20%C3%96st%20%2F%20%40ann%3F"
WHOLE = {"Accept": "application/json"}
WORDS = "my kettle lid broke in two"


def asked(*comments: Comment, others: tuple[str, ...] = ()) -> SuggestionRequest:
    """Give a request about a thread on X."""
    thread = Thread(platform="x", url="https://x.com/1", comments=[*comments], others=[*others])
    return SuggestionRequest(thread=thread)


def fill(store: Store) -> str:
    """Keep an exchange with Ann, a promise, a hand-off, and her words in Bob's thread."""
    hers = keep_suggestion(store, asked(Comment(author=ANN, text=WORDS)), "Sorry.")
    store.save_feedback(hers, Feedback(outcome="posted", text="Sorry. A lid is coming."))
    store.add_promise(PromiseInput(quote="A lid is coming.", what="send", suggestion_id=hers))
    store.add_hand_off(HandOffInput(to="product", note=f"“{WORDS}”", suggestion_id=hers))
    store.overrule(
        "x", Comment(author=ANN, text=WORDS), advised=ADVICE, action="ask", hand_over_to=""
    )
    bobs = asked(
        Comment(author=ANN, text=WORDS), Comment(author="Bob", text="Mine too"), others=(WORDS,)
    )
    quoted = Evidence(start=0, end=5, kind="thread", quote="kettle lid broke")
    keep_suggestion(store, asked(Comment(author="Cy", text="Hi"), others=(WORDS, "Hello")))
    return keep_suggestion(store, bobs, "Sorry, Bob.", evidence=[quoted])


def test_a_person_s_exchanges_promises_and_hand_offs_are_known(
    client: FlaskClient, store: Store
) -> None:
    fill(store)
    person = client.get(PATH).json
    assert person is not None
    assert (person["author"], person["exchange_count"]) == (ANN, 1)
    [exchange] = person["exchanges"]
    assert (exchange["comment"], exchange["reply"]) == (WORDS, "Sorry. A lid is coming.")
    assert [promise["quote"] for promise in person["promises"]] == ["A lid is coming."]
    assert [one["to"] for one in person["hand_offs"]] == ["product"]


def test_of_a_stranger_nothing_is_known(client: FlaskClient) -> None:
    person = client.get("/v1/people/youtube/nobody").json
    assert person is not None
    assert (person["exchange_count"], person["promises"], person["hand_offs"]) == (0, [], [])
    assert client.delete("/v1/people/youtube/nobody").status_code == 404
    assert client.get("/v1/people/myspace/ann").status_code == 404


def test_of_who_is_forgotten_no_word_is_left(
    client: FlaskClient, store: Store, tmp_path: Path
) -> None:
    bobs = fill(store)
    assert client.delete(PATH).status_code == 204
    assert client.delete(PATH).status_code == 404
    left = store.suggestion_request(bobs)
    assert left is not None
    assert [comment.text for comment in left.thread.comments] == ["(forgotten)", "Mine too"]
    with store.engine.connect() as connection:
        rows = [
            row for table in metadata.sorted_tables for row in connection.execute(table.select())
        ]
        kept = str([tuple(row) for row in rows])
        if store.engine.dialect.name == "sqlite":  # its file must not have them either
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            kept += (tmp_path / "candor.db").read_bytes().decode("utf-8", "replace")
    assert "Mine too" in kept
    for gone in ("kettle", "@ann", "lid is coming"):
        assert gone not in kept, gone


def test_who_is_forgotten_is_named_no_more_where_somebody_else_was_answered(
    client: FlaskClient, store: Store
) -> None:
    thread = asked(
        Comment(author="Ann Öst", text=WORDS), Comment(author="Bob", text="@Ann Öst mine too")
    )
    request = thread.model_copy(update={"note": "Ann got hers, tell Bob"})
    saved = Evidence(start=0, end=25, kind="thread", quote="Ann")
    draft = "Annie sent Ann her lid 🫖. Bob, yours is next."
    bobs = keep_suggestion(store, request, draft, evidence=[saved])
    store.save_feedback(bobs, Feedback(outcome="posted", text="As for Ann: a lid is coming."))
    assert client.delete("/v1/people/x/Ann%20%C3%96st").status_code == 204
    kept = store.suggestion(bobs)
    assert kept is not None
    assert kept.text == "Annie sent ___ her lid 🫖. Bob, yours is next."
    [past] = store.history().data
    assert (past.comment, past.draft) == ("@_______ mine too", kept.text)
    assert past.reply == "As for ___: a lid is coming."
    with store.engine.connect() as connection:
        rows = [
            row for table in metadata.sorted_tables for row in connection.execute(table.select())
        ]
    assert not re.search(r"\bAnn\b", str([tuple(row) for row in rows]))


def test_the_same_name_elsewhere_is_another_person(client: FlaskClient, store: Store) -> None:
    fill(store)
    person = client.get(PATH.replace("/x/", "/youtube/")).json
    assert person is not None
    assert person["exchange_count"] == 0


def test_a_draft_comes_with_what_is_open_to_the_person_and_may_say_it(
    client: FlaskClient, store: Store
) -> None:
    before = keep_suggestion(store, asked(Comment(author="Bob", text="the lid of my kettle broke")))
    store.save_feedback(before, Feedback(outcome="posted", text="A new lid is coming."))
    promise = store.add_promise(
        PromiseInput(
            quote="I'll send you a new kettle lid by Friday.",
            what="send you a new kettle lid",
            who="I",
            due=datetime(2026, 3, 6, 22, 59, 59, tzinfo=UTC),
            time_zone="Europe/Paris",
            suggestion_id=before,
        )
    )
    request = asked(Comment(author="Bob", text="still no kettle lid, when does it come?"))
    body = request.model_dump(mode="json") | {"seed": 1}
    made = client.post("/v1/suggestions", json=body, headers=WHOLE).json
    assert made is not None
    assert made["person"]["exchange_count"] == 1
    assert [one["id"] for one in made["person"]["promises"]] == [promise.id]
    said = "We promised to send you a new kettle lid by Friday 6 March."
    assert said in made["text"]
    assert promise.id in [rest["ref"] for rest in made["evidence"]]
    handed = client.post("/v1/suggestions", json=body | {"action": "hand_over"}, headers=WHOLE)
    assert handed.json is not None
    assert said not in handed.json["text"]
    assert promise.quote in handed.json["hand_off"]["note"]
    client.post("/v1/suggestions", json=body | {"action": "reply"}, headers=WHOLE)
    client.patch(f"/v1/promises/{promise.id}", json={"status": "done"})
    again = client.post("/v1/suggestions", json=body, headers=WHOLE).json
    assert again is not None
    assert again["person"]["promises"] == []
    assert said not in again["text"]


def test_the_unnamed_and_the_unknown_bring_no_memory(client: FlaskClient) -> None:
    for author in ("", "Cy"):
        body = asked(Comment(author=author, text="Hello there")).model_dump(mode="json")
        made = client.post("/v1/suggestions", json=body, headers=WHOLE).json
        assert made is not None
        assert made["person"] is None
