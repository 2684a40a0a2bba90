"""Search: which of many facts come nearest to a comment, by words, their vectors and aspects.

`python -m models.guided.fit` fits what each sign of nearness weighs and writes search.json.
"""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.guided.aspects.cues import asked_of, kinds, rareness, told_of
from models.guided.matching import questions
from models.guided.nearness import COMMON, NUMBER, SAME, Words, root, vector_of, words_of
from models.guided.rarity import rarity
from models.triage.network import shipped

PATH = Path(__file__).with_suffix(".json")
MOST_WORDS = 40  # of a comment or post that are looked for
LEAST = 0.01  # the chance below which a fact has nothing to do with a comment
MOST_KEPT = 8  # indexes: of a few brands
Numbers = NDArray[np.float64]


class FactIndex:
    """Facts, read once, so that many can be compared with a comment at once."""

    def __init__(self, facts: Sequence[str]) -> None:
        words = [words_of(fact) or ("",) for fact in facts]
        places = {word: at for at, word in enumerate(dict.fromkeys(sum(words, ())))}
        roots: dict[str, int] = {}
        self._root_at = roots
        self._roots = np.array([roots.setdefault(root(word), len(roots)) for word in places])
        self._vectors = np.array([vector_of(word or "0") for word in places])
        self._ids = np.array([places[word] for every in words for word in every])
        self._starts = np.cumsum([0, *map(len, words)])[:-1]
        self._length = np.log1p([len(every) for every in words])
        aspects = [told_of(fact) for fact in facts]
        self._aspect_at = {name: at for at, name in enumerate(sorted(set().union(*aspects)))}
        self._told = np.array([self._row(told) for told in aspects])
        means = np.array([shipped().vectors.of(fact) for fact in facts])
        self._means = means / (np.linalg.norm(means, axis=1, keepdims=True) + 1e-9)

    def best(self, comment: str, post: str, count: int) -> list[int]:
        """Give the places of the facts that come nearest, best first: `count` at most."""
        weights = fitted()
        totals = self.signs(comment, post) @ np.array(weights["signs"]) + weights["bias"]
        near = totals > math.log(LEAST / (1 - LEAST))
        return [int(at) for at in np.argsort(-totals, kind="stable")[:count] if near[at]]

    def signs(self, comment: str, post: str) -> Numbers:
        """Give the signs of nearness (facts, signs) to a comment and the post it stands under."""
        parts = questions(comment)
        asked, shown = frozenset[str]().union(*map(asked_of, parts)), told_of(post)
        columns = [
            *self._near(words_of(comment)),
            *self._near(words_of(" ".join(parts))),
            *self._near(words_of(post)),
            *self._sharing(asked - kinds()),
            self._sharing(asked_of(comment) - kinds())[0],
            self._sharing(shown - kinds())[0],
            self._sharing(asked & kinds())[0],
            self._like(comment),
            self._like(post),
            self._length,
        ]
        return np.array(columns).T

    def _near(self, words: Words) -> tuple[Numbers, Numbers]:
        """Give how near words come to each fact's in the mean, and the share that is met."""
        wanted = words[:MOST_WORDS]
        if not wanted:
            return np.zeros(len(self._starts)), np.zeros(len(self._starts))
        vectors = np.array([vector_of(word) for word in wanted])
        roots = np.array([self._root_at.get(root(word), -1) for word in wanted])
        near = self._vectors @ vectors.T
        near[self._roots[:, None] == roots] = 1.0
        best = np.maximum.reduceat(near[self._ids], self._starts, axis=0)
        rare = np.array([NUMBER if w[0].isdigit() else max(rarity(w), COMMON) for w in wanted])
        share = rare / rare.sum()
        return np.maximum(best, 0) @ share, (best >= SAME) @ share

    def _sharing(self, asked: Iterable[str]) -> tuple[Numbers, Numbers]:
        """Give the share of aspects that each fact tells of, by rareness, and the rarest."""
        wanted = np.array(self._row(asked))
        told = self._told * wanted
        whole = sum(map(rareness, asked))
        return told.sum(1) / (whole or 1.0), told.max(1, initial=0.0)

    def _row(self, aspects: Iterable[str]) -> Numbers:
        row = np.zeros(len(self._aspect_at))
        for name in aspects:
            if name in self._aspect_at:
                row[self._aspect_at[name]] = math.sqrt(rareness(name))
        return row

    def _like(self, text: str) -> Numbers:
        vector = shipped().vectors.of(text)
        like: Numbers = self._means @ vector / (np.linalg.norm(vector) + 1e-9)
        return like


@lru_cache(maxsize=MOST_KEPT)
def index_of(facts: tuple[str, ...]) -> FactIndex:
    """Give the index of facts, made once as long as they stay the same."""
    return FactIndex(facts)


@cache
def fitted() -> dict[str, list[float]]:
    """Read what each sign weighs."""
    weights: dict[str, list[float]] = json.loads(PATH.read_text(encoding="utf-8"))
    return weights
