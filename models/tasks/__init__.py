"""One evaluation a file: each takes lines of drafts on the test split and gives named numbers."""

from dataclasses import dataclass

from models.data.written import Exchange


@dataclass(frozen=True)
class Line:
    """One draft, whose it is, and what the service found in it.

    `writer` is `drafts` (the pipeline), `unanswered` (the same without the facts that answer),
    `written` (the ceiling) or `canned` (the floor).
    """

    writer: str
    row: Exchange
    tone: str
    text: str
    checks: tuple[str, ...]  # the names of the checks that found an error or gave a warning
    seconds: float = 0.0
    others: tuple[tuple[str, str], ...] = ()  # (tone, text) of the same reply in other tones


def share(count: int, of: int) -> float:
    """Give a share with three digits; 0 of nothing is 0."""
    return round(count / of, 3) if of else 0.0
