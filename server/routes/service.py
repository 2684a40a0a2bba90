"""The service itself: how it is, what it offers, its figures."""

from importlib.metadata import version

from flask import Blueprint, Response
from prometheus_client import CONTENT_TYPE_LATEST

from server.openapi import CHECKED_IN
from server.operations import operation
from server.parts import parts
from server.schemas import Health

routes = Blueprint("service", __name__)


@operation(routes, "GET /health", answer=Health, open=True)
def health() -> Health:
    """Say how the server is; 503 while the model loads or the database is away."""
    here = parts()
    here.store.see()
    engine = here.ready_engine()
    return Health(
        status="ok",
        version=version("candor"),
        model=engine.model,
        engine=here.settings.engine,
        model_host=here.settings.model_host,
    )


@operation(routes, "GET /v1/openapi.json")
def openapi() -> Response:
    """Give the description of the API."""
    return Response(CHECKED_IN.read_bytes(), mimetype="application/json")


@operation(routes, "GET /metrics", media=("text/plain",))
def metrics() -> Response:
    """Give the figures of the server as Prometheus reads them."""
    here = parts()
    here.metrics.in_line.set(len(here.turns))
    return Response(here.metrics.text(), content_type=CONTENT_TYPE_LATEST)
