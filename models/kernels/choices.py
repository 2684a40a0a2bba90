"""Choices: drawing the next token of each candidate, and how likely a given one was."""

import math

import numpy as np
from numpy.typing import NDArray

from models.kernels.compiling import Floats, compiled
from models.kernels.largest import largest
from models.kernels.powers import exp

TRIES = 8
STRIDE = 64  # tokens whose chances are added up together

Tokens = NDArray[np.int64]


@compiled
def draw(logits: Floats, temperature: float, top_p: float, points: Floats) -> Tokens:
    """Draw a token for each row of (rows, vocabulary) logits from the likeliest of it.

    `points`, (rows, TRIES): where between 0 and 1 the drawing falls. Sorting takes longer than the
    model does: a few are drawn instead, and the first is taken that is among the likeliest. All of
    them are beyond top_p once in 10^10 times at 0.95.
    """
    rows, vocabulary = logits.shape
    drawn = np.empty(rows, np.int64)
    chances = np.empty(vocabulary, np.float32)
    sums = np.empty((vocabulary + STRIDE - 1) // STRIDE, np.float32)
    for row in range(rows):
        if temperature == 0:
            drawn[row] = np.argmax(logits[row])
            continue
        most = largest(logits[row])
        for number in range(len(sums)):
            start = number * STRIDE
            own, of = chances[start : start + STRIDE], logits[row, start : start + STRIDE]
            for at in range(len(own)):
                own[at] = exp((of[at] - most) / np.float32(temperature))
            sums[number] = own.sum()
        total = sums.sum()
        for point in points[row]:
            token = _at(chances, sums, point * total)
            likelier, chance = np.float32(0), chances[token]
            for other in range(vocabulary):
                likelier += chances[other] if chances[other] > chance else np.float32(0)
            if likelier <= np.float32(top_p) * total:
                drawn[row] = token
                break
        else:
            drawn[row] = np.argmax(logits[row])
    return drawn


@compiled
def _at(chances: Floats, sums: Floats, left: float) -> int:
    """Give the token whose part of all chances holds a point."""
    number = 0
    while number < len(sums) - 1 and left >= sums[number]:
        left -= sums[number]
        number += 1
    token = number * STRIDE
    while token < len(chances) - 1 and left >= chances[token]:
        left -= chances[token]
        token += 1
    return token


@compiled
def log_totals(logits: Floats) -> Floats:
    """Give what each row of (rows, vocabulary) logits adds up to, in nats."""
    totals = np.empty(len(logits), np.float32)
    for row in range(len(logits)):
        most = largest(logits[row])
        total = np.float32(0)
        for token in range(logits.shape[1]):
            total += exp(logits[row, token] - most)
        totals[row] = most + np.float32(math.log(total))
    return totals
