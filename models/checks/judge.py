"""The trained judge: how likely each fault of a sentence is.

Three look at a sentence: a linear model at the whole of it, another at each of its clauses, and a
network at its words. What they say together is weighed once more, so that one fault is not taken
for another.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.checks.alignment import Floats
from models.checks.clauses import clauses
from models.checks.features import WIDTH, Around, Weights, features_of
from models.checks.network import Network
from models.checks.reading import SHAPES, Reading, Vectors

WEIGHTS = Path(__file__).parent / "weights.npz"
LABELS = (
    "unsupported_fact", "unsupported_promise", "blame", "argues", "boilerplate", "hard_sell",
    "wrong_tone", "disclosure", "non_apology", "private_data",
)  # fmt: skip


class Linear:
    """One logistic model for each fault, over the same features."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], name: str) -> None:
        places = arrays[f"{name}.places"]  # (kept,) numbers of features
        self.rows = np.full(WIDTH, -1, np.int32)
        self.rows[places] = np.arange(len(places))
        self.table = arrays[f"{name}.table"]  # (kept, labels) int8
        self.scale = arrays[f"{name}.scale"]  # (labels,)

    def scores(self, weights: Weights) -> Floats:
        """Give the log-odds of each fault."""
        wanted = np.fromiter(weights, np.int32, len(weights))
        values = np.fromiter(weights.values(), np.float64, len(weights))
        rows = self.rows[wanted]
        known = rows >= 0
        total: Floats = values[known] @ self.table[rows[known]] * self.scale
        return total


class Judge:
    """All three, and the weights of what they say."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.whole, self.by_clause = Linear(arrays, "whole"), Linear(arrays, "clause")
        self.vectors = Vectors(arrays)
        self.network = Network(arrays, self.vectors.table)
        self.weights, self.biases = arrays["mix.weight"], arrays["mix.bias"]

    def scores(self, sentence: str, around: Around) -> dict[str, float]:
        """Give the log-odds of each fault of a sentence."""
        reading = self.vectors.read(sentence, around)
        parts = [part for part in clauses(sentence) if part != sentence]
        whole = features_of(sentence, around)
        by_clause = [features_of(part, around) for part in parts] or [whole]
        said = np.concatenate(
            [
                self.whole.scores(whole),
                np.max([self.by_clause.scores(features) for features in by_clause], 0),
                self.network.scores(reading),
                told_by(reading),
            ]
        )
        total = self.weights @ said + self.biases
        return dict(zip(LABELS, total.tolist(), strict=True))


def told_by(reading: Reading) -> Floats:
    """Give what else bears on the weighing: how long a sentence is, how much of it is new."""
    return reading.shape[-SHAPES:]


@cache
def shipped() -> Judge:
    """Read the shipped weights once."""
    with np.load(WEIGHTS) as arrays:
        return Judge(dict(arrays))


@lru_cache(maxsize=4096)  # while somebody types, most sentences stay as they were
def judged(sentence: str, around: Around) -> Mapping[str, float]:
    """Give the log-odds of each fault of a sentence, as the shipped judge sees it."""
    return shipped().scores(sentence, around)
