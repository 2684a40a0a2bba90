"""Quoting: what of a comment is shown to others, short, and with nothing that is theirs alone."""

import re

from models.guided.themes import themes
from server.checks.private_data import details
from server.checks.sentences import sentences
from server.schemas import Quote
from server.store.listening import Heard

LONGEST = 280  # characters
HIDDEN = "[…]"
_HANDLE = re.compile(r"(?<![\w.])@[\w.]*\w")


def quoted(heard: Heard, theme: str = "", *, names: bool) -> Quote:
    """Quote a comment: whole where it is short, else the sentence that has the theme.

    Without `names` nothing says who wrote it: no name, no link, no address, number or handle.
    """
    text = _part(heard, theme)
    return Quote(
        suggestion_id=heard.suggestion_id,
        text=text if names else without_details(text),
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
    hidden = [*details(text), *(match.span() for match in _HANDLE.finditer(text))]
    for start, end in sorted(hidden, reverse=True):
        text = text[:start] + HIDDEN + text[end:]
    return text


def _part(heard: Heard, theme: str) -> str:
    comment = heard.comment
    if len(comment) > LONGEST and theme:
        named = (
            sentence.text
            for sentence in sentences(comment)
            if any(found.name == theme for found in themes(sentence.text, heard.intent))
        )
        comment = next(named, comment)
    if len(comment) <= LONGEST:
        return comment
    return comment[:LONGEST].rsplit(None, 1)[0] + " …"
