"""Left out: a point of the note that is meant for the person, and the text has no word of it."""

from collections.abc import Iterator
from functools import lru_cache

from models.guided.notes import told_of
from server.checks.case import Case, Found
from server.checks.words import content

_FEWEST = 3  # words by which a point is known again, if others say it
_ROOT = 4  # letters: "passed" and "passengers" say the same of a note


def check(case: Case) -> Iterator[Found]:
    """Find the points of the note of which the text has no word."""
    if not case.note.strip():
        return
    said = _roots(case.text)
    for point, roots in _points(case.note, case.comment):
        if len(roots) >= _FEWEST and not roots & said:
            message = f"The note's “{point}” is not in the draft."
            yield Found("left_out", "info", 0, len(case.text), message)


@lru_cache(maxsize=64)  # a note stays as it is while somebody types
def _points(note: str, comment: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((point, _roots(point)) for point in told_of(note, comment))


def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:_ROOT] for word in content(text))
