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
from models.tasks import (
    Line,
    facts,
    grounded,
    honest,
    language,
    listens,
    rewrite,
    safety,
    sound,
    speed,
    tone,
    triage,
    variety,
)

TASKS: tuple[ModuleType, ...] = (
    listens,
    grounded,
    sound,
    facts,
    honest,
    tone,
    rewrite,
    language,
    variety,
    speed,
)
# What the drafts must reach: at least, at most, or at least so much of the written replies' own.
AT_LEAST = {"facts": 0.90, "honest": 0.90, "rewrite": 0.95}
AT_MOST = {
    "values_from_nowhere": 0.0,
    "grounded_faults": 0.0,
    "promises_faults": 0.01,
    "owning_faults": 0.0,
    "seconds_p50": 1.0,
}
OF_THE_WRITTEN = {"listens": 0.85, "tone": 0.9, "variety": 0.6}
AT_MOST_OF_THE_WRITTEN = {"language": 1.5}
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
    parser.add_argument("--sheet", type=int, default=0, help="so many drafts to be read blind")
    arguments = parser.parse_args()
    rows = [row for row in exchanges(arguments.split) if row["replies"]]
    random.Random(0).shuffle(rows)
    lines: list[Line] = []
    with running_service() as service:
        for row in itertools.islice(rows, arguments.drafts):
            lines += _lines(service, row)
            if bare := honest.unanswered(row):
                lines.append(_drafted(service, bare, "unanswered"))
        safe = safety.measure(service)
    _print_sheet(lines, arguments.sheet)
    for line in [line for line in lines if line.writer == "drafts"][: arguments.samples]:
        comment = " ".join(line.row["comment"].split())
        print(f"- **{comment}** ({line.tone})  \n  {line.text or 'No reply advised.'}")
    table = {writer: _measured(lines, writer) for writer in ("written", "drafts", "canned")}
    _print(table)
    triaged = triage.run(arguments.split)
    count = min(arguments.drafts, len(rows))
    print(json.dumps({"comments": count, **table, "safety": safe, "triage": triaged}))


def _lines(service: Service, row: Exchange) -> Iterator[Line]:
    """Yield the pipeline's draft to an exchange, a written reply to it, and a canned line."""
    yield _drafted(service, row, "drafts")
    tone, written = next(iter(row["replies"])), row["replies"]
    canned = CANNED.get(row["intent"], CANNED["complaint"])
    request = request_of(service, row, tone)
    for writer, text, all_tones in (("written", written[tone], written), ("canned", canned, {})):
        faults = _faults(service, request, text)
        yield Line(writer, row, tone, text, faults, others=_others(all_tones, tone))


def _drafted(service: Service, row: Exchange, writer: str) -> Line:
    tone = next(iter(row["replies"]))
    request = request_of(service, row, tone)
    started = time.perf_counter()
    suggestion = service.post("/v1/suggestions", request | {"action": row["action"]})
    seconds = time.perf_counter() - started
    first_of = {one["tone"]: one["text"] for one in reversed(suggestion["alternatives"])}
    text = suggestion["text"]
    faults = _faults(service, request, text)
    others = _others(first_of, tone)
    return Line(writer, row, tone, text, faults, seconds, others)


def _faults(service: Service, request: dict[str, Any], text: str) -> tuple[str, ...]:
    found = service.post("/v1/checks", checks_of(request, text))["findings"]
    return tuple(finding["check"] for finding in found if finding["severity"] != "info")


def _others(texts: dict[str, str], tone: str) -> tuple[tuple[str, str], ...]:
    return tuple((other, said) for other, said in texts.items() if other != tone)


def request_of(service: Service, row: Exchange, tone: str) -> dict[str, Any]:
    """Give the request for a suggestion to an exchange, its brand put into the service."""
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


def checks_of(request: dict[str, Any], text: str) -> dict[str, Any]:
    """Give the request for the checks of a text, by that for a suggestion."""
    kept = {key: request[key] for key in ("thread", "brand_voice_id", "tone", "note", "facts")}
    return kept | {"text": text}


def _measured(lines: list[Line], writer: str) -> dict[str, float]:
    mine = [line for line in lines if line.writer == writer]
    measured = {name: value for task in TASKS for name, value in task.measure(mine).items()}
    if writer == "drafts":  # and what they are to questions whose facts were left out
        measured |= honest.measure(
            [line for line in lines if line.writer in (writer, "unanswered")]
        )
    return measured


def _print(table: dict[str, dict[str, float]]) -> None:
    names = list(dict.fromkeys(name for measured in table.values() for name in measured))
    print(f"{'':20}" + "".join(f"{writer:>10}" for writer in table) + f"{'bar':>12}")
    for name in names:
        values = (str(measured.get(name, "")) for measured in table.values())
        print(f"{name:20}" + "".join(f"{value:>10}" for value in values) + _bar(name, table))


def _bar(name: str, table: dict[str, dict[str, float]]) -> str:
    """Give what a measure is held to, and whether it is met."""
    found = table["drafts"].get(name)
    if found is None:
        return ""
    most = AT_MOST.get(name)
    if name in AT_MOST_OF_THE_WRITTEN:
        most = round(AT_MOST_OF_THE_WRITTEN[name] * table["written"].get(name, 0.0), 3)
    if most is not None:
        return f"{f'≤ {most}':>12} {'met' if found <= most else 'MISSED'}"
    least = AT_LEAST.get(name)
    if name in OF_THE_WRITTEN:
        least = round(OF_THE_WRITTEN[name] * table["written"].get(name, 0.0), 3)
    return "" if least is None else f"{f'≥ {least}':>12} {'met' if found >= least else 'MISSED'}"


def _print_sheet(lines: list[Line], count: int) -> None:
    """Print drafts and written replies mixed, without saying which is which; the key comes last."""
    pool = [line for line in lines if line.writer != "canned" and line.text]
    chosen = random.Random(1).sample(pool, min(count, len(pool)))
    for number, line in enumerate(chosen, 1):
        print(f"{number}. {' '.join(line.row['comment'].split())}\n   → {line.text}\n")
    if chosen:
        print("Key:", " ".join(f"{n}:{line.writer[0]}" for n, line in enumerate(chosen, 1)))


if __name__ == "__main__":
    main()
