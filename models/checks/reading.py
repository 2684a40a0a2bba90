"""Reading: a sentence word by word, each with where it stands and how near known words come.

The vectors of words are those of triage (`models/triage/vectors.py`), as they were when the
network was trained: they stand among its weights.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.checks.alignment import LIKE, Aligner, Floats
from models.checks.alike import all_likes, likes_of
from models.checks.features import Around, cues_of, number_of_cues
from models.checks.kinds import kind_of
from models.checks.roots import base_of, is_mark, is_small, root
from models.triage.features import plain, vector_key, words_of

MOST_WORDS = 48  # of one sentence
MOST_KNOWN = 200  # of one source
ROOTS = 8192  # roots of words share so many numbers
MARKS = 12
SHAPES = 16
_PICTURE = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")


@dataclass(frozen=True)
class Reading:
    """One sentence as the network reads it."""

    rows: NDArray[np.int32]  # (words,) rows of the vectors; -1: a word without one
    roots: NDArray[np.int32]  # (words,)
    marks: Floats  # (words, MARKS)
    shape: Floats  # (alignment + kind of comment + cues + SHAPES,)
    comment: Floats  # (width,)


class Vectors:
    """Vectors of words, each of length 1, and how much a word says: rare ones most."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.keys = arrays["vector_keys"]  # (words,) sorted
        table = arrays["vectors"].astype(np.float32)  # (words, width)
        self.table = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)
        self.weights = arrays["vector_weights"].astype(np.float32)  # (words,)
        self._row = lru_cache(maxsize=50_000)(self._find)
        self._known = lru_cache(maxsize=256)(self._read)
        self._comment = lru_cache(maxsize=64)(self._sum)
        self.align = Aligner(self._row, self.table, self.weights).read

    def read(self, sentence: str, around: Around) -> Reading:
        """Read a sentence beside what it may rest on."""
        words = words_of(plain(sentence))[:MOST_WORDS] or ["."]
        rows = np.array([self._row(word) for word in words], np.int32)
        marks = self._marks(words, rows, around)
        return Reading(
            rows=rows,
            roots=np.array([crc32(root(word).encode()) % ROOTS for word in words], np.int32),
            marks=marks,
            shape=np.concatenate(
                [
                    self.align(sentence, around.comment, around.ours, around.theirs),
                    kind_of(around.comment).numbers,
                    _shape_of(sentence, marks, around),
                ]
            ),
            comment=self._comment(around.comment),
        )

    def _find(self, word: str) -> int:
        key = vector_key(word)
        row = int(np.searchsorted(self.keys, key))
        return row if row < len(self.keys) and self.keys[row] == key else -1

    def _read(self, source: str) -> tuple[frozenset[str], frozenset[str], Floats]:
        """Give the roots of a source's words, what these are like, and the vectors of some.

        Only words that carry it have a vector here.
        """
        words = words_of(plain(source))[:MOST_KNOWN]
        rows = {self._row(word) for word in words if not is_small(word) and not is_mark(word)}
        bases = frozenset(map(base_of, words))
        return bases, all_likes(bases), self.table[sorted(rows - {-1})]

    def _sum(self, comment: str) -> Floats:
        rows = [row for word in words_of(plain(comment))[:120] if (row := self._row(word)) >= 0]
        total: Floats = self.weights[rows] @ self.table[rows]
        return total / (np.linalg.norm(total).astype(np.float32) + np.float32(1e-6))

    def _marks(self, words: list[str], rows: NDArray[np.int32], around: Around) -> Floats:
        sources = ("\n".join(around.ours), "\n".join(around.theirs))
        comment, ours, theirs = (self._known(text) for text in (around.comment, *sources))
        vectors = np.where(rows[:, None] >= 0, self.table[rows], np.float32(0))
        near_comment, near_ours = (_nearest(vectors, known) for *_, known in (comment, ours))
        marks = np.zeros((len(words), MARKS), np.float32)
        for place, word in enumerate(words):
            base = base_of(word)
            mark = marks[place]
            mark[:3] = is_small(word), is_mark(word), any(letter.isdigit() for letter in base)
            mark[11] = place / 20
            if mark[0] or mark[1]:
                continue
            mark[3:6] = base in comment[0], base in ours[0], base in theirs[0]
            mark[6] = not mark[3:6].any()
            for at, (_, likes, _), near in ((7, comment, near_comment), (8, ours, near_ours)):
                is_like = not likes.isdisjoint(likes_of(base))
                mark[at] = mark[at - 4] or max(near[place], LIKE * is_like)
            mark[9] = self.weights[rows[place]] if rows[place] >= 0 else 1
            mark[10] = mark[6] * (1 - max(mark[7], mark[8])) * mark[9]  # new, and like nothing
        return marks


def _nearest(vectors: Floats, known: Floats) -> Floats:
    """Give for each word how near the nearest known one comes, from 0 to 1."""
    if not len(known):
        return np.zeros(len(vectors), np.float32)
    result: Floats = np.maximum((vectors @ known.T).max(1), 0)
    return result


def _shape_of(sentence: str, marks: Floats, around: Around) -> Floats:
    bearing = marks[(marks[:, 0] == 0) & (marks[:, 1] == 0)]
    new, count = bearing[:, 6].sum(), max(1, len(bearing))
    shape = np.zeros(number_of_cues() + SHAPES, np.float32)
    shape[list(cues_of(plain(sentence)))] = 1
    shape[-SHAPES:] = (
        "?" in sentence[-6:],
        sentence.rstrip()[-1:] == "!",
        bool(around.ours),
        "?" in around.comment,
        min(len(marks), 40) / 20,
        min(new, 8) / 4,
        new / count,
        bearing[:, 4].sum() / count,
        bearing[:, 3].sum() / count,
        bearing[:, 10].sum() / 3,
        bearing[:, 10].max(initial=0),
        bool((marks[:, 2] * marks[:, 6]).any()),
        len(marks) <= 4,
        bool(_PICTURE.search(sentence)),
        min(len(around.comment), 300) / 150,
        not around.ours,
    )
    return shape
