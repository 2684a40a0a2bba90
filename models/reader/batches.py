"""Layouts as padded batches."""

import random
from collections.abc import Sequence

import torch
from torch import Tensor

from models.reader.layouts import Layout
from models.reader.shape import PAD


def groups(
    layouts: Sequence[Layout], most: int, rng: random.Random | None = None
) -> list[list[int]]:
    """Give batches of places of at most `most` tokens, alike in length, in a new order."""
    noise = rng or random.Random(0)
    keys = [len(one.ids) + noise.random() * 12 for one in layouts]
    result: list[list[int]] = [[]]
    for at in sorted(range(len(layouts)), key=keys.__getitem__):
        if result[-1] and (len(result[-1]) + 1) * len(layouts[at].ids) > most:
            result.append([])
        result[-1].append(at)
    if rng:
        rng.shuffle(result)
    return result


def padded(layouts: Sequence[Layout]) -> tuple[Tensor, Tensor]:
    """Give ids (rows, length) and how many of each row are the comment's (rows,)."""
    return filled([one.ids for one in layouts]), torch.tensor([one.own for one in layouts])


def filled(texts: Sequence[Sequence[int]]) -> Tensor:
    """Give the ids of texts (rows, length), filled up with PAD."""
    ids = torch.full((len(texts), max(map(len, texts))), PAD)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = torch.tensor(text)
    return ids
