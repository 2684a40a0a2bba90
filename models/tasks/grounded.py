"""Grounded: drafts with a number, link or address that stands nowhere in what was given.

Looked up directly, without the service's checks: a second opinion on them.
"""

from collections.abc import Sequence

from models.data.written import Exchange
from models.tasks import Line, share
from models.tasks.values import values


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of drafts in which a value is from nowhere."""
    loose = sum(not values(line.text) <= values(given(line.row)) for line in lines)
    return {"values_from_nowhere": share(loose, len(lines))}


def given(row: Exchange) -> str:
    """Give all that a reply to an exchange may rest on, as one text."""
    parts = [row["post"], row["comment"], row["note"], *row["brand"].values()]
    parts += [turn["text"] for turn in row["thread"]] + [fact["text"] for fact in row["facts"]]
    return " ".join(str(part) for part in parts)
