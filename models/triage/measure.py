"""Measures of triage: macro-F1 of each kind of label, and how well high risk is ranked."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.triage.network import LABELS

Array = NDArray[Any]


def macro_f1(found: Array, right: Array) -> float:
    """Give the mean F1 over the classes that are right somewhere or found somewhere."""
    classes = np.union1d(found, right)
    return float(np.mean([_f1(found == one, right == one) for one in classes]))


def recall(found: Array, right: Array) -> float:
    """Give the share of the right ones that were found."""
    return float((found & right).sum() / max(right.sum(), 1))


def precision(found: Array, right: Array) -> float:
    """Give the share of the found ones that are right."""
    return float((found & right).sum() / max(found.sum(), 1))


def scores(probabilities: dict[str, Array], labels: dict[str, Array]) -> dict[str, float]:
    """Give macro-F1 of the likeliest labels, and the precision of high risk at three recalls."""
    result = {kind: macro_f1(probabilities[kind].argmax(1), labels[kind]) for kind in LABELS}
    high = LABELS["risk"].index("high")
    order = np.argsort(-probabilities["risk"][:, high])
    hits = np.cumsum(labels["risk"][order] == high)
    for wanted in (0.8, 0.9, 0.97):
        taken = int(np.searchsorted(hits, np.ceil(wanted * hits[-1]))) + 1
        result[f"high_precision_at_{wanted}"] = float(hits[taken - 1] / taken)
    good = np.flatnonzero(hits / np.arange(1, len(hits) + 1) >= 0.6)
    result["high_recall_at_0.6"] = float(hits[good[-1]] / hits[-1]) if len(good) else 0.0
    return {name: round(value, 3) for name, value in result.items()}


def _f1(found: Array, right: Array) -> float:
    both = int((found & right).sum())
    return 2 * both / max(int(found.sum()) + int(right.sum()), 1)
