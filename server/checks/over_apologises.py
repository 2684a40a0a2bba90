"""Over-apologises: more sorrow than one plain apology."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.words import plain

_SORRY = re.compile(
    r"\b(?:sorry|apolog(?:y|ies|i[sz]e)|regrets?|forgiv(?:e|eness)|ashamed|mortified|"
    r"devastated|gutted|wretched|pardon|grovel\w*|"
    r"hearts? (?:is|are)? ?break\w*|breaks? (?:our|my) hearts?|(?:hang|hanging) (?:my|"
    r"our) heads?|feel (?:so |just )?(?:awful|terrible|sick|horrible|dreadful)|"
    r"unforgivable|inexcusable|"
    r"idiots?|beside myself|despise|beg|words fail|how (?:awful|embarrassing|could we)|"
    r"(?:don't|please not) be (?:cross|angry|mad)|losing sleep|heartbroken|humiliat\w+|"
    r"can't (?:say sorry|apologi[sz]e) enough|beyond words|truly,? truly|really,? really|"
    r"sorrow|humbl(?:y|est)|horrified|appalled|shame\b|cringing|crying|in tears|"
    r"unacceptable lapse|deeply|profoundly)\b"
)
_MOST = 2


def check(case: Case) -> Iterator[Found]:
    """Find the stretch from the first to the last of three or more words of sorrow."""
    words = list(_SORRY.finditer(plain(case.text)))
    apologies = sum(
        word.group().startswith(
            ("sorry", "apolog", "forgiv", "pardon", "regret", "sorrow", "asham")
        )
        for word in words
    )
    if len(words) <= _MOST or not apologies:
        return
    yield Found(
        "over_apologises",
        "warning",
        words[0].start(),
        words[-1].end(),
        "One apology is enough. Keep the one that names what went wrong.",
    )
