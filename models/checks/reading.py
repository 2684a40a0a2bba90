"""Reading: a sentence word by word, each with where it stands and how near known words come.

The vectors of words are those of triage (`models/triage/vectors.py`), as they were when the
network was trained: they stand among its weights.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
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
PLACE = 11  # the mark that says where in the sentence a word stands
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


@dataclass(frozen=True)
class _Known:
    """What one text is known for: roots, what these are like, and vectors of words that carry."""

    bases: frozenset[str]
    likes: frozenset[str]
    vectors: Floats  # (words, width)


class _Marks(dict[str, Floats]):
    """The marks (MARKS,) of each word beside what is around, but for its place.

    A word is looked up once.
    """

    def __init__(self, vectors: "Vectors", around: Around) -> None:
        self._vectors = vectors
        self._known = [
            vectors.known(text)
            for text in (around.comment, "\n".join(around.ours), "\n".join(around.theirs))
        ]

    def __missing__(self, word: str) -> Floats:
        base, row = base_of(word), self._vectors.row_of(word)
        mark = self[word] = np.zeros(MARKS, np.float32)
        mark[:3] = is_small(word), is_mark(word), any(letter.isdigit() for letter in base)
        if mark[0] or mark[1]:
            return mark
        mark[3:6] = [base in known.bases for known in self._known]
        mark[6] = not mark[3:6].any()
        for at, known in zip((7, 8), self._known, strict=False):
            is_like = not known.likes.isdisjoint(likes_of(base))
            mark[at] = mark[at - 4] or max(self._nearest(row, known), LIKE * is_like)
        mark[9] = self._vectors.weights[row] if row >= 0 else 1
        mark[10] = mark[6] * (1 - max(mark[7], mark[8])) * mark[9]  # new, and like nothing
        return mark

    def _nearest(self, row: int, known: _Known) -> float:
        """Give how near the nearest known word comes, from 0 to 1."""
        if row < 0 or not len(known.vectors):
            return 0.0
        return max(float((known.vectors @ self._vectors.table[row]).max()), 0.0)


class Vectors:
    """Vectors of words, each of length 1, and how much a word says: rare ones most."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.keys = arrays["vector_keys"]  # (words,) sorted
        table = arrays["vectors"].astype(np.float32)  # (words, width)
        self.table = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)
        self.weights = arrays["vector_weights"].astype(np.float32)  # (words,)
        self.row_of = lru_cache(maxsize=50_000)(self._find)
        self.known = lru_cache(maxsize=256)(self._read)
        self._comment = lru_cache(maxsize=64)(self._sum)
        self._marks = lru_cache(maxsize=64)(partial(_Marks, self))
        self.align = Aligner(self.row_of, self.table, self.weights).read

    def read(self, sentence: str, around: Around) -> Reading:
        """Read a sentence beside what it may rest on."""
        words = words_of(plain(sentence))[:MOST_WORDS] or ["."]
        rows = np.array([self.row_of(word) for word in words], np.int32)
        known = self._marks(around)
        marks = np.stack([known[word] for word in words])
        marks[:, PLACE] = np.arange(len(words), dtype=np.float32) / 20
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

    def _read(self, source: str) -> _Known:
        words = words_of(plain(source))[:MOST_KNOWN]
        rows = {self.row_of(word) for word in words if not is_small(word) and not is_mark(word)}
        bases = frozenset(map(base_of, words))
        return _Known(bases, all_likes(bases), self.table[sorted(rows - {-1})])

    def _sum(self, comment: str) -> Floats:
        rows = [row for word in words_of(plain(comment))[:120] if (row := self.row_of(word)) >= 0]
        total: Floats = self.weights[rows] @ self.table[rows]
        return total / (np.linalg.norm(total).astype(np.float32) + np.float32(1e-6))


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
