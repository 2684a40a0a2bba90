"""Sentences of a text, each with its half-open span in characters."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs etc e.g i.e no nos approx dept est inc ltd co fig vol min max"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat "
    "sun".split()
)
# A stop ends a sentence when space or the end follows; emoji after it belong to it.
_STOP = re.compile(r"(?:[.!?…]+[\"'”\u2019)\]]*|\n+)(?=\s|$)")
_PICTURES = re.compile(r"(?:\s*[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])+")
_LAST_WORD = re.compile(r"([\w.]+)$")
_LONGER = 12  # characters, more than any abbreviation has


@dataclass(frozen=True)
class Sentence:
    """One sentence: where it stands, and its words."""

    start: int
    end: int
    text: str

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.text[-6:]


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group() != ".":
        return False
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGER), stop.start())
    if word is None:
        return False
    last = word.group(1)
    if last.lower() in _ABBREVIATIONS and stop.end() < len(text):
        following = text[stop.end() :].lstrip()[:1]
        # "at 5 St." may end a sentence; "Dr. Lund" and "no. 4" do not.
        return (
            following.isdigit()
            or last[:1].isupper()
            or last.lower() in ("e.g", "i.e", "vs", "approx")
        )
    return len(last) == 1 and last.isupper() and last != "I"


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences; spans leave out the space around them."""
    found: list[Sentence] = []
    start = 0
    position = 0
    while stop := _STOP.search(text, position):
        position = max(stop.end(), position + 1)
        if _is_abbreviation(text, stop):
            continue
        end = stop.end()
        if pictures := _PICTURES.match(text, end):
            end = position = pictures.end()
        _add(found, text, start, end)
        start = end
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    stripped = raw.strip()
    if not stripped:
        return
    begin = start + len(raw) - len(raw.lstrip())
    if found and not any(ch.isalnum() for ch in stripped):
        previous = found.pop()
        begin = previous.start
        stripped = text[begin : end - (len(raw) - len(raw.rstrip()))]
    found.append(Sentence(begin, begin + len(stripped), stripped))
