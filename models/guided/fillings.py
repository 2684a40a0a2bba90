"""What the slots of a sentence can hold: from the comment, the facts and the plan."""

import re
from collections.abc import Callable, Mapping, Sequence

from models.guided.asked import asked, asked_about, asks, is_rhetorical
from models.guided.bought import bought, of_ours, subject
from models.guided.facts import ChosenFact
from models.guided.faults import as_named, as_problem, is_at_fault, problems
from models.guided.forms import listed
from models.guided.happenings import deeds, good_turns, happenings
from models.guided.heard import (
    credited,
    helpers,
    is_praised,
    losses,
    occasions,
    remembered,
    stars,
    told,
    tries,
    waits,
    wishes,
)
from models.guided.heard import glad as gladness
from models.guided.intents import ASKING, FAULT, LIGHTLY, PRAISING
from models.guided.joys import after_turn, best, joys, liked, turns
from models.guided.kin import greeted, kin
from models.guided.lights import light_of
from models.guided.lines import passages, said_back
from models.guided.matters import faults, harms, is_vague, views
from models.guided.meant import FEW_WORDS
from models.guided.missing import missing
from models.guided.perils import perils
from models.guided.person import joined
from models.guided.phrases import first_name, ideas, quotes, swears, things
from models.guided.promised import promised
from models.guided.reviews import review_of
from models.guided.said import said
from models.guided.slots import Fillings
from models.guided.spots import spots
from models.guided.standards import ground, norms, standards
from models.guided.tagging import sentences, tidy
from models.guided.tales import SOLEMN, pictured, tale_of
from models.prompt import Brief

ABOUT = 0.5  # the worth of a thing that is only spoken of
ASKED = 0.4  # the worth of asking for what is surely missing
MENTIONED = 0.4  # the worth of a thing that is no matter of a complaint
SURELY_NAMED = 0.45  # what is as likely worth naming is named where all else is doubtful
MOST_WORDS_OF_ONE_MATTER = 12  # in a longer comment a noun is seldom what matters
LINE = 0.85  # the worth of a whole clause of theirs
SAID = 0.65  # the worth of a few words of theirs in quotation marks
HEARD = 1.3  # the worth of saying back what was surely heard; nothing else is worth more
RIGHT = 1.15  # the worth of saying how it should have been
NORM = 0.3  # the same behind the name of what went wrong
GROUND = 0.7  # the same where only the kind of thing is sure
NAMED = 0.9  # the worth of one name for what went wrong, as much as a clause of theirs
PROMISED = 0.9  # the worth of naming what we said, under a comment that still waits
SPOT = 0.8  # the worth of the place where a slip stands
PERIL = 0.8  # the worth of a thing that a comment about danger or wrong speaks of
QUOTED, BY_NAME = 0.1, 0.05
PROBLEM, LESS = 0.9, 0.3  # the worth of the worst problem, and how much less the next one has
WHOLE = 0.7  # of the words
SHORT = 14  # words: what so short a comment names is its point
_WISH = re.compile(
    r"\b(?:should|could|would|please|pls|plz|add|more|bring|wish|need|want|why not|how about|"
    r"what about|let|make|suggest\w*|consider|try|put|instead|love to)\b"
)
_SAYS = (
    r"(?:is|are|was|were|has|had|does|did|looks?|tastes?|feels?|smells?|sounds?|works?|made|came)\b"
)
_HARMED = re.compile(  # who points out a slip has no trouble of their own
    r"(?i)\b(?:my|me|mine|we|us|our)\b|\bi(?:'m|'ve| have| had| was| am)?"
    r" (?:paid|waited|ordered|bought|drove|lost|went|came|got|charged|can't|could|missed|need)"
)
_NOT_GRAVE = re.compile(  # what is not there, or has no name, is said to be serious by nobody
    r"(?i)^(?:it|this|that|they|he|she|nothing|nobody|no)\b|"
    r"n't\b|\b(?:not|never|because|and)\b"
)
_TEAMS = {
    "": "the people who can answer it",
    "support": "our support team",
    "pr": "our press office",
    "product": "our product team",
    "legal": "our legal team",
    "safety": "our safety team",
    "marketing": "our marketing team",
}
_FEW_AT_ONCE = 3
GRAVE = ("safety", "legal", "pr")
SAYS_WHAT_WAS_WRONG = ("matter", "problem", "right", "norm", "ground")  # better than their line
OF_OURS = ("complaint", "disappointment", "mistake_report")

Slots = dict[str, list[tuple[str, float]]]


