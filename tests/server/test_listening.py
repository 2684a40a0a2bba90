"""Listening: what people told us, counted by person, and what of it is passed on."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from server.cells import cell
from server.listening.quoting import without_details
from server.schemas import (
    BrandVoiceInput,
    Comment,
    Evidence,
    Feedback,
    PromiseInput,
    SnippetInput,
    SuggestionRequest,
    Thread,
)
from server.store import Store
from server.store.tables import feedback
from tests.server.samples import ADVICE, keep_suggestion

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
DAYS = {"from": "2026-05-11", "to": "2026-05-20"}
LATE = "My parcel never arrived and nobody answers."


def hear(
    store: Store,
    text: str,
    *,
    author: str = "",
    at: datetime = NOW,
    intent: str = "complaint",
    evidence: tuple[Evidence, ...] = (),
    voice_id: str | None = None,
    **triage: Any,
) -> str:
    """Keep a suggestion for a comment that somebody wrote on X; give its id."""
    comment = Comment(author=author, text=text, posted_at=at - timedelta(hours=2))
    thread = Thread(platform="x", url="https://x.com/ann/1", comments=[comment])
    advice = ADVICE.model_copy(update={"intent": intent} | triage)
    request = SuggestionRequest(thread=thread, brand_voice_id=voice_id)
    more = {"triage": advice, "created_at": at, "evidence": list(evidence)}
    return keep_suggestion(store, request, "Sorry.", **more)


def told(client: FlaskClient, **query: Any) -> dict[str, Any]:
    """Give what the API tells of the ten days."""
    answer = client.get("/v1/listening", query_string=DAYS | query)
    assert answer.status_code == 200, answer.json
    assert answer.json is not None
    return answer.json


def themes(listening: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Give for each theme how many people talk of it, now and before."""
    return {one["name"]: (one["people"], one["people_before"]) for one in listening["themes"]}


def test_a_person_counts_once_for_each_theme(client: FlaskClient, store: Store) -> None:
    for number in range(3):
        hear(store, f"{LATE} That is mail number {number}.", author="Ann")
    hear(store, "still no parcel", author="Bob")
    hear(store, LATE)
    hear(store, "My parcel was late.", author="Cy", at=NOW - timedelta(days=12))
    listening = told(client)
    assert (listening["comments"], listening["people"]) == (5, 3)
    assert (listening["comments_before"], listening["people_before"]) == (1, 1)
    assert themes(listening)["delivery"] == (3, 1)
    [quoted] = [one["quotes"] for one in listening["themes"] if one["name"] == "delivery"]
    assert len(quoted) == 3


def test_a_comment_counts_once_however_often_it_was_drafted_for(
    client: FlaskClient, store: Store
) -> None:
    for hours in range(3):
        last = hear(store, LATE, author="Ann", at=NOW - timedelta(days=2) + timedelta(hours=hours))
    assert told(client)["comments"] == 1
    assert client.delete(f"/v1/suggestions/{last}").status_code == 204
    assert told(client)["comments"] == 1


def test_a_word_of_one_person_is_no_theme_and_one_of_two_is(
    client: FlaskClient, store: Store
) -> None:
    hear(store, "The kettle hums.", author="Ann", intent="story")
    assert themes(told(client)) == {}
    hear(store, "My kettle sings.", author="Bob", intent="story")
    assert themes(told(client)) == {"kettle": (2, 0)}


def test_the_narrower_theme_is_shown_where_nearly_all_mean_it(
    client: FlaskClient, store: Store
) -> None:
    for name in ("Ann", "Bob", "Cy"):
        hear(store, "The cardamom bun was warm.", author=name, intent="story")
    shown = themes(told(client))
    assert "cardamom bun" in shown
    assert "bun" not in shown


def test_what_was_heard_is_laid_out_over_time(client: FlaskClient, store: Store) -> None:
    hear(store, LATE, author="Ann", feeling="angry", risk="low")
    hear(store, "Lovely kettle!", author="Bob", intent="praise", at=NOW - timedelta(days=9))
    listening = told(client)
    days = listening["over_time"]
    assert [day["comments"] for day in days] == [1, *[0] * 8, 1]
    assert days[-1]["feelings"] == [{"value": "angry", "comments": 1, "people": 1}]
    assert days[-1]["risks"][0]["value"] == "low"
    assert days[0]["intents"][0]["value"] == "praise"
    year = told(client, **{"from": "2025-05-21"})["over_time"]
    assert len(year) == 53
    assert (year[0]["first"], year[0]["last"]) == ("2025-05-21", "2025-05-27")
    assert sum(week["comments"] for week in year) == 2


