"""Train the judge: `python -m models.checks.train`, a quarter of an hour on one core.

What each of the three says of drafts that it did not learn from decides how they are weighed; then
all three learn from everything that is not held back.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from models.checks.alignment import Floats
from models.checks.clauses import clauses
from models.checks.examples import (
    BLOCK,
    Example,
    Splitter,
    drafts,
    in_clauses,
    in_sentences,
    labelled,
    quotes_of,
    replies,
)
from models.checks.judge import LABELS, WEIGHTS, told_by
from models.checks.linear import Rows, arrays_of_linear, learn
from models.checks.reading import MOST_WORDS, Vectors
from models.checks.train_network import arrays_of, said_by, train
from models.triage.features import plain, words_of
from models.triage.network import WEIGHTS as TRIAGE

EVERY = 4  # every fourth good reply is read
FOLDS = 3
EPOCHS = 5
MEMBERS = 3
STRENGTH = 0.03  # of the weighing: the inverse of its penalty
GOOD = 0.5  # how much a sentence of a good reply counts in it
NO_DRAFT, WEIGHED_ONLY = -1, -2
Bools = NDArray[np.bool_]


class Lessons:
    """All that is learnt from, once by sentences and once by clauses, with folds of the drafts."""

    def __init__(self) -> None:
        self.examples = list(_examples(in_sentences))
        self.parts = list(_examples(in_clauses))
        self.vectors = Vectors(_vectors())
        self.readings = [
            self.vectors.read(words, one.around) for one in self.examples for words in one.sentences
        ]
        self.where = _where(self.examples)
        self.folds, self.folds_of_parts = _folds(self.examples), _folds(self.parts)
        self.rows, self.rows_of_parts = Rows(self.examples), Rows(self.parts)

    def all_three(
        self, chosen: Bools, chosen_parts: Bools, members: int
    ) -> tuple[NDArray[np.float64], dict[str, NDArray[Any]]]:
        """Learn from the chosen; give what is said of every sentence, and the weights."""
        whole = learn(self.rows, chosen)
        wanted, counts = self.rows.wanted.copy(), self.rows.counts.copy()
        by_clause = learn(self.rows_of_parts, chosen_parts)
        nets = [
            train(
                self.readings, wanted, counts, self.where, np.flatnonzero(chosen),
                table=self.vectors.table, epochs=EPOCHS, seed=seed,
            )
            for seed in range(members)
        ]  # fmt: skip
        without = len(self.vectors.table)
        said = np.hstack(
            [
                self.rows.matrix @ whole,
                self._strongest(self.rows_of_parts.matrix @ by_clause),
                np.mean([said_by(net, self.readings, without) for net in nets], 0),
                np.stack([told_by(reading) for reading in self.readings]),
            ]
        )
        arrays = arrays_of_linear(whole, "whole") | arrays_of_linear(by_clause, "clause")
        for place, net in enumerate(nets):
            arrays |= arrays_of(net, str(place))
        return said, arrays

    def _strongest(self, by_clause: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give for each sentence the highest odds of its clauses."""
        numbers = [len(clauses(words)) for one in self.examples for words in one.sentences]
        starts = np.cumsum([0, *numbers[:-1]])
        strongest: NDArray[np.float64] = np.maximum.reduceat(by_clause, starts)
        return strongest


def _examples(split: Splitter) -> Iterator[Example]:
    yield from drafts(split)
    yield from replies("train", EVERY, split)
    yield from replies("dev", 1, split)


def _folds(examples: Sequence[Example]) -> NDArray[np.intp]:
    """Give the fold of each sentence: neighbours are alike, so that folds are made of blocks."""
    by_hand = len(list(labelled()))
    weighed_only = len(examples) - len(list(replies("dev")))
    folds: list[int] = []
    for place, one in enumerate(examples):
        fold = place // BLOCK % FOLDS if place < by_hand else NO_DRAFT
        folds += [WEIGHED_ONLY if place >= weighed_only else fold] * len(one.sentences)
    return np.array(folds)


def _vectors() -> dict[str, NDArray[Any]]:
    names = ("vector_keys", "vectors", "vector_weights")
    with np.load(TRIAGE) as arrays:
        return {name: arrays[name] for name in names}


def _where(examples: Sequence[Example]) -> dict[int, Floats]:
    """Give, for each sentence that was labelled by hand, which of its words are which fault."""
    found: dict[int, Floats] = {}
    row = 0
    for (_, draft), one in zip(labelled(), examples, strict=False):
        for start, words in in_sentences(draft["draft"]):
            found[row] = _of_words(words, start, quotes_of(draft))
            row += 1
        assert len(one.sentences) == len(in_sentences(draft["draft"]))
    return found


def _of_words(sentence: str, start: int, quotes: Sequence[tuple[int, int, str]]) -> Floats:
    low, after = plain(sentence), 0
    words = words_of(low)[:MOST_WORDS] or ["."]
    faults = np.zeros((len(words), len(LABELS)), np.float32)
    for place, word in enumerate(words):
        at = max(low.find(word, after), 0)
        after = at + len(word)
        for begun, length, label in quotes:
            if label in LABELS and begun < start + after and start + at < begun + length:
                faults[place, LABELS.index(label)] = 1
    return faults


def weigh(
    said: NDArray[np.float64], wanted: NDArray[np.float64], counts: NDArray[np.float64]
) -> dict[str, NDArray[Any]]:
    """Fit how what the three say of a sentence is weighed for each fault."""
    middle, spread = said.mean(0), said.std(0) + 1e-6
    weights, biases = [], []
    for column in range(len(LABELS)):
        model = LogisticRegression(C=STRENGTH, max_iter=1000)
        model.fit((said - middle) / spread, wanted[:, column], sample_weight=counts)
        weights.append(model.coef_[0] / spread)
        biases.append(model.intercept_[0] - weights[-1] @ middle)
    return {"mix.weight": np.array(weights, np.float32), "mix.bias": np.array(biases, np.float32)}


def unseen(lessons: Lessons) -> NDArray[np.float64]:
    """Give what the three say of each sentence, none having learnt from it; nothing of others."""
    folds, of_parts = lessons.folds, lessons.folds_of_parts
    found: NDArray[np.float64] | None = None
    for fold in range(FOLDS):
        said, _ = lessons.all_three(
            (folds != fold) & (folds != WEIGHED_ONLY),
            (of_parts != fold) & (of_parts != WEIGHED_ONLY),
            members=1,
        )
        found = np.full_like(said, np.nan) if found is None else found
        heard = (folds == fold) | ((folds == WEIGHED_ONLY) & (fold == 0))
        found[heard] = said[heard]
    assert found is not None
    return found


def write(arrays: Mapping[str, NDArray[Any]], path: Path = WEIGHTS) -> None:
    """Write the weights."""
    np.savez_compressed(path, allow_pickle=False, **arrays)


def main() -> None:
    """Learn from all that is not held back, and write the weights."""
    lessons = Lessons()
    said = unseen(lessons)
    heard = ~np.isnan(said[:, 0])
    is_good = lessons.folds == WEIGHED_ONLY
    kinds = np.array([one.kind for one in lessons.examples for _ in one.sentences])
    heard &= ~is_good | (kinds == "good")
    mix = weigh(said[heard], lessons.rows.wanted[heard], np.where(is_good, GOOD, 1.0)[heard])
    learnt = lessons.folds != WEIGHED_ONLY
    _, arrays = lessons.all_three(learnt, lessons.folds_of_parts != WEIGHED_ONLY, MEMBERS)
    write(arrays | mix | _vectors())


if __name__ == "__main__":
    main()
