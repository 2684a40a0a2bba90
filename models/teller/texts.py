"""Whole sentences to learn from: the project's own, and public talk (CANDOR_CORPUS)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from models.data.choices import choices
from models.data.public import documents
from models.data.telegraphic import all_told
from models.data.written import exchanges
from models.teller.small import small_words
from models.teller.tokens import Read, numbers, tokens
from models.triage.examples import labelled

LETTERS = {"plain": 4e6, "dialogues": 8e6, "talk": 8e6, "comments": 4e6}  # read of each
REPLIES, FACTS, OTHER_FACTS, TAUGHT = 4, 10, 3, 8  # how often they are read in an epoch
FEWEST, MOST = 4, 40  # tokens of a sentence
LONGEST = 240  # letters of a sentence
KNOWN, SEEN = 12_000, 4  # words of the vocabulary at most; how often one is seen at least
JOINED = 0.3  # of the texts are two sentences

_ENDS = re.compile(r"(?<=[.!?])[\"')”]*\s+|\n+")
_SPEAKER = re.compile(r"(?m)^(?:S\d+|[A-Z][a-z]+): ")
_ODD = re.compile(r"http|[\[<*|\"“”]")


def sentences() -> Iterator[tuple[int, str]]:
    """Yield sentences, each with how often it is to be read."""
    for times, text in _texts():
        for sentence in _ENDS.split(text):
            if 8 < len(sentence) < LONGEST and not _ODD.search(sentence):
                yield times, sentence


def _texts() -> Iterator[tuple[int, str]]:
    for pair in all_told(held=False):
        yield TAUGHT, pair.full
    for row in exchanges("train"):
        yield from ((REPLIES, reply) for reply in row["replies"].values())
        yield from ((FACTS, fact["text"]) for fact in row["facts"])
        yield from ((1, row[name]) for name in ("comment", "post"))
    for choice in choices(held=False):
        yield from ((OTHER_FACTS, fact) for fact in choice.facts)
    yield from ((1, one.brief.comment) for one in labelled("train"))
    for name, limit in LETTERS.items():
        letters = 0
        for text in documents(name):
            letters += len(text)
            if letters > limit:
                break
            yield 1, _SPEAKER.sub("", text)


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
        numbers, endings, shapes = (part[start:end].tolist() for part in self._parts)
        return numbers, endings, shapes
