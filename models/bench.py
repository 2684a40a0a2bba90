"""Measure how fast drafts are, side by side with other engines in the same run.

    python -m models.bench --comments 20 --plot speed.svg

Each engine stands behind Candor's own service, so that the work is the same: the same comments and
prompts, the same weights, sampling and candidates (several in the asked tone, one in each other,
all checked), all written freely. For each comment the engines are asked in turn, A B A B. "as
shipped" is the service as it is installed: candor-small values guided sentences and writes none
itself. Rivals that are not installed are left out and named. Medians, spread and ratios are
printed, and beside them the limits of this machine and what libraries without a server take; JSON
stands on the last line.
"""

import argparse
import importlib.util
import itertools
import json
import signal
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models import speed
from models.bars import draw
from models.data.written import Exchange, exchanges
from models.peers import llama_server, transformers_server
from models.service import Service, running_service
from models.to_gguf import SHIPPED, write_gguf

WARM_UP = 2
MANAGERS = (1, 4, 16)
FOR_S = 6.0
SHIPS, OURS, LLAMA, TRANSFORMERS = "as shipped", "embedded", "llama.cpp", "transformers serve"
PATIENT = {"waiting_drafts": "64", "threads": "32"}
REMOTE = {"engine": "remote", "writes": "freely"}


@dataclass
class Runner:
    """A service with one engine, and what was measured of it."""

    service: Service
    times: dict[str, list[float]] = field(default_factory=dict)

    def note(self, name: str, value: float) -> None:
        """Keep one measurement."""
        self.times.setdefault(name, []).append(value)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--comments", type=int, default=15)
    parser.add_argument("--plot", type=Path, help="where to draw the medians as SVG")
    parser.add_argument(
        "--rivals", nargs="*", choices=(LLAMA, TRANSFORMERS), default=[LLAMA, TRANSFORMERS]
    )
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is ended
    answered = (row for row in exchanges("dev") if row["replies"])
    rows = list(itertools.islice(answered, arguments.comments + WARM_UP))
    result: dict[str, Any] = {"comments": arguments.comments, "left_out": []}
    with ExitStack() as stack:
        gguf = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "candor-small.gguf"
        runners = _start(stack, gguf, arguments.rivals, result["left_out"])
        for number, row in enumerate(rows):
            for runner in runners.values():
                _draft(runner, row, keep=number >= WARM_UP)
        engines: dict[str, dict[str, Any]] = {
            name: {measure: _spread(values) for measure, values in runner.times.items()}
            | {
                "start_s": round(runner.service.start_s, 2),
                "memory_mb": speed.memory(runner.service),
            }
            for name, runner in runners.items()
        }
        for managers, (name, runner) in itertools.product(MANAGERS, runners.items()):
            made, failed = _drafts_a_second(runner, rows, managers)
            engines[name][f"drafts_a_second_{managers}"] = made
            engines[name]["failed"] = engines[name].get("failed", 0) + failed
            print(
                f"{name}: {managers} managers, {made} drafts a second", file=sys.stderr, flush=True
            )
        for name, runner in runners.items():
            engines[name]["memory_after_mb"] = speed.memory(runner.service)
        result["idle_cpu"] = speed.idle(runners[SHIPS].service)
    result["engines"] = engines
    if LLAMA in engines:
        result["ratios"] = _ratios(engines)
    result |= speed.measure(SHIPPED, rows[WARM_UP:])
    _print(result)
    if arguments.plot:
        medians = {name: one["complete"]["p50"] for name, one in engines.items()}
        arguments.plot.write_text(draw("Seconds to a complete checked draft", medians), "utf-8")
    print(json.dumps(result))


def _start(
    stack: ExitStack, gguf: Path, rivals: Sequence[str], left_out: list[str]
) -> dict[str, Runner]:
    """Start a service with each engine that is installed here."""

    def run(**settings: str) -> Runner:
        return Runner(stack.enter_context(running_service(**PATIENT, **settings)))

    runners = {SHIPS: run(), OURS: run(writes="freely")}
    if LLAMA in rivals and importlib.util.find_spec("xllamacpp"):
        write_gguf(SHIPPED, gguf)
        address = stack.enter_context(llama_server(gguf, places=16))
        runners[LLAMA] = run(remote_url=address, model=SHIPPED.name, remote_drafts="16", **REMOTE)
    else:
        left_out.append(LLAMA)
    if TRANSFORMERS in rivals and importlib.util.find_spec("fastapi"):
        address = stack.enter_context(transformers_server(SHIPPED))
        # More at a time, and it breaks off.
        runners[TRANSFORMERS] = run(
            remote_url=address, model=str(SHIPPED), remote_drafts="2", **REMOTE
        )
    else:
        left_out.append(TRANSFORMERS)
    return runners


