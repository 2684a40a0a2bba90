"""Rules: what must never be missed in a comment, found by patterns and by signs that come together.

The patterns stand in `rules.toml` and `aside.toml`, the signs in `signs.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from models.tables import filled, table_of
from models.triage.features import hashed, plain

TABLES = [Path(__file__).parent / name for name in ("rules.toml", "aside.toml")]
SIGNS = Path(__file__).parent / "signs.toml"
SLURS = Path(__file__).parent / "slurs.txt"  # hashed, so that no page of this project shows them
SLUR_MARK = "[slur]"
# Rules that come before all that is set aside.
DANGER = (
    "self_harm", "threat", "emergency", "fire", "allergen", "child_safety", "danger_abroad",
)  # fmt: skip
REACH = 140  # characters within which signs stand together
MOST_FINDS = 4  # of one sign in a comment
IN_FUN = re.compile(
    r"😂|🤣|💀|😅|\b(?:lol|lmao|(?:ha){2,}h?|jok(?:e|es|ing)|jk|kidding)\b|\((?:not really|it'?s)\b"
)


@dataclass(frozen=True)
class Rule:
    """One row of the table: what to look for, what excuses it, and what follows."""

    name: str
    found: tuple[re.Pattern[str], ...]  # searched one by one: faster than as one alternation
    together: tuple[tuple[re.Pattern[str], ...], ...]  # rows of signs, all of which must be there
    unless: tuple[re.Pattern[str], ...]
    why: str
    team: str
    action: str
    intent: str
    feeling: str
    quiet: bool  # the words found are not repeated in the why
    figure: bool  # its words are figures of speech as well


@dataclass(frozen=True)
class Hit:
    """A rule that holds for a comment, and the words it holds for."""

    rule: Rule
    words: str
    sure: bool = True  # False: the words may be a figure of speech


@cache
def rules() -> dict[str, Rule]:
    """Read the tables once."""
    rows = [row for table in TABLES for row in table_of(table).items()]
    signs = table_of(SIGNS)
    words = signs["words"]
    return {
        name: Rule(
            name=name,
            found=tuple(map(re.compile, row["found"])),
            together=_rows_of_signs(signs.get(name, {}), words),
            unless=tuple(map(re.compile, row.get("unless", ()))),
            why=row["why"],
            team=row.get("team", ""),
            action=row.get("action", "hand_over"),
            intent=row["intent"],
            feeling=row["feeling"],
            quiet=row.get("quiet", False),
            figure=row.get("figure", False),
        )
        for name, row in rows
    }


def hits(comment: str) -> dict[str, Hit]:
    """Give the rules that hold for a comment, by name, the gravest first."""
    text = without_slurs(plain(comment))
    found = {}
    for rule in rules().values():
        pattern = _pattern_found(rule, text)
        words = pattern or _signs_found(rule, text)
        if words and not any(one.search(text) for one in rule.unless):
            sure = not (pattern and rule.figure)
            found[rule.name] = Hit(rule, words.strip(" ,.:;"), sure)
    return found


def _pattern_found(rule: Rule, text: str) -> str:
    matches = (match for one in rule.found if (match := one.search(text)))
    match = next(matches, None)
    return match.group(0) if match else ""


def _signs_found(rule: Rule, text: str) -> str:
    """Give the words from the first to the last of signs that stand together, if any do."""
    if not rule.together or IN_FUN.search(text):
        return ""
    places: dict[re.Pattern[str], list[tuple[int, int]]] = {}
    for row in rule.together:
        for sign in row:
            if sign not in places:
                places[sign] = [match.span() for match in islice(sign.finditer(text), MOST_FINDS)]
            if not places[sign]:
                break
        else:
            for spans in product(*(places[sign] for sign in row)):
                start, end = min(first for first, _ in spans), max(last for _, last in spans)
                if max(first for first, _ in spans) - min(last for _, last in spans) <= REACH:
                    return text[start:end]
    return ""


def _rows_of_signs(
    table: Mapping[str, Any], words: Mapping[str, str]
) -> tuple[tuple[re.Pattern[str], ...], ...]:
    compiled = {
        name: re.compile(filled(sign, words)) for name, sign in table.items() if name != "together"
    }
    return tuple(tuple(compiled[sign] for sign in row) for row in table.get("together", ()))


def without_slurs(text: str) -> str:
    """Give the plain text with every known slur put as a mark."""
    return re.sub(
        r"[a-z]{3,}", lambda word: SLUR_MARK if hashed(word[0]) in _slurs() else word[0], text
    )


@cache
def _slurs() -> frozenset[int]:
    return frozenset(map(int, SLURS.read_text(encoding="utf-8").split()))
