"""Teammates: who else drafts a reply to a comment, or has answered it, is told to the others."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.schemas import Feedback, Outcome, SuggestionRequest, Teammate, Thread
from server.store import Store
from server.store.teammates import comment_hash
from tests.server.samples import keep_suggestion
from tests.server.test_team import app_on

NOW = datetime.now(UTC)
COMMENT = {"id": "UgxA", "author": "@imogenf", "text": "Third box running with no potatoes."}
URL = "https://www.youtube.com/watch?v=box1&lc=UgxA"


def thread(url: str = URL, platform: str = "youtube", **comment: Any) -> Thread:
    """Give a thread of one comment."""
    asked = {"platform": platform, "url": url, "comments": [COMMENT | comment]}
    return Thread.model_validate(asked)


@pytest.fixture
def ann(store: Store) -> str:
    """Give the id of Ann's device."""
    return store.add_device("Ann’s Firefox", "extension").id


@pytest.fixture
def ben(store: Store) -> str:
    """Give the id of Ben's device."""
    return store.add_device("Ben’s Chrome", "extension").id


@pytest.fixture
def desk(store: Store) -> str:
    """Give the id of a browser that is signed in to the desk."""
    return store.add_device("The desk", "desk").id


Draft = Callable[..., str]


@pytest.fixture
def draft(store: Store) -> Draft:
    """Give a function that drafts on a device, so many minutes ago."""

    def drafted(device: str, ago: float = 0, on: Thread | None = None) -> str:
        request = SuggestionRequest(thread=on or thread())
        at = NOW - timedelta(minutes=ago)
        return keep_suggestion(store, request, "Nine is past reason.", device, created_at=at)

    return drafted


def seen(store: Store, device: str) -> list[tuple[str, str]]:
    return [(one.name, one.doing) for one in store.teammates(thread(), device)]


def test_a_draft_on_another_device_is_told_and_ones_own_is_not(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    draft(ann, 3)
    at = NOW - timedelta(minutes=3)
    assert store.teammates(thread(), ben) == [
        Teammate(name="Ann’s Firefox", doing="drafting", at=at)
    ]
    assert seen(store, ann) == []


def test_several_drafts_of_one_device_are_one_since_the_first(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    for ago in (9, 5, 1):
        draft(ann, ago)
    assert [one.at for one in store.teammates(thread(), ben)] == [NOW - timedelta(minutes=9)]


def test_what_is_tried_on_the_desk_is_no_teammate_s_work(
    store: Store, draft: Draft, desk: str, ben: str
) -> None:
    draft(desk)
    assert seen(store, ben) == []


def test_a_draft_of_an_hour_ago_was_left(store: Store, draft: Draft, ann: str, ben: str) -> None:
    draft(ann, 60)
    assert seen(store, ben) == []


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("posted", [("Ann’s Firefox", "posted")]),
        ("copied", [("Ann’s Firefox", "drafting")]),
        ("taken_back", [("Ann’s Firefox", "taken_back")]),
        ("rejected", []),
        ("handed_over", []),
        ("ignored", []),
    ],
)
def test_what_became_of_a_draft_counts(
    store: Store,
    draft: Draft,
    ann: str,
    ben: str,
    outcome: Outcome,
    told: list[tuple[str, str]],
) -> None:
    draft(ann, 4)
    store.save_feedback(draft(ann, 2), Feedback(outcome=outcome, text="Hi"))
    assert seen(store, ben) == told


