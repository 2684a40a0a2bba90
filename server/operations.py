"""Operations: a route and its shapes in one place, so that code and openapi.json agree."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, Response

from server.bodies import read_body, read_query, read_text
from server.media import JSON
from server.schemas import Shape

View = Callable[..., Any]


@dataclass(frozen=True)
class Operation:
    """One route: what it takes, what it gives, and who may call it."""

    name: str
    method: str
    rule: str
    summary: str
    tag: str
    body: type[Shape] | None = None
    files: tuple[str, ...] = ()  # the media types of a body that is a file
    query: type[Shape] | None = None
    answer: type[Shape] | None = None
    media: tuple[str, ...] = (JSON,)
    status: int = 200
    open: bool = False
    repeatable: bool = False  # heeds an Idempotency-Key

    @property
    def path(self) -> str:
        """Give the route as OpenAPI writes it."""
        return re.sub(r"<\w+:(\w+)>", r"{\1}", self.rule)


def operation(blueprint: Blueprint, route: str, **shapes: Any) -> Callable[[View], View]:
    """Make a view answer a route such as `GET /v1/tones/<id:tone_id>`.

    The view gets the checked `body` and `query`, or the `text` of a file and its `kind`, where the
    operation has them, beside the values from the path. It gives a shape, None for an empty
    answer, or a whole response.
    """
    method, rule = route.split(" ")

    def register(view: View) -> View:
        summary = (view.__doc__ or "").strip().splitlines()[0].rstrip(".")
        described = Operation(view.__name__, method, rule, summary, blueprint.name, **shapes)

        @wraps(view)
        def answer(**values: Any) -> Response:
            if described.query:
                values["query"] = read_query(described.query)
            if described.body:
                values["body"] = read_body(described.body)
            if described.files:
                values["kind"], values["text"] = read_text(described.files)
            return _response(view(**values), described.status)

        answer.operation = described  # type: ignore[attr-defined]
        blueprint.add_url_rule(rule, endpoint=view.__name__, view_func=answer, methods=[method])
        return view

    return register


def _response(given: Shape | Response | None, status: int) -> Response:
    if isinstance(given, Response):
        return given
    if given is None:
        return Response(status=204)
    return Response(given.model_dump_json(), status, mimetype=JSON)
