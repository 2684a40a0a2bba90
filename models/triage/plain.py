"""Plain words: what the words of a short comment say outright, as log-odds for the network.

The network learnt from comments that were written to be hard, and misses what is easy.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.tables import table_of
from models.triage.network import Probabilities

MOST_WORDS = 30  # in a longer comment single words say less
LIKELY_SPAM = 0.4  # spam speaks in plain words too
SOUR = {"trouble", "blame"}  # beside these, kind words say nothing
KIND = {"praise", "thanks"}


@dataclass(frozen=True)
class Saying:
    """One group of plain words, and what they add to the log-odds of each label."""

    name: str
    words: re.Pattern[str]
    leanings: Mapping[str, Mapping[str, float]]  # kind of label → label → log-odds


@cache
def sayings() -> tuple[Saying, ...]:
    """Give all groups of plain words."""
    return tuple(_saying(name, row) for name, row in table_of(__file__).items())


def _saying(name: str, row: Mapping[str, Any]) -> Saying:
    words = row["words"].replace("\n", "")
    pattern = words if words.startswith("^") else rf"\b(?:{words})\b"
    leanings = {
        "intent": row["for"] | row["against"],
        "feeling": row["feelings"],
        "risk": row.get("risks", {}),
        "action": row.get("actions", {}),
    }
    return Saying(name, re.compile(pattern, re.IGNORECASE | re.DOTALL), leanings)


def leaning(comment: str, probabilities: Probabilities) -> Probabilities:
    """Give the network's probabilities, moved by the plain words of a short comment."""
    if len(comment.split()) > MOST_WORDS or probabilities["intent"]["spam"] > LIKELY_SPAM:
        return probabilities
    said = [saying for saying in sayings() if saying.words.search(comment)]
    if {saying.name for saying in said} & SOUR:
        said = [saying for saying in said if saying.name not in KIND]
    moved = {kind: dict(values) for kind, values in probabilities.items()}
    for saying in said:
        for kind, values in saying.leanings.items():
            moved[kind] = _moved(moved[kind], values)
    return moved


def _moved(chances: dict[str, float], by: Mapping[str, float]) -> dict[str, float]:
    odds = {label: p * math.exp(by.get(label, 0.0)) for label, p in chances.items()}
    total = sum(odds.values())
    return {label: value / total for label, value in odds.items()}
