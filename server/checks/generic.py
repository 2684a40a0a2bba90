"""Generic: a text that would fit the other comments on the page as well as this one."""

from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.sources import sources
from server.checks.words import content

_LEAST_WORDS = 4  # "Thank you!" is short, not generic
_FITS = 0.5  # of the other comments would take the text as well


def check(case: Case) -> Iterator[Found]:
    """Find a text that takes up nothing from the comment, the thread, the facts or the note."""
    if not case.others or len(case.text.split()) < _LEAST_WORDS:
        return
    words = content(case.text)
    mine = sum(
        len(words & content(source.text)) for source in sources(case) if source.kind != "brand"
    )
    fitting = sum(len(words & content(other)) >= mine for other in case.others)
    if fitting < _FITS * len(case.others):
        return
    yield Found(
        "generic",
        "warning",
        0,
        len(case.text),
        "This would fit other comments here as well. Name the thing that this person said.",
    )
