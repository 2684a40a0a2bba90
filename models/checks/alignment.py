"""Alignment: each clause of a reply beside what it may rest on, word by word.

A word is borne by a source that has it, one of its family, one that stands beside it in
`alike.txt`, or one whose vector is near. What a clause says of whom (`shapes.py`), and how much of
that nothing bears, are numbers for the network.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.checks.alike import all_likes, likes_of
from models.checks.clauses import clauses
from models.checks.roots import base_of, is_mark, is_small
from models.checks.shapes import MARKS, SUBJECTS, TIMES, Shape, is_of, shape_of
from models.triage.features import plain, words_of

OPPOSITES = Path(__file__).parent / "opposites.txt"
MOST_WORDS = 300  # of one source
COUNTS = 27
NUMBERS = COUNTS + len(SUBJECTS) + len(TIMES) + len(MARKS)
LIKE = 0.9  # how far a word is borne by one that is like it
_FAR, _NEAR = 0.3, 0.75  # likeness of vectors that says nothing, and all
_CERTAIN = 0.5
_NO = frozenset("no not never nobody none without nothing".split())
_CUT = ("; ", ": ", ", ")
_MOST, _LEAST, _SCALE = 6, -3, 2  # the numbers are cut off and brought near 1
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class _Source:
    """What bears words: a source, or one piece of it."""

    bases: frozenset[str]
    likes: frozenset[str]
    vectors: Floats  # (words, width)
    says_no: bool


@dataclass(frozen=True)
class _Clause:
    """The words of a clause: where each stands among the vectors, and how much it says."""

    words: tuple[str, ...]
    rows: tuple[int, ...]
    weights: Floats


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in OPPOSITES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        left, right = (frozenset(map(base_of, side.split())) for side in line.split("|"))
        for words, others in ((left, right), (right, left)):
            found |= {word: found.get(word, frozenset()) | others for word in words}
    return found


class Aligner:
    """Puts clauses beside their sources.

    `row_of` gives the row of a word in the table of vectors, -1 for one that has none; `weights`
    say how much each word of the table says.
    """

    def __init__(self, row_of: Callable[[str], int], table: Floats, weights: Floats) -> None:
        self.row_of, self.table, self.weights = row_of, table, weights
        self._whole = lru_cache(maxsize=256)(self._source)
        self._pieces = lru_cache(maxsize=256)(self._in_pieces)

    def read(
        self, sentence: str, comment: str, ours: Sequence[str], theirs: Sequence[str]
    ) -> Floats:
        """Give (2 · NUMBERS,): the most that any clause has, and what the newest clause has."""
        of_ours = [self._whole(text) for text in ours]
        of_theirs = [self._whole(text) for text in (comment, *theirs)]
        pieces = [piece for text in ours for piece in self._pieces(text)]
        said = self._pieces(comment)
        numbers = np.stack(
            [
                self._of_clause(shape_of(plain(part)), of_ours, of_theirs, pieces, said)
                for part in clauses(sentence) or (sentence,)
            ]
        )
        newest = numbers[int(np.argmax(numbers[:, 0]))]
        result: Floats = np.concatenate([numbers.max(0), newest])
        return np.clip(result, _LEAST, _MOST) / np.float32(_SCALE)

    def _of_clause(
        self,
        shape: Shape,
        ours: Sequence[_Source],
        theirs: Sequence[_Source],
        pieces: Sequence[_Source],
        said: Sequence[_Source],
    ) -> Floats:
        words = shape.words or (".",)
        rows = tuple(map(self.row_of, words))
        weights = np.array(list(map(self._weight, words, rows)), np.float32)
        clause = _Clause(words, rows, weights)
        by_ours, by_theirs = self._by(clause, ours), self._by(clause, theirs)
        new, new_ours = weights * (1 - np.maximum(by_ours, by_theirs)), weights * (1 - by_ours)
        total = max(float(weights.sum()), 0.5)
        verb = [shape.verb] if shape.verb >= 0 else []
        named = [at for at in shape.named if at not in verb]
        rest = [at for at in range(len(words)) if at not in verb and at not in named]
        says_no = "not" in shape.marks
        counts = [
            new.sum(), total, (weights > 0).sum(), new.max(), (new > _CERTAIN).sum(),
            new.sum() / total, new_ours.sum(), new_ours.sum() / total, new_ours.max(),
            new[verb].sum(), new_ours[verb].sum(), new[named].sum(), new_ours[named].sum(),
            new[rest].sum(), new[rest].max(initial=0), new_ours[rest].sum(),
            *self._nearest(clause, pieces, says_no), *self._nearest(clause, said, says_no),
            len(words) / 10,
            *(any(is_of(name, words[at]) for at in verb) for name in ("praise", "scorn")),
            *(any(is_of(name, word) for word in words) for name in ("praise", "scorn")),
        ]  # fmt: skip
        kinds = [
            *(shape.subject == name for name in SUBJECTS),
            *(shape.time == name for name in TIMES),
            *(name in shape.marks for name in MARKS),
        ]
        return np.array([*counts, *kinds], np.float32)

    def _by(self, clause: _Clause, sources: Sequence[_Source]) -> Floats:
        """Give how far each word of a clause is borne, from 0 to 1."""
        return np.array(
            [
                max((self._borne(word, row, source) for source in sources), default=0.0)
                if weight
                else 1.0
                for word, row, weight in zip(
                    clause.words, clause.rows, clause.weights.tolist(), strict=True
                )
            ],
            np.float32,
        )

    def _nearest(
        self, clause: _Clause, pieces: Sequence[_Source], says_no: bool
    ) -> tuple[float, float, float]:
        """Give how far the nearest piece bears a clause, that with other polarity, and if against.

        A piece is against a clause where one says the opposite of a word of the other.
        """
        total = float(clause.weights.sum())
        borne = [
            float((clause.weights * self._by(clause, (piece,))).sum()) / total for piece in pieces
        ] if total else []  # fmt: skip
        if not borne or max(borne) == 0:
            return 0.0, 0.0, 0.0
        best = max(borne)
        nearest = pieces[borne.index(best)]
        none: frozenset[str] = frozenset()
        against = any(
            _opposites().get(base_of(word), none) & nearest.bases for word in clause.words
        )
        return best, best * (nearest.says_no != says_no), float(against)

    def _weight(self, word: str, row: int) -> float:
        if is_small(word) or is_mark(word) or word == "not":
            return 0.0
        return float(self.weights[row]) if row >= 0 else 1.0

    def _borne(self, word: str, row: int, source: _Source) -> float:
        base = base_of(word)
        if base in source.bases:
            return 1.0
        if not source.likes.isdisjoint(likes_of(base)):
            return LIKE
        if row < 0 or not len(source.vectors):
            return 0.0
        near = float((source.vectors @ self.table[row]).max())
        return LIKE * min(1.0, max(0.0, (near - _FAR) / (_NEAR - _FAR)))

    def _source(self, text: str) -> _Source:
        words = words_of(plain(text))[:MOST_WORDS]
        carrying = [word for word in words if not is_small(word) and not is_mark(word)]
        bases = frozenset(map(base_of, carrying))
        return _Source(
            bases,
            all_likes(bases),
            self.table[sorted({self.row_of(word) for word in carrying} - {-1})],
            any(word in _NO or word.endswith("n't") for word in words),
        )

    def _in_pieces(self, text: str) -> tuple[_Source, ...]:
        for mark in _CUT:
            text = text.replace(mark, ". ")
        return tuple(self._source(piece) for piece in text.split(". ") if piece.strip())