def test_a_team_hears_what_is_for_it(client: FlaskClient, store: Store) -> None:
    hear(store, "Please bring back the blue lid", author="Ann", intent="suggestion")
    hear(store, "Shame on you for the plastic", author="Bob", intent="criticism", risk="high")
    hear(store, LATE, author="Cy")
    hear(store, "I love the kettle, best gift ever", author="Di", intent="praise")
    hear(store, "Do you ship to Norway?", author="Ed", intent="question")
    lists = ("questions", "wishes", "troubles", "criticism", "praise")
    whole = told(client)
    assert {name: len(whole[name]) for name in lists} == dict.fromkeys(lists, 1)
    heard = {team: told(client, team=team) for team in ("product", "pr", "support", "marketing")}
    filled = {team: {name for name in lists if one[name]} for team, one in heard.items()}
    assert filled == {
        "product": {"wishes", "troubles"},
        "pr": {"criticism"},
        "support": {"troubles", "questions"},
        "marketing": {"praise"},
    }
    assert {team: one["comments"] for team, one in heard.items()} == {
        "product": 2, "pr": 1, "support": 2, "marketing": 1,
    }  # fmt: skip


def test_a_question_is_open_until_a_snippet_answers_it(client: FlaskClient, store: Store) -> None:
    asked = "Do you ship to Norway?"
    rests = Evidence(start=0, end=5, kind="snippet", ref="snip_1", quote="We open at 9.")
    hear(store, "When do you open?", author="Bob", intent="question", evidence=(rests,))
    for name in ("Ann", "Cy"):
        hear(store, asked, author=name, intent="question")
    [question] = told(client)["questions"]
    assert (question["people"], question["quotes"][0]["text"]) == (2, asked)
    store.add_snippet(SnippetInput(text="We ship to Norway for 12 pounds."))
    assert told(client)["questions"] == []


def test_praise_is_worth_showing_where_nothing_turns_against_it(
    client: FlaskClient, store: Store
) -> None:
    hear(store, "I love the kettle but the lid broke", author="Ann", intent="praise")
    hear(store, "Best kettle I ever had, it sings!", author="Bob", intent="praise")
    [praise] = told(client)["praise"]
    assert praise["quotes"][0]["text"] == "Best kettle I ever had, it sings!"


def test_it_is_said_how_soon_replies_were_posted_and_what_is_owed(
    client: FlaskClient, store: Store
) -> None:
    for number, minutes in enumerate((10, 20, 60)):
        made = hear(store, f"{LATE} {number}", author=f"Ann {number}")
        store.save_feedback(made, Feedback(outcome="posted", text="Sorry."))
        with store.engine.begin() as connection:
            told_at = NOW + timedelta(minutes=minutes)
            ours = feedback.c.suggestion_id == made
            connection.execute(update(feedback).where(ours).values(created_at=told_at))
    store.add_promise(PromiseInput(quote="I'll look", what="look", due=NOW))
    store.add_promise(PromiseInput(quote="I'll ask", what="ask"))
    listening = told(client)
    assert listening["answered"]["since_seen"] == {"count": 3, "median_s": 1200, "most_s": 3120}
    assert listening["answered"]["since_written"]["median_s"] == 1200 + 7200
    assert listening["outcomes"] == [{"value": "posted", "comments": 3, "people": 3}]
    assert listening["promises"] == {"open": 2, "late": 1}


