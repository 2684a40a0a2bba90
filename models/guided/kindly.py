"""Whether a kind word may open or end an answer: not in a sore mood, nor beside bad news."""

import re
from collections.abc import Sequence

from models.guided.facts import ChosenFact
from models.guided.intents import ASKING
from models.guided.irony import mocks
from models.guided.notes import Carried
from models.guided.slots import Fillings
from models.prompt import Brief

SORE = ("angry", "frustrated", "disappointed")
_IMPATIENT = re.compile(r"(?i)\b(?:why|still|again)\b|:\(|what happened")
_BAD_NEWS = re.compile(  # behind it nobody hopes that this helps
    r"(?i)^(?:no|not|none|nothing|never)\b|\b(?:suspended|closed|cancelled|postponed|sold out|"
    r"ended|unavailable|discontinued|delay\w*|fail\w*|fault\w*|broken|shortage|breakdown|stopped|"
    r"unfortunately|out of stock|until further|increase\w*)\b"
)


def is_kind(brief: Brief, feeling: str, facts: Sequence[ChosenFact], carried: Carried) -> bool:
    """Say whether a kind word rings true: they are not sore, and it is no bad news."""
    return not (_is_sore(brief, feeling) or _is_bad_news(facts, carried))


def greets(brief: Brief, intent: str, tone: str, available: Fillings) -> bool:
    """Say whether a warm answer opens with a word to them; every other one closes with one."""
    asked_kindly = intent in ASKING and tone == "warm" and brief.action == "reply"
    return asked_kindly and "wish" not in available and len(brief.comment) % 2 == 0


def _is_sore(brief: Brief, feeling: str) -> bool:
    """Say whether somebody asks in a mood in which a kind word at the end rings hollow."""
    return feeling in (*SORE, "sad", "sarcastic") or bool(
        _IMPATIENT.search(brief.comment) or mocks(brief.comment)
    )


def _is_bad_news(facts: Sequence[ChosenFact], carried: Carried) -> bool:
    """Say whether what is told first is hardly what they hoped to hear."""
    told = (*(fact.text for fact in facts[:1]), *carried.sentences[:1])
    return any(_BAD_NEWS.search(text) for text in told)
