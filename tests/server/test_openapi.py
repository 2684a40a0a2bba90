"""openapi.json: made from the routes and the shapes they name."""

from typing import Any

import pytest
from flask import Flask

from server.openapi import describe


@pytest.fixture
def described(app: Flask) -> dict[str, Any]:
    """Give the description of the app."""
    return describe(app)


def test_a_suggestion_is_a_stream_or_json(described: dict[str, Any]) -> None:
    answer = described["paths"]["/v1/suggestions"]["post"]["responses"]["200"]["content"]
    assert set(answer) == {"text/event-stream", "application/json"}
    assert answer["application/json"]["schema"] == {"$ref": "#/components/schemas/Suggestion"}


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]

    def look(part: Any) -> None:
        if isinstance(part, dict):
            if "$ref" in part:
                assert part["$ref"].removeprefix("#/components/schemas/") in schemas
            part = list(part.values())
        if isinstance(part, list):
            for inner in part:
                look(inner)

    look(described)


def test_every_field_of_an_answer_is_always_there(described: dict[str, Any]) -> None:
    suggestion = described["components"]["schemas"]["Suggestion"]
    assert set(suggestion["required"]) == set(suggestion["properties"])


def test_parameters_of_the_path_and_the_query_are_named(described: dict[str, Any]) -> None:
    listed = described["paths"]["/v1/snippets"]["get"]["parameters"]
    assert {parameter["name"] for parameter in listed} == {
        "limit", "cursor", "query", "brand_voice_id", "usable",
    }  # fmt: skip
    [named] = described["paths"]["/v1/snippets/{snippet_id}"]["get"]["parameters"]
    assert (named["name"], named["in"], named["required"]) == ("snippet_id", "path", True)


def test_only_health_and_pairing_need_no_token(described: dict[str, Any]) -> None:
    is_open = {
        (method, path)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
        if operation.get("security") == []
    }
    assert is_open == {("get", "/health"), ("post", "/v1/devices")}
