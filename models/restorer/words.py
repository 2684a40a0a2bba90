"""Text as the restorer reads it: its words, what stands between them, and what each is like."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[\w£$€~@#]+(?:[-'./:][^\W_]+)*[%+]?")
_DIGITS = re.compile(r"\d")
NO_MARK, COMMA, STOP, SEMICOLON, COLON, DASH, QUESTION, OTHER = range(8)
_MARKS = {",": COMMA, ".": STOP, "!": STOP, "…": STOP, ";": SEMICOLON, ":": COLON, "?": QUESTION}
_MARKS |= dict.fromkeys("-–—", DASH)
MARKS = 8
SMALL, CAPITAL, CAPITALS, NUMBER = range(4)  # how a word is written
SHAPES = 4
ENDINGS = 2048
NO_ENDING = ENDINGS - 1  # of the places behind a text
_LETTERS = 3  # of a word's ending


@dataclass(frozen=True)
class Jotting:
    """A text as its words, the raw text before each of them, and that behind the last."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str

    @property
    def marks(self) -> tuple[int, ...]:
        """The mark before each word; none before the first."""
        return (NO_MARK, *(mark_in(gap) for gap in self.gaps[1:])) if self.words else ()


def read(text: str) -> Jotting:
    """Part a text into its words and what stands between them."""
    words, gaps, at = [], [], 0
    for found in _WORD.finditer(text.replace("’", "'")):
        words.append(found.group())
        gaps.append(text[at : found.start()])
        at = found.end()
    return Jotting(tuple(words), tuple(gaps), text[at:])


def mark_in(gap: str) -> int:
    """Give the mark between two words: the last that ends a clause, else the first of any."""
    found = [_MARKS.get(sign, OTHER) for sign in gap if not sign.isspace()]
    clear = [mark for mark in found if mark not in (DASH, OTHER)]
    return clear[-1] if clear else found[0] if found else NO_MARK


def shape(word: str) -> int:
    """Say how a word is written."""
    if _DIGITS.search(word):
        return NUMBER
    if len(word) > 1 and word.isupper():
        return CAPITALS
    return CAPITAL if word[0].isupper() else SMALL


def ending(word: str) -> int:
    """Give the number of a word's last letters, all digits being one."""
    last = _DIGITS.sub("0", word.lower())[-_LETTERS:]
    return zlib.crc32(last.encode()) % NO_ENDING


def numbers(words: Sequence[str], vocabulary: dict[str, int]) -> tuple[list[int], ...]:
    """Give what the net reads of words: their numbers (0: unknown), shapes and endings."""
    return (
        [vocabulary.get(word.lower(), 0) for word in words],
        [shape(word) for word in words],
        [ending(word) for word in words],
    )
