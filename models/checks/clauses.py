"""Clauses: a sentence that is true may have a clause that is not."""

import re
from functools import lru_cache

_CUT = re.compile(
    r"(?<=[,;:])\s+|\s+[—\u2013-]\s+|—|\s+(?=(?:and|but|so|because|which|who|since|while|although|"
    r"though|after|until|where|or)\b)"
)
_LEAST_WORDS = 3


def clauses(sentence: str) -> tuple[str, ...]:
    """Split a sentence where a clause may begin; what is too short stays with its neighbour."""
    return tuple(sentence[start:end] for start, end in spans(sentence))


@lru_cache(maxsize=1024)
def spans(sentence: str) -> tuple[tuple[int, int], ...]:
    """Give where each clause of a sentence starts and ends."""
    found: list[tuple[int, int]] = []
    start = 0
    for cut in [*_CUT.finditer(sentence), None]:
        end = cut.start() if cut else len(sentence)
        if found and (_is_short(sentence[start:end]) or _is_short(sentence[slice(*found[-1])])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        start = cut.end() if cut else end
    return tuple((begun, ended) for begun, ended in found if sentence[begun:ended].strip())


def _is_short(words: str) -> bool:
    return len(words.split()) < _LEAST_WORDS
