"""What a comment is like, as far as a check must know: in trouble, asking, joking, buying."""

import re

from models.checks.kinds import Kind, kind_of
from server.checks.case import Case, once
from server.checks.patterns import search
from server.checks.words import plain

_SAD_INTENTS = frozenset(
    {
        "complaint",
        "mistake_report",
        "disappointment",
        "concern",
        "crisis",
        "accusation",
        "criticism",
    }
)
_HAPPY_INTENTS = frozenset({"praise", "thanks", "joke", "story"})
_SAD_FEELINGS = frozenset({"frustrated", "angry", "sad"})
_BUYING = frozenset({"purchase_intent", "comparison"})
_LIKELY, _SURELY = 0.5, 0.8
_QUESTION = re.compile(
    r"\?|^\W*(?:@\w+ )?(?:hi|hey|hello|ok|so|and|but|um|lol|please|pls)?,? ?(?:how|what|"
    r"when|where|which|who|why|whats|wheres|hows|is|are|do|does|did|can|could|will|would|"
    r"should|any chance|has|have)\b"
    r"|\b(?:does anyone know|i wonder|wondering|can i|do i|is there|are there|how much|"
    r"how many|how long|pls tell|please tell|any idea|what do i|how do i)\b"
    r"|\b(?:whats|wheres|hows|whos|whens)\b|[,.;:] (?:so |and |but )?(?:who|what|when|where|how|"
    r"why|which) (?:is|are|do|does|did|can|will|would|pays?|\w+s)\b|\b(?:pls|plz|please)\W*$"
)


def _kind(case: Case) -> Kind:
    """Give what triage hears in the comment, where nobody has said what it is."""
    return kind_of(case.comment)


@once
def is_question(case: Case) -> bool:
    """Whether the comment asks something."""
    return case.intent == "question" or bool(_QUESTION.search(plain(case.comment)))


@once
def is_grave(case: Case) -> bool:
    """Whether the comment tells of death, illness, danger or hurt."""
    return case.risk == "high" or bool(search("grave", plain(case.comment)))


@once
def is_trouble(case: Case) -> bool:
    """Whether the comment complains, or tells of something bad."""
    if case.intent in _SAD_INTENTS or case.feeling in _SAD_FEELINGS or is_grave(case):
        return True
    if case.intent is not None:
        return False
    low = plain(case.comment)
    return _kind(case).trouble >= _LIKELY or (bool(search("trouble", low)) and not is_joking(case))


@once
def is_joking(case: Case) -> bool:
    """Whether the comment laughs or is glad."""
    if case.intent is not None or case.feeling is not None:
        return case.intent in _HAPPY_INTENTS or case.feeling in ("amused", "happy", "grateful")
    return _kind(case).glad >= _SURELY


@once
def is_light(case: Case) -> bool:
    """Whether the comment only laughs or is glad: what answers it may play."""
    return is_joking(case) and not is_trouble(case)


@once
def opens_the_door(case: Case) -> bool:
    """Whether the person asks for a product, a price or an offer, names the need, or compares."""
    return case.intent in _BUYING or bool(search("door", plain(f"{case.comment} {case.note}")))
