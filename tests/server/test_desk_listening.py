"""The pages of listening and of the history: what they show of what others wrote."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from server.desk.words import duration, moods, trend
from server.schemas import Comment, Count, Feedback, SuggestionRequest, Thread
from server.store import Store
from tests.server.samples import ADVICE, keep_suggestion

EVIL = "<script>alert(1)</script> is this free?"


@pytest.fixture
def desk(stranger: FlaskClient, store: Store) -> FlaskClient:
    """Give a browser that is signed in to the desk."""
    stranger.get(f"/sign-in?link={store.new_link()}")
    return stranger


def hear(store: Store, text: str, author: str = "Ann", intent: str = "question") -> str:
    """Keep a suggestion for a comment of today; give its id."""
    comment = Comment(author=author, text=text)
    thread = Thread(platform="x", url="javascript:alert(1)", comments=[comment])
    advice = ADVICE.model_copy(update={"intent": intent})
    return keep_suggestion(store, SuggestionRequest(thread=thread), f"{text} indeed", triage=advice)


def test_what_people_wrote_is_no_html_and_no_script_s_address(
    desk: FlaskClient, store: Store
) -> None:
    made = hear(store, EVIL, EVIL)
    hear(store, EVIL, "Bob")
    store.save_feedback(made, Feedback(outcome="posted", text=EVIL), 0.0)
    for page in ("/listening", "/history", f"/history?query={EVIL}", f"/snippets?asked={made}"):
        text = desk.get(page).text
        assert "&lt;script&gt;" in text, page
        assert "<script>alert" not in text, page
        assert "javascript:" not in text, page


def test_a_question_leads_to_a_new_snippet_and_back(desk: FlaskClient, store: Store) -> None:
    made = hear(store, "Do you ship to Norway?")
    page = desk.get("/listening?team=support").text
    assert f"/snippets?asked={made}&amp;back=team%3Dsupport" in page
    form = desk.get(f"/snippets?asked={made}&back=team%3Dsupport").text
    assert "Do you ship to Norway?" in form
    assert 'data-then="/listening?team=support#questions"' in form
    assert "data-then" not in desk.get("/snippets?asked=sug_gone").text


def test_a_team_s_tab_keeps_the_days_that_were_asked_for(desk: FlaskClient, store: Store) -> None:
    hear(store, "Please bring back the blue lid", intent="suggestion")
    today = datetime.now(UTC).date()
    days = f"from={today - timedelta(days=2)}&amp;to={today}"
    page = desk.get(f"/listening?{days.replace('&amp;', '&')}&platform=&team=product").text
    assert f"/listening?{days}&amp;team=pr" in page
    assert "Wishes" in page
    assert "Wishes" not in desk.get("/listening?team=pr").text


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("/listening?from=2026-05-20&to=2026-05-11", "The last day is before the first day"),
        ("/listening?from=someday", "from"),
        ("/listening?team=sales", "team"),
        ("/history?platform=myspace", "platform"),
        ("/history?cursor=none", "cursor"),
        ("/history?query=a&query=b", "query"),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_page(desk: FlaskClient, page: str, said: str) -> None:
    answer = desk.get(page)
    assert answer.status_code == 422
    alert = answer.text.split('role="alert">')[1].split("</p>")[0]
    assert said in alert
    assert "<form" in answer.text


def test_the_history_shows_the_beginning_of_a_long_comment_and_opens_the_rest(
    desk: FlaskClient, store: Store
) -> None:
    words = [f"word{number}" for number in range(200)]
    keep_suggestion(
        store, SuggestionRequest(thread=Thread(comments=[Comment(text=" ".join(words))]))
    )
    page = desk.get("/history").text
    shown = page[page.index("<summary>") : page.index("</details>")]
    assert "…</summary>" in shown
    assert re.findall(r"word\d+", shown) == words


def test_the_history_says_what_is_the_person_s_own(desk: FlaskClient, store: Store) -> None:
    made = [hear(store, f"Is it free? {number}") for number in range(4)]
    store.save_feedback(made[0], Feedback(outcome="posted", text="Is it free? 0 indeed"), 0.0)
    store.save_feedback(made[1], Feedback(outcome="posted", text="Yes, indeed"), 0.5)
    store.save_feedback(made[2], Feedback(outcome="rejected"))
    page = desk.get("/history").text
    for said in (
        "Posted, as drafted",
        "Posted, 50% your own words",
        ">Not used</p>",
        "nothing posted",
    ):
        assert page.count(said) == 1, said
    assert desk.get("/history?outcome=rejected&query=&author=").text.count("data-entry") == 1
    assert "No draft fits" in desk.get("/history?query=kettle").text


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(3, 3, "as before"), (3, 0, "new"), (5, 2, "3 more"), (1, 4, "3 fewer")],
)
def test_a_trend_is_said_in_words(now: int, before: int, said: str) -> None:
    assert trend(now, before) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (20, "under a minute"),
        (60, "1 minute"),
        (2400, "40 minutes"),
        (7200, "2 hours"),
        (200_000, "2 days"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(seconds: int, said: str) -> None:
    assert duration(seconds) == said


def test_feelings_are_put_together() -> None:
    feelings = [
        Count(value=name, comments=2, people=1) for name in ("happy", "amused", "angry", "curious")
    ]
    assert moods(feelings) == {"pleased": 2, "neither": 1, "displeased": 1}


def test_an_address_names_fields_of_the_page_and_nothing_else(desk: FlaskClient) -> None:
    asked = "endpoint=x&_anchor=x&_method=POST&_external=1&_scheme=javascript"
    page = desk.get(f"/listening?{asked}")
    assert page.status_code == 422
    assert "javascript:" not in page.text


def test_nothing_is_looked_up_for_who_is_not_signed_in(
    stranger: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_up(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("server.desk.pages.listen", looked_up)
    assert stranger.get("/listening").status_code == 401
