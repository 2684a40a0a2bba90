"""Fit what sentences are worth on blind preferences: `python -m models.guided.fit_ranking OUT`.

A logistic regression on the signs of one draft of a pair less those of the other, drawn towards
the shipped weights. Prints how well these and the fitted ones foretell pairs that they have not
seen, and writes the fitted ones to a file, for `draw_pairs --against`.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.guided.ranking import shipped

PAIRS = Path(__file__).parent.parent / "data" / "ranking" / "pairs.jsonl"
PULL = 20.0  # towards the shipped weights: what best foretells pairs that were not seen
HELD = 1e9  # a pull that lets a weight not move
FOLDS = 10
STEPS = 20  # of Newton's, far more than it takes

Vector = NDArray[np.float64]


def main() -> None:
    """Fit, print and write."""
    names, old = list(shipped()), np.array(list(shipped().values()))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--free", nargs="+", choices=names, default=names, help="the others stay")
    parser.add_argument("--pull", type=float, default=PULL)
    arguments = parser.parse_args()
    better = preferred(names)
    pulls = np.array([arguments.pull if name in arguments.free else HELD for name in names])
    for name, strength in (("shipped", np.full(len(names), HELD)), ("fitted", pulls)):
        losses = foretold(better, old, strength)
        right = float(np.mean(losses < np.log(2)))
        found = {"loss": round(float(losses.mean()), 4), "right": round(right, 3)}
        print(json.dumps({"weights": name, "pairs": len(better), **found}))
    new = fitted(better, old, pulls)
    weights = {name: round(float(weight), 3) for name, weight in zip(names, new, strict=True)}
    arguments.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def preferred(names: Sequence[str]) -> Vector:
    """Give, a row a pair with a verdict, the signs of the better draft less the other's."""
    return np.array(list(_differences(names)))


def _differences(names: Sequence[str]) -> Iterator[list[float]]:
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if pair["better"]:
            sense = 1.0 if pair["better"] == "a" else -1.0
            yield [sense * pair["signs"][name] for name in names]


def fitted(better: Vector, centre: Vector, pulls: Vector) -> Vector:
    """Give the weights that make what was preferred likely, each pulled towards `centre`."""
    weights, stiff = centre.copy(), pulls * (better.std(axis=0) + 1e-9) ** 2
    for _ in range(STEPS):
        missed = 1 / (1 + np.exp(np.clip(better @ weights, -30, 30)))
        slope = better.T @ missed - stiff * (weights - centre)
        bend = (better.T * (missed * (1 - missed))) @ better + np.diag(stiff)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def foretold(better: Vector, centre: Vector, pulls: Vector) -> Vector:
    """Give the loss (nats) of each pair by weights that were fitted without it."""
    fold = np.arange(len(better)) % FOLDS
    losses = np.empty(len(better))
    for held in range(FOLDS):
        weights = fitted(better[fold != held], centre, pulls)
        losses[fold == held] = np.log1p(np.exp(-better[fold == held] @ weights))
    return losses


if __name__ == "__main__":
    main()
