"""Unsupported facts: values, names and statements that nothing known holds."""

import re
from collections.abc import Iterator

from server.checks import boilerplate, hard_sell, private_data, unsupported_promise
from server.checks.case import Case, Found
from server.checks.grounding import known
from server.checks.names import is_known, names
from server.checks.numbers import Value, values
from server.checks.sources import known_text, sources

_FEW = 4
_NEAR = 45  # characters: a promise and its time stand together
_PART = re.compile(r"\s(?:of|the|star)\b")
_SMALL = 2  # "one" and "two" are words of speech more often than counts


def check(case: Case) -> Iterator[Found]:
    """Find values and names that stand in no source."""
    # A value inside a promise, an offer or a worn phrase is that check's to name.
    taken = [
        (found.start, found.end)
        for other in (unsupported_promise, boilerplate, hard_sell, private_data)
        for found in other.check(case)
    ]
    for found in (*unknown_values(case), *unknown_names(case)):
        if not any(start - _NEAR <= found.start < end + _NEAR for start, end in taken):
            yield found


def unknown_values(case: Case) -> Iterator[Found]:
    """Find numbers, prices, dates, times, codes and links that no source holds."""
    held = known(tuple(source.text for source in sources(case)))
    for value in values(case.text):
        if not _is_idle(value, case.text) and not held.holds(value):
            written = case.text[value.start : value.end]
            yield Found(
                "unsupported_fact",
                "error",
                value.start,
                value.end,
                f"Nothing you have given supports “{written}”. Check it, add the fact, or take it out.",
            )


def _is_idle(value: Value, text: str) -> bool:
    """Whether a number only fills a phrase: “one of them”, “all three of you”, “a tenth of”."""
    if value.kind != "number" or value.text in ("0", "1"):
        return value.kind == "number"
    if not value.text.replace(" ", "").isalpha():
        return False
    if value.numbers[0] <= _SMALL or value.text in ("a hundred", "a thousand", "a million"):
        return True
    if value.text.endswith(("th", "third")) and _PART.match(text, value.end):
        return True
    return value.numbers[0] <= _FEW and not value.unit


def unknown_names(case: Case) -> Iterator[Found]:
    """Find names that no source holds."""
    text = known_text(sources(case))
    linked = [value for value in values(case.text) if value.kind in ("link", "mail", "code")]
    for name in names(case.text):
        if any(value.start <= name.start < value.end for value in linked) or is_known(name, text):
            continue
        yield Found(
            "unsupported_fact",
            "error",
            name.start,
            name.end,
            f"“{name.text}” stands in nothing you have given. Check the name, or take it out.",
        )
