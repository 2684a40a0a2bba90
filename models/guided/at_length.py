"""How a long comment is met: a review by its halves, a story by what it tells."""

import re
from collections.abc import Sequence

from models.guided.facts import ChosenFact
from models.guided.intents import OURS, PRAISING
from models.guided.joys import turns
from models.guided.matters import faults
from models.guided.notes import Carried
from models.guided.slots import Fillings
from models.guided.steps import Step
from models.guided.tales import OTHER, SOLEMN, Tale, tale_of
from models.prompt import Brief

WRITTEN_OUT = Step("hear", case="long")
OPINIONS = ("criticism", "suggestion", "joke", "off_topic")  # where both halves are weighed alike
SURE = ("clear", "own", "patient", "farewell", "proposal", "passed", "confidence", "finish")
NAMED = ("joy", "best", "occasion", "stars", "deed")
THANKED = (OTHER, SOLEMN, "memory", "tears", "hard", "years", "recommend")  # in the sentence itself
_FOR_SOMEBODY = re.compile(  # what is written for one of ours who may never see it
    r"(?i)\b(?:(?:tell|thank) (?:her|him|them|whoever|that \w+)|"
    r"pass (?:this|it|that|my thanks|our thanks|on (?:my|our))|find out who|"
    r"hope (?:she|he|they|someone|somebody) (?:reads?|sees?|knows?|tells?)|"
    r"whoever \w+ (?:\w+ ){0,5}(?:should|deserves|needs)|"
    r"(?:should|ought to|wanted \w+ to|want \w+ to) know|"
    r"(?:don't|didn't|never)(?: \w+)? (?:know|get|got|catch|caught) (?:her|his|their) name)\b"
)


def told_at_length(
    brief: Brief,
    intent: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    available: Fillings,
    *,
    doubtful: bool,
) -> list[Step]:
    """Give the moves that meet a friendly review or a long story; none where more is to be told."""
    given = facts or carried.sentences or carried.question
    heard_before = any(turn.who == "us" for turn in brief.thread)
    if given or heard_before or brief.action not in ("reply", "ask"):
        return []
    if "lost" in available or "asked" in available:
        return []
    if intent not in PRAISING:
        mixed = intent in OPINIONS and "good" in available
        return [Step("review", case="both")] if mixed else []
    tale = tale_of(brief.comment, sore=False)
    named = tale if tale and tale.case not in (OTHER, SOLEMN) else None
    if halves := _weighed(brief, available):
        if named and halves == "bad":
            return [Step("tale", case=named.case), Step("review", case="beside")]
        return [Step("review", case=halves)]
    sour = faults(brief.comment) and not (named and named.case in SURE)
    sure = named is not None or "helper" in available
    if tale is None or (doubtful and (sour or not sure)):
        return []
    first = _opening(tale, available)
    beside = [] if tale.case == SOLEMN else [("image", "picture")]
    if first.move == "tale" and first.case != "occasion":  # else something of theirs is named
        beside.append(("passage", "passage"))
    steps = [first, *(Step("tale", case=case) for slot, case in beside if slot in available)]
    if "helper" in available:
        return [*steps, Step("pass_on")]
    if _FOR_SOMEBODY.search(brief.comment):
        return [*steps, Step("tale", case="asked")]
    thanked = first == Step("tale", case=tale.case) and tale.case in THANKED
    return steps if thanked else [*steps, Step("tale", case="told")]


def borne(brief: Brief, intent: str) -> Step:
    """Give a word to who wrote much of what went wrong: on what it did to them, where known."""
    tale = tale_of(brief.comment, sore=True) if intent in OURS else None
    return Step("tale", case=tale.case) if tale else WRITTEN_OUT


def _opening(tale: Tale, available: Fillings) -> Step:
    if tale.case == OTHER and "good" in available:
        return Step("review", case="good")
    if "occasion" in available and tale.case in (OTHER, "memory", "made", "fear", "tears"):
        return Step("tale", case="occasion")
    if tale.case == OTHER and any(slot in available for slot in NAMED):
        return Step("listen")
    return Step("tale", case=tale.case)


def _weighed(brief: Brief, available: Fillings) -> str:
    """Give how a review is met: for both halves, for the good and the rest, or for the bad."""
    if "bad" in available:
        return "both" if "good" in available else "bad"
    return "rest" if "good" in available and turns(brief.comment) else ""
