"""Load: many managers ask one server for drafts at once, and one more asks now and then.

`python -m tests.load.crowd --engine echo --minutes 3` prints how many answers of each status
there were (only 200, and 429 with Retry-After, are right), how memory grew, and how long a lone
manager's drafts took beside what they take on an idle server.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event as Flag
from threading import Lock, Thread

import psutil

from server.store import open_store

COMMENTS = (
    "My parcel came crushed and nobody answers my mails!",
    "Do you ship to Norway, and how long does it take?",
    "Love the new lid, it fits my old jar.",
    "So the price went up again. Why?",
)
ALONE = 12  # drafts of the lone manager on an idle server


class Load:
    """One server under load, and what was seen of it."""

    def __init__(self, port: int, tokens: list[str]) -> None:
        self.port, self.tokens = port, tokens
        self.ended = Flag()
        self.lock = Lock()
        self.statuses: Counter[str] = Counter()
        self.took_s: list[float] = []

    def ask(self, token: str, number: int) -> tuple[float, int, float]:
        """Ask for a draft; give seconds, status, and seconds to wait before the next one."""
        body = {
            "thread": {"comments": [{"text": COMMENTS[number % len(COMMENTS)]}]},
            "seed": number,
        }
        headers = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/json",
            "Content-Type": "application/json",
        }
        began, status, wait_s = time.monotonic(), 0, 0.0
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=300)) as connection:
            try:
                connection.request("POST", "/v1/suggestions", json.dumps(body), headers)
                response = connection.getresponse()
                response.read()
                status, wait_s = response.status, float(response.headers.get("Retry-After", 0))
            except (OSError, HTTPException) as error:
                with self.lock:
                    self.statuses[type(error).__name__] += 1
        return time.monotonic() - began, status, wait_s

    def manager(self, token: str, first: int) -> None:
        """Ask for one draft after the other; wait where the server says so."""
        number = first
        while not self.ended.is_set():
            took_s, status, wait_s = self.ask(token, number)
            number += 1
            with self.lock:
                self.statuses[f"{status}" if status != 429 or wait_s else "429 without a word"] += 1
                if status == 200:
                    self.took_s.append(took_s)
            self.ended.wait(wait_s)

    def lone(self, token: str, pause_s: float, count: int) -> list[float]:
        """Ask now and then; give the seconds of each draft, with all that was refused before it."""
        took = []
        for number in range(count):
            began = time.monotonic()
            while (answer := self.ask(token, number))[1] == 429:
                self.ended.wait(answer[2])
            if answer[1] == 200:
                took.append(time.monotonic() - began)
            if self.ended.wait(pause_s):
                break
        return took


def memory(process: int) -> int:
    """Give the bytes that a server and its workers hold."""
    server = psutil.Process(process)
    return sum(one.memory_info().rss for one in (server, *server.children(recursive=True)))


def percentile(values: list[float], share: float) -> float:
    """Give the value that so large a share of the values does not exceed."""
    return (
        sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else float("nan")
    )


def measure(load: Load, process: int, minutes: float, pause_s: float) -> dict[str, object]:
    """Put the load on for so long; give what was seen."""
    lone, *managers = load.tokens
    alone = load.lone(lone, 0, ALONE)
    threads = [
        Thread(target=load.manager, args=(token, 1000 * number), daemon=True)
        for number, token in enumerate(managers)
    ]
    beside: list[float] = []
    threads.append(
        Thread(target=lambda: beside.extend(load.lone(lone, pause_s, 1_000_000)), daemon=True)
    )
    for thread in threads:
        thread.start()
    end, held = time.monotonic() + 60 * minutes, []
    while time.monotonic() < end:
        time.sleep(min(5, 6 * minutes))
        held.append(memory(process))
    load.ended.set()
    for thread in threads:
        thread.join(300)
    tenths = [held[at * (len(held) - 1) // 10] for at in range(11)]
    idle_s, beside_s = percentile(alone, 0.5), percentile(beside, 0.5)
    return {
        "managers": len(managers),
        "minutes": minutes,
        "answers": dict(load.statuses),
        "drafts_per_s": round(len(load.took_s) / (60 * minutes), 2),
        "p50_s": round(percentile(load.took_s, 0.5), 2),
        "p99_s": round(percentile(load.took_s, 0.99), 2),
        "lone_idle_s": round(idle_s, 3),
        "lone_beside_s": round(beside_s, 3),
        "lone_drafts": len(beside),
        "lone_ratio": round(beside_s / idle_s, 2),
        "memory_mb": [round(value / 1e6) for value in tenths],
        "memory_grew": round(tenths[-1] / tenths[1] - 1, 3),  # the first tenth warms it up
    }


def main() -> None:
    """Start a server with a database of its own, put the load on, print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=["echo", "embedded"], default="embedded")
    parser.add_argument("--managers", type=int, default=64)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--pause", type=float, default=10, help="seconds between lone drafts")
    parser.add_argument("--port", type=int, default=8799)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        settings = {
            "CANDOR_HOME": home,
            "CANDOR_PORT": str(chosen.port),
            "CANDOR_ENGINE": chosen.engine,
            "CANDOR_DRAFTS_A_MINUTE": "600",
        }
        command = [sys.executable, "-m", "server.cli", "serve"]
        with subprocess.Popen(
            command, env=os.environ | settings, stdout=subprocess.DEVNULL, start_new_session=True
        ) as server:
            try:
                wait_until_healthy(chosen.port)
                store = open_store(f"sqlite:///{Path(home) / 'candor.db'}")
                names = [f"manager {number}" for number in range(chosen.managers + 1)]
                tokens = [store.add_device(name, "terminal").token for name in names]
                store.engine.dispose()
                seen = measure(Load(chosen.port, tokens), server.pid, chosen.minutes, chosen.pause)
            finally:
                os.killpg(server.pid, signal.SIGKILL)
    for name, value in seen.items():
        print(f"{name:20} {value}")
    print(json.dumps(seen))


def wait_until_healthy(port: int) -> None:
    """Wait until the server answers, for two minutes at most."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/health")
                if connection.getresponse().status == 200:
                    return
            except (OSError, HTTPException):
                pass
        time.sleep(0.2)
    sys.exit("The server was not healthy within two minutes.")


if __name__ == "__main__":
    main()
