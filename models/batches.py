"""Batches for training: windows of text, and trees of exchanges with their attention masks."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.pack import Tree


@dataclass(frozen=True)
class Batch:
    """One forward pass: ids and targets (rows, length); target -100 is not learnt from."""

    ids: Tensor
    targets: Tensor
    positions: Tensor | None = None  # (rows, length)
    mask: Tensor | None = None  # (rows, 1, length, length), True where a token may look
    branches: Tensor | None = None  # (rows, length), to which branch of its tree a target belongs


def windows(packed: NDArray[np.uint16], rows: int, seed: int) -> Iterator[Batch]:
    """Yield batches of `rows` windows without end, in a new order each epoch."""
    epoch = 0
    while True:
        order = np.random.default_rng([seed, epoch]).permutation(len(packed))
        for start in range(0, len(order) - rows + 1, rows):
            chunk = torch.from_numpy(packed[np.sort(order[start : start + rows])].astype(np.int64))
            yield Batch(ids=chunk[:, :-1], targets=chunk[:, 1:])
        epoch += 1


def forest(trees: list[Tree], batch_tokens: int, seed: int) -> list[Batch]:
    """Give one epoch of trees as padded batches of at most `batch_tokens`, alike in length."""
    shuffled = random.Random(seed)
    order = sorted(trees, key=lambda tree: len(tree) + shuffled.random() * 40)
    groups: list[list[Tree]] = [[]]
    for tree in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(tree) > batch_tokens:
            groups.append([])
        groups[-1].append(tree)
    shuffled.shuffle(groups)
    return [_padded(group) for group in groups]


def _padded(trees: list[Tree]) -> Batch:
    length = max(map(len, trees))
    ids = torch.zeros(len(trees), length, dtype=torch.long)
    targets = torch.full((len(trees), length), -100)
    positions = torch.zeros(len(trees), length, dtype=torch.long)
    branches = torch.zeros(len(trees), length, dtype=torch.long)
    mask = torch.eye(length, dtype=torch.bool).repeat(len(trees), 1, 1)
    for row, tree in enumerate(trees):
        prefix = len(tree.prefix)
        ids[row, :prefix] = torch.tensor(tree.prefix)
        positions[row, :prefix] = torch.arange(prefix)
        mask[row, :prefix, :prefix] = torch.ones(prefix, prefix).tril().bool()
        at = prefix
        for number, (branch, reply_start) in enumerate(
            zip(tree.branches, tree.starts, strict=True)
        ):
            end = at + len(branch)
            ids[row, at:end] = torch.tensor(branch)
            positions[row, at:end] = torch.arange(prefix, prefix + len(branch))
            mask[row, at:end, :prefix] = True
            mask[row, at:end, at:end] = torch.ones(len(branch), len(branch)).tril().bool()
            targets[row, at + reply_start - 1 : end - 1] = torch.tensor(branch[reply_start:])
            branches[row, at + reply_start - 1 : end - 1] = number
            at = end
    return Batch(ids, targets, positions, mask[:, None], branches)
