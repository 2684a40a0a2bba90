"""The pages of promises, hand-offs, people: for the signed in, never HTML of others."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.desk.words import lateness, link, until
from server.schemas import HandOffInput, PromiseInput
from server.store import Store

PAGES = (
    "/promises",
    "/hand-offs",
    "/people",
    "/people?platform=x&author=Ann",
    "/listening",
    "/history",
    "/snippets",
    "/voices",
)
NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def desk(stranger: FlaskClient, store: Store) -> FlaskClient:
    """Give a browser that is signed in to the desk."""
    stranger.get(f"/sign-in?link={store.new_link()}")
    return stranger


def promise(store: Store, **more: Any) -> None:
    """Keep a promise to Ann."""
    values: dict[str, Any] = {"quote": "We'll send it", "what": "send it", "platform": "x"}
    store.add_promise(PromiseInput(**values | {"author": "Ann"} | more))


@pytest.mark.parametrize("page", PAGES)
def test_only_the_signed_in_see_a_page(stranger: FlaskClient, page: str) -> None:
    answer = stranger.get(page)
    assert answer.status_code == 401
    assert "candor pair" in answer.text


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_page_says_what_will_stand_there(desk: FlaskClient, page: str) -> None:
    answer = desk.get(page)
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text


def test_what_is_late_stands_first(desk: FlaskClient, store: Store) -> None:
    now = datetime.now(UTC)
    promise(store, what="later", due=now + timedelta(days=9))
    promise(store, what="late", due=now - timedelta(days=2))
    promise(store, what="some day", due_said="soon")
    page = desk.get("/promises").text
    assert page.index(">late<") < page.index(">later<") < page.index(">some day<")
    assert page.count("2 days late") == 1
    assert "no day named (soon)" in page


def test_what_people_wrote_is_no_html_and_no_script_s_address(
    desk: FlaskClient, store: Store
) -> None:
    evil = "<script>alert(1)</script>"
    promise(store, author=evil, quote=evil, what=evil, url="javascript:alert(1)")
    store.add_hand_off(HandOffInput(to="legal", note=evil, author=evil, platform="x"))
    for page in ("/promises", "/hand-offs", "/people", f"/people?platform=x&author={evil}"):
        text = desk.get(page).text
        assert evil not in text
        assert "javascript:" not in text


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (NOW - timedelta(days=3), "3 days late"),
        (NOW - timedelta(hours=1), "late since today"),
        (NOW + timedelta(hours=1), "today"),
        (NOW + timedelta(days=1), "tomorrow"),
        (NOW + timedelta(days=5), "in 5 days"),
        (None, ""),
    ],
)
def test_how_late_a_promise_is_is_said_in_days(
    store: Store, due: datetime | None, said: str
) -> None:
    promise(store, due=due)
    [kept] = store.open_promises()
    assert lateness(kept, NOW) == said


def test_a_due_is_shown_where_it_was_made(store: Store) -> None:
    promise(store, due=datetime(2026, 3, 6, 22, tzinfo=UTC), time_zone="America/New_York")
    [kept] = store.open_promises()
    assert until(kept) == "by Friday 6 March, 17:00"
    whole_day = kept.model_copy(update={"due": datetime(2026, 3, 7, 4, 59, 59, tzinfo=UTC)})
    assert until(whole_day) == "by Friday 6 March"


def test_only_web_pages_are_linked() -> None:
    assert [link(url) for url in ("https://x.com/1", "javascript:x", "")] == [
        "https://x.com/1", "", "",
    ]  # fmt: skip
