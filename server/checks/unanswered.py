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
    r"not|none|never|neither|both|sure|of course|correct|right|exactly|we do|we can|we "
    r"don't|you can|you do|it does|it is|it's not|it isn't|they are|they do|there is|"
    r"there are|only|same|either|spring|summer|autumn|winter)\b"
    r"|\b(?:don't know|do not know|can't say|cannot say|can't tell|find out|found out|"
    r"i'll|we'll|i will|let me|i'm (?:passing|handing|asking)|i am (?:passing|handing|"
    r"asking)|i've (?:asked|passed|handed)|passing (?:this|it|your)|not yet|no idea|no "
    r"date|undecided|private(?:ly)? message|dm us|by dm|a dm|message (?:me|us)|by pm|i'm "
    r"afraid|can't|cannot|in most cases|possible|isn't|aren't|doesn't|don't|won't|"
    r"wasn't)\b"
)
_PLENTY = 4
_ENOUGH = 2  # words of a fact that the comment does not have


def check(case: Case) -> Iterator[Found]:
    """Find a text that holds nothing of the facts while the comment asks something."""
    if not case.facts or case.action in ("hand_over", "ignore", "move") or not _asks(case):
        return
    left = _what_can_answer(case)
    if _holds_a_fact(left, case, _ENOUGH) or _ANSWERS.search(plain(left)):
        return
    if _holds_a_fact(case.text, case, _PLENTY):
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


def _holds_a_fact(text: str, case: Case, enough: int) -> bool:
    told, words = content(case.comment), content(text)
    for known_text in [*(fact.text for fact in case.facts), case.note]:
        new = content(known_text) - told
        if len(new & words) >= min(enough, max(1, len(new))):
            return True
        if any(is_known(name, bare(known_text)) for name in names(text)):
            return True
        named = [name for name in names(known_text) if not is_known(name, bare(case.comment))]
        if any(is_known(name, bare(text)) for name in named):
            return True
        held = known((known_text,))
        if any(
            held.holds(value)
            for value in values(text)
            if value.kind != "number" or value.numbers[0] > 1
        ):
            return True
    return False


def _asks(case: Case) -> bool:
    if case.intent is not None:
        return case.intent in ("question", "purchase_intent", "comparison") and is_question(case)
    return is_question(case)