def test_who_drafts_again_after_leaving_a_comment_drafts(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    store.save_feedback(draft(ann, 9), Feedback(outcome="rejected"))
    draft(ann, -60)
    assert seen(store, ben) == [("Ann’s Firefox", "drafting")]


def test_who_drafts_again_after_taking_a_reply_back_drafts(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    made = draft(ann, 9)
    store.save_feedback(made, Feedback(outcome="posted", text="Hi"))
    store.save_feedback(made, Feedback(outcome="taken_back"))
    assert seen(store, ben) == [("Ann’s Firefox", "taken_back")]
    draft(ann, -60)
    assert seen(store, ben) == [("Ann’s Firefox", "drafting")]


def test_a_posted_reply_is_told_for_ever_and_the_last_comes_first(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    cy = store.add_device("Cy’s Chrome", "extension").id
    store.save_feedback(draft(ann, 60 * 24 * 9), Feedback(outcome="posted", text="Hi"))
    draft(cy, 2)
    assert seen(store, ben) == [("Ann’s Firefox", "posted"), ("Cy’s Chrome", "drafting")]
    assert seen(store, ann) == [("Cy’s Chrome", "drafting")]


def test_a_device_that_was_shut_out_is_told_no_more(
    store: Store, draft: Draft, ann: str, ben: str
) -> None:
    made = draft(ann)
    assert store.delete_device(ann)
    assert seen(store, ben) == []
    assert store.suggestion(made) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thread(), thread("https://studio.youtube.com/video/box1/comments", text="edited since")),
        (thread(id="", text="No  potatoes\n"), thread(id="", text="No potatoes")),
        (
            thread("https://greens.example/@nina/11", "mastodon"),
            thread("https://greens.example/deck/@nina/11", "mastodon"),
        ),
        (
            thread("https://blog.example/a?from=mail", "generic", id="comment-1"),
            thread("https://blog.example/a", "generic", id=""),
        ),
    ],
)
def test_the_same_comment_is_told_by_its_number_else_by_its_words(
    one: Thread, other: Thread
) -> None:
    assert comment_hash(one) == comment_hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thread(), thread(id="UgxB")),
        (thread(id=""), thread(id="", author="@mash_man")),
        (
            thread("https://box.example/?p=1", "wordpress", id="12"),
            thread("https://table.example/?p=1", "wordpress", id="12"),
        ),
        (
            thread("https://a.example/", "generic", id="comment-1"),
            thread("https://b.example/", "generic", id="comment-1"),
        ),
        (
            thread("https://a.example/", "generic", id="comment-1"),
            thread("https://a.example/", "generic", id="comment-1", text="Another page's first."),
        ),
    ],
)
def test_comments_that_only_look_alike_are_told_apart(one: Thread, other: Thread) -> None:
    assert comment_hash(one) != comment_hash(other)


def test_a_draft_and_every_look_at_it_tell_of_teammates_and_nothing_of_it_is_kept(
    client: FlaskClient, store: Store, draft: Draft, ann: str
) -> None:
    draft(ann, 3)
    told = [
        {
            "name": "Ann’s Firefox",
            "doing": "drafting",
            "at": (NOW - timedelta(minutes=3)).isoformat().replace("+00:00", "Z"),
        }
    ]
    asked = {"thread": thread().model_dump(mode="json")}
    made = client.post("/v1/suggestions", json=asked, headers={"Accept": "application/json"})
    assert made.json is not None
    assert made.json["teammates"] == told
    looked = client.post("/v1/checks", json={"text": "Hi", "suggestion_id": made.json["id"]})
    assert looked.json is not None
    assert looked.json["teammates"] == told
    kept = store.suggestion(made.json["id"])
    assert kept is not None
    assert kept.teammates == []
    assert [one.name for one in store.teammates(thread(), ann)] == ["A browser"]


def test_teammates_on_two_servers_see_each_other(database: str, tmp_path: Any) -> None:
    asked = {"thread": thread().model_dump(mode="json")}

    def browser(app: Flask, name: str) -> FlaskClient:
        browser = app.test_client()
        token = app.extensions["candor"].store.add_device(name, "extension").token
        browser.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        browser.environ_base["HTTP_ACCEPT"] = "application/json"
        return browser

    with app_on(database, tmp_path) as first, app_on(database, tmp_path) as second:
        anns, bens = browser(first, "Ann"), browser(second, "Ben")
        made = anns.post("/v1/suggestions", json=asked).get_json()
        assert made["teammates"] == []
        theirs = bens.post("/v1/suggestions", json=asked).get_json()
        assert [one["name"] for one in theirs["teammates"]] == ["Ann"]
        looked = anns.post("/v1/checks", json={"text": "Hi", "suggestion_id": made["id"]})
        assert [one["name"] for one in looked.get_json()["teammates"]] == ["Ben"]
        posted = {"outcome": "posted", "text": "Hi"}
        anns.post(f"/v1/suggestions/{made['id']}/feedback", json=posted)
        [told] = bens.post("/v1/suggestions", json=asked).get_json()["teammates"]
        assert (told["name"], told["doing"]) == ("Ann", "posted")
        back = {"outcome": "taken_back"}
        anns.post(f"/v1/suggestions/{made['id']}/feedback", json=back)
        [told] = bens.post("/v1/suggestions", json=asked).get_json()["teammates"]
        assert (told["name"], told["doing"]) == ("Ann", "taken_back")
