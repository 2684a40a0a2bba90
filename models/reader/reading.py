"""What the shipped reader says of a comment, and of a fact beside it, in numpy alone."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.prompt import Brief
from models.reader.encoder import Encoder, Floats
from models.reader.layouts import Layout, around, beside
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
            for name in ("comment", "pair", "answers", *(f"heads.{kind}" for kind in LABELS))
        }
        self._answers = lru_cache(maxsize=256)(self._answers_of)

    def probabilities(self, brief: Brief) -> Probabilities:
        """Give, for each kind of label, the probability of every value."""
        found = self._found("comment", around(brief))
        return {
            kind: dict(zip(values, _softmax(self._apply(f"heads.{kind}", found)), strict=True))
            for kind, values in LABELS.items()
        }

    def answering(self, comment: str, facts: Sequence[str], post: str) -> list[float]:
        """Give the chance (0 to 1) of each fact that a good reply to the comment tells it."""
        return [self._answers(beside(comment, fact, post)) for fact in facts]

    def _answers_of(self, layout: Layout) -> float:
        odds = self._apply("answers", self._found("pair", layout))
        return float(1 / (1 + np.exp(-odds[0])))

    def _found(self, head: str, layout: Layout) -> Floats:
        states = self._encoder.states(list(layout.ids))
        own, rest = states[: layout.own], states[layout.own :]
        return _gelu(self._apply(head, np.concatenate([own.mean(0), rest.mean(0)])))

    def _apply(self, layer: str, numbers: Floats) -> Floats:
        weight, bias = self._layers[layer]
        result: Floats = weight @ numbers + bias
        return result


def _gelu(values: Floats) -> Floats:
    inner = np.float32((2 / np.pi) ** 0.5) * (values + np.float32(0.044715) * values**3)
    result: Floats = values * (1 + np.tanh(inner)) / 2
    return result


def _softmax(values: Floats) -> list[float]:
    exponents = np.exp(values - values.max())
    shares: list[float] = (exponents / exponents.sum()).tolist()
    return shares


@cache
def shipped() -> Reading:
    """Read the shipped weights once."""
    with np.load(WEIGHTS) as arrays:
        return Reading(dict(arrays))
