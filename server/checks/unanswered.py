"""Unanswered: the comment asks, a fact answers, and the text passes over it."""

import re
from collections.abc import Iterator

from server.checks import boilerplate, disclosure, hard_sell, interrogates
from server.checks.case import Case, Found
from server.checks.grounding import known
from server.checks.mood import is_question
from server.checks.names import bare, is_known, names
from server.checks.numbers import values
from server.checks.sentences import sentences
from server.checks.words import content, plain

# A short answer needs no word of the fact; nor does "I don't know", or passing the question on.
_ANSWERS = re.compile(
    r"(?:^|[.!?:;,] )(?:\W*\b(?:hi|hello|hey)\b[^.!?,]*[,.!] ?)?(?:yes|yep|yeah|no|nope|"
    r"not|none|never|neither|both|sure|true|real|all of (?:them|our)|of course|correct|right|"
    r"exactly|we do|we can|we don't|you can|you do|it does|it is|it's not|it isn't|they are|"
    r"they do|there is|there are|only|same|either|spring|summer|autumn|winter)\b"
    r"|(?:^|[.!?:;] )(?:we|you|i|it|they|he|she) (?:will|won't|are|aren't|did|didn't|has|have|"
    r"could|would|might|may)\b"
    r"|\b(?:don't know|do not know|can't say|cannot say|can't tell|find out|found out|"
    r"(?:i'll|we'll|i will|let me) (?:\w+ )?(?:ask|check|find|look|pass|raise|hand|take|get|"
    r"see|come back|let you|tell|bring|put|have|make sure|forward|flag|send|dig)|"
    r"(?:i'm|i am) (?:passing|handing|asking)|i've (?:asked|passed|handed)|"
    r"passing (?:this|it|your)|not yet|no idea|no date|undecided|private(?:ly)? message|"
    r"dm us|by dm|a dm|message (?:me|us)|by pm|i'm afraid|can't|cannot|in most cases|"
    r"possible|isn't|aren't|doesn't|don't|won't|wasn't)\b"
)
_WANTS_A_VALUE = re.compile(
    r"\b(?:how (?:much|many|long|often|far|old)|when|what time|where's my)\b"
)
_SHORT = 5  # words: an answer and nothing else
_PLENTY = 4
_ENOUGH = 2  # words of a fact that the comment does not have


def check(case: Case) -> Iterator[Found]:
    """Find a text that holds nothing of the facts while the comment asks something."""
    if not case.facts or case.action in ("hand_over", "ignore", "move") or not _asks(case):
        return
    left = _what_can_answer(case)
    told = known((case.comment,))
    is_told_more = any(not told.holds(value) for value in values(left))
    if _WANTS_A_VALUE.search(plain(case.comment)) and is_told_more:
        return
    if _holds_a_fact(left, case) or _ANSWERS.search(plain(left)) or _opens_with_it(left, case):
        return
    if _shares_words(case.text, case, _PLENTY):
        return
    yield Found(
        "unanswered",
        "warning",
        0,
        len(case.text),
        (
            "They asked something, and this passes over it. Start with the answer, or say that "
            "you will find out."
        ),
    )


def _what_can_answer(case: Case) -> str:
    """Give the sentences that neither sell, nor shine, nor question."""
    others = (boilerplate, hard_sell, disclosure, interrogates)
    empty = [(found.start, found.end) for other in others for found in other.check(case)]
    kept = [
        sentence.text
        for sentence in sentences(case.text)
        if not any(start < sentence.end and sentence.start < end for start, end in empty)
    ]
    return " ".join(kept)


def _opens_with_it(text: str, case: Case) -> bool:
    """Whether a text opens with a word or two of a fact: "Stoneground!", "Two of them, yes."."""
    opening = next(iter(sentences(text)), None)
    if opening is None or len(opening.text.split()) > _SHORT:
        return False
    return any(content(opening.text) & content(given) for given in _given(case))


def _given(case: Case) -> list[str]:
    return [*(fact.text for fact in case.facts), case.note]


def _shares_words(text: str, case: Case, enough: int) -> bool:
    told, words = content(case.comment), content(text)
    fresh = [content(given) - told for given in _given(case)]
    return any(len(new & words) >= min(enough, max(1, len(new))) for new in fresh)


def _holds_a_fact(text: str, case: Case) -> bool:
    if _shares_words(text, case, _ENOUGH):
        return True
    for known_text in _given(case):
        told_names = bare(case.comment)
        fresh = [name for name in names(text) if not is_known(name, told_names)]
        if any(is_known(name, bare(known_text)) for name in fresh):
            return True
        named = [name for name in names(known_text) if not is_known(name, told_names)]
        if any(is_known(name, bare(text)) for name in named):
            return True
        if _holds_a_value(text, known_text, case.comment):
            return True
    return False


def _holds_a_value(text: str, known_text: str, comment: str) -> bool:
    """Whether a value of the text follows from a fact, and is not what the person said."""
    told, held = known((comment,)), known((known_text, comment))
    return any(
        held.holds(value) and not told.holds(value)
        for value in values(text)
        if value.kind != "number" or value.numbers[0] not in (0, 1)
    )


def _asks(case: Case) -> bool:
    if case.intent is not None:
        return case.intent in ("question", "purchase_intent", "comparison") and is_question(case)
    return is_question(case)