def fillings(brief: Brief, facts: Sequence[ChosenFact], *, intent: str) -> Fillings:
    """Give what each slot can hold for this brief; a slot without anything is left out."""
    slots = (
        _of_any(brief, intent) | _of_questions(brief.comment, intent) | _of_things(brief, intent)
    )
    slots["missing"] = [(what, ASKED) for what in missing(brief, facts, intent)]
    if facts:
        slots["unanswered"] = []
    if facts and intent in ASKING:
        slots |= _heard(brief.comment, {"wish": wishes})
    if intent in FAULT | {"criticism"}:
        slots |= _of_trouble(brief.comment, in_danger=brief.hand_over_to == "safety")
        slots["matter"] = slots["matter"] or _named(brief, intent)
        slots |= {} if brief.hand_over_to == "safety" else _right(brief)
    if intent == "criticism":
        slots |= _heard(after_turn(brief.comment), {"view": views})
        slots["view"] = slots["view"] or _named(brief, intent)
    if intent in PRAISING:
        slots |= _of_gladness(brief.comment)
    if intent == "mistake_report":
        slots["spot"] = [(place, SPOT) for place in spots(brief.comment)]
    if intent == "joke":
        slots |= _heard(brief.comment, {"happened": happenings})
    if brief.action == "hand_over" and brief.hand_over_to in ("safety", "legal"):
        slots["peril"] = [(name, PERIL) for name in perils(brief.comment)]
    if intent in FAULT | PRAISING | {"criticism"}:
        slots["said"] = [(words, SAID) for words in said(brief.comment, glad=intent in PRAISING)]
    slots["helper"] = [one for one in slots["helper"] if one[0] not in brief.author]
    slots = _to_the_point(slots, brief.comment, intent) | _at_length(brief, intent)
    return {slot: values for slot, values in slots.items() if values}


def _of_any(brief: Brief, intent: str) -> Slots:
    """Give what may be heard in any comment, and what the brief holds."""
    comment = brief.comment
    light = light_of(comment, brief.post, lightly=intent in LIGHTLY)
    return {
        "problem": [
            (text, PROBLEM - LESS * at) for at, text in enumerate(_problems(brief, intent))
        ],
        "idea": [(idea.text, idea.worth) for idea in ideas(comment)[:2]],
        "quote": [(quote.text, QUOTED) for quote in quotes(comment)[:1]],
        "team": [(_TEAMS[brief.hand_over_to], 0.0)],
        "promised": [(words, PROMISED) for words in [promised(brief.thread)] if words],
        "name": [(first_name(brief.author), BY_NAME)],
        "line": [(text, LINE) for text in _line(comment, intent)],
        "about": [(text, ABOUT) for text in _about(brief) if not _is_one_remark(comment, intent)],
        "caught": [(light.caught, HEARD)] if light and light.caught else [],
        **_heard(comment, {"kin": kin, "lost": losses, "helper": helpers, "loved": remembered}),
    }


def _of_questions(comment: str, intent: str) -> Slots:
    """Give what a comment asks, as a clause, else what it asks about."""
    tells = intent in FAULT and not asks(comment)  # "there were bugs in the flour"
    tells = tells or is_rhetorical(comment)
    clauses = [] if tells else [(clause, HEARD) for clause in asked(comment)]
    things = [] if clauses else [(thing, HEARD) for thing in asked_about(comment)]
    return {"asked": clauses, "unanswered": clauses, "query": things}


def _of_trouble(comment: str, *, in_danger: bool) -> Slots:
    """Give what went wrong, and what was good beside it; where there is danger, only the harm."""
    told_better = problems(comment) and is_vague(comment)
    names = harms(comment) if in_danger else [] if told_better else faults(comment)
    review = review_of(comment)
    if review.bad and not in_danger and (review.good or not (names or problems(comment))):
        names = [listed(review.bad)]
    things = [listed(review.good)] if review.good else liked(comment)
    return {
        "liked": [(thing, HEARD + NAMED) for thing in things],
        "matter": [(name, HEARD if " and " in name else NAMED) for name in names],
        **_heard(comment, {"wait": waits, "tries": tries, "told": told}),
    }


def _named(brief: Brief, intent: str) -> list[tuple[str, float]]:
    """Give the line that carries a comment where it is no clause: "the 52 minutes of music"."""
    carries = [] if brief.hand_over_to in GRAVE else said_back(brief.comment, intent)
    return [(said, NAMED) for line in carries if (said := as_named(line))]


def _right(brief: Brief) -> Slots:
    """Give how it should have been, by name or behind the name; else of what in general."""
    right = [(said, RIGHT) for said in standards(brief.comment)]
    norm = [(said, NORM) for said in norms(brief.comment)]
    brand = f"{brief.brand.name} {brief.brand.what}"
    general = [] if right or norm else [(said, GROUND) for said in ground(brief.comment, brand)]
    return {"right": right, "norm": norm, "ground": general}


