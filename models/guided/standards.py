"""How it should have been, in a clause that a manager can say: "the soup should have been hot".

What went wrong by its name (matters.py) has clauses of its own in standards.toml; else the person's
own clause is turned round (should.py).
"""

import re
from functools import cache

from models.guided.grammar import is_plural
from models.guided.matters import faults
from models.guided.once import once
from models.guided.should import should
from models.guided.tagging import tidy
from models.tables import table_of

_AN = re.compile(r"\ba (?=(?:8|11|18)\b|8\d\b|hour|[aeio]|un[^i]|up)")
_ONE = re.compile(r"\ba \{|\{\w\}(?: \w+)? (?:is|isn't)\b")  # said of one thing, not of several
_AND = " and "
_LIVED = re.compile(  # somebody went through it, and does not only speak of it
    r"(?i)\b(?:i|i've|i'd|we|we've|my|me|us|our|mine)\b|"
    r"^\W*(?:\w+ly |just |never |had |was )?(?:ordered|bought|booked|paid|waited|received|got|"
    r"asked|rang|called|sent|told|tried|went|came|stood|sat|queued|charged|left)\b"
)


@cache
def _rows() -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    return [(re.compile(name), tuple(ways)) for name, *ways in table_of(__file__)["standard"]]


@cache
def _grounds() -> list[tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]]:
    return [
        (re.compile(rf"\b(?:{trade})"), re.compile(rf"\b(?:{cue})"), tuple(ways))
        for trade, cue, *ways in table_of(__file__)["ground"]
    ]


@once
def standards(comment: str) -> list[str]:
    """Give clauses that name what went wrong by how it should have been, the surest first."""
    named = [said for said, names_it in _of_fault(comment) if names_it]
    return list(dict.fromkeys([*should(comment)[:1], *named]))


@once
def norms(comment: str) -> list[str]:
    """Give clauses that say how it should have been, to stand behind the fault's name."""
    return [said for said, names_it in _of_fault(comment) if not names_it]


def ground(comment: str, brand: str) -> list[str]:
    """Give clauses for what it is that went wrong, where only that is sure: a stay, an order.

    `brand` says what the brand is and does.
    """
    text, trade = tidy(comment).lower(), brand.lower()
    if not _LIVED.search(text):
        return []
    for trades, cue, ways in _grounds():
        if trades.search(trade) and cue.search(text):
            return list(ways)
    return []


def _of_fault(comment: str) -> list[tuple[str, bool]]:
    """Give the clauses for the first thing that went wrong, and whether they name it."""
    name = "".join(faults(comment)[:1]).partition(_AND)[0]
    for signs, ways in _rows():
        if match := signs.fullmatch(name):
            caught = {key: said for key, said in match.groupdict().items() if said}
            several = any(is_plural(said) for said in caught.values())
            fit = [way for way in ways if not (several and _ONE.search(way))]
            return [(said, "{" in way) for way in fit if (said := _filled(way, caught))]
    return []


def _filled(way: str, caught: dict[str, str]) -> str:
    if not set(re.findall(r"\{(\w+)\}", way)) <= caught.keys():
        return ""
    return _AN.sub("an ", way.format(**caught))
