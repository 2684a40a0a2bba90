"""Peers: other servers that run a model of ours, started on this machine to be tried or measured.

`python -m models.peers MODEL.gguf PORT PLACES [KEY]` is llama.cpp's own server.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

START_WITHIN_S = 120
CONTEXT = 2048  # tokens for each request; less, and requests at a time push each other out


@contextmanager
def llama_server(gguf: Path, *, places: int = 4, key: str = "") -> Iterator[str]:
    """Run llama.cpp's own server with `places` requests at a time; give its address."""
    port = free_port()
    command = [sys.executable, "-m", "models.peers", str(gguf), str(port), str(places), key]
    with _running(command, port) as address:
        yield address


@contextmanager
def transformers_server(folder: Path) -> Iterator[str]:
    """Run `transformers serve` with the model of a folder; give its address."""
    port = free_port()
    command = [
        sys.executable,
        "-c",
        "from transformers.cli.transformers import main; main()",
        "serve",
        str(folder),
        *("--host", "127.0.0.1", "--port", str(port), "--device", "cpu"),
    ]
    with _running(command, port) as address:
        yield address


def free_port() -> int:
    """Give a port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[str]:
    offline = {"HF_HUB_OFFLINE": "1", "OMP_WAIT_POLICY": "PASSIVE"}
    process = subprocess.Popen(
        command, env=os.environ | offline, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.kill()
        process.wait(20)


def _wait(health: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}.")
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(f"{process.args!r} was not healthy within {START_WITHIN_S} s.")


def _serve_llama(gguf: str, port: int, places: int, key: str) -> None:
    import xllamacpp

    chosen = xllamacpp.CommonParams()
    chosen.model.path = gguf
    chosen.port = port
    chosen.n_parallel = places
    chosen.kv_unified = True  # candidates of one prompt share it
    chosen.n_ctx = CONTEXT * places
    chosen.cpuparams.n_threads = len(os.sched_getaffinity(0))
    chosen.api_keys = [key] if key else []
    _server = xllamacpp.Server(chosen)
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    _serve_llama(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
