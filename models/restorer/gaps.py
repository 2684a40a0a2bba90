"""What a gap between two words holds, as numbers: the classes that the net tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.restorer.small import LINKS, MOST_WORDS, Held, small_words

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]

UNKNOWN = -100  # a gap that holds what no class is for; nothing is learnt of it


def code(rest: Sequence[str]) -> int:
    """Give the number of up to three small words; 0 is none."""
    place = {word: at for at, word in enumerate(small_words(), 1)}
    number = 0
    for word in rest:
        number = number * base() + place[word]
    return number


def base() -> int:
    """Give how many values a place in a code has."""
    return len(small_words()) + 1


@dataclass(frozen=True)
class Classes:
    """The linking words, and the runs of small words by their codes; 0 is nothing in both."""

    codes: tuple[int, ...]

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Give the linking words by their classes."""
        return ("", *(word for word in small_words() if word in LINKS))

    @cached_property
    def runs(self) -> tuple[str, ...]:
        """Give the runs of small words by their classes."""
        return tuple(_words_of(number) for number in self.codes)

    @cached_property
    def of_code(self) -> Numbers:
        """Give the class of every code; UNKNOWN for those that have none."""
        table = np.full(base() ** MOST_WORDS, UNKNOWN)
        table[list(self.codes)] = np.arange(len(self.codes))
        return table

    def of(self, held: Held | None) -> tuple[int, int]:
        """Give the classes of the linking word and of the words behind it."""
        if held is None:
            return UNKNOWN, UNKNOWN
        link, rest = held
        return self.links.index(link), int(self.of_code[code(rest)])


def _words_of(number: int) -> str:
    words: list[str] = []
    while number:
        number, at = divmod(number, base())
        words.insert(0, small_words()[at - 1])
    return " ".join(words)
