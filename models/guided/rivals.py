"""Words of which one excludes the others, by the groups of rivals.toml."""

import re
from functools import cache, lru_cache

from models.guided.tagging import tidy
from models.tables import table_of

_WORD = re.compile(r"[\w'-]+")


@lru_cache(maxsize=256)
def rivals_of(text: str) -> dict[str, set[str]]:
    """Give the groups that a text names something of, and what."""
    named: dict[str, set[str]] = {}
    for word in _WORD.findall(tidy(text).lower()):
        for group, first in _groups().get(word, ()):
            named.setdefault(group, set()).add(first)
    return named


@cache
def _groups() -> dict[str, list[tuple[str, str]]]:
    """Give, for each word, its groups and the first of the words that are the same there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for group, line in table_of(__file__).items():
        for same in line.split():
            first, *others = same.split("=")
            for word in (first, *others):
                found.setdefault(word, []).append((group, first))
    return found
