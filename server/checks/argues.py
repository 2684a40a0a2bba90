"""Argues: contradicts or corrects the person instead of hearing them."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found, look_once
from server.checks.likely import is_likely, is_sure, severity_of
from server.checks.mood import is_light, is_trouble
from server.checks.patterns import search
from server.checks.sentences import sentences
from server.checks.sources import sources
from server.checks.words import content, plain

_AGREES = re.compile(
    r"\b(?:you're right|you are right|fair (?:point|enough|hit|question)|point taken|"
    r"that's on us|our (?:own )?(?:fault|mistake|slip|doing)|shouldn't|i'm sorry|we're "
    r"sorry|i am sorry|isn't your|it isn't you|not you\b|nothing wrong with you|(?:we|i) "
    r"(?:told|wrote|said|should))"
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
        if not (is_found or is_likely("argues", sentence, case)) or _AGREES.search(low):
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
