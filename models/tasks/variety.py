"""Variety: how many different openings of three words there are among the drafts."""

from collections.abc import Sequence

from models.tasks import Line, share


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of drafts whose first three words are nobody else's before them."""
    openings = {" ".join(line.text.lower().split()[:3]) for line in lines}
    return {"variety": share(len(openings), len(lines))}
