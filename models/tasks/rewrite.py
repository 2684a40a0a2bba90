"""Rewrite: the same draft in another tone keeps every value, and asks where it asked."""

from collections.abc import Sequence

from models.tasks import Line, share
from models.tasks.values import values


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of drafts in other tones with the same values and questions as the first."""
    pairs = [(line.text, text) for line in lines for _, text in line.others if line.text]
    kept = sum(_same(first, other) for first, other in pairs)
    return {"rewrite": share(kept, len(pairs)), "rewrite_of": len(pairs)}


def _same(first: str, other: str) -> bool:
    return values(first) == values(other) and ("?" in first) == ("?" in other)
