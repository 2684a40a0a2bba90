"""What is to be asked for: what facts need, what is plainly missing, or a little more at least."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from models.guided.facts import ChosenFact
from models.guided.intents import ASKING, FAULT
from models.guided.needed import is_told, needed_of, told_by
from models.prompt import Brief

ENOUGH = 2  # words that tell what a comment is about, where one alone does not
FEW_WORDS = 5  # so few may not even be meant as triage takes them
_TELLS = re.compile(
    r"(?i)n't\b|\b(?:not|no|never|won't|wont|cant|broke\w*|wrong|late|again|still|lost|gone)\b"
)
MORE = "a little more about what happened"
WHICH = "a little more about what you'd like to know"
THAT = "a little more about that"
BETTER = "what would make it better"


def missing(brief: Brief, facts: Sequence[ChosenFact], intent: str) -> list[str]:
    """Give what to ask for, and was not told: one thing, so that each tone asks for the same.

    Where we ask, there is something in any case.
    """
    if brief.action in ("ask", "move"):
        needed = needed_of([fact.text for fact in facts], told_by(brief))
        if needed:
            return needed[:1]
    went_wrong = intent in FAULT
    plain = _plainly_missing(brief.comment)[:1] if went_wrong or brief.action == "ask" else []
    untold = [what for what in plain if not is_told(what, told_by(brief))]
    if untold or brief.action != "ask":
        return untold
    if intent == "criticism":
        return [BETTER]
    if len(brief.comment.split()) <= FEW_WORDS and not _TELLS.search(brief.comment):
        return [THAT]
    return [MORE if went_wrong else WHICH if intent in ASKING else THAT]


def lacks_something(comment: str) -> bool:
    """Say whether it is plain from a comment which detail is missing."""
    return bool(_plainly_missing(comment))


def _plainly_missing(comment: str) -> list[str]:
    """Give what would help and is not told yet, by what the comment is about."""
    said = set(re.findall(r"[a-z]+", re.sub(r"(?:out of|in) order", "", comment.lower())))
    hits = [(len(said & set(row["words"].split())), row) for row in _table()]
    most, wanted = max(hits, key=lambda hit: hit[0])
    if most < wanted.get("enough", ENOUGH):
        return []
    return [
        what
        for what, told in wanted["missing"].items()
        if not re.search(told, comment, _case(told))
    ]


def _case(told: str) -> re.RegexFlag:
    """Names are told by their capitals, all else in any case."""
    return re.NOFLAG if "[A-Z]" in told else re.IGNORECASE


@cache
def _table() -> list[dict[str, Any]]:
    path = Path(__file__).with_suffix(".json")
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows
