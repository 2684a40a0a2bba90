"""The app: how the parts are put together."""

from flask import Flask, Response
from werkzeug.routing import BaseConverter

from server.bodies import LARGEST_BODY
from server.desk import pages
from server.parts import Parts
from server.problems import handle_problems
from server.routes import (
    brand_voices,
    checks,
    devices,
    hand_offs,
    listening,
    people,
    promises,
    service,
    snippets,
    suggestions,
    tones,
)
from server.security import guard
from server.watching import watch

RESOURCES = (
    service, devices, suggestions, checks, promises, hand_offs, people, listening, tones,
    brand_voices, snippets,
)  # fmt: skip

# What every answer carries; nothing of ours belongs into another page or a shared cache.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Id(BaseConverter):
    """An id in a path; anything else is no route of ours."""

    regex = "[A-Za-z0-9_-]{1,100}"


class Author(BaseConverter):
    """A person's name on a platform, whatever signs it has; it is the last part of its path."""

    regex = r"[^\0\n]{1,200}"
    part_isolating = False


def create_app(parts: Parts) -> Flask:
    """Make the app of a server with these parts."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY + 1
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False  # no page of another origin has business here
    app.url_map.converters.update(id=Id, author=Author)
    app.url_map.merge_slashes = False
    app.extensions["candor"] = parts
    watch(app)
    guard(app)
    handle_problems(app)
    app.after_request(_add_headers)
    app.register_blueprint(pages.routes)
    for resource in RESOURCES:
        app.register_blueprint(resource.routes)
    return app


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
