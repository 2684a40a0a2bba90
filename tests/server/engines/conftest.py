"""A server that speaks as OpenAI's does, and does whatever a test wants wrong."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Behaviour = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request; what is sent ends where the connection does."""

    server: "FaultyServer"
    body: dict[str, Any]

    def do_GET(self) -> None:
        """Answer with the list of models, or as the test wants."""
        self.server.listed(self)

    def do_POST(self) -> None:
        """Answer a request for a completion as the next behaviour has it; the last one stays."""
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script = self.server.script
        with self.server.lock:
            self.server.asked.append(self.body)
            self.server.keys.append(self.headers["Authorization"])
            behave = script.pop(0) if len(script) > 1 else script[0]
        behave(self)

    def answer(self, status: int, text: str, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(text.encode())

    def begin(self, kind: str = "text/event-stream") -> None:
        """Begin a stream."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def send(self, text: str) -> None:
        """Send a part of a stream."""
        self.wfile.write(text.encode())
        self.wfile.flush()

    def event(self, text: str = "", index: int = 0, **more: Any) -> None:
        """Send one chunk."""
        choice = {"index": index, "delta": {"content": text}, **more}
        self.send(f"data: {json.dumps({'choices': [choice]})}\n\n")

    def is_left(self) -> bool:
        """Wait until the other side closes the connection; say whether it did."""
        self.connection.settimeout(20)
        return self.connection.recv(1) == b""

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


class FaultyServer(ThreadingHTTPServer):
    """The server; `script` is what it does, one behaviour a request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.script: list[Behaviour] = []
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.lock = threading.Lock()
        self.listed: Behaviour = lambda asked: asked.answer(200, '{"data": [{"id": "m"}]}')

    @property
    def url(self) -> str:
        """Give the address."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up."""


@pytest.fixture
def faulty() -> Iterator[FaultyServer]:
    """Give a running server without a script."""
    server = FaultyServer()
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def says(*texts: str, reason: str = "stop") -> Behaviour:
    """Stream a reply, one chunk a text."""

    def behave(asked: Asked) -> None:
        asked.begin()
        for text in texts:
            asked.event(text)
        asked.event(finish_reason=reason)
        asked.send("data: [DONE]\n\n")

    return behave


def refuses(status: int, text: str = "", **headers: str) -> Behaviour:
    """Answer with a status."""
    return lambda asked: asked.answer(status, text, **headers)


def breaks_off(*texts: str) -> Behaviour:
    """Stream some texts and close the connection."""

    def behave(asked: Asked) -> None:
        asked.begin()
        for text in texts:
            asked.event(text)

    return behave


def trickles(*texts: str) -> Behaviour:
    """Stream some texts, and then only signs of life until the other side leaves."""

    def behave(asked: Asked) -> None:
        breaks_off(*texts)(asked)
        while True:  # ends with a broken pipe
            asked.send(": ping\n\n")
            time.sleep(0.02)

    return behave


def sends(raw: str, kind: str = "text/event-stream") -> Behaviour:
    """Send whatever it is."""

    def behave(asked: Asked) -> None:
        asked.begin(kind)
        asked.send(raw)

    return behave
