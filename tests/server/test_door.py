"""The door: who may ask, from which page, under which name."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from server.openapi import operations
from server.parts import Parts
from server.settings import Settings
from server.store import Store


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("[::1]:8765", 200),
        ("rebind.test:8765", 421),
        ("127.0.0.1.rebind.test", 421),
        ("localhost@rebind.test", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(
    client: FlaskClient, host: str, status: int
) -> None:
    assert client.get("/v1/tones", headers={"Host": host}).status_code == status


def test_a_configured_name_is_answered(parts: Parts, store: Store) -> None:
    settings = Settings(home=parts.settings.home, allowed_hosts=("Candor.shop.example",))
    app = create_app(Parts(settings, store, parts.engine, parts.turns))
    answer = app.test_client().get("/health", headers={"Host": "candor.shop.example"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("chrome-extension://abcdefghijklmnopabcdefghijklmnop", 200),
        ("moz-extension://6f2d1c1e-0000-4000-8000-000000000000", 200),
        ("http://localhost", 200),
        ("http://localhost:3000", 403),
        ("https://www.youtube.com", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_the_extension_and_the_desk_may_ask(
    client: FlaskClient, origin: str, status: int
) -> None:
    answer = client.post("/v1/checks", json={}, headers={"Origin": origin})
    assert (answer.status_code == 403) == (status == 403)
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_only_configured_extensions_may_ask_where_some_are_configured(
    parts: Parts, store: Store
) -> None:
    settings = Settings(home=parts.settings.home, extension_ids=("aaaa",))
    client = create_app(Parts(settings, store, parts.engine, parts.turns)).test_client()
    for name, status in (("aaaa", 200), ("bbbb", 403)):
        headers = {"Origin": f"chrome-extension://{name}"}
        assert client.get("/health", headers=headers).status_code == status


def test_links_and_forms_do_not_reach_the_api(client: FlaskClient) -> None:
    answer = client.get("/v1/tones", headers={"Sec-Fetch-Mode": "navigate"})
    assert answer.status_code == 403


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer wrong", "Basic abc", "Bearer \x80"])
def test_every_route_but_health_and_pairing_needs_a_token(app: Flask, given: str | None) -> None:
    headers = {} if given is None else {"Authorization": given}
    for operation in operations(app):
        path = re.sub(r"{\w+}", "x", operation.path)
        answer = app.test_client().open(path, method=operation.method, headers=headers)
        is_open = (operation.method, path) in (("GET", "/health"), ("POST", "/v1/devices"))
        assert (answer.status_code == 401) != is_open, operation


def test_a_token_is_kept_as_a_hash_only(client: FlaskClient, store: Store) -> None:
    device = store.add_device("Another", "extension")
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM devices").all()
    assert not any(device.token in str(row) for row in rows)


def test_a_device_that_was_shut_out_stays_out(client: FlaskClient, store: Store) -> None:
    device = store.devices().data[0]
    assert client.delete(f"/v1/devices/{device.id}").status_code == 204
    assert client.get("/v1/tones").status_code == 401


def test_answers_carry_what_keeps_other_pages_out(client: FlaskClient) -> None:
    headers = client.get("/v1/tones").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert not any(name.startswith("Access-Control") for name in headers.keys())


def test_preflights_are_not_answered(stranger: FlaskClient) -> None:
    foreign = {"Origin": "https://www.youtube.com", "Access-Control-Request-Method": "POST"}
    assert stranger.options("/v1/suggestions", headers=foreign).status_code == 403
    assert stranger.options("/v1/suggestions").status_code == 405
