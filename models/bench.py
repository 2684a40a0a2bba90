"""Measure how fast drafts are, side by side with plain `generate()` in the same run.

    python -m models.bench --comments 30

For each comment in turn, the service drafts (triage, candidates in all tones, checks, evidence) and
then transformers' own `generate()` writes 60 tokens from the same prompt with the same weights.
Medians and spread are printed, the ratio between the two, and the memory and idle CPU of the
service; JSON stands on the last line.
"""

import argparse
import itertools
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from typing import Any

import psutil
import torch
from transformers import AutoModelForCausalLM

from models.chat import open_chat
from models.data.written import Exchange, brief_of, exchanges
from models.linear import fastest_dtype
from models.prompt import messages
from models.service import Service, running_service
from models.train import SHIPPED

IDLE_S = 10
WARM_UP = 2
TOKENS = 60


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--comments", type=int, default=30)
    arguments = parser.parse_args()
    rows = list(itertools.islice(_answered(), arguments.comments + WARM_UP))
    chat = open_chat(SHIPPED)
    plain = AutoModelForCausalLM.from_pretrained(SHIPPED, dtype=fastest_dtype())
    times: dict[str, list[float]] = {"first_text": [], "complete": [], "generate": []}
    with running_service() as service:
        for number, row in enumerate(rows):
            first, complete = _draft(service, row)
            generated = _generate(plain, chat.prompt_ids(messages(brief_of(row), "plain")))
            if number >= WARM_UP:
                times["first_text"].append(first)
                times["complete"].append(complete)
                times["generate"].append(generated)
        memory_mb, idle = _at_rest(service)
    measured = {name: _spread(values) for name, values in times.items()}
    ratio = measured["complete"]["p50"] / measured["generate"]["p50"]
    _print(measured, ratio, memory_mb, idle)
    result = {"memory_mb": memory_mb, "idle_cpu": idle, "complete_to_generate": round(ratio, 2)}
    print(json.dumps({"comments": len(times["complete"]), **measured, **result}))


def _answered() -> Iterator[Exchange]:
    return (row for row in exchanges("dev") if row["replies"])


def _draft(service: Service, row: Exchange) -> tuple[float, float]:
    """Give the seconds to the first text and to the whole checked draft."""
    body = {
        "thread": {
            "platform": row["platform"],
            "post": row["post"],
            "comments": [{"author": row["author"], "text": row["comment"]}],
        },
        "action": row["action"],
        "hand_over_to": row["hand_over_to"],
        "facts": [fact["text"] for fact in row["facts"]],
        "note": row["note"],
    }
    started = time.perf_counter()
    first = 0.0
    for line in service.stream("/v1/suggestions", body):
        if not first and line.startswith(b"event: suggestion.text.delta"):
            first = time.perf_counter() - started
    return first, time.perf_counter() - started


@torch.inference_mode()
def _generate(plain: Any, prompt: list[int]) -> float:
    ids = torch.tensor([prompt])
    started = time.perf_counter()
    plain.generate(ids, max_new_tokens=TOKENS, min_new_tokens=TOKENS, do_sample=False)
    return time.perf_counter() - started


def _at_rest(service: Service) -> tuple[int, float]:
    """Give the resident memory (MB) of the service and its share of one core while idle."""
    parent = psutil.Process(service.process)
    family = [parent, *parent.children(recursive=True)]
    before = sum(_cpu_seconds(process) for process in family)
    time.sleep(IDLE_S)
    spent = sum(_cpu_seconds(process) for process in family) - before
    memory = sum(process.memory_info().rss for process in family)
    return round(memory / 1e6), round(spent / IDLE_S, 4)


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 3),
    }


def _print(measured: dict[str, Any], ratio: float, memory_mb: int, idle: float) -> None:
    print(f"{'seconds':28}{'p50':>8}{'p95':>8}")
    for name, label in (
        ("first_text", "click to first text"),
        ("complete", "click to complete draft"),
        ("generate", f"generate(), {TOKENS} tokens"),
    ):
        print(f"{label:28}{measured[name]['p50']:>8}{measured[name]['p95']:>8}")
    print(f"complete draft / generate(): {ratio:.2f}")
    print(f"memory of the service: {memory_mb} MB; CPU when idle: {idle:.2%} of a core")


if __name__ == "__main__":
    main()
