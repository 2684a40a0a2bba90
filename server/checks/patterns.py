"""Patterns kept as data: lists of regular expressions over small letters."""

import re
from functools import lru_cache

from server.checks.words import lines

PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """Read a list of expressions as one; `name` is the file in data/ without its ending."""
    listed = lines(f"{name}.txt")
    # One look for the start of a word spares a hundred at every letter within it.
    words = "|".join(f"(?:{line[2:]})" for line in listed if line.startswith(r"\b"))
    others = "|".join(f"(?:{line})" for line in listed if not line.startswith(r"\b"))
    return re.compile(
        "|".join(part for part in (rf"\b(?:{words})" if words else "", others) if part)
    )


@lru_cache(maxsize=16_384)
def search(name: str, text: str) -> re.Match[str] | None:
    """Look for a list in a text; while somebody types, most sentences stay as they were."""
    return pattern(name).search(text)
