"""Measure the drafts on the test split, through the very service that people use.

    python -m models.evaluate --drafts 500

Beside the pipeline's drafts stand two other lines: the written replies (the ceiling) and one canned
sentence an intent (the floor). A table for people is printed, and JSON on the last line.
"""

import argparse
import itertools
import json
import random
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from models.data.written import Exchange, exchanges
from models.service import Service, running_service
from models.tasks import Line, facts, listens, sound, speed, triage, variety

TASKS: tuple[ModuleType, ...] = (listens, sound, facts, variety, speed)
CANNED = {
    "complaint": "I'm sorry about this. Please send us a private message so we can look into it.",
    "question": "Good question. Please see our website for details.",
    "praise": "Thank you so much, that means a lot to us!",
}


def main() -> None:
    """Draft, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--split", choices=["dev", "test"], default="test")
    parser.add_argument("--samples", type=int, default=0, help="print so many drafts, unpicked")
    arguments = parser.parse_args()
    rows = [row for row in exchanges(arguments.split) if row["replies"]]
    random.Random(0).shuffle(rows)
    lines: list[Line] = []
    with running_service() as service:
        for row in itertools.islice(rows, arguments.drafts):
            lines += _lines(service, row)
    for line in [line for line in lines if line.writer == "drafts"][: arguments.samples]:
        comment = " ".join(line.row["comment"].split())
        print(f"- **{comment}** ({line.tone})  \n  {line.text or 'No reply advised.'}")
    table = {writer: _measured(lines, writer) for writer in ("written", "drafts", "canned")}
    _print(table)
    triaged = triage.run(arguments.split)
    count = min(arguments.drafts, len(rows))
    print(json.dumps({"comments": count, **table, "triage": triaged}))


def _lines(service: Service, row: Exchange) -> Iterator[Line]:
    tone = next(iter(row["replies"]))
    request = _request(service, row, tone)
    started = time.perf_counter()
    suggestion = service.post("/v1/suggestions", request | {"action": row["action"]})
    seconds = time.perf_counter() - started
    canned = CANNED.get(row["intent"], CANNED["complaint"])
    for writer, text in (
        ("drafts", suggestion["text"]),
        ("written", row["replies"][tone]),
        ("canned", canned),
    ):
        found = service.post("/v1/checks", _checks(request, text))
        names = [f["check"] for f in found["findings"] if f["severity"] != "info"]
        yield Line(
            writer,
            row,
            tone,
            text,
            tuple(names),
            suggestion["triage"],
            seconds if writer == "drafts" else 0.0,
        )


def _request(service: Service, row: Exchange, tone: str) -> dict[str, Any]:
    brand = {
        "name": row["brand"]["name"],
        "what": row["brand"]["what"],
        "voice": row["brand"]["voice"],
    }
    voice = service.post("/v1/brand-voices", brand)
    earlier = [
        {"author": _speaker(turn["who"], row), "text": turn["text"], "is_own": turn["who"] == "us"}
        for turn in row["thread"]
    ]
    return {
        "thread": {
            "platform": row["platform"],
            "post": row["post"],
            "comments": [*earlier, {"author": row["author"], "text": row["comment"]}],
        },
        "brand_voice_id": voice["id"],
        "tone": tone,
        "hand_over_to": row["hand_over_to"],
        "note": row["note"],
        "facts": [fact["text"] for fact in row["facts"]],
        "seed": 0,
    }


def _speaker(who: str, row: Exchange) -> str:
    names: dict[str, str] = {"them": row["author"], "us": row["brand"]["name"]}
    return names.get(who, "somebody else")


def _checks(request: dict[str, Any], text: str) -> dict[str, Any]:
    kept = {key: request[key] for key in ("thread", "brand_voice_id", "tone", "note", "facts")}
    return kept | {"text": text}


def _measured(lines: list[Line], writer: str) -> dict[str, float]:
    mine = [line for line in lines if line.writer == writer]
    return {name: value for task in TASKS for name, value in task.measure(mine).items()}


def _print(table: dict[str, dict[str, float]]) -> None:
    names = list(dict.fromkeys(name for measured in table.values() for name in measured))
    print(f"{'':20}" + "".join(f"{writer:>10}" for writer in table))
    for name in names:
        values = (str(measured.get(name, "")) for measured in table.values())
        print(f"{name:20}" + "".join(f"{value:>10}" for value in values))


if __name__ == "__main__":
    main()
