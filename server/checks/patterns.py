"""Patterns kept as data: lists of regular expressions over small letters."""

import re
from functools import lru_cache

from server.checks.words import lines

PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """Read a list of expressions as one; `name` is the file in data/ without its ending."""
    return re.compile("|".join(f"(?:{line})" for line in lines(f"{name}.txt")))
