"""Asking: a suggestion for the terminal, from the running server or else from an engine here."""

import json
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlsplit

from pydantic import ValidationError

from server.errors import CandorError
from server.media import EVENTS, JSON
from server.schemas import LAST_EVENTS, Event, Health, SuggestionRequest
from server.settings import Settings
from server.store import Store

CONNECT_S = 1.0
LOOK_AGAIN_S = 0.05
LONGEST_HEALTH = 10_000  # bytes
SILENT_S = 60.0  # the server gives a sign of life every ten seconds

WENT_AWAY = "The server went away in the middle; try again."


def ask(request: SuggestionRequest, settings: Settings, store: Store) -> Iterator[Event]:
    """Give the events of a suggestion. Raises CandorError."""
    if _server_is_healthy(settings):
        return _from_server(request, settings, store)
    return _from_engine(request, settings, store)


def _server_is_healthy(settings: Settings) -> bool:
    connection = _connection(settings, CONNECT_S)
    try:
        connection.request("GET", "/health")
        with connection.getresponse() as response:
            Health.model_validate_json(response.read(LONGEST_HEALTH))
            return response.status == 200
    except (OSError, HTTPException, ValidationError):
        return False  # nobody is there, it is still loading, or it is another program
    finally:
        connection.close()


def _from_server(request: SuggestionRequest, settings: Settings, store: Store) -> Iterator[Event]:
    """Ask with a token that lives as long as the question."""
    device = store.add_device("candor suggest", "terminal")
    connection = _connection(settings, SILENT_S)
    try:
        headers = {
            "Authorization": f"Bearer {device.token}",
            "Content-Type": JSON,
            "Accept": EVENTS,
        }
        connection.request("POST", "/v1/suggestions", request.model_dump_json(), headers)
        with connection.getresponse() as response:
            if response.status != 200:
                raise CandorError(json.load(response)["detail"])
            for event in _events(response):
                yield event
                if event.name in LAST_EVENTS:
                    return
        raise CandorError(WENT_AWAY)
    except (OSError, HTTPException) as error:
        raise CandorError(WENT_AWAY) from error
    finally:
        connection.close()
        store.delete_device(device.id)


def _events(response: HTTPResponse) -> Iterator[Event]:
    name = ""
    for line in response:
        field, _, value = line.decode().rstrip("\n").partition(": ")
        if field == "event":
            name = value
        if field == "data":
            yield Event.model_validate({"name": name, "payload": json.loads(value)})


def _from_engine(request: SuggestionRequest, settings: Settings, store: Store) -> Iterator[Event]:
    from server import drafting  # neither it nor the model is needed while a server runs
    from server.engines.choosing import open_engine, see_engine

    see_engine(settings)
    engine = open_engine(settings)
    while not engine.ready():
        time.sleep(LOOK_AGAIN_S)
    yield from drafting.suggest(request, engine=engine, store=store)


def _connection(settings: Settings, timeout_s: float) -> HTTPConnection:
    url = urlsplit(settings.url)
    return HTTPConnection(url.hostname or "", url.port, timeout=timeout_s)
