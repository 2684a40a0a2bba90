"""Brand terms: words that the brand does not use, and those that stand in for its own."""

import re
from collections.abc import Iterator
from functools import lru_cache

from server.checks.case import Case, Found
from server.checks.words import plain


def check(case: Case) -> Iterator[Found]:
    """Find banned terms, and terms that the brand has a preferred one for."""
    if case.brand is None:
        return
    low = plain(case.text)
    for banned in case.brand.banned_terms:
        for start, end in _places(banned, low):
            message = f"{case.brand.name} never says “{banned}”. Say it in other words."
            yield Found("brand_terms", "error", start, end, message)
    for preferred in case.brand.preferred_terms:
        right = list(_places(preferred.term, low))
        for other in preferred.instead_of:
            for start, end in _places(other, low):
                if any(first <= start and end <= last for first, last in right):
                    continue  # the preferred term itself holds the other one
                term = preferred.term
                if case.text[start].isupper():
                    term = term[0].upper() + term[1:]
                message = f"{case.brand.name} says “{preferred.term}” for this."
                yield Found("brand_terms", "warning", start, end, message, (term,))


def _places(term: str, low: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _whole(plain(term)).finditer(low))


@lru_cache(maxsize=1024)
def _whole(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)")
