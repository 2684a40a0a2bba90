"""openapi.json: the description of the API, made from the routes and the shapes they name."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from flask import Flask
from pydantic.json_schema import models_json_schema

from server.bodies import LONGEST_KEY
from server.media import EVENTS, JSON, PROBLEM
from server.operations import Operation
from server.schemas import Event, Problem, Shape

CHECKED_IN = Path(__file__).parent / "openapi.json"

Mode = Literal["validation", "serialization"]
Refs = Mapping[Any, dict[str, Any]]


def operations(app: Flask) -> list[Operation]:
    """Give the operations of an app, in the order of their paths."""
    views = app.view_functions.values()
    found = [view.operation for view in views if hasattr(view, "operation")]
    return sorted(found, key=lambda operation: (operation.path, operation.method))


def describe(app: Flask) -> dict[str, Any]:
    """Give the description of an app's API as OpenAPI 3.1 has it."""
    found = operations(app)
    shapes = sorted(set(_shapes(found)), key=lambda entry: (entry[0].__name__, entry[1]))
    refs, definitions = models_json_schema(shapes, ref_template="#/components/schemas/{model}")
    paths: dict[str, Any] = {}
    for operation in found:
        described = _operation(operation, refs)
        paths.setdefault(operation.path, {})[operation.method.lower()] = described
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Candor",
            "version": "1",
            "description": "Honest drafts of replies to comments.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "http://127.0.0.1:8765"}],
        "security": [{"device": []}],
        "paths": paths,
        "components": {
            "schemas": definitions["$defs"],
            "securitySchemes": {"device": {"type": "http", "scheme": "bearer"}},
        },
    }


def render(app: Flask) -> str:
    """Give the description as it stands in the checked-in file."""
    return json.dumps(describe(app), indent=2, ensure_ascii=False) + "\n"


def _shapes(found: list[Operation]) -> Iterator[tuple[type[Shape], Mode]]:
    yield Problem, "serialization"
    yield Event, "serialization"
    for operation in found:
        for shape in (operation.body, operation.query):
            if shape:
                yield shape, "validation"
        if operation.answer:
            yield operation.answer, "serialization"


def _operation(operation: Operation, refs: Refs) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [*_in_path(operation), *_in_query(operation), *_in_header(operation)],
        "responses": {
            str(operation.status): _answer(operation, refs),
            "default": {
                "description": "A problem",
                "content": {PROBLEM: {"schema": refs[Problem, "serialization"]}},
            },
        },
    }
    kinds: dict[str, Any] = {kind: {"schema": {"type": "string"}} for kind in operation.files}
    if operation.body:
        kinds[JSON] = {"schema": refs[operation.body, "validation"]}
    if kinds:
        described["requestBody"] = {"required": True, "content": kinds}
    if operation.open:
        described["security"] = []
    return described


def _answer(operation: Operation, refs: Refs) -> dict[str, Any]:
    if operation.status == 204:
        return {"description": "Done"}
    kinds: dict[str, Any] = {kind: {"schema": {"type": "string"}} for kind in operation.media}
    if operation.answer:
        kinds[JSON] = {"schema": refs[operation.answer, "serialization"]}
    elif JSON in kinds:
        kinds[JSON] = {"schema": {"type": "object"}}
    if EVENTS in kinds:
        kinds[EVENTS] = {"schema": refs[Event, "serialization"]}
    return {"description": "The answer", "content": kinds}


def _in_path(operation: Operation) -> Iterator[dict[str, Any]]:
    for step in operation.path.split("/"):
        if step.startswith("{"):
            schema = {"type": "string"}
            yield {"name": step.strip("{}"), "in": "path", "required": True, "schema": schema}


def _in_query(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.query:
        for name, schema in operation.query.model_json_schema()["properties"].items():
            yield {"name": name, "in": "query", "required": False, "schema": schema}


def _in_header(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.repeatable:
        yield {
            "name": "Idempotency-Key",
            "in": "header",
            "required": False,
            "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
            "description": "A name that the device gives to this one wish; sent again with it, "
            "what was made already is given, and nothing is made twice.",
        }


def main() -> None:
    """Print the description of the API."""
    from server.app import create_app  # the app serves the file that is made here
    from server.engines.echo import Echo
    from server.parts import Parts
    from server.settings import Settings
    from server.store import open_store
    from server.turns import Turns

    app = create_app(Parts(Settings(), open_store("sqlite://"), Echo(), Turns(0)))
    sys.stdout.write(render(app))


if __name__ == "__main__":
    main()
