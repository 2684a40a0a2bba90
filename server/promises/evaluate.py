"""How good the finding of promises is: `python -m server.promises.evaluate`.

Prints precision, recall and F1 on the labelled replies, with and without the right due date, and
the same numbers as JSON on the last line. Rules were written looking at dev alone.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from server.promises.find import Found, find

DATA = Path(__file__).parents[2] / "models" / "data" / "promises"
_OVERLAP = 0.5  # of the shorter of two spans


def replies(part: str) -> Iterator[dict[str, Any]]:
    """Yield the labelled replies of one part, dev or test."""
    for line in (DATA / f"{part}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def look(reply: dict[str, Any]) -> tuple[list[tuple[Found, dict[str, Any]]], int, int]:
    """Give the pairs of found and labelled promises, and how many there are of either."""
    zone = ZoneInfo(reply["time_zone"])
    at = datetime.fromisoformat(reply["posted_at"]).replace(tzinfo=zone)
    found = find(reply["text"], at, reply["time_zone"])
    pairs, left = [], list(found)
    for label in reply["promises"]:
        start = reply["text"].index(label["quote"])
        end = start + len(label["quote"])
        for one in left:
            shared = min(end, one.end) - max(start, one.start)
            if shared >= _OVERLAP * min(end - start, one.end - one.start):
                pairs.append((one, label))
                left.remove(one)
                break
    return pairs, len(found), len(reply["promises"])


def is_due_right(found: Found, label: dict[str, Any], time_zone: str) -> bool:
    """Compare a due date with a label: to the day, and to the minute where the label has one."""
    if found.due is None or label["due"] is None:
        return found.due is None and label["due"] is None
    return found.due.astimezone(ZoneInfo(time_zone)).isoformat().startswith(label["due"])


def scores(part: str) -> dict[str, float]:
    """Give precision, recall and F1 of a part, and the same where only a right due date counts."""
    hits = right = named = found = labelled = 0
    for reply in replies(part):
        pairs, count, wanted = look(reply)
        found, labelled, hits = found + count, labelled + wanted, hits + len(pairs)
        right += sum(is_due_right(one, label, reply["time_zone"]) for one, label in pairs)
        named += sum(one.who.lower() == label["who"].lower() for one, label in pairs)
    return {
        "labelled": labelled,
        "precision": round(hits / max(1, found), 3),
        "recall": round(hits / labelled, 3),
        "f1": round(2 * hits / (found + labelled), 3),
        "precision_with_due": round(right / max(1, found), 3),
        "recall_with_due": round(right / labelled, 3),
        "f1_with_due": round(2 * right / (found + labelled), 3),
        "who": round(named / max(1, hits), 3),
    }


def main() -> None:
    """Measure both parts; with `--faults` dev alone, and show what is wrong there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true", help="show the faults on dev, no test")
    only_dev = parser.parse_args().faults
    if only_dev:
        _show_faults()
    measured = {part: scores(part) for part in (("dev",) if only_dev else ("dev", "test"))}
    print(f"{'promises':22}" + "".join(f"{part:>8}" for part in measured))
    for name in measured["dev"]:
        print(f"{name:22}" + "".join(f"{part[name]:>8}" for part in measured.values()))
    print(json.dumps({"promises": measured}))


def _show_faults() -> None:
    for reply in replies("dev"):
        pairs, found, labelled = look(reply)
        wrong = [
            (one.due, label["due"])
            for one, label in pairs
            if not is_due_right(one, label, reply["time_zone"])
        ]
        if wrong or len(pairs) != found or len(pairs) != labelled:
            print(f"{found} found, {labelled} labelled, due {wrong or 'right'}: {reply['text']}")


if __name__ == "__main__":
    main()
