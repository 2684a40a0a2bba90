"""The service as its users meet it, started for a measurement and asked over HTTP."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

START_WITHIN_S = 60


class Service:
    """A running service; `post` and `get` speak JSON with it."""

    def __init__(self, address: str, token: str, process: int, start_s: float = 0.0) -> None:
        self.address, self.process = address, process
        self.start_s = start_s  # from the command until it was healthy
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        }

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Post a body and give the answer. Raises HTTPError for a problem."""
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), self._headers, method="POST"
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return dict(json.loads(answer.read() or b"{}"))

    def stream(self, path: str, body: dict[str, Any]) -> Iterator[bytes]:
        """Post a body and yield the lines of the event stream as they come."""
        headers = self._headers | {"Accept": "text/event-stream"}
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), headers, method="POST"
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            yield from answer


@contextmanager
def running_service(**settings: str) -> Iterator[Service]:
    """Start the service in a data folder of its own, on a free port; stop it in the end.

    It lets one device ask for as many drafts as it likes, since that is what a measurement does.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        chosen = {f"CANDOR_{name.upper()}": value for name, value in settings.items()}
        own = {"CANDOR_HOME": home, "CANDOR_PORT": str(port), "CANDOR_DRAFTS_A_MINUTE": "0"}
        environment = os.environ | own | chosen
        candor = [sys.executable, "-m", "server.cli"]
        process = subprocess.Popen(
            [*candor, "serve"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        address = f"http://127.0.0.1:{port}"
        started = time.perf_counter()
        try:
            _wait(address, process)
            start_s = time.perf_counter() - started
            token = subprocess.run(
                [*candor, "token", "measure"],
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split()[-1]
            yield Service(address, token, process.pid, start_s)
        finally:
            process.terminate()
            process.wait(20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end:
        if process.poll() is not None:
            said = process.stderr.read().decode() if process.stderr else ""
            raise RuntimeError(f"The service did not start: {said.strip()}")
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2):
                return
        except OSError:  # not there yet, or too busy to answer in time
            time.sleep(0.1)
    raise TimeoutError(f"The service was not healthy within {START_WITHIN_S} s.")
