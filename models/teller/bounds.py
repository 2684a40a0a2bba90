"""What may be written of a jotted text: its words, forms of them, and words that add nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.restorer.small import small_words
from models.teller.jotting import stem

LONGEST_SHORT_FORM = 6  # letters
_SMALL = frozenset(small_words())
_NEGATIVE = frozenset(
    """no not never none without nobody nothing cannot can't don't doesn't didn't isn't aren't
    wasn't weren't won't wouldn't shouldn't couldn't haven't hasn't""".split()
)


class Bounds:
    """The tokens that may be written without having been read, by what was read."""

    def __init__(self, names: Sequence[str], free: Iterable[str]) -> None:
        """`names`: the own tokens by their numbers; `free`: the words that add nothing."""
        adding_nothing = _SMALL.union(free)
        self._free = np.array(
            [bool(name) and (name in adding_nothing or not name[0].isalnum()) for name in names]
        )
        self._negative = np.array([name in _NEGATIVE for name in names])
        self._stems: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._names = names
        for at, name in enumerate(names):
            if name.isalpha() and len(name) > 2:
                self._stems.setdefault(stem(name), []).append(at)
                self._by_first.setdefault(name[0], []).append(at)

    def of(self, words: Iterable[str]) -> NDArray[np.bool_]:
        """Say of each own token whether it may be written for such words, in lower case."""
        allowed = self._free.copy()
        read = {*words}
        if not read & _NEGATIVE:
            allowed &= ~self._negative
        for word in read:
            if word.isalpha():
                allowed[self._stems.get(stem(word), [])] = True
                shortened = self._by_first.get(word[0], [])
                allowed[[at for at in shortened if stands_for(word, self._names[at])]] = True
        return allowed


def must_be_said(word: str) -> bool:
    """Whether a token is a figure, a name or a word of content."""
    return (word[0].isalnum() and word.lower() not in _SMALL) or word[0] in "£$€@#~"


def unsaid(left: Counter[str], said: Iterable[str]) -> list[str]:
    """Give those words that were said in no form; `left`: how often each was not copied."""
    every = {*said}
    stems = {stem(word) for word in every if word.isalpha()}

    def is_said(word: str) -> bool:
        return word.isalpha() and (
            stem(word) in stems or any(stands_for(word, one) for one in every)
        )

    return [word for word, count in left.items() if count > 0 and not is_said(word)]


def stands_for(short: str, word: str) -> bool:
    """Whether a short form may stand for a word: "hrs", "mgr", "tmrw", "Sat"."""
    if not 1 < len(short) < len(word) or len(short) > LONGEST_SHORT_FORM or short[0] != word[0]:
        return False
    letters = iter(word)
    return word.isalpha() and all(letter in letters for letter in short)
