"""What the shipped reader says of a comment, in numpy alone."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.prompt import Brief
from models.reader.encoder import Encoder, Floats, gelu, softmax
from models.reader.layouts import around
from models.triage.network import LABELS, Probabilities

WEIGHTS = Path(__file__).parent / "weights.npz"


class Reading:
    """The encoder and its heads, as `heads.py` trained them."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        inside = "reader."
        self._encoder = Encoder(
            {name[len(inside) :]: array for name, array in arrays.items() if inside in name}
        )
        self._layers = {
            name: tuple(arrays[f"{name}.{part}"].astype(np.float32) for part in ("weight", "bias"))
            for name in ("comment", *(f"heads.{kind}" for kind in LABELS))
        }

    def probabilities(self, brief: Brief) -> Probabilities:
        """Give, for each kind of label, the probability of every value."""
        layout = around(brief)
        states = self._encoder.states(list(layout.ids))
        own, rest = states[: layout.own].mean(0), states[layout.own :].mean(0)
        found = gelu(self._apply("comment", np.concatenate([own, rest])))
        return {
            kind: dict(
                zip(values, softmax(self._apply(f"heads.{kind}", found)).tolist(), strict=True)
            )
            for kind, values in LABELS.items()
        }

    def _apply(self, layer: str, numbers: Floats) -> Floats:
        weight, bias = self._layers[layer]
        result: Floats = weight @ numbers + bias
        return result


@cache
def shipped() -> Reading:
    """Read the shipped weights once."""
    with np.load(WEIGHTS) as arrays:
        return Reading(dict(arrays))