def _of_gladness(comment: str) -> Slots:
    """Give what was good, and what it was good for."""
    pleased = dict.fromkeys([*good_turns(comment), *joys(comment)])
    listeners = {"glad": gladness, "occasion": occasions, "stars": stars, "best": best}
    listeners |= {"regards": greeted}
    listeners |= {"deed": deeds} if pleased else {"deed": deeds, "happened": happenings}
    review = review_of(comment)
    bad = [listed(review.bad)] if review.bad else faults(comment) if turns(comment) else []
    good = [listed(review.good)] if review.good else []
    weighed = {"good": [(name, HEARD) for name in good], "bad": [(name, HEARD) for name in bad]}
    return weighed | {
        "joy": [(clause, HEARD) for clause in pleased][:2],
        **_heard(comment, listeners),
    }


def _of_things(brief: Brief, intent: str) -> Slots:
    """Give the things that a comment names: its point, what is at fault or praised, the rest."""
    comment = brief.comment
    named = [(thing.text, thing.worth) for thing in things(comment, brief.post)]
    if intent in ("accusation", "concern"):
        named = [*((view, HEARD) for view in views(comment)), *named]
    spoken_of = [text for text, _ in named if not text.startswith("the best ")]
    topics = _topics(comment, intent, spoken_of)
    slots: Slots = {}
    if not asked(comment):
        is_bought = intent in FAULT and topics == bought(comment)
        slots["topic"] = [(text, NAMED if is_bought else ABOUT) for text in topics]
    if intent in FAULT and not topics:
        beside = [*_of_ours(spoken_of, comment), *filter(_is_somebody_s, spoken_of)]
        slots["mention"] = [(text, MENTIONED) for text in beside[:1]]
    if intent in FAULT:
        named = [(text, worth) for text, worth in named if is_at_fault(text, comment)]
    elif intent in PRAISING:
        praised = [(text, worth) for text, worth in named if is_praised(text, comment)]
        named = [] if _is_of_people(comment) else praised
    slots["thing"] = named[:_FEW_AT_ONCE]
    slots["detail"] = sorted(named, key=lambda item: -item[1] - 0.02 * len(item[0]))[:_FEW_AT_ONCE]
    return slots


def _topics(comment: str, intent: str, spoken_of: list[str]) -> list[str]:
    """Give the thing that a comment is about, if one surely is."""
    about = [] if intent in FAULT else subject(comment)  # one is not sorry about a bare noun
    if intent in FAULT:
        spoken_of = [] if intent == "accusation" else bought(comment)
    if intent == "criticism":
        spoken_of = [*about, *spoken_of]
    topics = [*spoken_of, *about][:1]
    if intent in ("joke", "suggestion", "praise", "thanks"):  # what is theirs is not praised
        topics = [
            text
            for text in topics
            if not text.startswith("your ") and _is_the_point(text, comment, intent)
        ]
    beside = intent in PRAISING and (_is_of_people(comment) or joys(comment))
    brief_joke = intent == "joke" and len(comment.split()) <= FEW_WORDS
    return [] if beside or brief_joke else topics


def _to_the_point(slots: Slots, comment: str, intent: str) -> Slots:
    """Leave out what something better heard makes needless."""
    matter = slots.get("matter", [])
    if intent == "mistake_report" and not _HARMED.search(comment):
        slots |= {"problem": []}
        if not faults(comment):
            slots |= {"thing": [], "topic": [], "detail": []}
    if intent in FAULT and matter:  # what is only spoken of is not the point then
        words = set(matter[0][0].split())
        topics = slots.get("topic", [])
        same = [(text, worth) for text, worth in topics if text.split()[-1] in words]
        slots |= {"topic": same, "mention": [], "said": []}
    if intent in PRAISING and tale_of(comment, sore=False):  # which clause matters is seldom sure
        slots |= {"line": [], "happened": [], "said": []}
    if intent in OF_OURS and any(slots.get(slot) for slot in SAYS_WHAT_WAS_WRONG):
        slots |= {"line": [], "said": []}
    if slots["line"] or len(comment.split()) > MOST_WORDS_OF_ONE_MATTER:
        slots |= {"topic": [], "mention": [], "thing": [], "detail": []}
    return slots


