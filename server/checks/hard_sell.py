"""Hard sell: a product, link or offer where nobody asked for one."""

from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.mood import is_grave, is_trouble, opens_the_door
from server.checks.patterns import pattern
from server.checks.sentences import sentences
from server.checks.words import plain


def check(case: Case) -> Iterator[Found]:
    """Find sentences that sell; what was asked for may be offered plainly, without pushing."""
    is_open = opens_the_door(case) and not is_grave(case)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        pushes = pattern("pushes").search(low)
        sells = pushes or (None if is_open else pattern("hard_sell").search(low))
        if sells is None:
            continue
        why = "Nothing is sold under a complaint." if is_trouble(case) else "Nobody asked for this."
        yield Found(
            "hard_sell",
            "warning",
            sentence.start,
            sentence.end,
            f"{why} Leave the sentence out, or wait until they ask.",
            ("",),
        )
