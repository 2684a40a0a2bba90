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
    rows: tuple[int, ...]  # of its words among the vectors
    says_no: bool


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


class _Beside(dict[str, Floats]):
    """How far each word (sources,) is borne, from 0 to 1, by all that it may rest on.

    The sources stand in order: ours whole, theirs whole, ours in pieces, the comment in pieces.
    A word is looked up once.
    """

    def __init__(
        self,
        parts: Sequence[Sequence[_Source]],
        row_of: Callable[[str], int],
        table: Floats,
    ) -> None:
        self.sources = [source for part in parts for source in part]
        ends = np.cumsum([0, *map(len, parts)]).tolist()
        self.ours, self.theirs, self.pieces, self.said = map(slice, ends, ends[1:])
        self._row_of, self._table = row_of, table
        self._seen = [place for place, source in enumerate(self.sources) if source.rows]
        counts = [len(self.sources[place].rows) for place in self._seen]
        self._starts = np.cumsum([0, *counts])[:-1]
        self._vectors = table[[row for source in self.sources for row in source.rows]]

    def __missing__(self, word: str) -> Floats:
        borne = self[word] = np.zeros(len(self.sources), np.float32)
        if is_small(word) or is_mark(word):
            return borne
        base, row = base_of(word), self._row_of(word)
        likes = likes_of(base)
        if row >= 0 and self._seen:
            near = np.maximum.reduceat(self._vectors @ self._table[row], self._starts)
            borne[self._seen] = LIKE * np.clip((near - _FAR) / (_NEAR - _FAR), 0, 1)
        for place, source in enumerate(self.sources):
            if base in source.bases:
                borne[place] = 1
            elif not source.likes.isdisjoint(likes):
                borne[place] = LIKE
        return borne


class Aligner:
    """Puts clauses beside their sources.

    `row_of` gives the row of a word in the table of vectors, -1 for one that has none; `weights`
    say how much each word of the table says.
    """

    def __init__(self, row_of: Callable[[str], int], table: Floats, weights: Floats) -> None:
        self.row_of, self.table, self.weights = row_of, table, weights
        self._weight = lru_cache(maxsize=20_000)(self._weigh)
        self._beside = lru_cache(maxsize=64)(self._put_beside)

    def read(
        self, sentence: str, comment: str, ours: tuple[str, ...], theirs: tuple[str, ...]
    ) -> Floats:
        """Give (2 · NUMBERS,): the most that any clause has, and what the newest clause has."""
        beside = self._beside(comment, ours, theirs)
        numbers = np.stack(
            [
                self._of_clause(shape_of(plain(part)), beside)
                for part in clauses(sentence) or (sentence,)
            ]
        )
        newest = numbers[int(np.argmax(numbers[:, 0]))]
        result: Floats = np.concatenate([numbers.max(0), newest])
        return np.clip(result, _LEAST, _MOST) / np.float32(_SCALE)

    def _put_beside(self, comment: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> _Beside:
        parts = (
            [self._source(text) for text in ours],
            [self._source(text) for text in (comment, *theirs)],
            [piece for text in ours for piece in self._in_pieces(text)],
            self._in_pieces(comment),
        )
        return _Beside(parts, self.row_of, self.table)

    def _of_clause(self, shape: Shape, beside: _Beside) -> Floats:
        words = shape.words or (".",)
        weights = np.array(list(map(self._weight, words)), np.float32)
        borne = np.stack([beside[word] for word in words])  # (words, sources)
        by_ours = borne[:, beside.ours].max(1, initial=0)
        by_theirs = borne[:, beside.theirs].max(1, initial=0)
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
            *_nearest(words, weights, borne, beside, beside.pieces, says_no),
            *_nearest(words, weights, borne, beside, beside.said, says_no),
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

    def _weigh(self, word: str) -> float:
        if is_small(word) or is_mark(word) or word == "not":
            return 0.0
        row = self.row_of(word)
        return float(self.weights[row]) if row >= 0 else 1.0

    def _source(self, text: str) -> _Source:
        words = words_of(plain(text))[:MOST_WORDS]
        carrying = [word for word in words if not is_small(word) and not is_mark(word)]
        bases = frozenset(map(base_of, carrying))
        return _Source(
            bases,
            all_likes(bases),
            tuple(sorted({self.row_of(word) for word in carrying} - {-1})),
            any(word in _NO or word.endswith("n't") for word in words),
        )

    def _in_pieces(self, text: str) -> list[_Source]:
        for mark in _CUT:
            text = text.replace(mark, ". ")
        return [self._source(piece) for piece in text.split(". ") if piece.strip()]


def _nearest(
    words: Sequence[str],
    weights: Floats,
    borne: Floats,
    beside: _Beside,
    pieces: slice,
    says_no: bool,
) -> tuple[float, float, float]:
    """Give how far the nearest piece bears a clause, that with other polarity, and if against.

    A piece is against a clause where one says the opposite of a word of the other.
    """
    by_piece = weights @ borne[:, pieces]
    best = float(by_piece.max(initial=0))
    if best == 0:
        return 0.0, 0.0, 0.0
    best /= float(weights.sum())
    nearest = beside.sources[pieces][int(by_piece.argmax())]
    opposites = _opposites()
    against = any(
        not nearest.bases.isdisjoint(others)
        for word in words
        if (others := opposites.get(base_of(word)))
    )
    return best, best * (nearest.says_no != says_no), float(against)