def _body(row: Exchange, tone: str = "plain") -> dict[str, Any]:
    return {
        "thread": {
            "platform": row["platform"],
            "post": row["post"],
            "comments": [{"author": row["author"], "text": row["comment"]}],
        },
        "tone": tone,
        "action": row["action"],
        "hand_over_to": row["hand_over_to"],
        "facts": [fact["text"] for fact in row["facts"]],
        "note": row["note"],
        "seed": 1,
    }


def _draft(runner: Runner, row: Exchange, *, keep: bool) -> None:
    """Time one draft, and the same comment again in another tone."""
    started = time.perf_counter()
    first, done = 0.0, b"{}"
    for line in runner.service.stream("/v1/suggestions", _body(row)):
        if not first and line.startswith(b"event: suggestion.text.delta"):
            first = time.perf_counter() - started
        if line.startswith(b"data: "):
            done = line.removeprefix(b"data: ")
    complete = time.perf_counter() - started
    started = time.perf_counter()
    runner.service.post("/v1/suggestions", _body(row, "warm"))
    if keep:
        runner.note("first_text", first)
        runner.note("complete", complete)
        runner.note("other_tone", time.perf_counter() - started)
        runner.note("tokens_written", _usage(json.loads(done)).get("output_tokens", 0))


def _usage(event: Any) -> dict[str, float]:
    """Give the usage that stands in the last event."""
    suggestion = event.get("payload", event)
    usage: dict[str, float] = suggestion.get("usage") or {}
    return usage


def _drafts_a_second(runner: Runner, rows: Sequence[Exchange], managers: int) -> tuple[float, int]:
    """Give the drafts a second while so many managers ask without a pause, and how many failed."""
    endless = itertools.cycle(rows)
    lock = threading.Lock()
    made: list[float] = []
    failed: list[urllib.error.HTTPError] = []
    started = time.perf_counter()

    def ask() -> None:
        while time.perf_counter() - started < FOR_S:
            with lock:
                row = next(endless)
            try:
                runner.service.post("/v1/suggestions", _body(row))
                made.append(time.perf_counter())
            except urllib.error.HTTPError as error:
                failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(managers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - started
    return round(len(made) / spent, 2), len(failed)


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 3),
    }


def _ratios(engines: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Give the ratios that count: time for time, and drafts for drafts."""
    most = f"drafts_a_second_{MANAGERS[-1]}"
    ratios = {}
    for ours, other in itertools.product((SHIPS, OURS), (LLAMA, TRANSFORMERS)):
        if other in engines:
            times = (engines[name]["complete"]["p50"] for name in (ours, other))
            ratios[f"seconds: {ours} / {other}"] = round(next(times) / next(times), 2)
            ratios[f"drafts: {ours} / {other}"] = round(
                engines[ours][most] / engines[other][most], 2
            )
    return ratios


def _print(result: dict[str, Any]) -> None:
    for line in _lines(result):
        print(line)


def _lines(result: dict[str, Any]) -> Iterator[str]:
    engines = result["engines"]
    yield f"{'':28}" + "".join(f"{name:>20}" for name in engines)
    for measure in dict.fromkeys(itertools.chain(*engines.values())):
        cells = [engine.get(measure, "") for engine in engines.values()]
        # Of times p50 / p95; of memory resident / shared pages divided / own pages alone.
        shown = [
            " / ".join(map(str, one.values())) if isinstance(one, dict) else one for one in cells
        ]
        yield f"{measure:28}" + "".join(f"{one:>20}" for one in shown)
    for name, value in result.items():
        if name not in ("engines", "ratios"):
            yield f"{name}: {value}"
    yield from (f"{name}: {value}" for name, value in result.get("ratios", {}).items())


if __name__ == "__main__":
    main()
