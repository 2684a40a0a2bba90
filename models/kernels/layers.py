"""The layers of a Llama, each in two halves: what tokens give to others, and what they take."""

import math
from typing import NamedTuple

import numpy as np

from models.kernels.attention import Seen, attend
from models.kernels.compiling import Floats, compiled
from models.kernels.halves import Halves, halved
from models.kernels.powers import exp
from models.kernels.products import Packed, product
from models.kernels.tiles import BLOCK


class Layer(NamedTuple):
    """The weights of a layer."""

    before_attention: Floats
    to_heads: Packed
    from_heads: Packed
    before_mlp: Floats
    gate_up: Packed
    down: Packed


class Kept(NamedTuple):
    """Keys and values of the tokens that were read, in blocks of places, for all layers."""

    keys: Halves  # (layers, shared heads, blocks, head, BLOCK)
    values: Halves  # (layers, shared heads, blocks, BLOCK, head in whole blocks)


@compiled
def give(
    states: Floats,  # (tokens, width)
    layer: Layer,
    epsilon: float,
    turns: Floats,  # (tokens, 2, head): cosines, and sines whose first half is negated
    keys: Halves,  # of this layer
    values: Halves,
    start: int,  # the place where the first of the tokens is kept
    heads: Floats,  # (tokens, heads + 2 * shared heads, head): where queries, keys, values go
    first: int,
    end: int,
) -> None:
    """Put the queries of tokens from `first` to `end` into `heads`; keep their keys and values."""
    _, many, head = heads.shape
    shared = keys.shape[0]
    mixed = heads[first:end].reshape(end - first, -1)
    normed_product(states[first:end], layer.before_attention, epsilon, layer.to_heads, mixed)
    for token in range(first, end):
        block, at = divmod(start + token, BLOCK)
        for number in range(many - shared):
            _turn(heads[token, number], turns[token, 0], turns[token, 1])
        for number in range(shared):
            key = heads[token, many - 2 * shared + number]
            value = heads[token, many - shared + number]
            for place in range(head):
                keys[number, block, place, at] = halved(key[place])
                values[number, block, at, place] = halved(value[place])


@compiled
def take(
    states: Floats,  # (tokens, width), changed in place
    layer: Layer,
    epsilon: float,
    heads: Floats,  # as `give` filled it
    keys: Halves,
    values: Halves,
    past: int,
    seen: Seen,
    first: int,
    end: int,
) -> None:
    """Let the tokens from `first` to `end` attend to what they see, and go on from it."""
    states, seen = states[first:end], seen[first:end]
    count, width = states.shape
    inner = layer.gate_up.scales.shape[0] // 2
    queries = heads[first:end, : heads.shape[1] - 2 * keys.shape[0]]
    attended = np.empty((count, queries.shape[1] * heads.shape[2]), np.float32)
    opened = np.empty((count, 2 * inner), np.float32)
    gated = np.empty((count, inner), np.float32)
    added = np.empty((count, width), np.float32)

    attend(queries, keys, values, past, seen, attended)
    product(attended, layer.from_heads, added)
    _add(states, added)
    normed_product(states, layer.before_mlp, epsilon, layer.gate_up, opened)
    for token in range(count):
        for at in range(inner):
            gate = opened[token, at]
            gated[token, at] = gate / (np.float32(1) + exp(-gate)) * opened[token, inner + at]
    product(gated, layer.down, added)
    _add(states, added)


@compiled
def pass_through(
    states: Floats,
    layers: tuple[Layer, ...],
    epsilon: float,
    turns: Floats,
    kept: Kept,
    start: int,
    past: int,
    seen: Seen,
    wanted: int,
) -> None:
    """Pass tokens through all layers, those before the `wanted` through the last one in part."""
    head = kept.keys.shape[3]
    many = layers[0].to_heads.scales.shape[0] // head
    heads = np.empty((len(states), many, head), np.float32)
    for number in range(len(layers)):
        layer, keys, values = layers[number], kept.keys[number], kept.values[number]
        give(states, layer, epsilon, turns, keys, values, start, heads, 0, len(states))
        begin = wanted if number == len(layers) - 1 else 0
        take(states, layer, epsilon, heads, keys, values, past, seen, begin, len(states))


@compiled
def normed_product(
    states: Floats, weight: Floats, epsilon: float, packed: Packed, out: Floats
) -> None:
    """Put the products of states, normed as `weight` says, into (tokens, out)."""
    width = states.shape[1]
    normed = np.empty(states.shape, np.float32)
    for token in range(len(states)):
        squares = np.float32(0)
        for at in range(width):
            squares += states[token, at] * states[token, at]
        scale = np.float32(1 / math.sqrt(squares / width + epsilon))
        for at in range(width):
            normed[token, at] = states[token, at] * scale * weight[at]
    product(normed, packed, out)


@compiled
def _turn(part: Floats, cosines: Floats, sines: Floats) -> None:
    half = len(part) // 2
    for at in range(half):
        left, right = part[at], part[half + at]
        part[at] = left * cosines[at] + right * sines[at]
        part[half + at] = right * cosines[half + at] + left * sines[half + at]


@compiled
def _add(states: Floats, added: Floats) -> None:
    for token in range(len(states)):
        for at in range(states.shape[1]):
            states[token, at] += added[token, at]
