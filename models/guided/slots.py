"""Filling the slots of a sentence from the comment, the facts and the plan."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.guided.asked import asked, asked_about
from models.guided.bank import Move
from models.guided.bought import bought, of_ours, subject
from models.guided.facts import ASKING, ChosenFact, as_clause
from models.guided.faults import is_at_fault, problems
from models.guided.happenings import deeds, good_turns, happenings
from models.guided.heard import glad as gladness
from models.guided.heard import (
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
from models.guided.joys import after_turn, best, joys, liked
from models.guided.kin import kin
from models.guided.lights import light_of
from models.guided.lines import said_back
from models.guided.matters import faults, is_vague, views
from models.guided.needed import is_told, needed_of, told_by
from models.guided.person import joined
from models.guided.phrases import first_name, ideas, quotes, swears, things
from models.guided.said import said
from models.guided.tagging import sentences
from models.guided.telling import told as told_fact
from models.prompt import Brief

ABOUT = 0.5  # the worth of a thing that is only spoken of
ASKED = 0.4  # the worth of asking for what is surely missing
MENTIONED = 0.4  # the worth of a thing that is no matter of a complaint
SURELY_NAMED = 0.45  # what is as likely worth naming is named where all else is doubtful
MOST_WORDS_OF_ONE_MATTER = 12  # in a longer comment a noun is seldom what matters
LINE = 0.85  # the worth of a whole clause of theirs
SAID = 0.65  # the worth of a few words of theirs in quotation marks
HEARD = 1.3  # the worth of saying back what was surely heard; nothing else is worth more
NAMED = 0.9  # the worth of one name for what went wrong, as much as a clause of theirs
FAULT = frozenset(
    ("complaint", "mistake_report", "disappointment", "accusation", "crisis", "concern")
)
PRAISING = frozenset(("praise", "thanks", "story"))
LIGHTLY = PRAISING | {"joke", "off_topic", "troll", "suggestion"}
_THEIRS = frozenset(
    """asked unanswered query topic thing detail problem idea quote missing wait tries told
    lost helper glad occasion stars matter view joy best liked loved happened said deed
    mention kin about caught line""".split()
)
SHORT = 14  # words: what so short a comment names is its point
_WISH = re.compile(
    r"\b(?:should|could|would|please|pls|plz|add|more|bring|wish|need|want|why not|how about|"
    r"what about|let|make|suggest\w*|consider|try|put|instead|love to)\b"
)
ENOUGH = 2  # words that tell what a comment is about, where one alone does not
MORE = "a little more about what happened"
WHICH = "a little more about what you have in mind"
_HARMED = re.compile(  # who points out a slip has no trouble of their own
    r"(?i)\b(?:my|me|mine|we|us|our)\b|\bi(?:'m|'ve| have| had| was| am)?"
    r" (?:paid|waited|ordered|bought|drove|lost|went|came|got|charged|can't|could|missed|need)"
)
BETTER = "what would make it better"
_SLOT = re.compile(r"\{(\w+)\}")
_NAMED = re.compile(  # the commenter's name with what sets it off, before a stop or a picture
    r",\s*\{name\}(?=[.!?,:;]|$|\s+[^\w\s{“\"(])|\{name\},\s*|\s*\{name\}"
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


@dataclass(frozen=True)
class Filled:
    """A sentence with its slots filled: from which move, with which of their words, its worth.

    `addressed` says whether it calls the commenter by name.
    """

    text: str
    move: str
    id: str
    words: tuple[str, ...] = ()
    emoji: int = 0
    addressed: bool = False
    worth: float = 0.0
    asks_for: str = ""
    unnamed: str = ""  # the same without the commenter's name, where it stands in it


Fillings = Mapping[str, list[tuple[str, float]]]  # slot → (text, worth), best first


@cache
def _missing() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(
        (Path(__file__).parent / "missing.json").read_text(encoding="utf-8")
    )
    return loaded


def fillings(brief: Brief, facts: list[ChosenFact], *, intent: str) -> Fillings:
    """Give what each slot can hold for this brief; a slot without anything is left out.

    What is missing is one thing, so that each tone asks for the same.
    """
    went_wrong = intent in FAULT
    named = [(thing.text, thing.worth) for thing in things(brief.comment, brief.post)]
    if intent in ("accusation", "concern"):
        named = [*((view, HEARD) for view in views(brief.comment)), *named]
    spoken_of = [text for text, _ in named if not text.startswith("the best ")]
    beside: list[str] = []
    if went_wrong:
        about = [
            text
            for text in spoken_of
            if of_ours(text, brief.comment) and not is_praised(text, brief.comment)
        ]
        beside = [
            text
            for text in spoken_of
            if text not in about and (text.startswith("your ") or of_ours(text, ""))
        ]
        ours = [] if intent == "accusation" else [*bought(brief.comment), *subject(brief.comment)]
        beside = [*about, *beside]
        spoken_of = ours
    elif intent == "criticism":
        spoken_of = [*subject(brief.comment), *spoken_of]
    spoken_of = [*spoken_of, *subject(brief.comment)][:1]
    about_it = NAMED if went_wrong and spoken_of == bought(brief.comment) else ABOUT
    if intent in ("joke", "suggestion", "praise", "thanks"):  # what is theirs is not praised
        surely = [text for text in spoken_of if not text.startswith("your ")]
        spoken_of = [text for text in surely if _is_the_point(text, brief.comment, intent)]
    if went_wrong:
        named = [(text, worth) for text, worth in named if is_at_fault(text, brief.comment)]
    if intent in PRAISING:
        of_people = bool(helpers(brief.comment) or best(brief.comment))
        spoken_of = [] if of_people or joys(brief.comment) else spoken_of
        named = (
            []
            if of_people
            else [(text, worth) for text, worth in named if is_praised(text, brief.comment)]
        )
    name = first_name(brief.author)
    wanted = (
        needed_of([fact.text for fact in facts], told_by(brief))
        if brief.action in ("ask", "move")
        else []
    )
    missing = _what_is_missing(brief.comment)[:1] if went_wrong or brief.action == "ask" else []
    missing = wanted[:1] or [what for what in missing if not is_told(what, told_by(brief))]
    if brief.action == "ask" and not missing:
        missing = [MORE if went_wrong else BETTER if intent == "criticism" else WHICH]
    slots: dict[str, list[tuple[str, float]]] = {
        "topic": [] if asked(brief.comment) else [(text, about_it) for text in spoken_of],
        "thing": named[:3],
        "detail": sorted(named, key=lambda item: -item[1] - 0.02 * len(item[0]))[:3],
        "problem": [
            (problem.text, 0.9 - 0.3 * at) for at, problem in enumerate(problems(brief.comment)[:2])
        ],
        "idea": [(idea.text, idea.worth) for idea in ideas(brief.comment)[:2]],
        "quote": [(quote.text, 0.1) for quote in quotes(brief.comment)[:1]],
        "missing": [(what, ASKED) for what in missing],
        "team": [(_TEAMS[brief.hand_over_to], 0.0)],
        "asked": [(clause, HEARD) for clause in asked(brief.comment)],
        "unanswered": [] if facts else [(clause, HEARD) for clause in asked(brief.comment)],
        "query": []
        if asked(brief.comment)
        else [(thing, HEARD) for thing in asked_about(brief.comment)],
        "name": [(name, 0.05)],
        "fact": [(told_fact(fact.text), fact.chance) for fact in facts],
        "fact_clause": [
            (clause, fact.chance) for fact in facts if (clause := as_clause(fact.text))
        ],
    }
    if went_wrong or intent == "criticism":
        slots |= _heard(brief.comment, {"wait": waits, "tries": tries, "told": told})
        in_danger = brief.hand_over_to == "safety"  # no small matter is named then
        told_better = (in_danger or bool(slots["problem"])) and is_vague(brief.comment)
        slots["liked"] = [(thing, HEARD + NAMED) for thing in liked(brief.comment)]
        slots["matter"] = [
            (name, HEARD if " and " in name else NAMED)
            for name in ([] if told_better else faults(brief.comment))
        ]
    if intent == "criticism":
        slots |= _heard(after_turn(brief.comment), {"view": views})
    if intent in PRAISING:
        slots |= _heard(brief.comment, {"glad": gladness, "occasion": occasions, "stars": stars})
        slots |= _heard(brief.comment, {"best": best})
        glad_of = dict.fromkeys([*good_turns(brief.comment), *joys(brief.comment)])
        slots["joy"] = [(clause, HEARD) for clause in glad_of][:2]
        slots |= _heard(brief.comment, {"deed": deeds})
        if not glad_of:
            slots |= _heard(brief.comment, {"happened": happenings})
    if intent == "joke":
        slots |= _heard(brief.comment, {"happened": happenings})
    if intent == "mistake_report" and not _HARMED.search(brief.comment):
        slots |= {"problem": []}
        if not faults(brief.comment):
            slots |= {"thing": [], "topic": [], "detail": []}
    slots["line"] = [(text, LINE) for text in _line(brief.comment, intent)]
    slots |= _heard(brief.comment, {"kin": kin})
    slots["about"] = [(text, ABOUT) for text in _about(brief)]
    slots |= _heard(brief.comment, {"lost": losses, "helper": helpers, "loved": remembered})
    if went_wrong and not (spoken_of or slots["line"]):
        slots["mention"] = [(text, MENTIONED) for text in beside[:1]]
    if went_wrong or intent in ("criticism", *PRAISING):
        slots["said"] = [(words, SAID) for words in said(brief.comment, glad=intent in PRAISING)]
    light = light_of(brief.comment, brief.post, lightly=intent in LIGHTLY)
    slots["caught"] = [(light.caught, HEARD)] if light and light.caught else []
    if went_wrong and slots["matter"]:  # what is only spoken of is not the point then
        words = set(slots["matter"][0][0].split())
        same = [(text, worth) for text, worth in slots["topic"] if text.split()[-1] in words]
        slots |= {"topic": same, "mention": [], "said": []}
    slots |= _heard(brief.comment, {"wish": wishes} if facts and intent in ASKING else {})
    if slots["line"] or len(brief.comment.split()) > MOST_WORDS_OF_ONE_MATTER:
        slots |= {"topic": [], "mention": [], "thing": [], "detail": []}
    return {slot: values for slot, values in slots.items() if values}


def _line(comment: str, intent: str) -> list[str]:
    """Give the line that carries the comment, where it is not asked for anything."""
    unsaid = intent in ASKING or intent in ("suggestion", "spam", "troll", "off_topic")
    unsaid = unsaid or (intent in PRAISING and bool(helpers(comment)))  # their thanks are passed on
    return [] if unsaid else said_back(comment, intent)


def _is_the_point(thing: str, comment: str, intent: str) -> bool:
    """Say whether a thing is what praise or a wish is about, and not only named along the way."""
    if intent == "joke" or len(comment.split()) <= SHORT:
        return True
    if intent in PRAISING:
        return is_praised(thing, comment) or thing in subject(comment)
    head = thing.split()[-1].lower()
    wishing = [joined(words).lower() for words in sentences(comment)]
    return any(head in said and _WISH.search(said) for said in wishing)


def _about(brief: Brief) -> list[str]:
    """Give what a comment tells of, as can be said however it is meant."""
    named = [
        thing.text
        for thing in things(brief.comment, brief.post)
        if thing.worth >= SURELY_NAMED and thing.text.startswith("the ")
    ]
    return [text for text in (*subject(brief.comment), *named) if not swears(text)][:1]


def _heard(
    comment: str, listeners: Mapping[str, Callable[[str], list[str]]]
) -> dict[str, list[tuple[str, float]]]:
    return {slot: [(text, HEARD) for text in listen(comment)] for slot, listen in listeners.items()}


def fill(move: Move, available: Fillings) -> Iterator[Filled]:
    """Yield the sentence with each way of filling its slots; none where a slot has nothing."""
    if not move.slots <= available.keys():
        return
    theirs = [slot for slot in move.slots if slot in _THEIRS]
    if len({available[slot][0][0] for slot in theirs}) < len(theirs):
        return  # what is liked is not what is found fault with
    addressed = "name" in move.slots and bool(available["name"][0][0])
    nameless = {"name": ""}
    depth = max((len(available[slot]) for slot in theirs), default=1)
    for turn in range(depth):
        chosen = {slot: available[slot][min(turn, len(available[slot]) - 1)] for slot in move.slots}
        values = {slot: value for slot, (value, _) in chosen.items()}
        yield Filled(
            text=_set(move.text, values),
            move=move.move,
            id=move.id,
            words=tuple(chosen[slot][0] for slot in theirs if slot != "missing"),
            addressed=addressed,
            emoji=move.emoji,
            asks_for=values.get("missing", ""),
            worth=sum(worth for _, worth in chosen.values()),
            unnamed=_set(move.text, values | nameless) if addressed else "",
        )


def _set(text: str, values: Mapping[str, str]) -> str:
    if not values.get("name", "x"):
        text = _NAMED.sub("", text)
    filled = _SLOT.sub(lambda match: _cased(match.group(1), values), text)
    filled = re.sub(r"([.!?])\.", r"\1", filled)
    start = re.search(r"[A-Za-zÀ-ÿ]", filled)
    if start and not filled[: start.start()].strip(" \"'“‘"):
        at = start.start()
        filled = filled[:at] + filled[at].upper() + filled[at + 1 :]
    return filled


def _cased(slot: str, values: Mapping[str, str]) -> str:
    value = values[slot.lower()]
    return value[:1].upper() + value[1:] if slot[:1].isupper() else value


def lacks_something(comment: str, *, went_wrong: bool) -> bool:
    """Say whether it is plain from a comment which detail is missing."""
    return bool(went_wrong and _what_is_missing(comment))


def _what_is_missing(comment: str) -> list[str]:
    """Give what would help and is not told yet, by what the comment is about."""
    said = set(re.findall(r"[a-z]+", re.sub(r"(?:out of|in) order", "", comment.lower())))
    hits = [(len(said & set(row["words"].split())), row) for row in _missing()]
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
