"""Logs: lines that a program can read, without a word that a person wrote."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from server import drafting, logs
from server.schemas import Event
from server.store import Store

SECRET = "marzipan"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """Give what the log is written to."""
    written = StringIO()
    monkeypatch.setattr("sys.stderr", written)
    logs.start_logs("debug")
    return written


def lines(log: StringIO) -> list[dict[str, Any]]:
    """Give the lines of the log as a program reads them."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_no_line_holds_what_a_person_wrote(
    client: FlaskClient, store: Store, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: Any, **__: Any) -> Iterator[Event]:
        yield Event(name="suggestion.text.delta", payload={"text": SECRET})
        raise RuntimeError(SECRET)

    monkeypatch.setattr(drafting, "suggest", stumble)
    body = {"thread": {"comments": [{"text": SECRET, "author": SECRET}]}, "note": SECRET}
    code, link = store.new_code().code, store.new_link()
    device = client.post("/v1/devices", json={"code": code, "name": SECRET}).json
    assert device is not None
    assert client.post("/v1/suggestions", json=body).text.count(SECRET) == 1
    client.post("/v1/snippets", json={"text": SECRET})
    client.get(f"/v1/snippets?query={SECRET}")
    client.get(f"/v1/snippets/{SECRET}")
    client.get(f"/{SECRET}")
    client.open("/v1/tones", method=SECRET.upper())
    client.get(f"/sign-in?link={link}")
    assert len(lines(log)) >= 9
    for secret in (SECRET, SECRET.upper(), code, link, device["token"]):
        assert secret not in log.getvalue()
    assert "mistake" in [line["event"] for line in lines(log)]


def test_a_request_is_one_line(client: FlaskClient, log: StringIO) -> None:
    client.get("/v1/snippets/snip_none")
    [line] = lines(log)
    assert line["event"] == "request"
    assert (line["method"], line["status"]) == ("GET", 404)
    assert line["route"] == "/v1/snippets/<id:snippet_id>"
    assert line["device"].startswith("dev_")


def test_the_figures_count_requests_by_route(client: FlaskClient) -> None:
    client.get("/v1/tones")
    client.open("/v1/tones", method="BREW")
    client.get("/marzipan")
    text = client.get("/metrics").text
    assert 'candor_requests_total{method="GET",route="/v1/tones",status="200"} 1.0' in text
    assert 'candor_requests_total{method="any",route="unknown",status="405"} 1.0' in text
    assert "candor_drafts_in_line 0.0" in text
    assert SECRET not in text
