"""Selling: whether a comment opens the door to a product or an offer, and what sells in a text."""

import re

from server.checks.case import Case
from server.checks.mood import is_grave, is_trouble
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.words import plain
from server.schemas import Door, Span
from server.spans import utf16

_BUYING = {"purchase_intent": "They want to buy.", "comparison": "They compare."}
_OFFERED = re.compile(
    r"[£$€]\s?\d|\d\s?(?:£|€|eur|usd|gbp|pounds|dollars|euros)\b|https?://|www\."
    r"|\b[\w-]+\.[a-z]{2,}/\w|\b(?:% off|discount|voucher|in stock|pre-?order|for sale|on sale|"
    r"(?:order|book|buy|subscribe|sign up|shop) (?:it|one|yours|online|here|at|from|on))\b"
)


def door(case: Case) -> Door:
    """Say whether the comment opens the door, why, and which sentences go through it."""
    is_open, why = _opening(case)
    text = case.text
    return Door(
        is_open=is_open,
        why=why,
        sales=[
            Span(start=utf16(text, one.start), end=utf16(text, one.end))
            for one in sentences(text)
            if _sells(one, is_open)
        ],
    )


def _opening(case: Case) -> tuple[bool, str]:
    if is_grave(case):
        is_told = search("grave", plain(case.comment))
        return False, "Something grave happened." if is_told else "Something is at risk."
    if case.intent in _BUYING:
        return True, _BUYING[case.intent]
    if wanted := search("door", plain(case.note)):
        return True, f"Your note says “{wanted.group()}”."
    if is_trouble(case):
        return False, "This is a complaint."
    if asked := search("door", plain(case.comment)):
        return True, f"They wrote “{asked.group()}”."
    return False, "They asked for no product or offer."


def _sells(sentence: Sentence, is_open: bool) -> bool:
    """Whether a sentence sells; a price or a link does where one may, and else only tells."""
    low = plain(sentence.text)
    if search("pushes", low) or search("hard_sell", low):
        return True
    return is_open and bool(_OFFERED.search(low))
