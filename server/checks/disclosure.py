"""Disclosure: a text that claims to be a customer, or hides that it speaks for the brand."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found, look_once
from server.checks.likely import is_likely, severity_of
from server.checks.patterns import search
from server.checks.sentences import sentences
from server.checks.words import plain

_ABOUT_YOU = re.compile(r"\b(?:you|you're|your|you've)\b[^,;:]*$")


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find claims of being a customer, of having no stake, of being no machine."""
    ours = plain(" ".join([case.note, *(fact.text for fact in case.facts)]))
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        match = search("disclosure", low)
        if match is None and not is_likely("disclosure", sentence, case):
            continue
        if match and (_is_said_of_them(low, match) or match.group() in ours):
            continue
        yield Found(
            "disclosure",
            "error" if match else severity_of("disclosure", sentence, case, "error"),
            sentence.start,
            sentence.end,
            "You speak for the brand here: say so, and leave out what only a customer could say.",
            ("",),
        )


def _is_said_of_them(low: str, match: re.Match[str]) -> bool:
    """Whether the words speak of the person, not of the writer: “as a regular, you know”."""
    before, after = low[: match.start()], low[match.end() : match.end() + 24]
    if _ABOUT_YOU.search(before) and not re.search(r"\bi\b", before):
        return True
    return bool(re.match(r",? (?:you|your|with us|to us|sees?|can|may|gets?|has|will)\b", after))
