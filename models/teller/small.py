"""The small words that are left out of jotted text, by kind."""

from functools import cache
from pathlib import Path
from typing import Any

from models.tables import table_of

TABLE = Path(__file__).with_name("small.toml")


@cache
def kinds() -> dict[str, Any]:
    """Give the kinds of small words, each with its `words`, `shares` and `odds`."""
    return {
        name: {**kind, "words": frozenset(kind["words"].split())}
        for name, kind in table_of(TABLE).items()
    }


@cache
def small_words() -> frozenset[str]:
    """Give all small words."""
    return frozenset[str]().union(*(kind["words"] for kind in kinds().values()))
