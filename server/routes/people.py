"""People: what was said with one before, and how one is forgotten."""

from typing import get_args

from flask import Blueprint

from server import people
from server.errors import NotFound
from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import Person, Platform

routes = Blueprint("people", __name__)


@operation(routes, "GET /v1/people/<id:platform>/<author:author>", answer=Person)
def get_person(platform: str, author: str) -> Person:
    """Give earlier exchanges with a person, promises made to them, and hand-offs."""
    return people.person(_platform(platform), author, store())


@operation(routes, "DELETE /v1/people/<id:platform>/<author:author>", status=204)
def forget_person(platform: str, author: str) -> None:
    """Forget a person everywhere: comments, drafts, promises, hand-offs."""
    found(store().forget(_platform(platform), author), "person", author)


def _platform(name: str) -> Platform:
    known: tuple[Platform, ...] = get_args(Platform)
    for platform in known:
        if platform == name:
            return platform
    raise NotFound(f"There is no platform {name}; see the platforms in /v1/openapi.json.")
