"""The checks: pure functions that look for one fault each in a case."""

from collections.abc import Callable, Collection, Iterator

from server.checks import (
    argues,
    blame,
    boilerplate,
    brand_terms,
    disclosure,
    generic,
    hard_sell,
    interrogates,
    left_out,
    non_apology,
    over_apologises,
    private_data,
    repeats_itself,
    too_long,
    unanswered,
    unsupported_fact,
    unsupported_promise,
    wrong_tone,
)
from server.checks.case import Case, Found

Check = Callable[[Case], Iterator[Found]]

# What is untrue stands first, manner last.
CHECKS: dict[str, Check] = {
    "unsupported_fact": unsupported_fact.check,
    "unsupported_promise": unsupported_promise.check,
    "private_data": private_data.check,
    "disclosure": disclosure.check,
    "brand_terms": brand_terms.check,
    "non_apology": non_apology.check,
    "blame": blame.check,
    "argues": argues.check,
    "hard_sell": hard_sell.check,
    "unanswered": unanswered.check,
    "left_out": left_out.check,
    "wrong_tone": wrong_tone.check,
    "over_apologises": over_apologises.check,
    "interrogates": interrogates.check,
    "boilerplate": boilerplate.check,
    "generic": generic.check,
    "repeats_itself": repeats_itself.check,
    "too_long": too_long.check,
}


def run(case: Case, off: Collection[str] = ()) -> list[Found]:
    """Run all checks but those switched off; findings come in the order of the text."""
    found = [
        finding for name, check in CHECKS.items() if name not in off for finding in check(case)
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end))
