"""What a long comment tells: somebody's fear overcome, a kindness, what the trouble cost them.

Patterns stand in tales.toml, by name. A long comment is met with a sentence for what it tells
rather than with a clause of it: which clause matters is seldom sure, and what happened often is.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from models.guided.tagging import tidy

FEWEST_WORDS = 22  # in fewer words a story is its clause
SOLEMN, OTHER = "solemn", "other"


@dataclass(frozen=True)
class Tale:
    """What a comment tells, by the names of tales.toml, and the word of it that is named, or ""."""

    case: str
    caught: str = ""


@dataclass(frozen=True)
class _Row:
    case: str
    signs: re.Pattern[str]
    solemn: bool
    also: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@lru_cache(maxsize=64)  # the plan asks for it in every tone
def tale_of(comment: str, *, sore: bool) -> Tale | None:
    """Give what a long comment tells, or None where it is short; `sore`: it complains of us.

    Nothing of the table tells of it: then it is a sad one or any other.
    """
    text = tidy(comment).lower()
    if len(text.split()) < FEWEST_WORDS:
        return None
    solemn = not sore and re.search(_table()["solemn"], text) is not None
    for row in _rows("sore" if sore else "glad"):
        match = row.signs.search(text)
        if match is None or (solemn and not row.solemn):
            continue
        if (row.also and not row.also.search(text)) or (row.unless and row.unless.search(text)):
            continue
        return Tale(row.case, next(filter(None, match.groupdict().values()), ""))
    return None if sore else Tale(SOLEMN if solemn else OTHER)


@cache
def _table() -> dict[str, Any]:
    path = Path(__file__).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _rows(kind: str) -> tuple[_Row, ...]:
    return tuple(
        _Row(
            case,
            _compiled(row["signs"]),
            row.get("solemn", False),
            _compiled(row["also"]) if "also" in row else None,
            _compiled(row["unless"]) if "unless" in row else None,
        )
        for case, row in _table()[kind].items()
    )


def _compiled(signs: str) -> re.Pattern[str]:
    for name, words in _table()["macros"].items():
        signs = signs.replace(f"{{{name}}}", words)
    return re.compile(signs)
