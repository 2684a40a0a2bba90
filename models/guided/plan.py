"""The plan: which moves a reply makes, in which order, from triage, facts, note and thread."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.guided.asked import asks, is_rhetorical
from models.guided.at_length import borne, told_at_length
from models.guided.claims import tests_claim
from models.guided.facts import ChosenFact, overlap
from models.guided.faults import problems
from models.guided.gladness import DELIGHT, GRATEFUL, HIGHLY, is_glad, tells_of_trouble
from models.guided.heard import advice, despairs
from models.guided.intents import (
    ASKING,
    FAULT,
    LIGHT,
    LIGHTLY,
    OURS,
    PRAISING,
    UNSERIOUS,
)
from models.guided.irony import mocks
from models.guided.joys import dislikes, turns
from models.guided.kindly import SORE, greets, is_kind
from models.guided.lights import light_of
from models.guided.matters import faults, harms, views
from models.guided.meant import FEW_WORDS
from models.guided.missing import THAT, WHICH, lacks_something
from models.guided.needed import is_private, needed_of, told_by
from models.guided.notes import Carried
from models.guided.promised import is_past, promised
from models.guided.shorts import short_of
from models.guided.slots import Fillings
from models.guided.steps import Step
from models.prompt import Brief

_ADMITS = re.compile(
    r"(?i)\b(?:our (?:fault|mistake|error|bad|slip)|by mistake|"
    r"we (?:did not|didn't|failed|forgot|missed|sent|put|lost|never|messed)|"
    r"(?:was|were) (?:wrong|not sent|never sent|missed|cancelled|dropped|forgotten)|"
    r"(?<!unless )(?<!if )(?<!not )faulty|defect|known (?:bug|fault|issue)|typo|"
    r"wrong (?:size|colour|item|address|date|price))"
)
_PROMISED = re.compile(
    r"(?i)\b(?:(?:we|i)(?:'ll| will|'ve| have|(?:'re| are) (?!trying\b|sorry\b|not\b))|"
    r"will be|on (?:its|the|their) way|"
    r"by (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|this week|next week|"
    r"let you know|get back|come back|passed|message us|write to us|look into)\b"
)
_IN_PRIVATE = re.compile(r"(?i)\bprivate message|\b(?:DM|PM|message) us\b|\bprivately\b")
_WAITS = re.compile(
    r"(?i)\b(?:still|yet|wait\w*|nothing|nobody|no (?:answer|reply|news|sign|word|response|one)|"
    r"days?|weeks?|months?|ago|update|news|again|heard|when|any|late|promised|said|told|did)\b|^\W*(?:and|so|well|hello)?\W*\?"
)
_CORRECTS = re.compile(
    r"(?i)\d:\d\d|\b(?:not|should|says?|said|means?|meant|its|it's|that's|thats|isn't|wrong|typo|links?|"
    r"spel\w+|pages?|dates?|maps?|photos?|captions?)\b"
)
_WANTS = re.compile(
    r"(?i)\b(?:should|needs?|wish|please|pls|wants?|bring back|could (?:you|we)|"
    r"hurts?|hurting|pain\w*)\b"
)
FEW_WORDS_OF_A_QUESTION = 4  # a longer one says what it asks, in whatever words
FEWER_WORDS = 12  # so few that are taken for praise must hold a word of it
MANY_WORDS = 20  # of praise: then it is passed on
A_LOT = 45  # of what went wrong: then a word is said to who wrote it all down
CHEERFUL = ("amused", "happy", "grateful")
HALF = 0.5  # of the fact's rare words stand in the note: then the note says it


_PRAISES = re.compile(f"{HIGHLY.pattern}|{DELIGHT.pattern}")
HEARD_ALONE = Step("hear", case="alone")
HEARD_BRIEFLY = Step("hear", case="brief")  # a few words that may be a joke or a jab
HEARD_GENTLY = Step("hear", case="gentle")  # a few sad words
HEARD_LIGHTLY = Step("hear", case="light")  # where nothing tells of trouble, nor asks for anything


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
    *,
    doubtful: bool = False,
    feeling: str = "",
    sour: bool = False,
) -> list[Step]:
    """Give the moves of a reply in this tone, in order.

    `doubtful`: nobody can tell whether they praise, joke or complain, so the opening suits all;
    `sour`: it may well be a complaint, whatever is felt.
    """
    heard = _heard(brief, intent, feeling, available, sour=sour)
    if whole := _whole(brief, intent, facts, carried, available, heard, doubtful=doubtful):
        return whole
    if told := told_at_length(brief, intent, facts, carried, available, doubtful=doubtful):
        return told
    if _is_plain_question(brief, intent, available) or (
        brief.action == "ask" and intent in UNSERIOUS
    ):
        brief = replace(brief, action="reply")
    said = bool(carried.sentences)
    doubtful = doubtful and brief.action in ("reply", "ask")
    steps = _opening(brief, intent, tone, facts, carried, heard=heard if doubtful else None)
    kindly = is_kind(brief, feeling, facts, carried)
    if kindly and not doubtful and (facts or said) and greets(brief, intent, tone, available):
        steps.append(Step("greet"))
    if despairs(brief.comment):
        steps = [Step("listen", case="crisis")]
    elif "lost" in available and intent not in ("joke", "troll", "spam"):
        rest = [step for step in steps if step.move not in ("listen", "thank")]
        fond = "loved" in available or intent in PRAISING
        steps = [Step("condole"), *([Step("condole", case="memory")] if fond else []), *rest]
    if intent in FAULT and intent != "disappointment" and advice(brief.comment):
        steps.append(Step("advise"))
    if facts and (not said or _still_answers(facts[0], carried, brief.comment, intent)):
        steps.append(Step("answer"))
        if facts[0].is_near:
            return [*steps[:-1], Step("near"), steps[-1], *([Step("note")] if said else [])]
    if said:
        steps.append(Step("note"))
    if "helper" in available and intent in PRAISING:
        steps.append(Step("pass_on"))
    elif _is_at_length(brief, intent, facts, carried) and steps and not doubtful:
        thanked = Step("pass_on", case="praise")
        raised = steps[0].move == "receive"  # what comes of it is the last word
        steps.insert(0 if raised else 1, thanked if intent in PRAISING else borne(brief, intent))
    if "credited" in available and steps and brief.action != "hand_over":
        steps.append(Step("tale", case="credit"))
    last = _leading_out(brief, intent, facts, carried, available)
    if last is None and not doubtful and not any(step.move == "greet" for step in steps):
        last = _ending(brief, intent, tone, available, answered=bool(facts) or said, kindly=kindly)
    return [*steps, *(last or ())]


def _whole(
    brief: Brief,
    intent: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    available: Fillings,
    heard: Step,
    *,
    doubtful: bool,
) -> list[Step]:
    """Give the one move that is all of a reply, where nothing is to be told; else none."""
    light = light_of(brief.comment, brief.post, lightly=intent in LIGHTLY)
    lightly = light is not None and light.sure and brief.action == "move"
    answers = brief.action in ("reply", "ask") or lightly
    if facts or carried.sentences or carried.question or not answers:
        return []
    if tests_claim(brief.comment):
        return [Step("listen", case="tested")]
    alone = not any(turn.who == "us" for turn in brief.thread)
    if case := short_of(brief.comment, first=alone, post=brief.post, brand=brief.brand.name):
        return [Step("short", case=case)]
    named = ("joy", "happened", "best") if light and light.gives_way and not doubtful else ()
    if light and not any(slot in available for slot in ("lost", "helper", *named)):
        return [Step("light", case=light.case)]
    if brief.action != "reply":
        return []
    opinion = intent == "criticism" and not views(brief.comment)
    quiet = (intent in OURS or opinion) and not tells_of_trouble(brief.comment)
    hardly_praise = _is_hardly_praise(brief, intent, available)
    few = len(brief.comment.split()) <= FEW_WORDS
    if few and intent == "mistake_report" and (quiet or doubtful) and _corrects(brief.comment):
        return [Step("short", case="spotted")]
    if "lost" in available:
        return []
    return [heard] if quiet or hardly_praise else []  # right for a joke and for a story as well


def _corrects(comment: str) -> bool:
    """Say whether a few words set something right, and do not only grumble."""
    return bool(_CORRECTS.search(comment)) and not harms(comment)


def _leading_out(
    brief: Brief,
    intent: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    available: Fillings,
) -> list[Step] | None:
    """Give what is asked or done next, at the end; None where nothing is, and a word may close."""
    if carried.question:
        return [Step("question")]
    if brief.action == "hand_over":
        named = carried.passes_on and not despairs(brief.comment)
        return [] if named else [Step("hand", case="crisis" if despairs(brief.comment) else "")]
    if brief.action == "move":
        private = any(_IN_PRIVATE.search(sentence) for sentence in carried.sentences)
        return [] if private else [Step("move")]
    answered = bool(facts or carried.sentences)
    wanted = needed_of([fact.text for fact in facts], told_by(brief))
    enough = answered and not wanted and _needs_no_more(brief, intent)
    if brief.action == "ask" and not (carried.sentences or enough):
        own = is_private(available["missing"][0][0])  # what nobody tells to all who read
        return [Step("move" if own else "ask")]
    if "lost" in available and intent in FAULT and not answered:
        wrong = any(slot in available for slot in ("matter", "problem", "right", "topic"))
        return [Step("next", case="gentle")] if wrong or asks(brief.comment) else []
    return None


def _heard(brief: Brief, intent: str, feeling: str, available: Fillings, *, sour: bool) -> Step:
    """Give how a comment is met of which nobody can tell how it is meant."""
    few = len(brief.comment.split()) <= FEW_WORDS
    if not (few and sour) and _is_light(brief, intent, "" if sour else feeling):
        return HEARD_LIGHTLY
    sore = feeling in SORE and intent in FAULT  # what comes of it is said as well
    if feeling == "sad" and (few or (intent in UNSERIOUS and "kin" not in available)):
        return HEARD_GENTLY
    asked = asks(brief.comment) and not is_rhetorical(brief.comment)
    brief_one = few and not (sore or "kin" in available or asked)
    return HEARD_BRIEFLY if brief_one else HEARD_ALONE


def _is_light(brief: Brief, intent: str, feeling: str) -> bool:
    """Say whether a comment of which little is sure tells of no trouble and asks for nothing."""
    if asks(brief.comment) or intent == "suggestion" or mocks(brief.comment):
        return False
    wrong = faults(brief.comment) or problems(brief.comment) or dislikes(brief.comment)
    if feeling in CHEERFUL:
        return not (wrong or turns(brief.comment) or _WANTS.search(brief.comment))
    return intent in LIGHTLY and not tells_of_trouble(brief.comment)


def _is_hardly_praise(brief: Brief, intent: str, available: Fillings) -> bool:
    """Say whether only triage takes so short a comment for praise, and no word of it praises."""
    short = intent == "praise" and len(brief.comment.split()) <= FEWER_WORDS
    named = any(slot in available for slot in ("helper", "occasion", "stars"))
    return short and not (named or is_glad(brief.comment) or _PRAISES.search(brief.comment))


def _is_at_length(brief: Brief, intent: str, facts: Sequence[ChosenFact], carried: Carried) -> bool:
    """Say whether somebody wrote much and nothing is there to tell them."""
    count = len(brief.comment.split())
    if facts or carried.sentences or any(turn.who == "us" for turn in brief.thread):
        return False
    if intent in ("praise", "thanks"):
        return count >= MANY_WORDS and brief.action == "reply"
    grave = brief.action == "hand_over" or despairs(brief.comment)
    return intent in FAULT | {"criticism"} and count >= A_LOT and not grave


def _is_plain_question(brief: Brief, intent: str, available: Fillings) -> bool:
    """Say whether a comment that triage would ask back can be understood as it stands."""
    if brief.action != "ask" or intent not in ASKING:
        return False
    if "asked" not in available:
        vague = available["missing"][0][0] in (WHICH, THAT)
        return vague and len(brief.comment.split()) > FEW_WORDS_OF_A_QUESTION
    wrong = bool(faults(brief.comment) or problems(brief.comment))
    return not wrong or (
        is_private(available["missing"][0][0]) or available["missing"][0][0] in (WHICH, THAT)
    )


def _needs_no_more(brief: Brief, intent: str) -> bool:
    """Say whether nothing more is to be asked once a fact or the note has answered."""
    return intent in ASKING or intent not in FAULT or not lacks_something(brief.comment)


def follow_up(brief: Brief, intent: str, answered: bool) -> str:
    """Say how a comment follows what we said before: late, news, happy, or "" where it does not."""
    ours = [turn.text for turn in brief.thread if turn.who == "us"]
    word = promised(brief.thread)
    if not ours or not (word or _PROMISED.search(ours[-1])):
        return ""
    if intent in ("praise", "thanks"):
        more = asks(brief.comment) or (answered and not GRATEFUL.search(brief.comment))
        return "" if more else "happy"
    waits = _WAITS.search(brief.comment) or (word and is_past(brief.comment))
    if (intent in UNSERIOUS and intent != "off_topic") or not waits:
        return ""
    return "news" if answered and intent in ASKING else "late"


def _still_answers(fact: ChosenFact, carried: Carried, comment: str, intent: str) -> bool:
    """Say whether a fact surely belongs to the answer beside a note that says something else.

    Under a complaint it must speak of something that they speak of.
    """
    said = " ".join(carried.sentences)
    theirs = re.sub(r"\d+", " ", f"{comment} {said}")
    beside = intent in FAULT and not overlap(re.sub(r"\d+", " ", fact.text), theirs)
    return (
        intent not in LIGHT and not fact.is_near and not beside and overlap(fact.text, said) < HALF
    )


def shortened(steps: Sequence[Step]) -> list[Step]:
    """Give the steps without the one that only leads out, as far as others are left."""
    return [step for step in steps if step.move != "close"] or list(steps[:1])


def _opening(
    brief: Brief,
    intent: str,
    tone: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    *,
    heard: Step | None,
) -> list[Step]:
    follows = follow_up(brief, intent, bool(facts or carried.sentences))
    if follows:
        asks_again = follows == "late" and brief.action == "reply" and intent in ASKING
        unanswered = asks_again and not facts and not carried.sentences
        return [Step("follow_up", case=follows), *([Step("next")] if unanswered else [])]
    if tests_claim(brief.comment) and brief.action != "hand_over":
        return [Step("listen", case="gap" if facts or carried.sentences else "tested")]
    if heard and not (intent in ASKING and (facts or carried.sentences)):
        goes_on = bool(facts or carried.sentences or carried.question) or brief.action == "ask"
        return [Step("hear") if goes_on else heard]
    if intent == "spam":
        return [Step("warn")]
    if intent == "troll":
        return []
    if intent in ("suggestion", "criticism"):
        said = bool(facts or carried.sentences) or brief.action != "reply"
        return [Step("listen" if said else "receive")]
    if intent in ASKING:
        knows = bool(facts or carried.sentences)
        if knows or brief.action not in ("reply", "move"):
            return []
        return [Step("unknown", case="private" if brief.action == "move" else "")]
    if intent == "joke":
        return [Step("joke")]
    if intent in ("praise", "thanks"):
        return [Step("thank" if intent == "thanks" or tone != "plain" else "listen")]
    admitted = carried.apologise or admits_fault(brief, facts)
    owns = tone == "apologetic" or admitted
    grave = brief.hand_over_to == "safety" or (
        brief.hand_over_to == "legal" and intent in ("accusation", "concern", "crisis")
    )
    if grave and brief.action == "hand_over":
        asked = intent == "concern" and facts and asks(brief.comment)
        asked = asked and not (harms(brief.comment) or problems(brief.comment))
        return [Step("listen", case="asked" if asked else "grave")]
    if not admitted and intent in FAULT and harms(brief.comment):
        return [Step("listen", case="grave")]
    if intent == "accusation" and facts and not (problems(brief.comment) or owns):
        return [Step("listen", case="asked")]  # what it suspects is answered
    owns = owns and brief.action != "hand_over" and intent in OURS
    return [Step("own" if owns else "listen")]


def _ending(
    brief: Brief,
    intent: str,
    tone: str,
    available: Fillings,
    *,
    answered: bool,
    kindly: bool,
) -> list[Step]:
    if intent == "troll":
        return [Step("close")]
    if intent in ("spam", "joke"):
        return []
    if intent in ASKING and answered:  # the fact is the same in every tone: the ending is not
        cheers = kindly and tone in ("warm", "playful")  # a professional close is polite alone
        return [Step("close")] if cheers or tone == "professional" else []
    if intent in LIGHT:
        greets = intent in PRAISING and "regards" in available
        return [Step("tale", case="regards", optional=True)] if greets else []
    if not answered:
        said = intent in ("suggestion", "criticism") or intent in ASKING  # it is in the opening
        return [] if said else [Step("next", case="grave" if harms(brief.comment) else "")]
    return []
