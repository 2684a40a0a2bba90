"""Turning what somebody says into what is said to them: "my parcel" becomes "your parcel"."""

import re
from collections.abc import Sequence

from models.guided.kin import CALLED
from models.guided.tagging import Word

_BARE_KIN = re.compile(rf"(?i)^(?=(?:{CALLED})\b)")

_SIMPLE = {
    "my": "your", "mine": "yours", "myself": "yourself", "me": "you", "our": "your",
    "ours": "yours",
    "ourselves": "yourselves", "us": "you", "your": "our", "yours": "ours", "yourself": "ourselves",
    "yourselves": "ourselves",
}  # fmt: skip
_BEFORE_OBJECT = {"verb", "preposition", "to"}
_ALSO_BEFORE = ("past", "round", "near", "opposite")  # prepositions that are known as other words
_TO_THE_STATES = ("the", "to", "in", "within", "from", "across")
_TO_ARE = {"am": "are", "'m": "'re", "was": "were"}


def to_them(words: list[Word]) -> list[Word]:
    """Give words of the commenter as we would say them to the commenter."""
    turned = []
    for at, word in enumerate(words):
        previous = words[at - 1] if at else None
        following = words[at + 1] if at + 1 < len(words) else None
        turned.append(Word(_turned(word, previous, following), word.kind))
    return turned


def _turned(word: Word, previous: Word | None, following: Word | None) -> str:
    lower = word.lower
    if word.text == "US" and previous is not None and previous.lower in _TO_THE_STATES:
        return word.text
    if lower in _SIMPLE:
        return _SIMPLE[lower]
    if lower in ("i", "we"):
        return "you"
    if lower == "you":
        is_object = (
            previous is not None
            and (previous.kind in _BEFORE_OBJECT or previous.lower in _ALSO_BEFORE)
            and (following is None or following.kind not in ("verb", "modal"))
        )
        return "us" if is_object else "we"
    if lower == "'s" and previous is not None and previous.lower == "mine":
        return "is"
    if lower in _TO_ARE and previous is not None and previous.lower == "i":
        return _TO_ARE[lower]
    return word.text


def owned(text: str) -> str:
    """Give words said to them with "your" before whom they call by kin alone: "your dad"."""
    return _BARE_KIN.sub("your ", text)


def joined(words: Sequence[Word]) -> str:
    """Give words as text, with the spaces as people write them."""
    text = ""
    for word in words:
        tight = word.text in ".,!?;:)%'" or word.lower in (
            "n't",
            "'s",
            "'re",
            "'m",
            "'ve",
            "'ll",
            "'d",
        )
        text += word.text if not text or tight or text.endswith("(") else f" {word.text}"
    return text
