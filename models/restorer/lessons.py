"""What is learnt from a pair: for each word as jotted, what stands before it in the sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.data.telegraphic import Pair
from models.guided.shorthand import in_full_words
from models.restorer.small import Held, held
from models.restorer.words import NO_MARK, Jotting, read

_SAME = {"till": "until"}


@dataclass(frozen=True)
class Lesson:
    """Jotted words; for each gap the mark that belongs there and the small words, if known."""

    jotting: Jotting
    marks: tuple[int, ...]
    gaps: tuple[Held | None, ...]


def lessons(pairs: Iterable[Pair]) -> list[tuple[Pair, Lesson]]:
    """Give the lessons of pairs whose sentence has the jotted words in their order."""
    found = []
    for pair in pairs:
        for short in (pair.short, in_full_words(pair.short)):
            if lesson := aligned(read(short), read(pair.full)):
                found.append((pair, lesson))
                break
    return found


def aligned(short: Jotting, full: Jotting) -> Lesson | None:
    """Find the jotted words in a sentence; None where it has others or ends in small words."""
    jotted = [_plain(word) for word in short.words]
    said = [_plain(word) for word in full.words]
    follows = _followed(jotted, said)
    if not jotted or not follows[0][0] or jotted[-1] != said[-1]:
        return None
    marks, gaps, at = [], [], 0
    for place, word in enumerate(jotted):
        here = at
        while said[here] != word or not follows[place + 1][here + 1]:
            here += 1
        between = full.marks[at : here + 1]
        marks.append(between[0])
        parted = held(full.words[at:here])
        gaps.append(parted if not any(between[1:]) else None)
        at = here + 1
    marks[0] = NO_MARK
    return Lesson(short, tuple(marks), tuple(gaps)) if at == len(said) else None


def _plain(word: str) -> str:
    return _SAME.get(word.lower(), word.lower())


def _followed(jotted: list[str], said: list[str]) -> list[list[bool]]:
    """Say whether the jotted words from one place on stand in what is said from another on."""
    found = [[False] * (len(said) + 1) for _ in jotted]
    found.append([True] * (len(said) + 1))
    for place in reversed(range(len(jotted))):
        for at in reversed(range(len(said))):
            here = jotted[place] == said[at] and found[place + 1][at + 1]
            found[place][at] = here or found[place][at + 1]
    return found