def _at_length(brief: Brief, intent: str) -> Slots:
    """Give what only a long comment has: a thing of a story, who is praised beside the trouble."""
    tale = tale_of(brief.comment, sore=intent not in PRAISING)
    caught: Slots = {"caught": [(tale.caught, HEARD)]} if tale and tale.caught else {}
    if intent in PRAISING and tale:
        image = [(text, HEARD) for text in pictured(brief.comment, brief.post)]
        told = [] if image or tale.case == SOLEMN else passages(brief.comment, intent)
        return caught | {"image": image, "passage": [(text, HEARD) for text in told]}
    review = review_of(brief.comment)
    weighed: Slots = {}
    if review.good and review.bad:
        weighed = {"good": [(listed(review.good), HEARD)], "bad": [(listed(review.bad), HEARD)]}
    if intent in FAULT or intent == "criticism":
        return caught | weighed | _heard(brief.comment, {"credited": credited})
    return weighed


def _of_ours(things: list[str], comment: str) -> list[str]:
    return [text for text in things if of_ours(text, comment) and not is_praised(text, comment)]


def _is_somebody_s(thing: str) -> bool:
    """Say whether a thing is surely ours or theirs, whatever is said of it."""
    return thing.startswith("your ") or of_ours(thing, "")


def _is_of_people(comment: str) -> bool:
    """Say whether praise names somebody, or has highest words of its own to be said back."""
    return bool(helpers(comment) or best(comment))


def _line(comment: str, intent: str) -> list[str]:
    """Give the line that carries the comment, where it is not asked for anything."""
    unsaid = intent in ASKING or intent in ("suggestion", "spam", "troll", "off_topic")
    unsaid = unsaid or (intent in PRAISING and bool(helpers(comment)))  # their thanks are passed on
    lines = [] if unsaid else said_back(comment, intent)
    sour = intent in FAULT or intent == "criticism"  # nobody opens a sorry with a quotation
    few = _is_one_remark(comment, intent)  # said back whole, or not at all
    return [
        line
        for line in lines
        if not (sour and line.startswith("“"))
        and (not few or len(line.split()) >= WHOLE * len(tidy(comment).split()))
    ]


def _problems(brief: Brief, intent: str) -> list[str]:
    """Give the clauses that say what went wrong, else the line that carries a complaint."""
    found = [problem.text for problem in problems(brief.comment)[:2]]
    if not found and intent in OF_OURS:
        found = [said for line in said_back(brief.comment, intent) if (said := as_problem(line))]
    grave = brief.hand_over_to == "safety"
    fine = [f"{thing.removeprefix('the ')} " for thing in review_of(brief.comment).good]
    found = [text for text in found if not any(thing in text for thing in fine)]
    return [text for text in found if not (grave and _NOT_GRAVE.search(text))]


def _is_one_remark(comment: str, intent: str) -> bool:
    """Say whether a comment is a few words without trouble, of which no part is spoken of."""
    return len(comment.split()) <= FEW_WORDS and intent not in FAULT | {"criticism"}


def _is_the_point(thing: str, comment: str, intent: str) -> bool:
    """Say whether a thing is what praise or a wish is about, and not only named along the way."""
    if intent in PRAISING:
        return is_praised(thing, comment) or thing in subject(comment)
    if intent == "joke" or len(comment.split()) <= SHORT:
        return True
    head = thing.split()[-1].lower()
    wishing = [joined(words).lower() for words in sentences(comment)]
    return any(head in said and _WISH.search(said) for said in wishing)


def _about(brief: Brief) -> list[str]:
    """Give what a comment tells of, as can be said however it is meant."""
    named = [
        thing.text
        for thing in things(brief.comment, brief.post)
        if thing.worth >= SURELY_NAMED and _is_spoken_of(thing.text, brief)
    ]
    return [text for text in (*subject(brief.comment), *named) if not swears(text)][:1]


def _is_spoken_of(thing: str, brief: Brief) -> bool:
    """Say whether they speak of a thing, and do not only mention it: "like I murdered a smurf"."""
    bare = re.escape(thing.removeprefix("the ").lower())
    text, around = tidy(brief.comment).lower(), f"{brief.post} {brief.brand.what}".lower()
    named = re.search(rf"\b(?:the|your|this|these|those) {bare}\b", text)
    tells = re.search(
        rf"(?:\b(?:the|your|this|these|those|new)|^) ?{bare}(?: \w+ly)? {_SAYS}", text
    )
    again = text.count(thing.split()[-1].lower()) > 1 or thing.split()[-1].lower() in around
    few = len(text.split()) <= FEW_WORDS
    return thing.startswith("the ") and bool(tells or (named and (again or few)))


def _heard(
    comment: str, listeners: Mapping[str, Callable[[str], list[str]]]
) -> dict[str, list[tuple[str, float]]]:
    return {slot: [(text, HEARD) for text in listen(comment)] for slot, listen in listeners.items()}
