"""The checks: pure functions that look for one fault each in a case."""

from collections.abc import Callable, Collection, Iterator

from server.checks import (
    boilerplate,
    non_apology,
    private_data,
    too_long,
    unsupported_fact,
    unsupported_promise,
)
from server.checks.case import Case, Found

Check = Callable[[Case], Iterator[Found]]

# In the order in which findings of one place are shown: what is untrue first, manner last.
CHECKS: dict[str, Check] = {
    "unsupported_fact": unsupported_fact.check,
    "unsupported_promise": unsupported_promise.check,
    "private_data": private_data.check,
    "non_apology": non_apology.check,
    "boilerplate": boilerplate.check,
    "too_long": too_long.check,
}


def run(case: Case, off: Collection[str] = ()) -> list[Found]:
    """Run all checks but those switched off; findings come in the order of the text."""
    found = [finding for name, check in CHECKS.items() if name not in off for finding in check(case)]
    return sorted(found, key=lambda finding: (finding.start, finding.end))
