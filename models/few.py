"""Few tokens through a layer of a Llama at once, in one compiled pass.

A candidate grows by one token at a time. What torch does around each product then takes longer than
the product itself, so here all of a layer is one function.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.vnni import Floats, Packed, compiled, product

Places = NDArray[np.int32]


class Weights(NamedTuple):
    """The weights of a layer."""

    before_attention: Floats
    to_heads: Packed
    from_heads: Packed
    before_mlp: Floats
    gate_up: Packed
    down: Packed


class Seen(NamedTuple):
    """What each token sees: the places of kept tokens, (tokens, most), and how many they are."""

    places: Places
    counts: Places


@compiled
def listed(seen: NDArray[np.bool_]) -> Seen:
    """List what each token sees by a mask of (tokens, kept tokens)."""
    places, counts = np.empty(seen.shape, np.int32), np.zeros(len(seen), np.int32)
    for token in range(len(seen)):
        for place in range(seen.shape[1]):
            if seen[token, place]:
                places[token, counts[token]] = place
                counts[token] += 1
    return Seen(places, counts)


@compiled
def pass_through(
    states: Floats,  # (tokens, width), changed in place
    weights: Weights,
    epsilon: float,
    turns: Floats,  # (2, tokens, head): cosines, and sines whose first half is negated
    keys: Floats,  # (shared heads, kept tokens, head)
    values: Floats,
    start: int,  # the place where the first of the tokens is kept
    seen: Seen,
) -> None:
    """Pass tokens through a layer."""
    count, width = states.shape
    shared, _, head = keys.shape
    heads = weights.to_heads.scales.shape[0] // head - 2 * shared
    inner = weights.gate_up.scales.shape[0] // 2
    normed = np.empty((count, width), np.float32)
    mixed = np.empty((count, (heads + 2 * shared) * head), np.float32)
    attended = np.empty((count, heads * head), np.float32)
    opened = np.empty((count, 2 * inner), np.float32)
    gated = np.empty((count, inner), np.float32)
    added = np.empty((count, width), np.float32)

    _norm(states, weights.before_attention, epsilon, normed)
    _product(normed, weights.to_heads, mixed)
    for token in range(count):
        for first in range(0, (heads + shared) * head, head):
            _turn(mixed[token, first : first + head], turns[0, token], turns[1, token])
        for number in range(shared):
            key, value = (heads + number) * head, (heads + shared + number) * head
            keys[number, start + token] = mixed[token, key : key + head]
            values[number, start + token] = mixed[token, value : value + head]
    for number in range(heads):
        own, of = slice(number * head, (number + 1) * head), number * shared // heads
        for token in range(count):
            places = seen.places[token, : seen.counts[token]]
            _attend(mixed[token, own], keys[of], values[of], places, attended[token, own])
    _product(attended, weights.from_heads, added)
    _add(states, added)
    _norm(states, weights.before_mlp, epsilon, normed)
    _product(normed, weights.gate_up, opened)
    for token in range(count):
        for at in range(inner):
            gate = opened[token, at]
            gated[token, at] = gate / (np.float32(1) + _exp(-gate)) * opened[token, inner + at]
    _product(gated, weights.down, added)
    _add(states, added)


@compiled
def normed_product(
    states: Floats, weight: Floats, epsilon: float, packed: Packed, out: Floats
) -> None:
    """Put the products of states, normed as `weight` says, into (tokens, out)."""
    normed = np.empty(states.shape, np.float32)
    _norm(states, weight, epsilon, normed)
    _product(normed, packed, out)


@compiled
def _product(tokens: Floats, packed: Packed, out: Floats) -> None:
    product(tokens, packed, out, 0, len(packed.weights))


@compiled
def _norm(states: Floats, weight: Floats, epsilon: float, normed: Floats) -> None:
    width = states.shape[1]
    for token in range(len(states)):
        squares = np.float32(0)
        for at in range(width):
            squares += states[token, at] * states[token, at]
        scale = np.float32(1 / math.sqrt(squares / width + epsilon))
        for at in range(width):
            normed[token, at] = states[token, at] * scale * weight[at]


@compiled
def _turn(part: Floats, cosines: Floats, sines: Floats) -> None:
    half = len(part) // 2
    for at in range(half):
        left, right = part[at], part[half + at]
        part[at] = left * cosines[at] + right * sines[at]
        part[half + at] = right * cosines[half + at] + left * sines[half + at]


@compiled
def _attend(query: Floats, keys: Floats, values: Floats, places: Places, attended: Floats) -> None:
    head = len(query)
    shares = np.empty(len(places), np.float32)
    most = np.float32(-np.inf)
    for number in range(len(places)):
        key = keys[places[number]]
        alike = np.float32(0)
        for at in range(head):
            alike += query[at] * key[at]
        shares[number] = alike
        most = max(most, alike)
    scale = np.float32(1 / math.sqrt(head))
    total = np.float32(0)
    for number in range(len(places)):
        share = _exp((shares[number] - most) * scale)
        shares[number] = share
        total += share
    attended[:] = 0
    for number in range(len(places)):
        share, value = shares[number] / total, values[places[number]]
        for at in range(head):
            attended[at] += share * value[at]


@compiled
def _add(states: Floats, added: Floats) -> None:
    for token in range(len(states)):
        for at in range(states.shape[1]):
            states[token, at] += added[token, at]


@compiled
def _exp(power: np.float32) -> np.float32:
    """Give e to a power, as float32, in steps that the compiler takes for many at once.

    2 to the whole part is made of its bits; Taylor's series gives the rest, to 1e-7.
    """
    power = min(max(power, np.float32(-87)), np.float32(88))
    twos = np.int32(power * np.float32(1.4426950408889634) + np.float32(127.5))
    rest = power - np.float32(twos - 127) * np.float32(0.6931471805599453)
    series = np.float32(1 / 720)
    for divisor in (120, 24, 6, 2, 1, 1):
        series = series * rest + np.float32(1 / divisor)
    return series * np.int32(twos << 23).view(np.float32)
