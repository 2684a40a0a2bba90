"""Quoting: what of a comment is shown to others, short, and with nothing that is theirs alone."""

import re

from models.guided.themes import themes
from server.checks.private_data import details
from server.checks.sentences import sentences
from server.schemas import Quote
from server.store.listening import Heard

LONGEST = 280  # characters
LOOKED_AT = 4 * LONGEST  # characters: what is cut off must not tell half of a number
HIDDEN = "[…]"
_HANDLE = re.compile(r"(?<![\w.])@[\w.]*\w")


def quoted(heard: Heard, theme: str = "", *, names: bool) -> Quote:
    """Quote a comment: whole where it is short, else the sentence that has the theme.

    Without `names` nothing says who wrote it: no name, no link, no address, number or handle.
    """
    part = _telling(heard, theme)[:LOOKED_AT]
    return Quote(
        suggestion_id=heard.suggestion_id,
        text=_shortened(part if names else without_details(part)),
        platform=heard.platform,
        author=heard.author if names else "",
        url=heard.url if names else "",
        intent=heard.intent,
        feeling=heard.feeling,
        risk=heard.risk,
        seen_at=heard.seen_at,
    )


def without_details(text: str) -> str:
    """Give a text with the addresses, phones, numbers and handles of people hidden."""
    shown, at = "", 0
    for start, end in sorted([*details(text), *(found.span() for found in _HANDLE.finditer(text))]):
        if start >= at:  # else a part of it is hidden already
            shown += text[at:start] + HIDDEN
        at = max(at, end)
    return shown + text[at:]


def _telling(heard: Heard, theme: str) -> str:
    """Give a comment, or of a long one the sentence that has the theme."""
    if len(heard.comment) <= LONGEST or not theme:
        return heard.comment
    named = (
        sentence.text
        for sentence in sentences(heard.comment)
        if any(found.name == theme for found in themes(sentence.text, heard.intent))
    )
    return next(named, heard.comment)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(None, 1)[0] + " …"
