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
    """The trained weights of all members."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], table: Floats) -> None:
        members = sorted({name.split(".")[0] for name in arrays if name[0].isdigit()})
        self.members = [Member(arrays, member, table) for member in members]

    def scores(self, reading: Reading) -> Floats:
        """Give the log-odds of each fault of a sentence, in the order of the judge's labels."""
        result: Floats = np.mean([member.scores(reading) for member in self.members], 0)
        return result


class Member:
    """One net: words, two convolutions over them, and what is strongest in any word."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], name: str, table: Floats) -> None:
        self.table = table  # (words, width)
        self.roots = arrays[f"{name}.roots"].astype(np.float32) * arrays[f"{name}.roots_scale"]
        self.weights = {
            layer: arrays[f"{name}.{layer}.weight"].astype(np.float32) for layer in LAYERS
        }
        self.biases = {layer: arrays[f"{name}.{layer}.bias"].astype(np.float32) for layer in LAYERS}

    def scores(self, reading: Reading) -> Floats:
        """Give the log-odds of each fault of a sentence."""
        vectors = np.where(reading.rows[:, None] >= 0, self.table[reading.rows], np.float32(0))
        words = np.concatenate(
            [self._apply("vectors", vectors), self.roots[reading.roots], reading.marks], 1
        )
        comment = self._apply("comment", reading.comment)
        seen = np.maximum(self._apply("inputs", words) + comment, 0)  # (words, width)
        seen = seen + self._beside("near", seen, 1)
        seen = seen + self._beside("far", seen, 2)
        by_word = SHARP * self._apply("words", seen)  # (words, labels)
        strongest = by_word.max(0)
        pooled = strongest + np.log(np.exp(by_word - strongest).sum(0))
        shape = np.maximum(self._apply("shape", reading.shape), 0)
        whole = np.concatenate([seen.max(0), seen.mean(0), shape, comment])
        hidden = np.maximum(self._apply("hidden", whole), 0)
        result: Floats = self._apply("out", hidden) + pooled / SHARP
        return result

    def _apply(self, layer: str, numbers: Floats) -> Floats:
        result: Floats = numbers @ self.weights[layer].T + self.biases[layer]
        return result

    def _beside(self, layer: str, seen: Floats, distance: int) -> Floats:
        """See each word with the one so far before it and the one so far behind it."""
        weight = self.weights[layer]  # (width, width, 3)
        padded = np.pad(seen, ((distance, distance), (0, 0)))
        total = sum(
            padded[place * distance : place * distance + len(seen)] @ weight[:, :, place].T
            for place in range(3)
        )
        result: Floats = np.maximum(total + self.biases[layer], 0)
        return result
