"""A Llama computed in bytes, by functions that are compiled for this processor; without torch."""

from functools import partial
from pathlib import Path

import numpy as np

from models.cores import share
from models.kernels.choices import log_totals
from models.kernels.halves import Halves
from models.kernels.layers import Kept, Layer, give, normed_product, pass_through, take
from models.kernels.products import Packed, pack
from models.kernels.tiles import BLOCK
from models.llama import ROOM, Floats, Numbers, Seen, Shape, read_config, read_shape, turns
from models.weights import Weights

A_CORE = 16  # tokens that are worth a core
EMBEDDING = "model.embed_tokens.weight"


class PastInBytes:
    """Keys and values of the tokens that were read, in blocks of places."""

    def __init__(self, shape: Shape) -> None:
        self.length = 0
        wide = _blocks(shape.head) * BLOCK
        layers = shape.layers, shape.shared_heads
        self.kept = Kept(
            np.zeros((*layers, 0, shape.head, BLOCK), np.uint16),
            np.zeros((*layers, 0, BLOCK, wide), np.uint16),
        )

    def reserve(self, tokens: int) -> None:
        """Make room for so many tokens."""
        if self.kept.keys.shape[2] * BLOCK < tokens:
            self.kept = Kept(*(_grown(part, _blocks(tokens + ROOM)) for part in self.kept))

    def copied(self, length: int) -> "PastInBytes":
        """Give a copy of the first `length` tokens, with room behind them."""
        twin = object.__new__(PastInBytes)
        twin.length = length
        filled, room = _blocks(length), _blocks(length + ROOM)
        twin.kept = Kept(*(_grown(part[:, :, :filled], room) for part in self.kept))
        return twin


class LlamaInBytes:
    """The weights of a Llama in bytes."""

    def __init__(self, folder: Path) -> None:
        config = read_config(folder)
        self.shape = shape = read_shape(config)
        weights = Weights(folder)
        self._layers = tuple(_layer(weights, number) for number in range(shape.layers))
        self._embedding = weights.table(EMBEDDING).copied()
        self._norm = weights["model.norm.weight"]
        tied = config.get("tie_word_embeddings", False)
        self._head = pack(weights[EMBEDDING if tied else "lm_head.weight"])
        self._turns = turns(shape)

    def past(self, of: PastInBytes | None = None, length: int = 0) -> PastInBytes:
        """Give a past of nothing, or a copy of the first `length` tokens of one."""
        return of.copied(length) if of else PastInBytes(self.shape)

    def run(
        self,
        past: PastInBytes,
        ids: Numbers,
        places: Numbers,
        seen: Seen,
        start: int,
        first: int = 0,
    ) -> Floats:
        """Give the states of tokens from `first` on; keys and values are kept from `start` on."""
        past.reserve(start + len(ids))
        states = self._embedding[ids]
        around = self._turns.take(places, 0)  # (tokens, 2, head)
        epsilon, behind = self.shape.epsilon, (past.length, seen)
        if len(ids) < 2 * A_CORE:
            pass_through(states, self._layers, epsilon, around, past.kept, start, *behind, first)
            return states[first:]
        many = self.shape.heads + 2 * self.shape.shared_heads
        heads = np.empty((len(ids), many, self.shape.head), np.float32)
        for layer, keys, values in zip(self._layers, *past.kept, strict=True):
            giving = partial(give, states, layer, epsilon, around, keys, values, start, heads)
            share(0, len(ids), A_CORE, giving)
            taking = partial(take, states, layer, epsilon, heads, keys, values, *behind)
            share(first if layer is self._layers[-1] else 0, len(ids), A_CORE, taking)
        return states[first:]

    def logits(self, states: Floats) -> Floats:
        """Give how likely each token of the vocabulary is next, (states, vocabulary), in nats."""
        logits = np.empty((len(states), len(self._head.scales)), np.float32)
        epsilon, head = self.shape.epsilon, self._head

        def part(first: int, end: int) -> None:
            normed_product(states[first:end], self._norm, epsilon, head, logits[first:end])

        share(0, len(states), A_CORE, part)
        return logits

    def logs(self, states: Floats, of: Numbers, ids: Numbers) -> Floats:
        """Give the log-probability of each token behind the state of its number, in nats."""
        logits = self.logits(states)
        totals = np.empty(len(states), np.float32)

        def part(first: int, end: int) -> None:
            totals[first:end] = log_totals(logits[first:end])

        share(0, len(states), A_CORE, part)
        logs: Floats = logits[of, ids] - totals[of]
        return logs


def _layer(weights: Weights, number: int) -> Layer:
    def joined(*names: str) -> Packed:
        return pack(np.concatenate([weights[f"{at}.{name}_proj.weight"] for name in names]))

    at = f"model.layers.{number}"
    return Layer(
        before_attention=weights[f"{at}.input_layernorm.weight"],
        to_heads=joined("self_attn.q", "self_attn.k", "self_attn.v"),
        from_heads=joined("self_attn.o"),
        before_mlp=weights[f"{at}.post_attention_layernorm.weight"],
        gate_up=joined("mlp.gate", "mlp.up"),
        down=joined("mlp.down"),
    )


def _blocks(places: int) -> int:
    return -(-places // BLOCK)


def _grown(part: Halves, blocks: int) -> Halves:
    """Copy keys or values into room for so many blocks; what is behind them is never looked at."""
    layers, shared, filled, *sizes = part.shape
    grown = np.empty((layers, shared, blocks, *sizes), np.uint16)
    grown[:, :, :filled] = part
    return grown
