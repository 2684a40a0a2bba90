"""Small fitted judgements: a logistic regression over named features, kept as JSON."""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "weights.json"


@cache
def _weights() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(PATH.read_text(encoding="utf-8"))
    return loaded


def chance(kind: str, features: Mapping[str, float]) -> float:
    """Give the fitted chance (0 to 1) that a `thing` is named in a reply."""
    weights = _weights()[kind]
    total = weights["bias"] + sum(
        weights.get(name, 0.0) * value for name, value in features.items()
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