def test_only_one_brand_s_comments_are_heard_where_one_is_named(
    client: FlaskClient, store: Store
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    hear(store, LATE, author="Ann", voice_id=voice.id)
    hear(store, LATE, author="Bob")
    assert told(client, brand_voice_id=voice.id)["people"] == 1
    assert told(client, platform="youtube")["people"] == 0


def test_names_and_details_of_people_are_left_out_unless_asked_for(
    client: FlaskClient, store: Store
) -> None:
    text = "I love it @emberkettles! Mail me at ann@home.example, order 4417-22."
    hear(store, text, author="Ann", intent="praise")
    [praise] = told(client)["praise"]
    quote = praise["quotes"][0]
    assert quote["text"] == "I love it […]! Mail me at […], order […]."
    assert (quote["author"], quote["url"]) == ("", "")
    [praise] = told(client, names="true")["praise"]
    quote = praise["quotes"][0]
    assert (quote["text"], quote["author"], quote["url"]) == (text, "Ann", "https://x.com/ann/1")


def test_of_a_forgotten_person_nothing_is_heard(client: FlaskClient, store: Store) -> None:
    hear(store, LATE, author="Ann")
    assert client.delete("/v1/people/x/Ann").status_code == 204
    listening = told(client)
    assert (listening["comments"], listening["themes"], listening["troubles"]) == (0, [], [])


def test_our_own_comment_is_nothing_that_we_hear(client: FlaskClient, store: Store) -> None:
    thread = Thread(comments=[Comment(text="We are closed today", is_own=True)])
    keep_suggestion(store, SuggestionRequest(thread=thread), created_at=NOW)
    assert told(client)["comments"] == 0


def test_without_days_the_last_thirty_are_meant(client: FlaskClient, store: Store) -> None:
    hear(store, LATE, author="Ann", at=datetime.now(UTC))
    listening = client.get("/v1/listening").json
    assert listening is not None
    assert listening["comments"] == 1
    last = date.fromisoformat(listening["last"])
    assert last - date.fromisoformat(listening["first"]) == timedelta(days=29)


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"from": "2026-05-20", "to": "2026-05-11"}, "?to"),
        ({"from": "1999-01-01", "to": "2026-05-11"}, "?to"),
        ({"from": "0001-01-01"}, "?from"),
        ({"to": "soon"}, "?to"),
        ({"team": "sales"}, "?team"),
        ({"days": "7"}, "?days"),
    ],
)
def test_days_that_cannot_be_meant_are_refused(
    client: FlaskClient, query: dict[str, str], pointer: str
) -> None:
    answer = client.get("/v1/listening", query_string=query)
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["errors"][0]["pointer"] == pointer


EVIL = '=HYPERLINK("https://evil.example") <b>bold</b> [x](https://evil.example) # I love it'


def exported(client: FlaskClient, kind: str, **query: str) -> str:
    """Give a file of the ten days."""
    answer = client.get("/v1/listening/export", query_string=DAYS | {"format": kind} | query)
    assert answer.status_code == 200
    assert answer.mimetype == {"csv": "text/csv", "markdown": "text/markdown"}[kind]
    return answer.text


def test_a_table_holds_what_was_said_and_runs_nothing(client: FlaskClient, store: Store) -> None:
    hear(store, EVIL, author="-Ann", intent="suggestion")
    rows = list(csv.DictReader(io.StringIO(exported(client, "csv"))))
    [wish] = [row for row in rows if row["part"] == "wishes"]
    assert wish["quote"] == f"'{EVIL}"
    assert (wish["author"], wish["url"]) == ("", "")
    assert all(value[:1] not in "=+-@" for row in rows for value in row.values() if value)
    named = list(csv.DictReader(io.StringIO(exported(client, "csv", names="true"))))
    assert {"'-Ann"} == {row["author"] for row in named if row["part"] == "wishes"}


def test_a_text_to_pass_on_holds_what_was_said_as_text(client: FlaskClient, store: Store) -> None:
    hear(store, EVIL, author="Ann", intent="suggestion")
    text = exported(client, "markdown")
    assert "\\<b>bold" in text
    assert "\\[x\\](https:\\//evil.example)" in text
    assert "Ann" not in text
    assert "https://x.com" not in text
    assert "<https://x.com/ann/1>" in exported(client, "markdown", names="true")


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "＝1"])  # noqa: RUF001
def test_no_cell_is_a_formula(value: str) -> None:
    assert cell(value) == f"'{value}"
    assert cell(-1) == -1


def test_of_details_that_overlap_nothing_is_left() -> None:
    said = without_details("my order 123456789 at me@x.com @me")
    assert said == "my order […] at […] […]"


def test_a_number_is_hidden_before_a_long_comment_is_cut(client: FlaskClient, store: Store) -> None:
    hear(store, f"{'so good ' * 33}now ring 0791 123 4567", intent="suggestion")
    [wish] = told(client)["wishes"]
    assert wish["quotes"][0]["text"].endswith("so good now ring […]")
