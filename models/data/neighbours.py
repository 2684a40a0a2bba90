"""The exchanges whose comments are most alike, by BM25 over the words of the comments."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_K1, _B = 1.2, 0.75
_TOO_COMMON = 0.2  # of the comments have such a word; it says nothing


class Neighbours:
    """Comments that can be asked which of the others are most like one of them."""

    def __init__(self, comments: Sequence[str]) -> None:
        self._comments = [" ".join(_words(comment)) for comment in comments]
        self._words = [set(_words(comment)) for comment in comments]
        lengths = np.array([len(words) for words in self._words])
        self._norms = (_K1 + 1) / (1 + _K1 * (1 - _B + _B * lengths / lengths.mean()))
        places: dict[str, list[int]] = {}
        for number, words in enumerate(self._words):
            for word in words:
                places.setdefault(word, []).append(number)
        most = max(2, _TOO_COMMON * len(comments))
        self._places: dict[str, NDArray[np.int64]] = {
            word: np.array(found) for word, found in places.items() if len(found) <= most
        }

    def nearest(self, number: int, count: int) -> list[int]:
        """Give the comments most like this one, best first; never itself, nor its own words again.

        Fewer than `count` where fewer share a word with it.
        """
        scores = np.zeros(len(self._comments))
        for word in sorted(self._words[number]):
            found = self._places.get(word)
            if found is not None:
                scores[found] += np.log(1 + len(self._comments) / len(found))
        scores *= self._norms
        order = np.argsort(-scores, kind="stable")[: count + 20]
        others = (
            int(other)
            for other in order
            if scores[other] > 0 and self._comments[other] != self._comments[number]
        )
        return [other for other, _ in zip(others, range(count), strict=False)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
