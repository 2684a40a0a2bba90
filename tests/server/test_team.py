"""A team: one database for several programs at once, and what happens when it goes away."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from server.app import create_app
from server.engines.echo import Echo
from server.parts import Parts
from server.schemas import Comment, Feedback, HandOffInput, PromiseInput, SuggestionRequest, Thread
from server.settings import Settings
from server.store import Store, open_store
from server.turns import Turns
from tests.postgresql import PostgreSQL
from tests.server.samples import ADVICE, keep_suggestion

REQUEST = SuggestionRequest(thread=Thread(comments=[Comment(text="The lid broke", author="Ann")]))
AT_ONCE = 6


@pytest.fixture
def empty(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database without tables, of the same kind."""
    if database.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgreSQL = request.getfixturevalue("postgres")
    name = server.new_database()
    yield server.address(name)
    server.drop(name)


def at_once(do: Callable[[int], Any]) -> list[Any]:
    """Do a thing in several threads at the same time; give what each one gave."""
    ready = Barrier(AT_ONCE)

    def wait_and_do(number: int) -> Any:
        ready.wait(10)
        return do(number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(wait_and_do, range(AT_ONCE)))


def test_several_programs_may_start_at_once(empty: str) -> None:
    start = f"from server.store import open_store; open_store({empty!r})"
    programs = [subprocess.Popen([sys.executable, "-c", start]) for _ in range(2)]
    assert [program.wait(60) for program in programs] == [0, 0]
    store = open_store(empty)
    assert len(store.tones()) == 5
    store.engine.dispose()


def test_a_promise_that_is_sent_at_once_from_everywhere_is_kept_once(store: Store) -> None:
    made = keep_suggestion(store, REQUEST)
    promise = PromiseInput(suggestion_id=made, quote="a new lid", what="send a lid")
    ids = {kept.id for kept in at_once(lambda _: store.add_promise(promise))}
    assert ids == {kept.id for kept in store.promises().data}
    assert len(ids) == 1


def test_a_hand_off_that_is_sent_at_once_from_everywhere_is_kept_once(store: Store) -> None:
    made = keep_suggestion(store, REQUEST)
    hand_off = HandOffInput(suggestion_id=made, to="support", note="Please send a lid.")
    at_once(lambda _: store.add_hand_off(hand_off))
    assert len(store.hand_offs().data) == 1


def test_what_was_posted_wins_over_copies_that_come_at_the_same_time(store: Store) -> None:
    made = keep_suggestion(store, REQUEST)
    words = ["posted", *["copied"] * (AT_ONCE - 1)]
    said = [Feedback.model_validate({"outcome": word, "text": "Hi"}) for word in words]
    assert all(at_once(lambda number: store.save_feedback(made, said[number])))
    assert store.recent_replies("generic") == ["Hi"]


def test_feedback_on_nothing_is_not_kept(store: Store) -> None:
    said = Feedback(outcome="posted", text="Hi")
    assert not store.save_feedback(store.new_suggestion_id(), said)


def test_triage_that_is_overruled_at_once_from_everywhere_is_overruled(store: Store) -> None:
    comment = REQUEST.thread.comments[-1]
    at_once(
        lambda _: store.overrule(
            "generic", comment, advised=ADVICE, action="ignore", hand_over_to=""
        )
    )
    overruled = store.overruled("generic", comment)
    assert overruled is not None
    assert overruled.action == "ignore"


def test_a_pairing_code_lets_one_of_many_in(store: Store) -> None:
    code = store.new_code().code
    assert sorted(at_once(lambda _: store.take_code(code))) == [False] * (AT_ONCE - 1) + [True]


@contextmanager
def app_on(database: str, home: Path, **chosen: Any) -> Iterator[Flask]:
    """Give an app with a store of its own."""
    store, settings = open_store(database), Settings(home=home, engine="echo", **chosen)
    yield create_app(Parts(settings, store, Echo(), Turns(1)))
    store.engine.dispose()


def test_two_servers_share_all_that_is_kept(database: str, tmp_path: Path) -> None:
    with app_on(database, tmp_path) as first, app_on(database, tmp_path) as second:
        code = first.extensions["candor"].store.new_code().code
        paired = second.test_client().post("/v1/devices", json={"code": code, "name": "Mine"})
        assert paired.json is not None
        headers = {"Authorization": f"Bearer {paired.json['token']}", "Accept": "application/json"}
        body = {"thread": {"comments": [{"text": "The lid broke"}]}}
        made = first.test_client().post("/v1/suggestions", json=body, headers=headers)
        assert made.json is not None
        path = f"/v1/suggestions/{made.json['id']}"
        assert second.test_client().get(path, headers=headers).json == made.json


def test_the_limit_of_a_device_holds_on_all_servers(store: Store) -> None:
    mine, other = (store.add_device(name, "extension").id for name in ("Mine", "Another"))
    taken = at_once(lambda _: store.take_draft(mine, AT_ONCE - 2))
    assert taken.count(0) == AT_ONCE - 2
    assert all(0 < wait_s <= 16 for wait_s in taken if wait_s)
    assert store.take_draft(other, AT_ONCE - 2) == 0


def test_what_a_device_has_left_grows_with_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_800_000_000.0
    monkeypatch.setattr("server.store.limits.time.time", lambda: now)
    mine = store.add_device("Mine", "extension").id
    assert [store.take_draft(mine, 2) for _ in range(3)] == [0, 0, 30]
    now += 29
    assert store.take_draft(mine, 2) == 1
    now += 1
    assert [store.take_draft(mine, 2) for _ in range(2)] == [0, 30]
    now += 3600
    assert [store.take_draft(mine, 2) for _ in range(3)] == [0, 0, 30]


def test_a_device_that_asks_too_often_is_told_when_to_ask_again(
    database: str, tmp_path: Path
) -> None:
    with app_on(database, tmp_path, drafts_a_minute=1) as app:
        token = app.extensions["candor"].store.add_device("Mine", "extension").token
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        body = {"thread": {"comments": [{"text": "The lid broke"}]}}
        ask = partial(app.test_client().post, "/v1/suggestions", json=body, headers=headers)
        assert ask().status_code == 200
        refused = ask()
        assert refused.status_code == 429
        assert 50 < int(refused.headers["Retry-After"]) <= 60
        assert refused.json is not None
        assert refused.json["type"] == "/problems/too-often"


def test_a_database_that_goes_away_is_a_problem_until_it_is_back(
    cluster: PostgreSQL, tmp_path: Path
) -> None:
    with app_on(cluster.address(cluster.new_database()), tmp_path) as app:
        token = app.extensions["candor"].store.add_device("Mine", "extension").token
        headers = {"Authorization": f"Bearer {token}"}
        client = app.test_client()
        assert client.get("/v1/tones", headers=headers).status_code == 200
        cluster.stop()
        assert client.get("/health").status_code == 503
        for _ in range(2):
            with closing(client.get("/v1/tones", headers=headers)) as refused:
                assert refused.status_code == 503
                assert refused.headers["Retry-After"] == "2"
                assert refused.json is not None
                assert refused.json["type"] == "/problems/database-away"
        cluster.start()
        assert client.get("/v1/tones", headers=headers).status_code == 200
