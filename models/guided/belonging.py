"""The chance that a fact belongs in the reply: the mean of a few small networks, in numpy alone.

`python -m models.guided.fit` fits them and writes belonging.npz.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PATH = Path(__file__).parent / "belonging.npz"
MOST_SPREADS = 4.0  # a feature counts no more than so far from its mean


def belonging(rows: Sequence[Mapping[str, float]]) -> list[float]:
    """Give the chance (0 to 1) of each fact, by its features; those not fitted count nothing."""
    nets = networks()
    values = np.array([[row.get(name, 0.0) for name in nets["names"]] for row in rows])
    scaled = np.clip((values - nets["mean"]) / nets["spread"], -MOST_SPREADS, MOST_SPREADS)
    hidden = np.einsum("rf,mfh->mrh", scaled, nets["hidden"]) + nets["hidden_bias"][:, None]
    totals = np.einsum("mrh,mh->mr", np.maximum(hidden, 0), nets["out"]) + nets["out_bias"][:, None]
    chances: list[float] = (1 / (1 + np.exp(-totals))).mean(0).tolist()
    return chances


@cache
def networks() -> dict[str, NDArray[Any]]:
    """Read the fitted arrays: names (features), mean and spread (features,), hidden (members,
    features, width), hidden_bias (members, width), out (members, width), out_bias (members,).
    """
    with np.load(PATH) as arrays:
        return {
            name: array if name == "names" else array.astype(np.float64)
            for name, array in arrays.items()
        }
