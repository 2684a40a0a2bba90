"""Patterns: turns of phrase in the comment, the facts and the note, one flag each."""

import re
from functools import cache, lru_cache

from models.prompt import Brief
from models.tables import table_of
from models.triage.features import plain

MOST_CHARACTERS = 2000  # of one text; what comes after adds time and little else


def flags_of(brief: Brief) -> list[float]:
    """Give 1 or 0 for each pattern of the table, in its order."""
    return [
        *_flags("comment", brief.comment),
        *_flags("facts", " ".join(brief.facts)),
        *_flags("note", brief.note),
    ]


@lru_cache(maxsize=64)  # facts and note are read again for every clause of the comment
def _flags(where: str, text: str) -> tuple[float, ...]:
    line = plain(text)[:MOST_CHARACTERS]
    return tuple(
        float(bool(line) and pattern.search(line) is not None) for pattern in _table()[where]
    )


@cache
def _table() -> dict[str, list[re.Pattern[str]]]:
    return {
        where: [re.compile(one) for one in rows.values()]
        for where, rows in table_of(__file__).items()
    }
