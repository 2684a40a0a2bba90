"""A picture that suits what a comment is about, for replies in a playful tone."""

import re
import tomllib
from functools import cache
from pathlib import Path

from models.guided.tagging import tidy

_ANY = re.compile("[\U0001f600-\U0001f64f]")  # faces, which suit anything


@cache
def _of_words() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "pictures.toml").read_text(encoding="utf-8"))
    return {word: picture for picture, words in table.items() for word in words.split()}


def picture_of(comment: str) -> str:
    """Give the picture of the first thing in a comment that has one, or ""."""
    words = re.findall(r"[a-z0-9]+", tidy(comment).lower())
    return next((_of_words()[word] for word in words if word in _of_words()), "")


def with_picture(text: str, picture: str) -> str:
    """Give a sentence with its face, if any, changed for the picture."""
    return _ANY.sub(picture, text, count=1) if picture else text
