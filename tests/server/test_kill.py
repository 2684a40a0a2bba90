"""Killing: two servers, their database and the model's server die in turn; nothing is lost."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from sqlalchemy import func, select

from server.store import Store, open_store
from server.store.tables import feedback, suggestions
from tests.outliving import Afterwards
from tests.postgresql import PostgreSQL
from tests.server.test_launch import free_port

BODY = {"thread": {"comments": [{"text": "The lid broke after a week and nobody answers."}]}}
ENDS_S = 90.0
# A server that speaks as OpenAI's does, and takes a while for each word.
MODEL = """
import json, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Model(BaseHTTPRequestHandler):
    def do_GET(self):
        self.begin("application/json")
        self.wfile.write(b'{"data": [{"id": "m"}]}')

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.begin("text/event-stream")
        for word in ["Sorry ", "about ", "the ", "lid."]:
            choice = {"index": 0, "delta": {"content": word}, "finish_reason": None}
            if word.endswith("."):
                choice["finish_reason"] = "stop"
            self.wfile.write(f"data: {json.dumps({'choices': [choice]})}\\n\\n".encode())
            time.sleep(0.05)
        self.wfile.write(b"data: [DONE]\\n\\n")

    def begin(self, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def log_message(self, *_):
        pass

ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Model).serve_forever()
"""


class Program:
    """A program on a port that can be killed and started again."""

    def __init__(self, command: list[str], port: int, environment: dict[str, str]) -> None:
        self._command, self.port, self._environment = command, port, environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers well, for 30 seconds at most."""
        self._process = subprocess.Popen(
            self._command,
            env=os.environ | self._environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._afterwards = Afterwards("kill", "-KILL", "--", f"-{self._process.pid}")
        until(lambda: status(self.port) == 200)

    def kill(self) -> None:
        """Kill it with all that it started."""
        if self._process:
            self._afterwards.now()
            self._process.wait()
            self._process = None


def status(port: int) -> int:
    """Give the status of a program's answer to a question for its health; 0 for no answer."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status
        except (OSError, HTTPException):
            return 0


def until(happened: Callable[[], bool]) -> None:
    """Wait for something to happen, for 30 seconds at most."""
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


class Asking(Thread):
    """A person who asks for one draft after the other, and again where one fails."""

    def __init__(self, name: str, token: str, ports: list[int]) -> None:
        super().__init__(name=name)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._ports = ports
        self.ended = Flag()
        self.made: list[str] = []
        self.said: Counter[str] = Counter()

    def run(self) -> None:
        while not self.ended.is_set():
            key = {"Idempotency-Key": f"wish {len(self.made)}"}
            made = self._until_done("/v1/suggestions", BODY, key)
            posted = {"outcome": "posted", "text": "Sorry."}
            self._until_done(f"/v1/suggestions/{made['id']}/feedback", posted, {})
            self.made.append(made["id"])

    def _until_done(self, path: str, body: object, key: dict[str, str]) -> dict[str, str]:
        """Send a request to one server after the other until it is answered."""
        end = time.monotonic() + ENDS_S
        while time.monotonic() < end:
            for port in self._ports:
                with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
                    try:
                        connection.request("POST", path, json.dumps(body), self._headers | key)
                        answer = self._read(connection)
                    except (OSError, HTTPException):
                        self.said["broken off"] += 1
                        continue
                if answer is not None:
                    return answer
            time.sleep(0.1)
        raise AssertionError(f"{path} was not answered within {ENDS_S} seconds: {self.said}")

    def _read(self, connection: HTTPConnection) -> dict[str, str] | None:
        response = connection.getresponse()
        text = response.read().decode()
        is_stream = (response.headers["Content-Type"] or "").startswith("text/event-stream")
        name, data = "", text
        if is_stream:
            if not text.endswith("\n\n"):
                raise HTTPException("The stream broke off.")
            name, data = text.strip().split("\n\n")[-1].split("\n")
        answer: dict[str, str] = json.loads(data.removeprefix("data: "))
        if response.status == 200 and name != "event: suggestion.failed":
            if is_stream and name != "event: suggestion.completed":
                raise HTTPException("The stream ended too early.")
            return answer
        self.said[answer["type"]] += 1
        return None


@contextmanager
def team(home: Path, address: str) -> Iterator[dict[str, Program]]:
    """Run two servers on one PostgreSQL with one model's server; give them by their names."""
    with ExitStack() as stack:
        ports = {name: free_port() for name in ("model", "first", "second")}
        settings = {
            "CANDOR_DATABASE_URL": address,
            "CANDOR_ENGINE": "remote",
            "CANDOR_MODEL": "m",
            "CANDOR_REMOTE_URL": f"http://127.0.0.1:{ports['model']}/v1",
            "CANDOR_HOME": str(home),
            "CANDOR_DRAFTS_A_MINUTE": "0",
        }
        programs = {}
        for name, port in ports.items():
            serve = [sys.executable, "-m", "server.cli", "serve"]
            command = [sys.executable, "-c", MODEL, str(port)] if name == "model" else serve
            programs[name] = Program(command, port, settings | {"CANDOR_PORT": str(port)})
            stack.callback(programs[name].kill)
            programs[name].start()
        yield programs


def test_nothing_is_lost_or_kept_twice_whatever_is_killed(
    cluster: PostgreSQL, tmp_path: Path
) -> None:
    address = cluster.address(cluster.new_database())
    with team(tmp_path, address) as programs:
        store = open_store(address)
        ports = [programs["first"].port, programs["second"].port]
        tokens = [store.add_device(name, "extension").token for name in ("Ann", "Bob", "Cid")]
        people = [
            Asking(str(number), token, ports[:: 1 if number % 2 else -1])
            for number, token in enumerate(tokens)
        ]
        for person in people:
            person.start()
        for name in ("first", "model", "second"):
            one_more_each(people)
            programs[name].kill()
            time.sleep(0.5)
            programs[name].start()
        one_more_each(people)
        cluster.stop()
        time.sleep(0.5)
        cluster.start()
        one_more_each(people)
        for person in people:
            person.ended.set()
        for person in people:
            person.join(ENDS_S)
            assert not person.is_alive()
        see_each_is_kept_once(people, store)
        store.engine.dispose()


def one_more_each(people: list[Asking]) -> None:
    """Wait until everyone has got another draft."""
    before = [len(person.made) for person in people]
    pairs = list(zip(people, before, strict=True))
    until(lambda: all(len(person.made) > count for person, count in pairs))


def see_each_is_kept_once(people: list[Asking], store: Store) -> None:
    """See that all that was made is there, once, and that what failed said why."""
    made = [id_ for person in people for id_ in person.made]
    with store.engine.connect() as connection:
        kept = set(connection.execute(select(suggestions.c.id)).scalars())
        told = connection.execute(select(func.count()).select_from(feedback)).scalar_one()
    assert sorted(kept) == sorted(made)
    assert told == len(made)
    said = sum((person.said for person in people), Counter[str]())
    assert said["broken off"] > 0
    assert set(said) <= {
        "broken off",
        "/problems/database-away",
        "/problems/engine-away",
        "/problems/engine-failed",
    }
