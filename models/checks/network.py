"""The network: a sentence word by word, each seen with its neighbours, to the odds of each fault.

In numpy alone. A few members, trained alike from different beginnings, say their mean.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.checks.alignment import Floats
from models.checks.reading import Reading

LAYERS = ("vectors", "inputs", "comment", "near", "far", "words", "shape", "hidden", "out")
SHARP = 2.0  # how much the most faulty word says for its sentence


class Network:
    """The trained weights of all members, side by side: they read at once.

    Each is a net over words, two convolutions over them, and what is strongest in any word.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], table: Floats) -> None:
        self.table = table  # (words, width)
        names = sorted({name.split(".")[0] for name in arrays if name[0].isdigit()})

        def of_all(array: str) -> Floats:
            return np.stack([arrays[f"{name}.{array}"].astype(np.float32) for name in names])

        self.roots = of_all("roots") * of_all("roots_scale")[:, None, None]
        # (members, in, out); a convolution takes the word before, the word and that behind it
        self.weights = {
            layer: np.ascontiguousarray(_turned(of_all(f"{layer}.weight"))) for layer in LAYERS
        }
        self.biases = {layer: of_all(f"{layer}.bias")[:, None] for layer in LAYERS}

    def scores(self, reading: Reading) -> Floats:
        """Give the log-odds of each fault of a sentence, in the order of the judge's labels."""
        vectors = np.where(reading.rows[:, None] >= 0, self.table[reading.rows], np.float32(0))
        roots = self.roots[:, reading.roots]
        marks = np.broadcast_to(reading.marks, (len(roots), *reading.marks.shape))
        words = np.concatenate([self._apply("vectors", vectors), roots, marks], 2)
        comment = self._apply("comment", reading.comment[None])
        seen = np.maximum(self._apply("inputs", words) + comment, 0)  # (members, words, width)
        seen = seen + self._beside("near", seen, 1)
        seen = seen + self._beside("far", seen, 2)
        by_word = SHARP * self._apply("words", seen)  # (members, words, labels)
        strongest = by_word.max(1, keepdims=True)
        pooled = strongest + np.log(np.exp(by_word - strongest).sum(1, keepdims=True))
        shape = np.maximum(self._apply("shape", reading.shape[None]), 0)
        whole = np.concatenate(
            [seen.max(1, keepdims=True), seen.mean(1, keepdims=True), shape, comment], 2
        )
        hidden = np.maximum(self._apply("hidden", whole), 0)
        result: Floats = (self._apply("out", hidden) + pooled / SHARP)[:, 0].mean(0)
        return result

    def _apply(self, layer: str, numbers: Floats) -> Floats:
        result: Floats = numbers @ self.weights[layer] + self.biases[layer]
        return result

    def _beside(self, layer: str, seen: Floats, distance: int) -> Floats:
        """See each word with the one so far before it and the one so far behind it."""
        members, words, width = seen.shape
        padded = np.zeros((members, words + 2 * distance, width), np.float32)
        padded[:, distance : distance + words] = seen
        three = [padded[:, place : place + words] for place in (0, distance, 2 * distance)]
        return np.maximum(self._apply(layer, np.concatenate(three, 2)), 0)


def _turned(weights: Floats) -> Floats:
    """Turn weights (members, out, in) or, of a convolution, (members, out, in, 3)."""
    if weights.ndim == 3:
        return weights.transpose(0, 2, 1)
    members, out, width, places = weights.shape
    return weights.transpose(0, 3, 2, 1).reshape(members, places * width, out)
