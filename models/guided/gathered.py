"""What is gathered once for a comment, before it is said in this tone or that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.guided.facts import ChosenFact, choose_facts
from models.guided.faults import problems
from models.guided.fillings import fillings
from models.guided.gladness import is_glad
from models.guided.hushed import forbids
from models.guided.intents import ASKING, FAULT, OURS, PRAISING
from models.guided.meant import FEW_WORDS, in_earnest, is_doubtful
from models.guided.notes import Carried, beside, carry_out, with_courtesies
from models.guided.slots import Fillings
from models.prompt import Brief

MOST_READ = 2000  # characters of a comment: patterns take long over what only goes on and on
LIKELY = 0.55  # so likely a fact is told where somebody else says the rest
MOST_SOUR = 0.5  # how likely trouble is where a cheerful feeling is still believed
MOST_SOUR_OF_FEW = 0.35  # the same of a few words

NAMED = frozenset(("matter", "problem", "right"))  # what went wrong has a name


@dataclass(frozen=True)
class Gathered:
    """What every tone says: as what the comment is meant, and what is answered to it.

    `doubtful`: nobody can tell how it is meant; `sour`: no pleasure is taken in it.
    """

    brief: Brief
    intent: str
    feeling: str
    facts: Sequence[ChosenFact]
    carried: Carried
    available: Fillings
    doubtful: bool
    sour: bool


def gather(brief: Brief, *, intent: str, feeling: str, kinds: Mapping[str, float]) -> Gathered:
    """Give what every tone says, from what triage takes a comment for."""
    brief = replace(brief, comment=brief.comment[:MOST_READ])
    facts = facts_to_tell(brief, intent)
    around = (brief.brand.name, brief.post, *brief.facts, *(turn.text for turn in brief.thread))
    carried = carry_out(brief.note, brief.comment, "\n".join(around))
    carried = beside(carried, [fact.text for fact in facts])
    answered = bool(facts or carried.sentences)
    triaged, intent = intent, in_earnest(intent, brief, answered, feeling, kinds)
    mended = intent in (*PRAISING, "criticism") and triaged in FAULT
    if mended and brief.action in ("ask", "move"):
        brief = replace(brief, action="reply")  # what is praise after all needs no asking
    carried = with_courtesies(
        carried,
        opens_sorry=intent in OURS and brief.action != "hand_over",
        opens_thanking=intent in PRAISING,
        asks=intent in ASKING,
    )
    available = fillings(brief, facts, intent=intent)
    fond = is_glad(brief.comment) or ("happened" in available and not problems(brief.comment))
    doubtful = is_doubtful(
        intent, brief.comment, kinds, answered=answered or bool(NAMED & available.keys())
    )
    if feeling == "sad" and fond and not doubtful and "lost" not in available:
        feeling = "happy"  # tears of joy
    few = len(brief.comment.split()) <= FEW_WORDS
    return Gathered(
        brief,
        intent,
        feeling,
        facts,
        carried,
        available,
        doubtful=doubtful,
        sour=kinds.get("trouble", 0.0) > (MOST_SOUR_OF_FEW if few else MOST_SOUR),
    )


def facts_to_tell(brief: Brief, intent: str) -> list[ChosenFact]:
    """Give the facts that a reply tells, by what triage takes a comment for."""
    facts = choose_facts(
        brief.comment, brief.facts, intent=intent, post=brief.post, note=brief.note
    )
    if brief.action != "reply" and facts and facts[0].is_near:
        if facts[0].chance <= LIKELY:
            return []  # whoever takes it over, or what they answer, says the rest
        facts[0] = replace(facts[0], is_near=False)
    return [fact for fact in facts if not forbids(brief.note, fact.text)]
