"""Devices: how a browser is let in, and for how long its code is good."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from server.store import Store
from server.store.tables import keys


def pair(client: FlaskClient, code: str) -> int:
    """Try a pairing code and give the status."""
    return client.post("/v1/devices", json={"code": code, "name": "My Firefox"}).status_code


def test_the_code_lets_a_browser_in_once(stranger: FlaskClient, store: Store) -> None:
    code = store.new_code().code
    answer = stranger.post("/v1/devices", json={"code": code, "name": "My Firefox"})
    assert answer.status_code == 201
    assert answer.json is not None
    headers = {"Authorization": f"Bearer {answer.json['token']}"}
    assert stranger.get("/v1/tones", headers=headers).status_code == 200
    assert pair(stranger, code) == 403


def test_the_code_may_be_written_in_small_letters_with_spaces(
    stranger: FlaskClient, store: Store
) -> None:
    code = store.new_code().code.lower().replace("-", " ")
    assert pair(stranger, code) == 201


def test_five_wrong_tries_use_the_code_up(stranger: FlaskClient, store: Store) -> None:
    code = store.new_code().code
    assert [pair(stranger, "WRONG") for _ in range(5)] == [403] * 5
    assert pair(stranger, code) == 403


def test_four_wrong_tries_do_not(stranger: FlaskClient, store: Store) -> None:
    code = store.new_code().code
    assert [pair(stranger, "WRONG") for _ in range(4)] == [403] * 4
    assert pair(stranger, code) == 201


def test_the_code_is_good_for_two_minutes(stranger: FlaskClient, store: Store) -> None:
    made = store.new_code()
    assert timedelta(seconds=110) < made.expires_at - datetime.now(UTC) < timedelta(seconds=121)
    with store.engine.begin() as connection:
        connection.execute(update(keys).values(expires_at=datetime.now(UTC)))
    assert pair(stranger, made.code) == 403


def test_a_new_code_ends_the_one_before(client: FlaskClient, store: Store) -> None:
    first = store.new_code().code
    answer = client.post("/v1/pairing-codes")
    assert answer.status_code == 201
    assert pair(client, first) == 403
    assert answer.json is not None
    assert pair(client, answer.json["code"]) == 201


@pytest.mark.parametrize("kind", ["extension", "terminal"])
def test_only_the_desk_signs_in_by_cookie(stranger: FlaskClient, store: Store, kind: str) -> None:
    token = store.add_device("A browser", kind).token  # type: ignore[arg-type]
    stranger.set_cookie("candor_desk_0", token)
    answer = stranger.get("/v1/tones", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 401


def test_devices_are_listed_without_tokens(client: FlaskClient) -> None:
    answer = client.get("/v1/devices")
    assert answer.json is not None
    [device] = answer.json["data"]
    assert set(device) == {"id", "name", "kind", "created_at", "last_seen_at"}
    assert device["last_seen_at"] is not None
