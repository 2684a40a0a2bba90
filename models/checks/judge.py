"""The trained judge: weights, and how likely each fault of a sentence is."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.checks.features import Around, features_of

WEIGHTS = Path(__file__).parent / "weights.npz"
LABELS = (
    "unsupported_fact", "unsupported_promise", "blame", "argues", "boilerplate", "hard_sell",
    "wrong_tone", "disclosure", "non_apology", "private_data",
)  # fmt: skip


class Judge:
    """One logistic model for each fault, over the same features."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.places = arrays["places"]  # (kept,) sorted numbers of features
        self.table = arrays["table"]  # (kept, labels) int8
        self.scale = arrays["scale"]  # (labels,)

    def scores(self, sentence: str, around: Around) -> dict[str, float]:
        """Give the log-odds of each fault of a sentence."""
        weights = features_of(sentence, around)
        wanted = np.fromiter(weights, np.int32, len(weights))
        values = np.fromiter(weights.values(), np.float64, len(weights))
        rows = np.minimum(np.searchsorted(self.places, wanted), len(self.places) - 1)
        known = self.places[rows] == wanted
        total = values[known] @ self.table[rows[known]] * self.scale
        return dict(zip(LABELS, total.tolist(), strict=True))


@cache
def shipped() -> Judge:
    """Read the shipped weights once."""
    with np.load(WEIGHTS) as arrays:
        return Judge(dict(arrays))


@lru_cache(maxsize=4096)  # while somebody types, most sentences stay as they were
def judged(sentence: str, around: Around) -> Mapping[str, float]:
    """Give the log-odds of each fault of a sentence, as the shipped judge sees it."""
    return shipped().scores(sentence, around)
