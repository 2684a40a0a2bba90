"""Argues: contradicts or corrects the person instead of hearing them."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found, look_once
from server.checks.grounding import known
from server.checks.likely import is_likely, is_sure, severity_of
from server.checks.mood import is_light, is_trouble
from server.checks.numbers import values
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.sources import sources
from server.checks.words import content, plain

_AGREES = re.compile(
    r"\b(?:you're right|you are right|fair (?:point|enough|hit|question)|point taken|"
    r"that's on us|our (?:own )?(?:fault|mistake|slip|doing)|shouldn't|i'm sorry|we're "
    r"sorry|i am sorry|isn't your|it isn't you|not you\b|nothing wrong with you|(?:we|i) "
    r"(?:told|wrote|said|should))"
)
_TOO_MUCH = re.compile(
    r"\b(?:past|beyond) (?:all )?(?:reason|excuse|a joke|belief|bearing)\b"
    r"|\btoo (?:many|much|long|late|few|little|slow|often|short|high|dear|hot|cold|loud|far|early|"
    r"small|soon)\b(?! (?:to|for me|for us)\b)"
    r"|\b(?:absurd|unacceptable|ridiculous|dreadful|appalling|shameful|inexcusable|unforgivable|"
    r"a disgrace|not good enough|no way to|a long (?:time|wait|way)|steep)\b"
)
_TURNS = re.compile(
    r"\b(?:hardly|never|you(?:'re| are)|your|isn't|not that|nobody|surely|calling|mind|but|though|"
    r"if)\b"
)
_HELD = 0.6


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find sentences that fight; a plain correction that the facts hold is none."""
    ours: frozenset[str] = frozenset()
    ours = ours.union(*(content(source.text) for source in sources(case) if source.is_ours))
    is_troubled = is_trouble(case)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        is_found = search("argues", low) or (is_troubled and search("argues_in_trouble", low))
        if not (is_found or is_likely("argues", sentence, case)) or _agrees(sentence, case):
            continue
        if is_light(case) and not is_sure("argues", sentence, case):
            continue
        words = content(sentence.text) - content(case.comment)
        if words and len(words & ours) >= _HELD * len(words):
            continue
        yield Found(
            "argues",
            severity_of(
                "argues", sentence, case, "warning", is_ruled=bool(is_found and is_troubled)
            ),
            sentence.start,
            sentence.end,
            (
                "This fights the person. Say what you heard, then what is so, without “but” or "
                "“actually”."
            ),
        )


def _agrees(sentence: Sentence, case: Case) -> bool:
    """Whether a sentence takes their side: says so, or calls too much what they complain of."""
    low = plain(sentence.text)
    if _AGREES.search(low):
        return True
    if not _TOO_MUCH.search(low) or _TURNS.search(low):
        return False
    named = known((case.comment,))
    return bool(content(sentence.text) & content(case.comment)) or any(
        value.kind == "number" and value.numbers[0] in named.numbers
        for value in values(sentence.text)
    )
