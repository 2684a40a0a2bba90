"""Problems: whatever comes in, what goes out says what is wrong, in one form."""

import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server import drafting
from server.openapi import operations
from server.schemas import Problem

SUGGESTIONS = "/v1/suggestions"
SECRET = "the parcel came crushed"


def asked(**changes: Any) -> dict[str, Any]:
    """Give a request with one comment, and with these fields changed."""
    return {"thread": {"comments": [{"text": "Hello"}]}} | changes


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"[" * 200_000, "application/json", 400),
        (b'{"seed": NaN}', "application/json", 400),
        (b'{"seed": ' + b"9" * 5000 + b"}", "application/json", 400),
        (b'{"tone": "\xff"}', "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"thread=1", "application/x-www-form-urlencoded", 415),
        (b"{}", "", 415),
        (b" " * 1_000_002, "application/json", 413),
        (b" " * 10_000_000, "application/json", 413),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_body_that_cannot_be_used_is_refused(
    client: FlaskClient, body: bytes, kind: str, status: int
) -> None:
    answer = client.post(SUGGESTIONS, data=body, content_type=kind)
    assert answer.status_code == status
    assert Problem.model_validate(answer.json).status == status


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/thread"),
        (asked(surprise=1), "/surprise"),
        (asked(**{"a/b~c": 1}), "/a~1b~0c"),
        (asked(**{"\ud800": 1}), None),
        (asked(seed="many"), "/seed"),
        (asked(seed=True), "/seed"),
        (asked(thread={"comments": [{"text": "a", "is_own": 1}]}), "/thread/comments/0/is_own"),
        (
            asked(thread={"comments": [{"text": "a", "posted_at": 5}]}),
            "/thread/comments/0/posted_at",
        ),
        (asked(seed=10**30), "/seed"),
        (asked(tone=None), "/tone"),
        (asked(note="\x00"), "/note"),
        (asked(note="\ud83d"), "/note"),
        (asked(facts=["ok", "x" * 1001]), "/facts/1"),
        ({"thread": {"comments": []}}, "/thread/comments"),
        ({"thread": {"comments": [{"text": ""}]}}, "/thread/comments/0/text"),
        ({"thread": {"comments": [{"text": " \n "}]}}, "/thread/comments/0/text"),
        ({"thread": {"comments": [{"text": "x" * 50_000}]}}, "/thread/comments/0/text"),
        ({"thread": {"comments": [{"text": "\ud800"}]}}, "/thread/comments/0/text"),
        ({"thread": {"comments": [{"text": "a", "author": "\x00"}]}}, "/thread/comments/0/author"),
        (
            {"thread": {"comments": [{"text": "a", "posted_at": "0001-01-01T00:00:00+14:00"}]}},
            "/thread/comments/0/posted_at",
        ),
        (asked(tone="no-such-tone"), "/tone"),
        (asked(brand_voice_id="bv_none"), "/brand_voice_id"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_field_at_fault_is_pointed_at(
    client: FlaskClient, body: dict[str, Any], pointer: str | None
) -> None:
    answer = client.post(SUGGESTIONS, json=body)
    problem = Problem.model_validate(answer.json)
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert problem.type == "/problems/invalid"
    assert problem.instance == SUGGESTIONS
    assert pointer is None or pointer in [error.pointer for error in problem.errors]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1/tones/", 404),
        ("GET", "/v1//tones", 404),
        ("GET", "/v1/suggestions/%00", 404),
        ("GET", "/v1/suggestions/sug_none", 404),
        ("GET", "/v1/snippets?limit=0", 422),
        ("GET", "/v1/snippets?surprise=1", 422),
        ("GET", "/v1/snippets?limit=1&limit=2", 422),
        ("GET", "/v1/snippets?query=%00", 422),
        ("DELETE", "/v1/tones", 405),
        ("GET", "/v1/checks", 405),
        ("BREW", "/v1/tones", 405),
    ],
)
def test_a_route_that_is_not_there_is_a_problem(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert Problem.model_validate(answer.json).status == status


def test_a_wrong_method_is_told_the_right_ones(client: FlaskClient) -> None:
    assert client.get("/v1/checks").headers["Allow"] == "POST"


def test_a_mistake_of_ours_says_nothing_of_the_exception(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(drafting, "suggest", break_down)
    answer = client.post(SUGGESTIONS, json=asked())
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert Problem.model_validate(answer.json).type == "/problems/internal"


def test_only_json_and_streams_can_be_asked_for(client: FlaskClient) -> None:
    answer = client.post(SUGGESTIONS, json=asked(), headers={"Accept": "text/html"})
    assert answer.status_code == 406


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.sampled_from(["suggestions", "checks", "tones", "snippets", "devices"]), body=anything
)
def test_no_json_makes_the_server_stumble(client: FlaskClient, path: str, body: Any) -> None:
    answer = client.post(f"/v1/{path}", data=json.dumps(body), content_type="application/json")
    assert 400 <= answer.status_code < 500 or (path == "tones" and answer.status_code == 201)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.binary(max_size=200))
def test_no_bytes_make_the_server_stumble(client: FlaskClient, body: bytes) -> None:
    answer = client.post(SUGGESTIONS, data=body, content_type="application/json")
    assert answer.status_code in (400, 422)


def test_every_route_with_a_body_refuses_rubbish(app: Flask, client: FlaskClient) -> None:
    for operation in operations(app):
        if operation.body or operation.files:
            path = re.sub(r"{\w+}", "x", operation.path)
            answer = client.open(
                path, method=operation.method, data=b"\xff", content_type="application/json"
            )
            assert answer.status_code in (400, 415), operation
