"""Training the triage network.

python -m models.triage.vectors        vectors of words from public text (needs CANDOR_CORPUS)
python -m models.triage.moods          moods of words from public text (needs CANDOR_CORPUS)
python -m models.triage.train          train on the train split, choose on dev, write weights.npz
python -m models.triage.train --folds 5   cross-validate by brand over train and dev; write nothing
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.triage.examples import Labelled, labelled
from models.triage.features import parts_of
from models.triage.measure import scores
from models.triage.moods import MOODS
from models.triage.network import LABELS, WEIGHTS, Moods, Vectors, dense_of
from models.triage.vectors import VECTORS

SEEDS = (20, 21, 22)  # one member each
HIDDEN = 128
PART_WIDTH = 64
LEAST_COUNT = 5  # a word or part seen in fewer comments is left out
EPOCHS = 14
BATCH = 128
RATE = 3e-3
BARE = 0.3  # how often a comment is shown without facts and note, as many are when serving
BALANCE = 0.5  # 0: every comment weighs the same; 1: every class does

Array = NDArray[Any]


@dataclass(frozen=True)
class Matrices:
    """The features and labels of comments; the second half is the first without facts and note."""

    part_keys: Array  # (parts,)
    parts: csr_matrix  # (2 * comments, parts)
    numbers: Array  # (2 * comments, features)
    labels: dict[str, Array]  # kind → (comments,)


class TriageNet(nn.Module):
    """What `network.py` runs, with dropout."""

    def __init__(self, parts: int, numbers: int) -> None:
        super().__init__()
        self.parts = nn.EmbeddingBag(parts, PART_WIDTH, mode="sum")
        nn.init.normal_(self.parts.weight, 0, 0.05)
        self.first = nn.Linear(numbers, HIDDEN)
        self.second = nn.Linear(HIDDEN + PART_WIDTH, HIDDEN)
        self.heads = nn.ModuleDict(
            {
                kind: nn.Linear(2 * HIDDEN + PART_WIDTH, len(values))
                for kind, values in LABELS.items()
            }
        )
        self.drop, self.drop_numbers = nn.Dropout(0.5), nn.Dropout(0.3)

    def forward(self, parts: tuple[Tensor, Tensor, Tensor], numbers: Tensor) -> dict[str, Tensor]:
        """Give the logits of every kind of label."""
        rows, starts, weights = parts
        if self.training:
            weights = weights * (torch.rand_like(weights) > 0.3) / 0.7
        summed = self.parts(rows, starts, per_sample_weights=weights)
        first = self.drop(
            torch.cat([torch.relu(self.first(self.drop_numbers(numbers))), torch.relu(summed)], 1)
        )
        hidden = torch.cat([self.drop(torch.relu(self.second(first))), first], 1)
        return {kind: head(hidden) for kind, head in self.heads.items()}


def matrices(
    examples: list[Labelled], vectors: Vectors, moods: Moods, known: list[bool]
) -> Matrices:
    """Give the features of all examples; parts come from those marked as known alone."""
    briefs = [example.brief for example in examples]
    briefs += [replace(brief, facts=(), note="") for brief in briefs]
    bags = [parts_of(brief) for brief in briefs]
    counts = Counter(key for bag, seen in zip(bags, known, strict=False) if seen for key in bag)
    keys = sorted(key for key, count in counts.items() if count >= LEAST_COUNT)
    column = {key: index for index, key in enumerate(keys)}
    cells = [
        (row, column[key], weight)
        for row, bag in enumerate(bags)
        for key, weight in bag.items()
        if key in column
    ]
    rows, columns, weights = zip(*cells, strict=True)
    return Matrices(
        part_keys=np.array(keys, np.uint32),
        parts=csr_matrix(
            (np.array(weights, np.float32), (rows, columns)), shape=(len(briefs), len(keys))
        ),
        numbers=np.stack([dense_of(brief, vectors, moods) for brief in briefs]),
        labels={
            kind: np.array([values.index(example.labels[kind]) for example in examples])
            for kind, values in LABELS.items()
        },
    )


def fit(data: Matrices, chosen: Array) -> tuple[list[TriageNet], Array, Array]:
    """Train all members on the chosen rows; give them, and the mean and spread of the numbers."""
    mean, spread = data.numbers[chosen].mean(0), data.numbers[chosen].std(0) + 1e-3
    return [member(data, chosen, mean, spread, seed) for seed in SEEDS], mean, spread


def member(data: Matrices, chosen: Array, mean: Array, spread: Array, seed: int) -> TriageNet:
    """Train one net on the chosen rows."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = TriageNet(data.parts.shape[1], data.numbers.shape[1])
    weights = {
        kind: class_weights(values[chosen], len(LABELS[kind]))
        for kind, values in data.labels.items()
    }
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-4)
    comments = len(data.labels["risk"])
    steps = EPOCHS * -(-len(chosen) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for _ in range(EPOCHS):
        order = rng.permutation(chosen)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            bare = comments * (rng.random(len(rows)) < BARE)
            logits = net(*inputs(data, rows + bare, mean, spread))
            losses = [
                cross_entropy(
                    logits[kind],
                    torch.from_numpy(data.labels[kind][rows]),
                    weight=weights[kind],
                    label_smoothing=0.05,
                )
                for kind in LABELS
            ]
            optimizer.zero_grad()
            torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return net.eval()


def inputs(
    data: Matrices, rows: Array, mean: Array, spread: Array
) -> tuple[tuple[Tensor, Tensor, Tensor], Tensor]:
    """Give what the net reads for some rows."""
    bag = data.parts[rows]
    numbers = np.clip((data.numbers[rows] - mean) / spread, -4, 4).astype(np.float32)
    return (
        torch.from_numpy(bag.indices.astype(np.int64)),
        torch.from_numpy(bag.indptr[:-1].astype(np.int64)),
        torch.from_numpy(bag.data),
    ), torch.from_numpy(numbers)


@torch.no_grad()
def predict(
    nets: list[TriageNet], data: Matrices, rows: Array, mean: Array, spread: Array
) -> dict[str, Array]:
    """Give the probabilities of every kind of label for some rows: the mean of the nets."""
    logits = [net(*inputs(data, rows, mean, spread)) for net in nets]
    return {
        kind: np.mean([torch.softmax(one[kind], 1).numpy() for one in logits], 0) for kind in LABELS
    }


def save(nets: list[TriageNet], data: Matrices, mean: Array, spread: Array, path: Path) -> None:
    """Write the weights as `network.py` reads them."""
    with np.load(VECTORS) as vectors, np.load(MOODS) as moods:
        arrays: dict[str, Array] = {
            "members": np.array(len(nets)),
            "part_keys": data.part_keys,
            "mean": mean.astype(np.float32),
            "spread": spread.astype(np.float32),
            **dict(vectors),
            **dict(moods),
        }
    for index, net in enumerate(nets):
        table = net.parts.weight.detach().numpy()
        scale = np.abs(table).max(0) / 127
        arrays[f"{index}.parts"] = np.round(table / scale).astype(np.int8)
        arrays[f"{index}.part_scale"] = scale.astype(np.float32)
        layers: list[tuple[str, Any]] = [("first", net.first), ("second", net.second)]
        for name, layer in [*layers, *net.heads.items()]:
            arrays[f"{index}.{name}.weight"] = layer.weight.detach().numpy().astype(np.float16)
            arrays[f"{index}.{name}.bias"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def class_weights(labels: Array, classes: int) -> Tensor:
    """Give what each class weighs (classes,), the rare ones more, from the labels' places."""
    counts = np.maximum(np.bincount(labels, minlength=classes), 1)
    return torch.tensor((len(labels) / (classes * counts)) ** BALANCE, dtype=torch.float32)


def main() -> None:
    """Train once on the train split, or cross-validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, default=0, help="how many of the folds to run; 0: all")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    examples = [example for example in labelled() if example.split != "test"]
    with np.load(VECTORS) as arrays:
        vectors = Vectors(dict(arrays))
    with np.load(MOODS) as arrays:
        moods = Moods(dict(arrays))
    if not arguments.folds:
        train = [example.split == "train" for example in examples]
        data = matrices(examples, vectors, moods, train)
        nets, mean, spread = fit(data, np.flatnonzero(train))
        rows = np.flatnonzero(~np.array(train))
        for name, shown in (("dev", rows), ("dev, no facts", rows + len(examples))):
            found_here = predict(nets, data, shown, mean, spread)
            print(name, json.dumps(scores(found_here, _at(data, rows))))
        save(nets, data, mean, spread, WEIGHTS)
        return
    fold = np.array([crc32(example.brand.encode()) % arguments.folds for example in examples])
    data = matrices(examples, vectors, moods, [True] * len(examples))
    found, bare, rows_seen = [], [], []
    for held in range(arguments.only or arguments.folds):
        nets, mean, spread = fit(data, np.flatnonzero(fold != held))
        rows = np.flatnonzero(fold == held)
        found.append(predict(nets, data, rows, mean, spread))
        bare.append(predict(nets, data, rows + len(examples), mean, spread))
        rows_seen.append(rows)
    for name, parts in (("folds", found), ("folds, no facts", bare)):
        together = {kind: np.concatenate([one[kind] for one in parts]) for kind in LABELS}
        print(name, json.dumps(scores(together, _at(data, np.concatenate(rows_seen)))))


def _at(data: Matrices, rows: Array) -> dict[str, Array]:
    return {kind: values[rows] for kind, values in data.labels.items()}


if __name__ == "__main__":
    main()
