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
    ids = torch.full((len(layouts), max(len(one.ids) for one in layouts)), PAD)
    for row, one in enumerate(layouts):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
    return ids, torch.tensor([one.own for one in layouts])
