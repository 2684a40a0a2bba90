"""A picture that suits what a comment is about, for replies in a playful tone."""

import re
from functools import cache

from models.guided.tagging import tidy
from models.tables import table_of

_ANY = re.compile("[\U0001f600-\U0001f64f]")  # faces, which suit anything


@cache
def _of_words() -> dict[str, str]:
    rows = table_of(__file__).items()
    return {word: picture for picture, words in rows for word in words.split()}


def picture_of(comment: str) -> str:
    """Give the picture of the first thing in a comment that has one, or ""."""
    words = re.findall(r"[a-z0-9]+", tidy(comment).lower())
    return next((_of_words()[word] for word in words if word in _of_words()), "")


def with_picture(text: str, picture: str) -> str:
    """Give a sentence with its face, if any, changed for the picture."""
    return _ANY.sub(picture, text, count=1) if picture else text
