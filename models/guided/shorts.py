"""Comments of a word or a few, which are answered as a whole: hello, a price, a link, a sigh."""

import re
import tomllib
from functools import cache
from pathlib import Path

from models.guided.tagging import tidy

MOST_WORDS = 12
OF_A_TALK = frozenset(("hello", "unanswered", "unclear", "agree"))  # mean more after earlier turns
_ENDS = re.compile(r"^[^\w?+\"'“]+|[^\w?\"'”]+$")


def short_of(comment: str, *, first: bool) -> str:
    """Give what a short comment is for, by the names of shorts.toml; empty where it says more.

    `first` says that nothing was said in the thread before.
    """
    text = _ENDS.sub("", tidy(comment).lower())
    if len(text.split()) > MOST_WORDS:
        return ""
    words = text.rstrip("? ") or "?" * ("?" in comment)
    for name, whole in _table().items():
        if (first or name not in OF_A_TALK) and words and whole.fullmatch(words):
            return name
    return ""


@cache
def _table() -> dict[str, re.Pattern[str]]:
    path = Path(__file__).with_suffix(".toml")
    loaded: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: re.compile(whole) for name, whole in loaded.items()}
