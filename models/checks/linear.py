"""The linear models of the judge: one logistic model for each fault, all fitted at once.

Poor replies say which faults they have, not where: the sentence that looks most like it after a
first fit is taken to have it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from models.checks.examples import Example
from models.checks.features import WIDTH, Weights, features_of
from models.checks.judge import LABELS

PENALTY = 0.7
# How much one sentence of a kind counts: what was labelled by hand most of all.
COUNTS = {
    "checks": 5.0, "borne": 3.0, "drafts": 3.0, "more": 3.0, "planted": 3.0, "said": 3.0,
    "near": 3.0, "slips": 3.0, "written": 2.0, "sentences": 2.0, "good": 1.0, "poor": 0.3,
    "robbed": 0.3,
}  # fmt: skip
LIKELY = 0.7  # the sentence of a poor reply that is taken to have the fault
LEAST = 2e-3  # weights nearer to nought are left out
ROUNDS = 45
Floats = NDArray[np.float64]


class Rows:
    """Sentences as a matrix, their faults, and how much each fault of each sentence counts."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        features = [features_of(words, one.around) for one in examples for words in one.sentences]
        self.matrix = _matrix(features)
        self.starts = np.cumsum([0, *(len(one.sentences) for one in examples)])
        size = (self.starts[-1], len(LABELS))
        self.wanted, self.counts = np.zeros(size), np.ones(size)
        for at, one in enumerate(examples):
            self._label(one, self.starts[at])

    def _label(self, one: Example, start: int) -> None:
        for place, faults in enumerate(one.faults):
            row = start + place
            self.counts[row] = COUNTS[one.kind]
            for label in faults:
                self.wanted[row, LABELS.index(label)] = 1
            for label in one.somewhere:
                self.counts[row, LABELS.index(label)] = 0
            if place in one.unsure:
                self.counts[row, 0] = 0
            if one.kind == "poor":  # nobody looked for every unsupported word in these
                self.counts[row, :2] = 0
            if one.kind == "robbed":
                self.counts[row, 1] = 0

    def place(self, likely: Floats) -> None:
        """Put each fault of a poor reply down to the sentence that looks most like it."""
        for at, one in enumerate(self.examples):
            first, last = self.starts[at], self.starts[at + 1]
            for label in one.somewhere if last > first else ():
                column = LABELS.index(label)
                row = first + int(np.argmax(likely[first:last, column]))
                self.wanted[row, column], self.counts[row, column] = 1, LIKELY


def _matrix(features: Sequence[Weights]) -> csr_matrix:
    ends = np.cumsum([0, *map(len, features)])
    places = np.fromiter((at for one in features for at in one), np.int32, ends[-1])
    weights = np.fromiter((w for one in features for w in one.values()), np.float32, ends[-1])
    return csr_matrix((weights, places, ends), shape=(len(features), WIDTH))


def fit(rows: Rows, chosen: NDArray[np.bool_], before: Floats | None = None) -> Floats:
    """Fit weights (WIDTH, labels) on the chosen sentences."""
    matrix, wanted = rows.matrix[chosen], rows.wanted[chosen]
    counts = rows.counts[chosen]
    turned = matrix.T.tocsr()
    start = np.zeros((WIDTH, len(LABELS))) if before is None else before

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(start.shape)
        scores = matrix @ weights
        error = (1 / (1 + np.exp(-scores)) - wanted) * counts
        total = float((counts * (np.logaddexp(0, scores) - wanted * scores)).sum())
        slope: Floats = turned @ error + PENALTY * weights
        return total + PENALTY / 2 * float((weights**2).sum()), slope.ravel()

    found: Any = minimize(
        loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}
    )
    result: Floats = found.x.reshape(start.shape)
    return result


def learn(rows: Rows, chosen: NDArray[np.bool_]) -> Floats:
    """Fit twice: after the first fit the faults of poor replies find their sentences."""
    first = fit(rows, chosen)
    rows.place(rows.matrix @ first)
    return fit(rows, chosen, first)


def arrays_of_linear(weights: Floats, name: str) -> dict[str, NDArray[Any]]:
    """Give the weights that matter, in eight bits each, as `judge.Linear` reads them."""
    kept = np.flatnonzero(np.abs(weights).max(1) > LEAST)
    scale = np.abs(weights).max(0) / 127
    return {
        f"{name}.places": kept.astype(np.int32),
        f"{name}.table": np.round(weights[kept] / scale).astype(np.int8),
        f"{name}.scale": scale,
    }
