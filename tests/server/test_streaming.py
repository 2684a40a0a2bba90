"""Streaming: signs of life, one last event, and an end when nobody listens."""

import socket
import time
from collections.abc import Callable, Generator
from threading import Event as Flag

import pytest

from server import streaming
from server.schemas import Event
from server.streaming import EventStream, as_bytes, hung_up

DELTA = Event(name="suggestion.text.delta", payload={"text": "naïve\n🙂"})
DONE = Event(name="suggestion.completed", payload={})


def until(happened: Callable[[], bool]) -> bool:
    """Wait for something to happen, for two seconds at most."""
    end = time.monotonic() + 2
    while not happened() and time.monotonic() < end:
        time.sleep(0.005)
    return happened()


def test_a_silent_draft_gives_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PING_EVERY_S", 0.02)
    monkeypatch.setattr(streaming, "LOOK_AGAIN_S", 0.01)
    heard = Flag()

    def silent() -> Generator[Event]:
        heard.wait(2)
        yield DONE

    stream = EventStream(silent, "/", lambda: False, Flag())
    assert next(stream) is None
    assert next(stream) is None
    heard.set()
    assert [event for event in stream if event] == [DONE]


def test_nothing_follows_the_last_event() -> None:
    def too_long() -> Generator[Event]:
        yield from (DELTA, DONE, DELTA, DONE)

    assert list(EventStream(too_long, "/", lambda: False, Flag())) == [DELTA, DONE]


def test_closing_stops_the_draft() -> None:
    closed = Flag()

    def endless() -> Generator[Event]:
        try:
            while True:
                time.sleep(0.005)
                yield DELTA
        finally:
            closed.set()

    stream = EventStream(endless, "/", lambda: False, Flag())
    assert next(stream) == DELTA
    stream.close()
    assert closed.wait(2)
    assert list(stream) == []


def test_a_silent_draft_learns_that_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "LOOK_AGAIN_S", 0.01)
    ended, stopped = Flag(), Flag()

    def silent() -> Generator[Event]:
        assert stopped.wait(2)
        ended.set()
        yield DONE

    stream = EventStream(silent, "/", lambda: True, stopped)
    assert list(stream) == []
    assert ended.wait(2)


def test_a_draft_that_is_never_silent_learns_that_nobody_listens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streaming, "LOOK_AGAIN_S", 0.05)
    stopped = Flag()

    def endless() -> Generator[Event]:
        while not stopped.is_set():
            time.sleep(0.005)
            yield DELTA

    stream = EventStream(endless, "/", lambda: True, stopped)
    assert len(list(stream)) < 100
    assert stopped.is_set()


def test_a_stream_that_nobody_reads_ends_when_it_is_closed() -> None:
    ended, stopped = Flag(), Flag()

    def endless() -> Generator[Event]:
        try:
            while not stopped.is_set():
                time.sleep(0.005)
                yield DELTA
        finally:
            ended.set()

    EventStream(endless, "/", lambda: False, stopped).close()
    assert ended.wait(2)


def test_an_event_is_two_lines_whatever_it_says() -> None:
    assert as_bytes(DELTA).count(b"\n") == 3
    assert as_bytes(DELTA).startswith(b"event: suggestion.text.delta\ndata: {")
    assert as_bytes(None) == b": ping\n\n"


def test_a_closed_connection_is_seen() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        environ = {"gunicorn.socket": ours}
        assert not hung_up(environ)
        theirs.close()
        assert until(lambda: hung_up(environ))
    assert not hung_up({})
