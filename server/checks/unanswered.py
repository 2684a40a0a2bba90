"""Unanswered: the comment asks, a fact answers, and the text passes over it."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.grounding import known
from server.checks.mood import is_question
from server.checks.numbers import values
from server.checks.words import content, plain

_ANSWERS = re.compile(
    r"\b(?:yes|yep|yeah|no|nope|not|none|never|don't know|isn't|aren't|doesn't|don't|can't|won't|you can|we do|we can|it does|it is|it's|they're|they are|sure|of course"
    r"|only|both|neither|find out|found out|ask|checking|check|look into|look up|let me|pass|passing|pass on|raise|raising|handing|handed|forward\w*|message|dm|pm|call|ring|e-?mail|because|soon|yet|same|either|there's|there are|depends on|should|exactly|correct|right)\b"
)
_EMPTY = re.compile(r"\b(?:really depends|can't wait|don't forget|not just|don't miss|doesn't get|couldn't be|no doubt|it's (?:always|all|a|an|so|our))\b")


def check(case: Case) -> Iterator[Found]:
    """Find a text that holds nothing of the facts while the comment asks something."""
    if not is_question(case) or not case.facts or case.action in ("hand_over", "ignore", "move"):
        return
    text = plain(case.text)
    if "?" not in case.comment and case.intent not in (None, "question", "purchase_intent"):
        return
    facts = " ".join(fact.text for fact in case.facts) + " " + case.note
    new = content(facts) - content(case.comment)
    if new & content(case.text):
        return
    held = known((facts,))
    if any(held.holds(value) for value in values(case.text)):
        return
    bare = _EMPTY.sub(" ", text)
    if _ANSWERS.search(bare):
        return
    yield Found(
        "unanswered",
        "warning",
        0,
        len(case.text),
        "They asked something, and this does not answer it. Start with the answer, or say that you will find out.",
    )
