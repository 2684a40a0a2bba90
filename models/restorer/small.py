"""The small words that may be put in, and what a gap between two words can hold of them."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("small.toml")
LINKS = frozenset(("and", "but", "so", "because", "or", "if", "when", "while"))
MOST_WORDS = 3  # in a gap, beside a linking word that leads them

Held = tuple[str, tuple[str, ...]]  # the linking word of a gap, or "", and the words behind it


@cache
def kinds() -> dict[str, Any]:
    """Give the kinds of small words, each with its `words`, `shares` and `odds`."""
    found = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: {**kind, "words": kind["words"].split()} for name, kind in found.items()}


@cache
def small_words() -> tuple[str, ...]:
    """Give all small words; the place of one, counted from 1, is its number."""
    return tuple(word for kind in kinds().values() for word in kind["words"])


def held(run: Sequence[str]) -> Held | None:
    """Part the words of a gap; None for those that no gap may hold."""
    words = tuple(word.lower() for word in run)
    link = words[0] if words and words[0] in LINKS else ""
    rest = words[1:] if link else words
    if len(rest) > MOST_WORDS or not set(rest) <= set(small_words()):
        return None
    return link, rest
