"""Alike: words that say nearly the same, so that a source bears what a reply says otherwise."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from models.checks.roots import base_of

LIST = Path(__file__).parent / "alike.txt"
_FAMILY = 5  # letters that words of one family share


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for place, line in enumerate(LIST.read_text(encoding="utf-8").splitlines()):
        for word in line.split() if not line.startswith("#") else ():
            groups[base_of(word)] = (*groups.get(base_of(word), ()), f"#{place}")
    return groups


def likes_of(base: str) -> tuple[str, ...]:
    """Give the names of what a root is like: its groups of the list, and its family."""
    family = (f"{base[:_FAMILY]}-",) if len(base) >= _FAMILY and base.isalpha() else ()
    return _groups().get(base, ()) + family


def all_likes(bases: Iterable[str]) -> frozenset[str]:
    """Give the names of all that the roots of a source are like."""
    return frozenset(name for base in bases for name in likes_of(base))
