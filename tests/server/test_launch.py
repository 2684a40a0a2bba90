"""Launching: what is wrong is one sentence; what is right serves, streams, and stops at once."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection, HTTPResponse
from itertools import repeat
from pathlib import Path

import psutil
import pytest
from flask import Flask
from sqlalchemy.pool import QueuePool

from server.bodies import in_time
from server.errors import CannotStart
from server.launch import _greet, greeting, most_waiting, see_home, serve
from server.schemas import Problem
from server.settings import Settings
from server.store import Store, open_store

# The program as it is, with an engine that takes its time, and less patience with who sends slowly.
SLOW = """
from server import launch, worker
from server.cli import main
from server.engines.echo import Echo
launch.open_engine = lambda settings: Echo(delay_s=1)
worker.LONGEST_HEAD_S = 0.5
main()
"""
SHORT = '{"thread": {"comments": [{"text": "one"}]}}'
COMMENT = '{"thread": {"comments": [{"text": "one two three four five"}]}}'


def free_port() -> int:
    """Give a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def new_token(settings: Settings) -> str:
    """Pair a device beside the running server, and give its token."""
    store = open_store(settings.database)
    token = store.add_device("A browser", "extension").token
    store.engine.dispose()
    return token


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give the settings of a server with the echo engine."""
    return Settings(home=tmp_path / "home", port=free_port(), engine="echo")


@pytest.fixture
def server(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """Give a server that runs in a process group of its own, as in a terminal."""
    environment = os.environ | {
        "CANDOR_HOME": str(settings.home),
        "CANDOR_PORT": str(settings.port),
        "CANDOR_ENGINE": "echo",
    }
    command = [sys.executable, "-c", SLOW, "serve"]
    with subprocess.Popen(
        command,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        wait_until_healthy(settings)
        yield process
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def wait_until_healthy(settings: Settings) -> None:
    """Wait until the server answers, for ten seconds at most."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", settings.port, timeout=1)
        try:
            connection.request("GET", "/health")
            with connection.getresponse() as response:
                if response.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError("The server was not healthy within ten seconds.")


