"""Attention: what tokens take from those that they see, whose keys and values are kept in blocks.

A block holds BLOCK places. Its keys lie turned about, so that likeness is a product of tiles as
the mixing of values is.
"""

import math

import numpy as np
from numpy.typing import NDArray

from models.kernels.compiling import Floats, compiled
from models.kernels.halves import Halves
from models.kernels.largest import largest
from models.kernels.powers import exp
from models.kernels.tiles import BLOCK, ROWS, halves_tile, halves_tile_of_one

UNSEEN = -1e30  # the likeness of what a token does not see

Seen = NDArray[np.bool_]


@compiled
def attend(
    queries: Floats,  # (tokens, heads, head)
    keys: Halves,  # (shared heads, blocks, head, BLOCK)
    values: Halves,  # (shared heads, blocks, BLOCK, head, whole blocks of it)
    past: int,  # every token sees so many places,
    seen: Seen,  # and of those behind them these, (tokens, places)
    attended: Floats,  # (tokens, heads * head): where the result goes
) -> None:
    """Attend from each token to what it sees."""
    count, heads, head = queries.shape
    shared, wide = keys.shape[0], values.shape[3]
    end = past + seen.shape[1]
    blocks = (end + BLOCK - 1) // BLOCK
    together = ROWS if count > 1 else 1
    needed = _needed(past, seen, together, blocks)
    some = np.zeros((together, head), np.float32)
    shares = np.zeros((together, blocks * BLOCK), np.float32)
    mixed = np.empty((together, wide), np.float32)
    scale = np.float32(1 / math.sqrt(head))
    for number in range(heads):
        of = number * shared // heads
        for first in range(0, count, together):
            rows = min(together, count - first)
            for row in range(rows):
                for at in range(head):
                    some[row, at] = queries[first + row, number, at] * scale
            shares[:] = 0
            mixed[:] = 0
            which = needed[first // together]
            for block in range(blocks):
                if which[block]:
                    out = shares[:, block * BLOCK :]
                    _tile(out, shares.shape[1], some, head, keys[of, block], BLOCK, head)
            for row in range(rows):
                _share(shares[row], past, seen[first + row])
            for block in range(blocks):
                if which[block]:
                    left, most = shares[:, block * BLOCK :], min(BLOCK, end - block * BLOCK)
                    for at in range(0, wide, BLOCK):
                        right, out = values[of, block, :, at:], mixed[:, at:]
                        _tile(out, wide, left, shares.shape[1], right, wide, most)
            for row in range(rows):
                for at in range(head):
                    attended[first + row, number * head + at] = mixed[row, at]


@compiled
def _tile(
    out: Floats, out_step: int, left: Floats, left_step: int,
    right: Halves, right_step: int, count: int,
) -> None:  # fmt: skip
    if len(out) == 1:
        halves_tile_of_one(out, out_step, left, left_step, right, right_step, count)
    else:
        halves_tile(out, out_step, left, left_step, right, right_step, count)


@compiled
def _needed(past: int, seen: Seen, together: int, blocks: int) -> Seen:
    """Say which blocks are seen by any of the tokens that are looked at together."""
    count, behind = seen.shape
    needed = np.zeros(((count + together - 1) // together, blocks), np.bool_)
    needed[:, : (past + BLOCK - 1) // BLOCK] = True
    for token in range(count):
        for place in range(behind):
            if seen[token, place]:
                needed[token // together, (past + place) // BLOCK] = True
    return needed


@compiled
def _share(likeness: Floats, past: int, seen: NDArray[np.bool_]) -> None:
    """Turn the likeness of places into the share that a token takes of each."""
    end = past + len(seen)
    behind = likeness[past:end]
    for place in range(len(seen)):
        behind[place] = behind[place] if seen[place] else np.float32(UNSEEN)
    most = largest(likeness[:end])
    total = np.float32(0)
    for place in range(end):
        share = exp(likeness[place] - most)
        share = share if likeness[place] > np.float32(UNSEEN / 2) else np.float32(0)
        likeness[place] = share
        total += share
    for place in range(end):
        likeness[place] /= total
