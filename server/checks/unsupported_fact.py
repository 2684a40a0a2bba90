"""Unsupported facts: values, names and statements that nothing known holds."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

from server.checks import (
    argues,
    boilerplate,
    disclosure,
    hard_sell,
    private_data,
    unsupported_promise,
)
from server.checks.case import Case, Found, look_once
from server.checks.grounding import known
from server.checks.likely import is_likely, is_outdone, is_unheard, severity_of
from server.checks.mood import is_light
from server.checks.names import bare, is_known, names
from server.checks.numbers import ORDINALS, Value, values
from server.checks.patterns import search
from server.checks.sentences import sentences
from server.checks.sources import known_text, known_words, sources
from server.checks.words import content, plain, stem

_EMERGENCY = ("112", "911", "999", "000", "111", "110", "988", "116 123")
_LARGE = 20
_MOST_FIGURES = 60  # of a text in which one is worked out from the others
_NEW_WORDS = 2
_NEW_SHARE = 0.5
_MORE_WORDS = 3
_MORE_SHARE = 0.75
_OUR = re.compile(
    r"\b(?:our|the (?=delivery|reporting|courier|carrier|booking|payment|computer|"
    r"supplier)) ?([\w-]+(?: [\w-]+){0,2}?)(?: we use)?(?:'s| (?:is|are|was|were|has|have|"
    r"had|must|only|didn't|doesn't|won't|\w+ed|\w+s))\b"
)
_ALWAYS_OURS = frozenset(
    stem(word)
    for word in (
        "team fault mistake error job part side end doing reply answer page post comment "
        "thanks best apology"
        " heart hat guess money fingers eyes favourite turn word hands mind joke faces vote "
        "bad own people earlier advice"
        " head lead leads director adviser manager safety legal release record nine list"
    ).split()
)
_HEDGED = re.compile(
    r"\b(?:don't know|i'll|we'll|hope|wish|should have|ought to|please|if|wonder|i'd|we'd|would|"
    r"could|may|might|sounds?|must have|feels?|bet|imagine|guess|think|you've|you have|"
    r"you had|you said|"
    r"your)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:passed|handed|sent|forwarded|given|taken|put) (?:it|this|that|your)\b"
)
_COURTESY = frozenset(
    stem(word)
    for word in (
        "thank thanks sorry please hi hello hey yes no glad good great nice happy "
        "kind dear right"
        " wrong sure true honest honestly say said tell told know"
    ).split()
)
_OF_TIME = content(
    "minute hour day morning noon afternoon evening night midnight weekday week weekend month "
    "year once twice daily weekly monthly yearly till until past quarter half"
)
_TWICE = re.compile(r"\b(?:there and back|both ways|return|for (?:the two|both|two))\b")
_SPOKEN = 12
_MANY = 100
_FEW = 4
_ROOT = 6
_NEAR = 12  # characters: a promise and its time stand together
_SMALL = 2  # "one" and "two" are words of speech more often than counts


def check(case: Case) -> Iterator[Found]:
    """Find values and names that stand in no source."""
    # A value inside a promise, an offer or a worn phrase is that check's to name.
    named = _spans(case, (unsupported_promise, boilerplate, private_data, disclosure))
    # Who is surely sold to or argued with is told so once.
    sold = _spans(case, (hard_sell, argues), are_sure=True)
    exact = [
        found
        for found in (*unknown_values(case), *unknown_names(case))
        if not _is_doubtful(found, case)
    ]
    left = [found for found in exact if _is_beside(found, named + sold, _NEAR)]
    kept = [found for found in exact if found not in left]
    yield from kept
    named += [(found.start, found.end) for found in kept]
    named += sold
    others = [(found.start, found.end) for found in left]
    for found in unknown_claims(case):
        if not _is_beside(found, named, 0):
            # What another check warns of already needs no second warning.
            yield replace(found, severity="info") if _is_beside(found, others, 0) else found


def _is_doubtful(found: Found, case: Case) -> bool:
    """Whether the judge hears another fault where a value is, or none and the value is loose."""
    return any(
        is_outdone("unsupported_fact", sentence, case)
        or (found.severity == "info" and is_unheard("unsupported_fact", sentence, case))
        for sentence in sentences(case.text)
        if sentence.start <= found.start < sentence.end
    )


def _spans(
    case: Case, others: tuple[ModuleType, ...], *, are_sure: bool = False
) -> list[tuple[int, int]]:
    return [
        (found.start, found.end)
        for other in others
        for found in other.check(case)
        if not are_sure or found.severity != "info"
    ]


def _is_beside(found: Found, spans: list[tuple[int, int]], near: int) -> bool:
    return any(start - near < found.end and found.start < end + near for start, end in spans)


@look_once
def unknown_values(case: Case) -> Iterator[Found]:
    """Find numbers, prices, dates, times, codes and links that no source holds."""
    held = known(tuple(source.text for source in sources(case)))
    for value in values(case.text):
        if _is_idle(value) or held.holds(value) or _is_worked_out(value, case):
            continue
        if value.text in _EMERGENCY:
            continue
        written = case.text[value.start : value.end]
        yield Found(
            "unsupported_fact",
            "info" if _is_loose(value) or (value.kind == "number" and is_light(case)) else "error",
            value.start,
            value.end,
            f"Nothing you have given supports “{written}”. Check it, add the fact, or take it out.",
        )


@look_once
def unknown_claims(case: Case) -> Iterator[Found]:
    """Find statements that can be checked, most of whose new words no source holds."""
    known_here = known_words(sources(case))
    held = known(tuple(source.text for source in sources(case)))
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        claim = search("claims", low)
        least, share = (_NEW_WORDS, _NEW_SHARE) if claim else (_MORE_WORDS, _MORE_SHARE)
        if claim is None and search("hard_sell", low) is None:
            claim = _our_unknown(low, known_here)
        if case.action == "hand_over" and _PASSED_ON.search(low):
            continue
        is_judged = is_likely("unsupported_fact", sentence, case)
        if sentence.asks or not (is_judged or claim):
            continue
        words = content(sentence.text) - _COURTESY
        new = words - known_here
        counted = [value for value in values(sentence.text) if not _is_idle(value)]
        if counted and all(held.holds(value) for value in counted):
            figures = content(" ".join(value.text for value in counted)) | _OF_TIME
            if not is_judged or new <= figures:  # it only tells known figures in other words
                continue
        is_ruled = claim and not _HEDGED.search(low)
        is_ruled = is_ruled and len(new) >= max(least, share * len(words))
        if not new or not (is_ruled or is_judged):
            continue
        yield Found(
            "unsupported_fact",
            severity_of(
                "unsupported_fact",
                sentence,
                case,
                "error",
                is_ruled=bool(is_ruled) and not is_light(case),
            ),
            sentence.start,
            sentence.end,
            "Nothing you have given supports this. Add the fact or a note, or leave it out.",
        )


def _is_loose(value: Value) -> bool:
    """Whether a value is more often said than counted: “nine lives”, “by Friday”, “every May”."""
    if value.kind == "date":
        return not value.numbers
    is_spoken = value.kind == "number" and value.text.isalpha()
    number = value.numbers[0] if value.numbers else 0
    return is_spoken and (number <= _SPOKEN or (number < _MANY and number % 10 == 0))


def _is_worked_out(value: Value, case: Case) -> bool:
    """Whether a figure is twice a known one, or a larger one follows from others in the text."""
    if value.kind != "number":
        return False
    texts = tuple(source.text for source in sources(case))
    single = replace(value, numbers=(value.numbers[0] / 2,))
    if _TWICE.search(plain(case.text)) and known(texts).holds(single):
        return True
    if value.numbers[0] < _LARGE or len(values(case.text)) > _MOST_FIGURES:
        return False
    beside = case.text[: value.start] + " … " + case.text[value.end :]
    return known((beside, *texts)).holds(value)


def _our_unknown(low: str, known_here: frozenset[str]) -> re.Match[str] | None:
    """Find "our supplier drilled": something of ours that acts and that no source names."""
    roots_here = _roots(known_here)
    for match in _OUR.finditer(low):
        words = content(match.group(1))
        if words and not words & (known_here | _ALWAYS_OURS) and not _roots(words) & roots_here:
            return match
    return None


def _roots(words: frozenset[str]) -> frozenset[str]:
    """Give the beginnings of longer words: who presents is a presenter."""
    return frozenset(word[:_ROOT] for word in words if len(word) >= _ROOT)


def _is_idle(value: Value) -> bool:
    """Whether a number only fills a phrase: “one of them”, “all three of you”, “a tenth of”."""
    if value.kind != "number" or value.text in ("0", "1"):
        return value.kind == "number"
    if not value.text.replace(" ", "").isalpha():
        return False
    if (
        value.numbers[0] <= _SMALL
        or value.text in ORDINALS
        or value.text in ("a hundred", "a thousand", "a million")
    ):
        return True
    return value.numbers[0] <= _FEW and not value.unit


@look_once
def unknown_names(case: Case) -> Iterator[Found]:
    """Find names that no source holds."""
    text = bare(known_text(sources(case)))
    linked = [value for value in values(case.text) if value.kind in ("link", "mail", "code")]
    for name in names(case.text):
        if any(value.start <= name.start < value.end for value in linked) or is_known(name, text):
            continue
        yield Found(
            "unsupported_fact",
            "error",
            name.start,
            name.end,
            f"“{name.text}” stands in nothing you have given. Check the name, or take it out.",
        )
