"""Generated files: what is checked in is what would be made now."""

from flask import Flask

from server.openapi import CHECKED_IN, operations, render


def test_openapi_json_is_fresh(app: Flask) -> None:
    assert CHECKED_IN.read_text("utf-8") == render(app), "Run make openapi."


def test_every_route_of_the_api_is_described(app: Flask) -> None:
    described = {operation.rule for operation in operations(app)}
    routes = {
        rule.rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith("desk.")
    }
    assert routes == described
