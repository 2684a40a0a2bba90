"""The reader in numpy: tokens to states, one text at a time."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.reader.shape import BASE, EPSILON, HEADS, LAYERS, WIDTH

HEAD = WIDTH // HEADS
MATRICES = ("queries_keys_values.weight", "out.weight", "gate_up.weight", "down.weight")
MOST_PLACES = 512

Floats = NDArray[np.float32]


class Encoder:
    """The trained weights of `net.py`, widened once to float32."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.table = arrays["embed.weight"]  # (VOCABULARY, WIDTH) float16
        self.last = arrays["last"].astype(np.float32)
        self.layers = [
            {
                name: arrays[f"layers.{index}.{name}"].astype(np.float32)
                for name in ("first", "second", *MATRICES)
            }
            for index in range(LAYERS)
        ]

    def states(self, ids: list[int]) -> Floats:
        """Give the states (tokens, WIDTH) of a text's tokens, each with both sides in view."""
        states = _normed(self.table[ids].astype(np.float32))
        cosines, sines = (one[: len(ids)] for one in _rotations())
        for layer in self.layers:
            parts = _normed(states, layer["first"]) @ layer["queries_keys_values.weight"].T
            heads = parts.reshape(len(ids), 3, HEADS, HEAD).transpose(1, 2, 0, 3)
            queries, keys = _turned(heads[:2], cosines, sines)
            seen = softmax(queries @ keys.transpose(0, 2, 1) / np.float32(HEAD**0.5)) @ heads[2]
            states += seen.transpose(1, 0, 2).reshape(len(ids), WIDTH) @ layer["out.weight"].T
            gate, up = np.split(
                _normed(states, layer["second"]) @ layer["gate_up.weight"].T, 2, axis=1
            )
            states += (gate / (1 + np.exp(-gate)) * up) @ layer["down.weight"].T
        return _normed(states, self.last)


@cache
def _rotations() -> tuple[Floats, Floats]:
    rates = BASE ** (-np.arange(0, HEAD, 2) / HEAD)
    angles = np.arange(MOST_PLACES)[:, None] * rates
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


def _turned(parts: Floats, cosines: Floats, sines: Floats) -> Floats:
    one, other = np.split(parts, 2, axis=-1)
    return np.concatenate([one * cosines - other * sines, one * sines + other * cosines], -1)


def _normed(states: Floats, weight: Floats | None = None) -> Floats:
    scale = 1 / np.sqrt(np.mean(states * states, axis=-1, keepdims=True) + np.float32(EPSILON))
    result: Floats = states * scale if weight is None else states * scale * weight
    return result


def softmax(values: Floats) -> Floats:
    """Give the share of each value along the last axis."""
    exponents = np.exp(values - values.max(-1, keepdims=True))
    result: Floats = exponents / exponents.sum(-1, keepdims=True)
    return result


def gelu(values: Floats) -> Floats:
    """Give each value as the activation of that name gives it, by its form with tanh."""
    inner = np.float32((2 / np.pi) ** 0.5) * (values + np.float32(0.044715) * values**3)
    result: Floats = values * (1 + np.tanh(inner)) / 2
    return result
