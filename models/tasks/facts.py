"""Facts: where a fact answers, its values (numbers, times, prices) stand in the draft."""

import re
from collections.abc import Sequence

from models.tasks import Line, share

_VALUE = re.compile(r"\d+(?:[.,:]\d+)*")


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of drafts with the values that all written replies took from the facts."""
    needed = [(line, values) for line in lines if (values := _needed(line))]
    right = sum(values <= set(_VALUE.findall(line.text)) for line, values in needed)
    return {"facts": share(right, len(needed)), "facts_of": len(needed)}


def _needed(line: Line) -> set[str]:
    used = " ".join(fact["text"] for fact in line.row["facts"] if fact["id"] in line.row["uses"])
    values = set(_VALUE.findall(used))
    for reply in line.row["replies"].values():
        values &= set(_VALUE.findall(reply))
    return values
