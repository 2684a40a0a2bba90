"""Streaming: events that a thread makes, sent as they come, with a sign of life in between."""

import queue
import select
import socket
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from threading import Event as Flag
from threading import Thread
from typing import Any

from pydantic_core import to_json

from server import logs
from server.errors import CandorError
from server.problems import unexpected
from server.schemas import LAST_EVENTS, Event

PING_EVERY_S = 10.0
LOOK_AGAIN_S = 0.25

Make = Callable[[], Generator[Event]]


class EventStream:
    """The events of one suggestion, made in a thread of their own.

    `make` is called in that thread and should end soon after `stopped` is set. Iterating gives the
    events, and None for every ten seconds of silence; one of `LAST_EVENTS` ends it. It
    stops when it is closed, when `gone` says that nobody listens, or when the server stops.
    """

    def __init__(self, make: Make, instance: str, gone: Callable[[], bool], stopped: Flag) -> None:
        self._instance = instance
        self._gone = gone
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._stopped = stopped
        self._ended = False
        self.failure: CandorError | None = None  # why it failed, known before the last event comes
        self._heard = self._looked = time.monotonic()
        Thread(target=self._run, args=[make], daemon=True, name="draft").start()

    def __iter__(self) -> Iterator[Event | None]:
        return self

    def __next__(self) -> Event | None:
        """Wait for the next event; None is a sign of life."""
        while not self._ended:
            # A slow model is never silent, so look for the listener beside the events as well.
            if time.monotonic() - self._looked >= LOOK_AGAIN_S:
                self._looked = time.monotonic()
                if self._gone():
                    break
            try:
                event = self._events.get(timeout=LOOK_AGAIN_S)
            except queue.Empty:
                if time.monotonic() - self._heard < PING_EVERY_S:
                    continue
                self._heard = time.monotonic()
                return None
            if event is None:
                break
            self._heard = time.monotonic()
            self._ended = event.name in LAST_EVENTS
            return event
        self.close()
        raise StopIteration

    def close(self) -> None:
        """Stop the thread."""
        self._ended = True
        self._stopped.set()

    def _run(self, make: Make) -> None:
        try:
            with closing(make()) as events:
                self._pass_on(events)
        except CandorError as error:
            self._events.put(self._failed(error))
        except Exception as error:  # anything else would leave the listener waiting for ever
            logs.mistake(error)
            self._events.put(self._failed(unexpected()))
        finally:
            self._events.put(None)

    def _pass_on(self, events: Iterator[Event]) -> None:
        ended = False
        for event in events:
            if not ended:
                self._events.put(event)
            ended = ended or event.name in LAST_EVENTS
            if self._stopped.is_set() and not ended:
                return
        if not ended:
            self._events.put(self._failed(unexpected()))

    def _failed(self, error: CandorError) -> Event:
        self.failure = error
        problem = error.problem(self._instance)
        return Event(name="suggestion.failed", payload=problem.model_dump(mode="json"))


def as_bytes(event: Event | None) -> bytes:
    """Write an event, or a sign of life, as server-sent events are written."""
    if event is None:
        return b": ping\n\n"
    return b"event: %b\ndata: %b\n\n" % (event.name.encode(), to_json(event.payload))


def hung_up(environ: dict[str, Any]) -> bool:
    """Say whether the browser has closed the connection; False where that cannot be seen."""
    connection = environ.get("gunicorn.socket")
    if not isinstance(connection, socket.socket):
        return False
    try:
        readable, _, _ = select.select([connection], [], [], 0)
        return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""
    except (OSError, ValueError):
        return True
