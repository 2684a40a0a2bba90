"""Whole sentences to leave words out of: the project's own, and public talk (CANDOR_CORPUS)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.data.choices import choices
from models.data.public import documents
from models.data.written import exchanges
from models.restorer.gaps import Numbers, Truths
from models.restorer.words import NO_ENDING, NO_MARK, STOP, Jotting, numbers, read
from models.triage.examples import labelled

LETTERS = {"plain": 4e6, "dialogues": 25e6, "talk": 30e6, "comments": 6e6}  # read of each
REPLIES, FACTS, OTHER_FACTS = 3, 6, 2  # how often they are read in an epoch
FEWEST_WORDS, MOST_WORDS = 3, 34
LONGEST = 220  # letters of a sentence
KNOWN, SEEN = 14_000, 4  # words of the vocabulary at most; how often one is seen at least
DEV = 3000  # sentences for measuring
JOINED = 0.25  # of the texts are two sentences
SEED = 20261122

_ENDS = re.compile(r"(?<=[.!?])[\"')”]*\s+|\n+")
_SPEAKER = re.compile(r"(?m)^(?:S\d+|[A-Z][a-z]+): ")
_ODD = re.compile(r"http|[\[<]")


def sentences() -> Iterator[tuple[int, str]]:
    """Yield sentences, each with how often it is to be read."""
    yield from parted(of_project(REPLIES, FACTS, OTHER_FACTS), _ODD)
    yield from parted(talk(LETTERS), _ODD)


def parted(texts: Iterable[tuple[int, str]], odd: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the sentences of texts, with how often each is to be read; none that has odd signs."""
    for times, text in texts:
        for sentence in _ENDS.split(text):
            if 8 < len(sentence) < LONGEST and not odd.search(sentence):
                yield times, sentence


def of_project(replies: int, facts: int, other_facts: int) -> Iterator[tuple[int, str]]:
    """Yield the project's own texts; `replies` and so on say how often these are to be read."""
    for row in exchanges("train"):
        yield from ((replies, reply) for reply in row["replies"].values())
        yield from ((facts, fact["text"]) for fact in row["facts"])
        yield from ((1, row[name]) for name in ("comment", "post"))
    for choice in choices(held=False):
        yield from ((other_facts, fact) for fact in choice.facts)
    yield from ((1, one.brief.comment) for one in labelled("train"))


def talk(letters: Mapping[str, float]) -> Iterator[tuple[int, str]]:
    """Yield public talk, so many letters of each source."""
    for name, limit in letters.items():
        read_so_far = 0
        for text in documents(name):
            read_so_far += len(text)
            if read_so_far > limit:
                break
            yield 1, _SPEAKER.sub("", text)


class Texts:
    """Sentences as flat arrays of numbers; `starts` has their places, and the end."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.words, self.shapes, self.endings, self.marks, self.starts = (
            arrays[name].astype(np.int64)
            for name in ("words", "shapes", "endings", "marks", "starts")
        )
        self.vocabulary = {str(word): at for at, word in enumerate(arrays["vocabulary"], 1)}
        times = arrays["times"].astype(np.int64)
        shuffled = np.random.default_rng(SEED).permutation(len(times))
        dev = min(DEV, len(times) // 10)
        self.dev = np.sort(shuffled[:dev])
        self.train = np.repeat(shuffled[dev:], times[shuffled[dev:]])
        self._begins = np.zeros(len(self.words) + 1, bool)
        self._begins[self.starts] = True

    def lengths(self, chosen: Numbers) -> Numbers:
        """Give how many words the chosen sentences have."""
        lengths: Numbers = self.starts[chosen + 1] - self.starts[chosen]
        return lengths

    def rows(
        self, chosen: Numbers, rng: np.random.Generator
    ) -> tuple[Numbers, Numbers, Numbers, Numbers, Truths]:
        """Give words, shapes, endings, marks and what is there of texts: (texts, places) each.

        A text is a sentence, or it and the one behind it.
        """
        last = len(self.starts) - 1
        ends = self.starts[np.minimum(chosen + 1 + (rng.random(len(chosen)) < JOINED), last)]
        starts = self.starts[chosen]
        ends = np.where(ends - starts > MOST_WORDS, self.starts[chosen + 1], ends)
        places = starts[:, None] + np.arange(int((ends - starts).max()))
        there = places < ends[:, None]
        places = np.where(there, places, 0)
        begins = self._begins[places] & there
        begins[:, 0] = False
        marks = np.where(begins, STOP, np.where(there, self.marks[places], NO_MARK))
        marks[:, 0] = NO_MARK
        return (
            np.where(there, self.words[places], 0),
            np.where(there, self.shapes[places], 0),
            np.where(there, self.endings[places], NO_ENDING),
            marks,
            there,
        )


def pack(path: Path) -> int:
    """Write all sentences as numbers; give how many words they have."""
    arrays = packed(sentences())
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)  # type: ignore[arg-type]
    return len(arrays["words"])


def load(path: Path) -> Texts:
    """Read what was packed."""
    with np.load(path) as arrays:
        return Texts(dict(arrays))


def packed(
    texts: Iterable[tuple[int, str]], vocabulary: dict[str, int] | None = None
) -> dict[str, NDArray[Any]]:
    """Give sentences, each with how often it is to be read, as numbers; with their own words."""
    read_so = ((times, read(text)) for times, text in texts)
    kept = [(times, one) for times, one in read_so if FEWEST_WORDS <= len(one.words) <= MOST_WORDS]
    known = _words_of(one for _, one in kept) if vocabulary is None else vocabulary
    rows = [(*numbers(one.words, known), one.marks) for _, one in kept]
    words, shapes, endings, marks = (
        np.concatenate([np.array(row[part], kind) for row in rows])
        for part, kind in enumerate((np.uint16, np.uint8, np.uint16, np.uint8))
    )
    return {
        "words": words,
        "shapes": shapes,
        "endings": endings,
        "marks": marks,
        "starts": np.cumsum([0, *(len(one.words) for _, one in kept)]),
        "times": np.array([times for times, _ in kept], np.uint8),
        "vocabulary": np.array(list(known)),
    }


def _words_of(texts: Iterable[Jotting]) -> dict[str, int]:
    seen = Counter(word.lower() for text in texts for word in text.words)
    common = [
        word
        for word, count in seen.most_common(2 * KNOWN)
        if count >= SEEN and not re.search(r"\d", word)
    ]
    return {word: at for at, word in enumerate(common[:KNOWN], 1)}
