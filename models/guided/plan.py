"""The plan: which moves a reply makes, in which order, from triage, facts, note and thread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.guided.facts import ASKING, LIGHT, SURE, ChosenFact, overlap
from models.guided.heard import advice
from models.guided.notes import Carried
from models.guided.slots import FAULT, PRAISING, Fillings
from models.prompt import Brief

_ADMITS = re.compile(
    r"(?i)\b(?:our (?:fault|mistake|error|bad|slip)|by mistake|"
    r"we (?:did not|didn't|failed|forgot|missed|sent|put|lost|never|messed)|"
    r"(?:was|were) (?:wrong|not sent|never sent|missed|cancelled|dropped|forgotten)|"
    r"faulty|defect|known (?:bug|fault|issue)|typo|"
    r"wrong (?:size|colour|item|address|date|price))"
)
OURS = ("complaint", "mistake_report", "disappointment")  # where the fault can be our own
UNSERIOUS = ("praise", "thanks", "story", "joke", "troll", "off_topic")
CLOSED_WARMLY = ("complaint", "disappointment", "mistake_report", "criticism")
HALF = 0.5  # of the fact's rare words stand in the note: then the note says it


@dataclass(frozen=True)
class Step:
    """One move of the plan; an optional one may be left out."""

    move: str
    optional: bool = False


def in_earnest(intent: str, brief: Brief, answered: bool) -> str:
    """Give the intent to write for: what is handed over or answered is no joke and no bait."""
    grave = brief.hand_over_to == "safety" and intent not in FAULT
    if grave or (brief.action in ("hand_over", "move") and intent in UNSERIOUS):
        return "concern"
    return "question" if intent == "troll" and answered else intent


def admits_fault(brief: Brief, facts: Sequence[ChosenFact]) -> bool:
    """Say whether the note or a fact that answers names a fault of ours."""
    return any(_ADMITS.search(text) for text in (brief.note, *(fact.text for fact in facts)))


def plan(
    brief: Brief,
    intent: str,
    tone: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    available: Fillings,
) -> list[Step]:
    """Give the moves of a reply in this tone, in order."""
    said = bool(carried.sentences)
    steps = _opening(brief, intent, tone, facts, carried)
    if "lost" in available and intent not in ("joke", "troll", "spam"):
        steps = [Step("condole"), *(step for step in steps if step.move not in ("listen", "thank"))]
    if intent in FAULT and intent != "disappointment" and advice(brief.comment):
        steps.append(Step("advise"))
    if facts and (not said or _still_answers(facts[0], brief.note, intent)):
        steps.append(Step("answer"))
    if said:
        steps.append(Step("note"))
    if "helper" in available and intent in PRAISING:
        steps.append(Step("pass_on"))
    if carried.question:
        return [*steps, Step("question")]
    if brief.action == "hand_over":
        return [*steps, Step("hand")]
    if brief.action == "move":
        return [*steps, Step("move")]
    if brief.action == "ask" and not (intent in ASKING and (facts or said)):
        return [*steps, Step("ask")]
    return steps + _ending(brief, intent, tone, bool(facts) or said)


def _still_answers(fact: ChosenFact, note: str, intent: str) -> bool:
    """Say whether what was asked is answered by a fact beside a note that says something else."""
    return intent in ASKING and fact.chance > SURE and overlap(fact.text, note) < HALF


def shortened(steps: Sequence[Step]) -> list[Step]:
    """Give the steps without the ones that only lead in or out, as far as others are left."""
    needed = [step for step in steps if step.move not in ("listen", "close", "thank")]
    return needed or list(steps[:1])


def _opening(
    brief: Brief, intent: str, tone: str, facts: Sequence[ChosenFact], carried: Carried
) -> list[Step]:
    if intent == "spam":
        return [Step("warn")]
    if intent == "troll":
        return []
    if intent in ("suggestion", "criticism"):
        return [Step("receive" if not facts else "listen")]
    if intent in ASKING:
        knows = bool(facts or carried.sentences)
        return [Step("unknown")] if brief.action == "reply" and not knows else []
    if intent == "joke":
        return [Step("joke")]
    if intent in ("praise", "thanks"):
        return [Step("thank" if intent == "thanks" or tone != "plain" else "listen")]
    owns = tone == "apologetic" or carried.apologise or admits_fault(brief, facts)
    if not owns or brief.action == "hand_over" or intent not in OURS:
        return [Step("listen")]
    return [Step("own")] if facts or carried.sentences else [Step("listen"), Step("own")]


def _ending(brief: Brief, intent: str, tone: str, answered: bool) -> list[Step]:
    if intent == "troll":
        return [Step("close")]
    if intent in ("spam", "joke"):
        return []
    if intent in ASKING and answered:  # the fact is the same in every tone: the ending is not
        return [Step("close")] if tone in ("warm", "professional", "playful") else []
    if intent in LIGHT:
        return []
    if not answered:
        said = intent in ("suggestion", "criticism") or intent in ASKING  # it is in the opening
        return [] if said else [Step("next")]
    return [Step("close", optional=True)] if tone == "warm" and intent in CLOSED_WARMLY else []
