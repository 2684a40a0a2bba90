"""Whole sentences to learn from: the project's own, and public talk (CANDOR_CORPUS)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from models.data.telegraphic import all_told
from models.restorer.small import small_words
from models.restorer.texts import of_project, parted, talk
from models.teller.tokens import Read, numbers, tokens

LETTERS = {"plain": 4e6, "dialogues": 8e6, "talk": 8e6, "comments": 4e6}  # read of each
REPLIES, FACTS, OTHER_FACTS, TAUGHT = 4, 10, 3, 8  # how often they are read in an epoch
FEWEST, MOST = 4, 40  # tokens of a sentence
KNOWN, SEEN = 12_000, 4  # words of the vocabulary at most; how often one is seen at least
JOINED = 0.3  # of the texts are two sentences

_ODD = re.compile(r"http|[\[<*|\"“”]")


def sentences() -> Iterator[tuple[int, str]]:
    """Yield sentences, each with how often it is to be read."""
    taught = ((TAUGHT, pair.full) for pair in all_told(held=False))
    own = of_project(REPLIES, FACTS, OTHER_FACTS)
    yield from parted(chain(taught, own, talk(LETTERS)), _ODD)


def pack(path: Path) -> None:
    """Write all sentences as numbers, and the vocabulary."""
    every = [(times, [token.text for token in tokens(text)]) for times, text in sentences()]
    every = [(times, one) for times, one in every if FEWEST <= len(one) <= MOST]
    vocabulary = _vocabulary(every)
    read = [numbers(one, vocabulary) for _, one in every]
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        path,
        numbers=np.concatenate([np.array(one[0], np.uint16) for one in read]),
        endings=np.concatenate([np.array(one[1], np.uint16) for one in read]),
        shapes=np.concatenate([np.array(one[2], np.uint8) for one in read]),
        starts=np.cumsum([0, *(len(one[0]) for one in read)]),
        times=np.array([times for times, _ in every], np.uint8),
        vocabulary=np.array(list(vocabulary)),
    )


def _vocabulary(every: Sequence[tuple[int, list[str]]]) -> dict[str, int]:
    """Give the commonest words with their numbers: marks and small words first."""
    seen = Counter[str]()
    for times, one in every:
        for word in one:
            seen[word.lower()] += times
    marks = [word for word in seen if not word[0].isalnum() and len(word) == 1 and seen[word] > 50]
    small = [word for word in sorted(small_words()) if word in seen]
    first = [*marks, *small]
    rest = [
        word
        for word, count in seen.most_common(2 * KNOWN)
        if count >= SEEN and not re.search(r"\d", word) and word not in {*first}
    ]
    return {word: at for at, word in enumerate([*first, *rest][:KNOWN], 3)}


class Texts:
    """Sentences as flat arrays."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as arrays:
            self._parts = [arrays[name] for name in ("numbers", "endings", "shapes")]
            self._starts = arrays["starts"]
            self.vocabulary = {str(word): at for at, word in enumerate(arrays["vocabulary"], 3)}
            times = arrays["times"]
        shuffled = np.random.default_rng(5).permutation(len(times))
        self.dev, rest = shuffled[:1000], shuffled[1000:]
        self.train = np.repeat(rest, times[rest])

    def sentence(self, at: int, joined: bool) -> Read:
        """Give a sentence, or it and the one behind it."""
        start, end = int(self._starts[at]), int(self._starts[at + 1])
        if joined and at + 2 < len(self._starts):
            further = int(self._starts[at + 2])
            end = further if further - start <= MOST else end
        own, endings, shapes = (part[start:end].tolist() for part in self._parts)
        return own, endings, shapes
