"""Tables of words and patterns in toml, each beside the module that reads it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table_of(path: str | Path) -> dict[str, Any]:
    """Read a table once: that of a module, by its `__file__`, or one by its own path.

    All share what is given; nobody may change it.
    """
    return tomllib.loads(Path(path).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def words_in(path: str | Path, name: str) -> frozenset[str]:
    """Give the words that stand under a name of such a table, parted by spaces."""
    return frozenset(table_of(path)[name].split())


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Give a pattern with its macros put in: `{KIN}` is what `parts` has as "KIN"."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern
