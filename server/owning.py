"""Owning: four lights on a reply to a complaint, and a sentence for each that is missing."""

import re
from collections.abc import Callable
from typing import Literal

from models.guided.faults import is_at_fault
from models.guided.intents import OURS
from models.guided.phrases import things
from server.checks import non_apology
from server.checks.case import Case
from server.checks.commitments import commitments
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.words import plain
from server.schemas import Light
from server.spans import utf16

Name = Literal["names_the_fault", "no_conditional_sorry", "says_what_next", "says_who_or_where"]

_FAULT = re.compile(
    r"\b(?:our|my) (?:own )?(?:fault|mistake|error|bad|slip|doing|oversight)\b"
    r"|\b(?:on|down to) us\b|\b(?:we|i) (?:should(?:n't| not)? have|let you down|fell short)\b"
)
_OURS = re.compile(r"\b(?:we|i|us|our|ours|my)(?:'ve|'d)?\b")
_NEXT = re.compile(
    r"\b(?:we|i)(?:'re| are|'m| am) (?:now |already )?\w+ing\b"
    r"|\b(?:is|are) (?:due|on (?:its|their|the) way|back|being \w+)\b"
    r"|(?:^|, |; |\band |\bthen |\bplease )(?:send|drop|message|dm|email|e-mail|mail|write|call|"
    r"ring|bring|pop|come|text|reply|let us|tell (?:me|us))\b"
    r"|\byou (?:can|may) (?:have|send|swap|return|claim|choose|bring|put)\b"
)
_WHO_OR_WHERE = re.compile(
    r"\bi(?:'m|'ll| will| am)\b|\b(?:let me|myself|me|my)\b"
    r"|\bour \w+(?: \w+)? (?:team|desk|office|manager|crew|kitchen|shop)\b"
    r"|\b(?:the|our) (?:kitchen|team|desk|office|manager|shop|store|warehouse|counter|support)\b"
    r"|\b(?:here|below|by (?:private |direct )?message|dm|inbox|in private)\b|@\w|https?://|www\."
    r"|\b[\w-]+\.[a-z]{2,}\b|\+?\d[\d ()-]{6,}\d"
)


def owning(case: Case) -> list[Light]:
    """Give the four lights of a text; none where it answers no complaint of ours to own.

    A lit light spans the words that light it. One that is not lit offers a text to be put in
    place of its span. A holding reply owns nothing: those in charge will say what was whose.
    """
    is_ours = case.intent in OURS and case.risk != "high"
    if not is_ours or case.action in ("hand_over", "ignore") or not case.text.strip():
        return []
    return [
        _light(case, "names_the_fault", _names_the_fault, lambda: _at_start(_fault(case))),
        _conditional(case),
        _light(
            case,
            "says_what_next",
            _says_what_next,
            lambda: _at_end(case, "I'll find out what happened."),
        ),
        _light(
            case,
            "says_who_or_where",
            _says_who_or_where,
            lambda: _at_end(case, "I'll answer you here myself."),
        ),
    ]


Offer = tuple[int, int, str]


def _light(
    case: Case, name: Name, lights: Callable[[Sentence], bool], offer: Callable[[], Offer]
) -> Light:
    sentence = next((one for one in sentences(case.text) if lights(one)), None)
    if sentence:
        return _shape(case, name, sentence.start, sentence.end)
    return _shape(case, name, *offer())


def _conditional(case: Case) -> Light:
    """Give the light that goes out where the sorrow hangs on an "if"."""
    fault = next(non_apology.check(case), None)
    if fault is None:
        return _shape(case, "no_conditional_sorry", 0, 0)
    around = [one for one in sentences(case.text) if one.start <= fault.start < one.end]
    start, end = (around[0].start, around[0].end) if around else (fault.start, fault.end)
    return _shape(case, "no_conditional_sorry", start, end, f"I'm sorry. {_fault(case)}")


def _shape(case: Case, name: Name, start: int, end: int, offer: str = "") -> Light:
    text = case.text
    return Light(
        name=name,
        is_lit=not offer,
        start=utf16(text, start),
        end=utf16(text, end),
        offer=offer,
    )


def _at_start(sentence: str) -> Offer:
    return 0, 0, f"{sentence} "


def _at_end(case: Case, sentence: str) -> Offer:
    """Put a sentence after the last one; what the brand adds to its replies stays behind it."""
    lines = {fact.text for fact in case.facts if fact.id == "disclosure"}
    text = case.text.rstrip()
    for line in lines:
        text = text.removesuffix(line).rstrip()
    return len(text), len(text), f" {sentence}"


def _fault(case: Case) -> str:
    """Name what went wrong in their words, where one is sure enough of them."""
    named = [
        thing.text
        for thing in things(case.comment, case.post)
        if is_at_fault(thing.text, case.comment)
    ]
    return f"We got {named[0]} wrong." if named else "We got this wrong."


def _names_the_fault(sentence: Sentence) -> bool:
    low = plain(sentence.text)
    if _FAULT.search(low):
        return True
    return not sentence.asks and bool(_OURS.search(low) and search("faults", low))


def _says_what_next(sentence: Sentence) -> bool:
    return bool(commitments(sentence.text)) or bool(_NEXT.search(plain(sentence.text)))


def _says_who_or_where(sentence: Sentence) -> bool:
    return bool(_WHO_OR_WHERE.search(plain(sentence.text)))
