"""Text as the teller reads and writes it: words, figures and marks, and what each is like."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?"
_RANGE = re.compile(rf"(?i)(?<=\d)[-–](?=[£$€]?\d)|(?<=[a-z])[-–](?={_DAY}\b)|(?<=[ap]m)[-–](?=\d)")
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"  # addresses
    r"(?:[\w-]+\.)+(?:com|org|net|io|app|co|uk|de|eu|fr|ie|nl|ca|au|shop|gov)\b(?:/[\w./-]*\w)?|"
    r"[£$€~@#]*\d+(?:[.,:]\d+)*(?:[^\W\d_]+\b|[%°]C?)?\+?(?:-[^\W\d_]+)*|"
    r"[#@]?[^\W_]+(?:[-'.&_][^\W_]+)*|\S"
)
_DIGITS = re.compile(r"\d")
TO = "\u2012"  # between the ends of a range: "9-5" is 9 TO 5
UNKNOWN, BEGIN, END = range(3)  # numbers of no word
SPECIAL = 3
HASHES = 2048  # numbers that words outside the vocabulary share
SMALL, CAPITAL, CAPITALS, NUMBER, MARK = range(5)  # how a token is written
SHAPES = 5
ENDINGS = 2048
_LETTERS = 3  # of a token's ending


@dataclass(frozen=True)
class Token:
    """A word, a figure or a mark; `glued`: nothing stands between it and the one before."""

    text: str
    glued: bool = False


def tokens(text: str) -> list[Token]:
    """Part a text into its tokens."""
    found, end = [], -1
    for match in _TOKEN.finditer(_RANGE.sub(f" {TO} ", text.replace("’", "'"))):
        found.append(Token(match.group(), match.start() == end))
        end = match.end()
    return found


def led(kind: str, text: str) -> list[Token]:
    """Part a jotted text into its tokens; the first one says what it is for."""
    return [Token(f"»{kind}"), *tokens(text)]


def shape(text: str) -> int:
    """Say how a token is written."""
    if _DIGITS.search(text):
        return NUMBER
    if not text[0].isalnum():
        return MARK
    if len(text) > 1 and text.isupper():
        return CAPITALS
    return CAPITAL if text[0].isupper() else SMALL


def ending(text: str) -> int:
    """Give the number of a token's last letters, all digits being one."""
    return zlib.crc32(_DIGITS.sub("0", text.lower())[-_LETTERS:].encode()) % ENDINGS


def number(text: str, vocabulary: Mapping[str, int]) -> int:
    """Give the number of a token: its own, or one behind the vocabulary that others share."""
    lower = text.lower()
    known = vocabulary.get(lower)
    if known is not None:
        return known
    return SPECIAL + len(vocabulary) + zlib.crc32(lower.encode()) % HASHES


Read = tuple[list[int], list[int], list[int]]


def numbers(texts: Sequence[str], vocabulary: Mapping[str, int]) -> Read:
    """Give what the net reads of tokens: their numbers, endings and shapes."""
    return (
        [number(text, vocabulary) for text in texts],
        [ending(text) for text in texts],
        [shape(text) for text in texts],
    )


_TIGHT_BEFORE = frozenset((*".,;:!?)%'", TO))
_TIGHT_BEHIND = frozenset(("(", TO))


def joined(texts: Iterable[Token]) -> str:
    """Write tokens as text."""
    written, before = "", ""
    for token in texts:
        tight = token.glued or token.text in _TIGHT_BEFORE or before in _TIGHT_BEHIND
        text = "-" if token.text == TO else token.text
        written += text if tight or not written else f" {text}"
        before = token.text
    return written
