"""Unsupported promises: what the text commits to and no fact or note allows."""

import re
from collections.abc import Iterator, Sequence

from server.checks.case import Case, Found, look_once
from server.checks.commitments import Commitment, commitments
from server.checks.grounding import known
from server.checks.likely import is_likely, is_sure, severity_of
from server.checks.mood import is_light
from server.checks.numbers import values
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.sources import sources
from server.checks.words import STOP_WORDS, content, lines, plain, stem, tokens
from server.schemas import Severity

_ENOUGH = 0.5  # of the words that carry a promise stand in the facts, the note or our earlier turns
_MOST = 0.5
_NEARLY_ALL = 0.8  # of an outcome: half of the words of "never again" stand anywhere
_SMALL_ACTS = frozenset(lines("small_steps.txt"))
_BUSINESS = frozenset(word for line in lines("business_acts.txt") for word in line.split())
_SPANS = ("day", "week")
_ROOT = 5  # letters: "confirmation" and "confirmed" are one
_FULL = {
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomo": "tomorrow",
    "2moro": "tomorrow",
    "2day": "today",
    "2nite": "tonight",
    "tonite": "tonight",
    "wk": "week",
}
_SHORT = re.compile(rf"\b(?:{'|'.join(_FULL)})\b")
_GIFT = re.compile(
    r"\b(?:free|refund|discount|voucher|money back|fully|every|all week|aside|off your)\b"
)
_TIMES = re.compile(
    r"\b(today|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend|month)|"
    r"next (?:week|month|year)|straight away|right away|immediately|at once|within the "
    r"hour)\b"
)
_WISH = re.compile(
    r"\b(?:hope|wish|fingers crossed|may|might|could|would|if|unless|once|until i|can't|"
    r"cannot|won't|don't|not yet|no idea|wonder)\b"
)
# What no "if" or "won't" makes less of a promise.
_DOUBT = re.compile(
    r"\b(?:hope|wish|fingers crossed|may|might|could|would|unless|until i|not yet|no idea|wonder)\b"
)
_KIN = tuple(frozenset(line.split()) for line in lines("kin.txt"))


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find promises, offers and outcomes that rest on nothing the brand has said."""
    for sentence in sentences(case.text):
        fault = _fault(sentence, case)
        if fault is not None:
            yield fault
        elif _is_judged(sentence, case):
            yield Found(
                "unsupported_promise",
                severity_of("unsupported_promise", sentence, case, "error"),
                sentence.start,
                sentence.end,
                "Nothing allows this promise. Add a fact or a note that does, or leave it out.",
            )


def _is_judged(sentence: Sentence, case: Case) -> bool:
    """Whether the judge hears a promise that our own sources do not carry."""
    if sentence.asks or not is_likely("unsupported_promise", sentence, case):
        return False
    low = plain(sentence.text)
    is_plain = is_sure("unsupported_promise", sentence, case)
    if _WISH.search(low) and not is_plain:
        return False
    return not _is_carried(low, low, case, _NEARLY_ALL if is_plain else _MOST)


def _fault(sentence: Sentence, case: Case) -> Found | None:
    low = plain(sentence.text)
    for promise in commitments(sentence.text):
        if not is_allowed(promise, case):
            message = (
                "Nothing allows this promise. Add a fact or a note that does, or say “I'll find "
                "out”."
            )
            return _found(sentence, (promise.start, promise.end), message, case)
    if sentence.asks:
        return None
    for name, message in (
        ("offers", "No fact or note allows this offer. Add one, or take the offer out."),
        ("outcomes", "Nobody can promise this outcome. Say what is being done, or leave it out."),
    ):
        match = search(name, low)
        if match is None or (_WISH if name == "offers" else _DOUBT).search(low):
            continue
        words = match.group()
        share = _MOST if name == "offers" or values(words) else _NEARLY_ALL
        if not _is_carried(words, low, case, share):
            return _found(sentence, match.span(), message, case)
    return None


def _found(sentence: Sentence, span: tuple[int, int], message: str, case: Case) -> Found:
    start, end = span
    words = plain(sentence.text)[start:end]
    if (allowed := _span_allowed(words, case)) is not None:
        message = f"What is given says “{allowed}”. See that the day you name is no sooner."
    severity: Severity = "info" if allowed or is_light(case) else "error"
    return Found(
        "unsupported_promise", severity, sentence.start + start, sentence.start + end, message
    )


def _span_allowed(words: str, case: Case) -> str | None:
    """Give the number of days in which our sources allow what is promised for a day of the week."""
    unheld = [value for value in values(words) if not known(_ours(case)).holds(value)]
    if not unheld or not all(value.kind == "date" and not value.numbers for value in unheld):
        return None
    for text in _ours(case):
        here = _widened(frozenset(stem(token) for token in tokens(text)))
        span = next((value for value in values(text) if value.unit in _SPANS), None)
        bearing = [stem(word) for word in tokens(words) if word not in STOP_WORDS]
        if span is not None and any(word in here for word in bearing):
            return f"{text[span.start : span.end]} {span.unit}s"
    return None


def _ours(case: Case) -> tuple[str, ...]:
    us = tuple(turn.text for turn in case.thread if turn.who == "us")
    return tuple(source.text for source in sources(case) if source.is_ours) + us


def _widened(words: frozenset[str]) -> frozenset[str]:
    wider = set(words)
    for kin in _KIN:
        stems = {stem(word) for word in kin} | kin
        if stems & words:
            wider |= stems
    return frozenset(wider)


def _known(case: Case) -> frozenset[str]:
    ours = _ours(case)
    words: frozenset[str] = frozenset()
    words = (
        words.union(*(frozenset(stem(token) for token in tokens(text)) for text in ours))
        if ours
        else words
    )
    return _widened(words)


def is_allowed(promise: Commitment, case: Case) -> bool:
    """Whether a promise is a small, sure step, or one that our own sources allow."""
    known_here = _known(case)
    if promise.act == "be" and "thinking of" in promise.text:
        return True
    if promise.when and not _time_is_held(promise.when, case):
        return False
    if (
        promise.act in _SMALL_ACTS
        and promise.who in ("i", "we", "let me")
        and not _GIFT.search(plain(promise.text))
    ):
        return True
    if promise.who in ("i", "we", "let me") and promise.act not in _BUSINESS and not promise.when:
        return True
    if promise.who not in ("i", "we", "someone", "somebody") and not promise.when:
        return True
    # What the person said is no promise of ours, but its things may be spoken of.
    theirs = content(case.comment)
    words = [
        stem(word) for word in tokens(promise.text) if word not in STOP_WORDS or word == promise.act
    ]
    bearing = [word for word in words if word in known_here or word not in theirs]
    if not bearing or _day_is_held(promise.text, case):
        return True
    return _share(bearing, known_here) >= _ENOUGH


def _time_is_held(when: str, case: Case) -> bool:
    ours = _ours(case)
    joined = _in_full(plain(" ".join(ours)))
    held = known(ours)
    found = [value for value in values(when) if value.kind != "number" or value.numbers[0] > 0]
    if found:
        return all(held.holds(value) for value in found)
    word = _TIMES.search(when)
    if word is None:
        return True
    last = word.group(1).split()[-1]
    return last in joined or (
        last in ("today", "morning", "tonight")
        and bool(re.search(r"\b(?:today|now|this morning|tonight|asap|same day)\b", joined))
    )


def _in_full(text: str) -> str:
    """Write out the short forms of a note typed in a hurry."""
    return _SHORT.sub(lambda match: _FULL[match.group()], text)


def _is_carried(words: str, sentence: str, case: Case, most: float) -> bool:
    """Whether our own sources carry the words: their values, and most of the sentence."""
    known_here = _known(case)
    held = known(_ours(case))
    if not all(held.holds(value) for value in values(words)):
        return False
    bearing = [stem(word) for word in tokens(words) if word not in STOP_WORDS]
    if _day_is_held(sentence, case) or (bearing and all(word in known_here for word in bearing)):
        return True
    theirs = content(case.comment)
    around = [word for word in content(sentence) if word in known_here or word not in theirs]
    return bool(around) and _share(around, known_here) >= most


def _share(words: Sequence[str], known_here: frozenset[str]) -> float:
    roots = {word[:_ROOT] for word in known_here}
    return sum(word[:_ROOT] in roots for word in words) / len(words)


def _day_is_held(words: str, case: Case) -> bool:
    """Whether the words name a day or an hour, and our own sources name it too."""
    moments = [value for value in values(words) if value.kind in ("date", "time")]
    held = known(_ours(case))
    return bool(moments) and all(held.holds(moment) for moment in moments)
