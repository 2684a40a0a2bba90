"""A figure of ours that somebody holds against what they get: "40 hours lol. mine do 22"."""

import re

from models.guided.tagging import tidy

MOST_WORDS = 30
_FIGURE = r"\b\d[\d.,]*(?: ?[a-z%£$€]+)?"
_MOCKS = r"lol|lmao|my (?:foot|arse|eye)|yeah right|haha\w*|apparently|eh|hm+"
_SAYS = r"says?|said|claims?|claimed|adverts?|advertised|supposed to|rated|you list|promised?"
_CLAIM = re.compile(
    rf"(?i)^\W*(?:up to |the )?{_FIGURE}(?: \w+){{0,3}}?(?: (?:{_MOCKS})\b|\?+|\W*$|[.!,:…])|"
    rf"\b(?:{_SAYS})\b[^.!?]{{0,40}}{_FIGURE}|"
    rf"{_FIGURE}[^.!?]{{0,30}} (?:they|you|it|the (?:box|ad|advert|site)) (?:says?|said|claims?)\b"
)
_THEIRS = re.compile(
    r"(?i)\b(?:mine|ours|more like|i (?:only |barely |just )*(?:get|got|manage|measured)|"
    r"(?<=[.!?,] )(?:only |just |barely )*got(?: about| around| only)?|"
    r"we (?:only |barely )*(?:get|got)|took (?:me|us)|takes (?:me|us|mine)|my last \w+|on my \w+|"
    rf"lasted)\b[^.!?]{{0,30}}{_FIGURE}|{_FIGURE}[^.!?]{{0,12}} (?:on|in|with) (?:mine|ours|my)\b"
)


def tests_claim(comment: str) -> bool:
    """Say whether a short comment holds a figure of theirs against one that we gave."""
    said = tidy(comment)
    if len(said.split()) > MOST_WORDS:
        return False
    claim = _CLAIM.search(said)
    return claim is not None and bool(_THEIRS.search(said, claim.start() + 1))
