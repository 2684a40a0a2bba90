"""Comments of a word or a few, which are answered as a whole: hello, a price, a link, a sigh."""

import re
from dataclasses import dataclass
from functools import cache

from models.guided.tagging import lexicon, proper_names, tidy, word_set
from models.tables import table_of

MOST_WORDS = 12
MOST_WORDS_ECHOED = 3
MOST_WORDS_TO_A_FRIEND = 5
OF_A_TALK = frozenset(("hello", "unanswered", "unclear", "agree"))  # mean more after earlier turns
_ENDS = re.compile(r"^[^\w?+\"'“£$€]+|[^\w?\"'”]+$")
_HANDLES = re.compile(r"(?<![\w.])@([\w.]+)")
_GREETINGS = frozenset("morning evening afternoon hello happy merry thanks thank".split())
_BY_NAME = re.compile(  # "Gary look", "Emma Wednesday?"
    r"([A-Z][a-z]{2,9})(?: [A-Z][a-z]+)?,? (?:look|this(?: is us)?|us|fancy (?:it|this)|shall we|"
    r"we (?:need|have) to\b.*|for (?:the|your|our) \w+(?: \w+)?|"
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|tomorrow|"
    r"next (?:week|year|month)))\W*$"
)
_TO_US = re.compile(r"(?i)\b(?:you|your|u|ur|order|refund|help|please|pls|when|where|why|how)\b")


@dataclass(frozen=True)
class _Kind:
    whole: re.Pattern[str] | None
    search: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    glad: bool

    def fits(self, words: str) -> bool:
        if self.unless and self.unless.search(words):
            return False
        whole = self.whole is not None and self.whole.fullmatch(words)
        return bool(whole or (self.search and self.search.search(words)))


def short_of(comment: str, *, first: bool, post: str = "", brand: str = "") -> str:
    """Give what a short comment is for, by the names of shorts.toml; empty where it says more.

    `first` says that nothing was said in the thread before.
    """
    text = _ENDS.sub("", tidy(comment).lower())
    if _is_to_a_friend(comment, text, brand):
        return "tagged"
    if len(text.split()) > MOST_WORDS:
        return ""
    words = text.rstrip("? ") or "?" * ("?" in comment)
    typed = _ENDS.sub("", comment.lower())  # "W" is no "with"
    bad_news = re.search(table_of(__file__)["bad_news"], post, re.IGNORECASE)
    for name, kind in kinds().items():
        if words and not (kind.glad and bad_news) and (first or name not in OF_A_TALK):
            if kind.fits(words) or kind.fits(typed):
                return name
    called_out = comment.isupper() or "!" in comment or text != comment.strip(" .").lower()
    return "echoed" if called_out and _is_echo(text, post) else ""


def _is_to_a_friend(comment: str, text: str, brand: str) -> bool:
    """Say whether a comment shows the post to somebody else: "@ellie saturday"."""
    handles = [handle.lower() for handle in _HANDLES.findall(comment)]
    bare = re.sub(r"\W", "", brand.lower())
    to_us = any(bare and (re.sub(r"\W|_", "", h) in bare or bare in h) for h in handles)
    few = len(text.split()) <= MOST_WORDS_TO_A_FRIEND and comment.lstrip().startswith("@")
    if handles:
        return few and not to_us and not _TO_US.search(text)
    named = _BY_NAME.match(comment.strip())
    name = named[1].lower() if named else ""
    known = name in lexicon() and name not in proper_names()
    return bool(name) and not known and name not in bare


def _is_echo(text: str, post: str) -> bool:
    """Say whether a comment only calls out a word or a few of the post: "MABEL"."""
    words = re.findall(r"\w+", text)
    silent = word_set("empty") | _GREETINGS
    telling = [word for word in words if len(word) > 2 and word not in silent]
    said = f" {' '.join(re.findall(r'[a-z0-9]+', post.lower()))} "
    found = f" {' '.join(words)} " in said
    return bool(telling) and len(words) <= MOST_WORDS_ECHOED and found and "?" not in post + text


@cache
def kinds() -> dict[str, _Kind]:
    """Give the kinds of short comments that shorts.toml tells, in its order."""
    found = {}
    for name, row in table_of(__file__)["kinds"].items():
        signs = row if isinstance(row, dict) else {"whole": row}
        whole, search, unless = (
            re.compile(signs[key]) if key in signs else None
            for key in ("whole", "search", "unless")
        )
        found[name] = _Kind(whole, search, unless, signs.get("glad", False))
    return found
