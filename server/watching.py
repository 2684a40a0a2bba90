"""Watching: every request is counted and logged, by its route and never by its content."""

import time

from flask import Flask, Response, g, request

from server import logs
from server.parts import parts


def watch(app: Flask) -> None:
    """Log and count every request of an app."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.monotonic()


def _end(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "unknown"
    # Anybody may make up a method; the figures must not grow with that.
    method = request.method if request.url_rule else "any"
    parts().metrics.requests.labels(method, route, response.status_code).inc()
    logs.write(
        "info",
        "request",
        method=method,
        route=route,
        status=response.status_code,
        ms=round(1000 * (time.monotonic() - g.began), 1),
        device=g.device.id if "device" in g else None,
    )
    return response
