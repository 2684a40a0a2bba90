"""Rules: what must never be missed in a comment, found by patterns that stand in `rules.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.triage.features import hashed, plain

TABLE = Path(__file__).parent / "rules.toml"
SLURS = Path(__file__).parent / "slurs.txt"  # hashed, so that no page of this project shows them
SLUR_MARK = "[slur]"


@dataclass(frozen=True)
class Rule:
    """One row of the table: what to look for, what excuses it, and what follows."""

    name: str
    found: tuple[re.Pattern[str], ...]  # searched one by one: faster than as one alternation
    unless: tuple[re.Pattern[str], ...]
    why: str
    team: str
    action: str
    intent: str
    feeling: str
    quiet: bool  # the words found are not repeated in the why


@dataclass(frozen=True)
class Hit:
    """A rule that holds for a comment, and the words it holds for."""

    rule: Rule
    words: str


@cache
def rules() -> dict[str, Rule]:
    """Read the table once."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        name: Rule(
            name=name,
            found=tuple(map(re.compile, row["found"])),
            unless=tuple(map(re.compile, row.get("unless", ()))),
            why=row["why"],
            team=row.get("team", ""),
            action=row.get("action", "hand_over"),
            intent=row["intent"],
            feeling=row["feeling"],
            quiet=row.get("quiet", False),
        )
        for name, row in table.items()
    }


def hits(comment: str) -> dict[str, Hit]:
    """Give the rules that hold for a comment, by name, the gravest first."""
    text = without_slurs(plain(comment))
    found = {}
    for rule in rules().values():
        matches = (match for one in rule.found if (match := one.search(text)))
        match = next(matches, None)
        if match and not any(one.search(text) for one in rule.unless):
            found[rule.name] = Hit(rule, match.group(0).strip(" ,.:;"))
    return found


def without_slurs(text: str) -> str:
    """Give the plain text with every known slur put as a mark."""
    return re.sub(
        r"[a-z]{3,}", lambda word: SLUR_MARK if hashed(word[0]) in _slurs() else word[0], text
    )


@cache
def _slurs() -> frozenset[int]:
    return frozenset(map(int, SLURS.read_text(encoding="utf-8").split()))
