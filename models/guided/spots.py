"""Where a slip stands that somebody points out: "number 14", "the booking page"."""

import re

from models.guided.phrases import swears
from models.guided.tagging import nouns, tidy, word_set

_PLACE = (
    "page|number|slide|fig|figure|step|row|line|chapter|photo|picture|item|question|point|part|"
    "paragraph|table|recipe|episode|section|exercise|answer|platform|gate|lesson|minute|unit|no"
)
_SPOT = re.compile(
    r"(?i)(?:^|[.!?:,] |\b(?:in|on|at|that|but) )"
    rf"(?P<spot>(?:{_PLACE})\.? \d[\d:.]*\d|(?:{_PLACE}) \d|(?-i:[A-Z])\d+|\d{{1,2}}:\d\d|"
    r"(?:the|your) (?P<thing>[a-z]+(?: [a-z]+)?)"
    r"(?= (?:is|are|was|says?|should|shows?|has|isn't|still|doesn't|needs|links?|goes|spells|"
    r"states|lists|gives|leads|takes)\b))(?=[ ,.)]|$)"
)


def spots(comment: str) -> list[str]:
    """Give where the slip stands; nothing where no place of it is told."""
    for match in _SPOT.finditer(tidy(comment)):
        thing = (match["thing"] or "").lower()
        head = thing.split()[-1] if thing else ""
        silent = word_set("empty") | word_set("time")
        if swears(match["spot"]) or (thing and (head not in nouns() or head in silent)):
            continue
        spot = match["spot"]
        placed = re.match(rf"(?i)(?:{_PLACE})\b", spot)
        return [f"the {match['thing']}" if thing else spot.lower() if placed else spot]
    return []
