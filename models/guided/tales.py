"""What a long comment tells: somebody's fear overcome, a kindness, what the trouble cost them.

Patterns stand in tales.toml, by name. A long comment is met with a sentence for what it tells
rather than with a clause of it: which clause matters is seldom sure, and what happened often is.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from models.guided.phrases import things
from models.guided.tagging import tidy
from models.tables import filled, table_of, words_in

FEWEST_WORDS = 22  # in fewer words a story is its clause
MOST_NAMED = 12  # things among which one that can be seen is looked for
WORTH_PICTURING = 0.3
MOST_WORDS = 4  # of its name
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
    solemn = not sore and re.search(table_of(__file__)["solemn"], text) is not None
    for row in _rows("sore" if sore else "glad"):
        match = row.signs.search(text)
        if match is None or (solemn and not row.solemn):
            continue
        if (row.also and not row.also.search(text)) or (row.unless and row.unless.search(text)):
            continue
        return Tale(row.case, next(filter(None, match.groupdict().values()), ""))
    return None if sore else Tale(SOLEMN if solemn else OTHER)


def pictured(comment: str, post: str) -> list[str]:
    """Give the thing of a long comment that one sees before one's eyes: "the custard tart"."""
    known = words_in(__file__, "pictured")
    named = [
        thing
        for thing in things(comment, post, most=MOST_NAMED)
        if thing.worth > WORTH_PICTURING
        and thing.text.startswith("the ")
        and len(thing.text.split()) <= MOST_WORDS
        and thing.text.split()[-1].lower() in known
        and f"no {thing.text[len('the ') :]}" not in comment.lower()
    ]
    return [thing.text for thing in named][:1]


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
        for case, row in table_of(__file__)[kind].items()
    )


def _compiled(signs: str) -> re.Pattern[str]:
    return re.compile(filled(signs, table_of(__file__)["macros"]))
