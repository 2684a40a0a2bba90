"""Non-apologies: "sorry if", "sorry you feel", "for any inconvenience", "mistakes were made"."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.likely import is_likely, severity_of
from server.checks.patterns import search
from server.checks.sentences import sentences
from server.checks.words import plain

_QUOTED = re.compile(r"['\"“\u2018][^'\"”\u2019]{0,60}$")
_SORRY = re.compile(r"\b(?:sorry|apolog|regret|sadden).*")
_REFUSED = re.compile(r"\b(?:no|not|never|without|drop the|instead of|rather than) [^.]{0,12}$")


def check(case: Case) -> Iterator[Found]:
    """Find apologies that put the fault into the other person's feelings, or nowhere."""
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        match = is_ruled = search("non_apologies", low)
        if match is None and is_likely("non_apology", sentence, case):
            match = _SORRY.search(low)
        if match is None or _is_spoken_about(low, match.start()):
            continue
        yield Found(
            "non_apology",
            "error" if is_ruled else severity_of("non_apology", sentence, case, "error"),
            sentence.start + match.start(),
            sentence.start + match.end(),
            "Say what went wrong and that it was ours: “We sent the wrong size, and I'm sorry.”",
        )


def _is_spoken_about(low: str, start: int) -> bool:
    """Whether the words are quoted or refused, not said."""
    before = low[:start]
    return bool(_REFUSED.search(before)) or (bool(_QUOTED.search(before)) and before[-1:] in "'\"")