def test_a_server_streams_and_stops_at_once(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    connection = ask(settings, COMMENT)
    response = connection.getresponse()
    assert response.status == 200
    assert response.readline().startswith(b"event: suggestion.created")
    workers = psutil.Process(server.pid).children()
    os.killpg(server.pid, signal.SIGINT)
    assert server.wait(2) == 0  # the draft would take longer
    assert not any(worker.is_running() for worker in workers)
    assert server.stdout is not None
    assert "sign-in?link=" in server.stdout.read()
    response.close()
    connection.close()


def ask(settings: Settings, body: str = SHORT) -> HTTPConnection:
    """Ask for a draft, from a device of its own."""
    token = new_token(settings)
    connection = HTTPConnection("127.0.0.1", settings.port, timeout=20)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request("POST", "/v1/suggestions", body, headers)
    return connection


def test_a_server_that_is_to_end_finishes_its_draft_and_turns_away_who_waits(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    with closing(ask(settings)) as writing:
        served = writing.getresponse()
        assert served.readline().startswith(b"event: suggestion.created")
        with closing(ask(settings)) as waiting:
            wait_until_in_line(settings, 2)
            server.terminate()
            refused = waiting.getresponse()
            assert (refused.status, refused.headers["Retry-After"]) == (503, "2")
            assert b"/problems/stopping" in refused.read()
        assert b"event: suggestion.completed" in served.read()
        assert server.wait(2) == 0  # whoever keeps a connection


def wait_until_in_line(settings: Settings, drafts: int) -> None:
    """Wait until so many drafts are asked for, for ten seconds at most."""
    token = new_token(settings)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with closing(HTTPConnection("127.0.0.1", settings.port, timeout=5)) as connection:
            connection.request("GET", "/metrics", headers={"Authorization": f"Bearer {token}"})
            if f"candor_drafts_in_line {drafts:.1f}".encode() in connection.getresponse().read():
                return
        time.sleep(0.05)
    raise AssertionError(f"There were not {drafts} drafts in the line within ten seconds.")


def test_a_body_that_trickles_in_holds_nothing_up_for_long() -> None:
    ours, theirs = socket.socketpair()
    app = Flask(__name__)
    with ours, theirs, app.test_request_context(environ_base={"gunicorn.socket": ours}):
        began = time.monotonic()
        with in_time(0.2) as is_late:
            assert ours.recv(10) == b""
        assert is_late.is_set()
        assert time.monotonic() - began < 5
        theirs.settimeout(5)
        ours.sendall(b"too slow")
        assert theirs.recv(10) == b"too slow"


def test_whoever_sends_nothing_or_little_holds_nobody_up(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    with ExitStack() as stack:
        for number in range(2 * settings.threads):
            idle = socket.create_connection((settings.host, settings.port), timeout=5)
            stack.enter_context(idle)
            if number % 4 == 0:
                idle.sendall(b"GET /health HTTP/1.1\r\nHost: ")
        wait_until_healthy(settings)


def test_a_request_that_trickles_in_is_given_up(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    with socket.create_connection((settings.host, settings.port), timeout=10) as slow:
        slow.sendall(b"GET /health HTTP/1.1\r\nHost: ")
        assert slow.recv(10) == b""


NO_REQUESTS = {
    b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\n\r\n": "address-too-long",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n": "headers-too-large",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 9000 + b"\r\n\r\n": "headers-too-large",
    b"\x16\x03\x01\x02\x00\x01\r\n\r\n": "unreadable",
    b"GET / HTTP/1.1\r\nno header\r\n\r\n": "unreadable",
    b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n": "unreadable",
}


def test_what_is_no_request_is_answered_with_a_problem(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    for sent, slug in NO_REQUESTS.items():
        with socket.create_connection((settings.host, settings.port), timeout=10) as connection:
            connection.sendall(sent)
            with HTTPResponse(connection) as response:
                response.begin()
                assert response.headers["Content-Type"] == "application/problem+json", sent
                problem = Problem.model_validate_json(response.read())
        assert (problem.type, problem.status) == (f"/problems/{slug}", response.status), sent


def test_drafts_leave_a_quarter_of_the_threads_free(settings: Settings) -> None:
    def most(**chosen: int) -> int:
        return most_waiting(settings.model_copy(update=chosen), at_once=1)

    assert most(threads=16, waiting_drafts=8) == 8
    assert most(threads=16, waiting_drafts=100) == 11
    assert most(threads=2, waiting_drafts=8) == 0


def test_a_refusal_is_seen_by_who_is_still_sending(
    server: subprocess.Popen[str], settings: Settings
) -> None:
    token = new_token(settings)
    for given, status in ((token, 413), ("wrong", 401)):
        connection = HTTPConnection("127.0.0.1", settings.port, timeout=10)
        headers = {"Authorization": f"Bearer {given}", "Content-Type": "application/json"}
        for chunked in (False, True):
            body = repeat(b" " * 10_000, 1000) if chunked else b" " * 10_000_000
            connection.request("POST", "/v1/suggestions", body, headers, encode_chunked=chunked)
            with connection.getresponse() as response:
                assert (response.status, bool(response.read())) == (status, True)
        connection.close()


def test_a_port_that_is_taken_is_named(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings.port))
        other.listen()
        with pytest.raises(CannotStart, match=rf"Port {settings.port} .* CANDOR_PORT"):
            serve(settings)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the way")
    with pytest.raises(CannotStart, match=r"cannot be written.* CANDOR_HOME"):
        see_home(tmp_path / "home" / "candor")


def test_a_database_that_is_none_is_named(settings: Settings) -> None:
    see_home(settings.home)
    (settings.home / "candor.db").write_text("this is no database " * 100)
    with pytest.raises(CannotStart, match=r"candor\.db cannot be opened"):
        serve(settings)


def test_the_data_folder_is_its_owners_alone(settings: Settings) -> None:
    see_home(settings.home)
    assert settings.home.stat().st_mode & 0o077 == 0


def test_no_connection_to_the_database_comes_along_to_the_worker(
    settings: Settings, store: Store
) -> None:
    _greet(settings, store)
    pool = store.engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedin() == pool.checkedout() == 0


def test_the_greeting_says_how_to_begin(settings: Settings, store: Store) -> None:
    text = greeting(settings, store)
    assert f"http://127.0.0.1:{settings.port}/sign-in?link=" in text
    assert "Pairing code" in text
    assert "extension" in text.lower()
