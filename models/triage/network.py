"""The triage network: a comment with what stands around it to probabilities, in numpy alone.

Two hidden layers over four kinds of features (see `features.py`): hashed words and parts of words,
counts of concepts, vectors of words, and flags. The weights are small integers with a scale.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.prompt import Brief
from models.triage.features import (
    around_of,
    concept_names,
    concepts_of,
    hashed,
    parts_of,
    read_words,
    vector_key,
)
from models.triage.patterns import flags_of

WEIGHTS = Path(__file__).parent / "weights.npz"
LABELS: dict[str, tuple[str, ...]] = {
    "intent": (
        "praise", "thanks", "question", "complaint", "mistake_report", "suggestion", "criticism",
        "accusation", "story", "joke", "purchase_intent", "comparison", "disappointment", "concern",
        "crisis", "spam", "troll", "off_topic",
    ),
    "feeling": (
        "happy", "grateful", "curious", "neutral", "amused", "disappointed", "frustrated", "angry",
        "sad", "worried", "sarcastic", "confused",
    ),
    "risk": ("none", "low", "high"),
    "action": ("reply", "ask", "move", "hand_over", "ignore"),
    "hand_over_to": ("", "support", "pr", "product", "legal", "safety", "marketing"),
}  # fmt: skip

Floats = NDArray[np.float32]
Probabilities = dict[str, dict[str, float]]


class Network:
    """The trained weights, and what they say about a comment: the mean of a few members."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.part_keys = arrays["part_keys"]  # (parts,) sorted
        self.vectors = Vectors(arrays)
        self.moods = Moods(arrays)
        self.mean, self.spread = (arrays[name].astype(np.float32) for name in ("mean", "spread"))
        self.members = [Member(arrays, index) for index in range(int(arrays["members"]))]

    def probabilities(self, brief: Brief) -> Probabilities:
        """Give, for each kind of label, the probability of every value."""
        numbers = np.clip(
            (dense_of(brief, self.vectors, self.moods) - self.mean) / self.spread, -4, 4
        )
        rows, weights = self._parts(brief)
        said = [member.probabilities(numbers, rows, weights) for member in self.members]
        return {
            kind: dict(zip(values, np.mean([one[kind] for one in said], 0).tolist(), strict=True))
            for kind, values in LABELS.items()
        }

    def _parts(self, brief: Brief) -> tuple[NDArray[np.intp], Floats]:
        weighted = parts_of(brief)
        rows, known = _find(self.part_keys, np.fromiter(weighted, np.uint32, len(weighted)))
        return rows, np.fromiter(weighted.values(), np.float32, len(weighted))[known]


class Member:
    """One net of those that were trained alike from different beginnings."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], index: int) -> None:
        self.parts = arrays[f"{index}.parts"]  # (parts, part_width) int8
        self.part_scale = arrays[f"{index}.part_scale"].astype(np.float32)  # (part_width,)
        self.layers = {
            name: (
                arrays[f"{index}.{name}.weight"].astype(np.float32),
                arrays[f"{index}.{name}.bias"].astype(np.float32),
            )
            for name in ("first", "second", *LABELS)
        }

    def probabilities(
        self, numbers: Floats, rows: NDArray[np.intp], weights: Floats
    ) -> dict[str, Floats]:
        """Give the probabilities of the values of each kind of label, in their order."""
        parts = np.maximum(weights @ self.parts[rows].astype(np.float32) * self.part_scale, 0)
        first = np.concatenate([np.maximum(self._apply("first", numbers), 0), parts])
        hidden = np.concatenate([np.maximum(self._apply("second", first), 0), first])
        return {kind: _softmax(self._apply(kind, hidden)) for kind in LABELS}

    def _apply(self, layer: str, numbers: Floats) -> Floats:
        weight, bias = self.layers[layer]  # (out, in), (out,)
        result: Floats = weight @ numbers + bias
        return result


class Vectors:
    """Vectors of words, learnt from which words stand near which."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.keys = arrays["vector_keys"]  # (words,) sorted
        self.table = arrays["vectors"]  # (words, width) int8
        self.weights = arrays["vector_weights"].astype(np.float32)  # (words,) rare words weigh more
        self.of = lru_cache(maxsize=64)(self._of)  # facts are read again for every clause

    def _of(self, text: str) -> Floats:
        """Give the weighted sum of the vectors of a text's words, over the root of their number."""
        words = read_words(text)
        rows, _ = _find(self.keys, np.array([vector_key(word) for word in words], np.uint32))
        total: Floats = self.weights[rows] @ self.table[rows].astype(np.float32)
        return total / np.float32(max(len(rows), 1) ** 0.5)


class Moods:
    """How much of each feeling words and pairs of words carry, learnt from public comments."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.keys = arrays["mood_keys"]  # (words and pairs,) sorted
        self.table = arrays["moods"]  # (words and pairs, feelings) int8
        self.scale = arrays["mood_scale"].astype(np.float32)  # (feelings,)

    def of(self, text: str) -> Floats:
        """Give the sum of the moods of a text's words and pairs, over the root of their number."""
        rows, _ = _find(self.keys, mood_keys(text))
        total: Floats = self.table[rows].sum(0, dtype=np.float32) * self.scale
        return total / np.float32(max(len(rows), 1) ** 0.5)


def mood_keys(text: str) -> NDArray[np.uint32]:
    """Give the numbers of a text's words and pairs of words, under which their moods stand."""
    words = read_words(text)
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return np.array([hashed(name) for name in (*words, *pairs)], np.uint32)


def dense_of(brief: Brief, vectors: Vectors, moods: Moods) -> Floats:
    """Give the features that are plain numbers, in a fixed order."""
    texts = (
        brief.comment,
        brief.brand.what,
        brief.note,
        " ".join(turn.text for turn in brief.thread[-4:]),
        " ".join(brief.facts),
        brief.post,
    )
    return np.concatenate(
        [
            np.array(around_of(brief, read_words(brief.comment)), np.float32),
            _likeness(brief, vectors),
            moods.of(brief.comment),
            np.array(flags_of(brief), np.float32),
            *(_counts(text) for text in texts[:-1]),
            *(vectors.of(text) for text in texts),
        ]
    )


def _likeness(brief: Brief, vectors: Vectors) -> Floats:
    """Give how near in meaning the nearest two facts, the note, and our last words are."""
    own = vectors.of(brief.comment)
    facts = sorted(_cosine(own, vectors.of(fact)) for fact in brief.facts)[-2:]
    ours = next((turn.text for turn in reversed(brief.thread) if turn.who == "us"), "")
    others = [_cosine(own, vectors.of(text)) for text in (brief.note, ours)]
    return np.array([0.0] * (2 - len(facts)) + facts + others, np.float32)


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-9))


@lru_cache(maxsize=64)
def _counts(text: str) -> Floats:
    counts = concepts_of(read_words(text))
    return np.log1p(np.array([counts.get(name, 0) for name in concept_names()], np.float32))


def _find(
    keys: NDArray[Any], wanted: NDArray[np.uint32]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Give the rows of those keys that are there, and which of the wanted ones they are."""
    rows = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    known = keys[rows] == wanted
    return rows[known], known


def _softmax(numbers: Floats) -> Floats:
    exponents = np.exp(numbers - numbers.max())
    result: Floats = exponents / exponents.sum()
    return result


@cache
def shipped() -> Network:
    """Read the shipped weights once."""
    with np.load(WEIGHTS) as arrays:
        return Network(dict(arrays))
