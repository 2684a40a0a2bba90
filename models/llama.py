"""A Llama, read and run with torch and safetensors alone.

Its tokens form a tree: each sees what was read before (the past), those it grew from, and itself.
So sentences that begin alike are read once, and candidates share their prompt without a copy.
Models of other shapes are run by `models.others`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn.functional import embedding, rms_norm, scaled_dot_product_attention, silu

from models.few import Weights, listed, normed_product, pass_through
from models.linear import Linear
from models.tree import Tree

# What is computed here; a config that says anything else belongs to another kind of model.
PLAIN = {
    "model_type": ("llama",),
    "hidden_act": ("silu",),
    "attention_bias": (None, False),
    "mlp_bias": (None, False),
    "rope_scaling": (None,),
    "quantization_config": (None,),
}
ROOM = 128  # tokens: room grows by so many
AT_ONCE = 256  # tokens a pass: enough to keep the processor busy, few enough for its caches
FEW = 8  # tokens a pass that `models.few` is quicker with than torch


@dataclass(frozen=True)
class Shape:
    """The sizes of a Llama."""

    layers: int
    heads: int
    shared_heads: int  # of keys and values
    head: int
    epsilon: float
    theta: float
    context: int


@dataclass(frozen=True)
class _Layer:
    before_attention: Tensor
    to_heads: Linear
    from_heads: Linear
    before_mlp: Tensor
    gate_up: Linear
    down: Linear

    def in_bytes(self) -> list[Weights]:
        """Give the weights as `models.few` takes them; nothing where they are not kept so."""
        products = (self.to_heads, self.from_heads, self.gate_up, self.down)
        to_heads, from_heads, gate_up, down = (one.packed for one in products)
        if not (to_heads and from_heads and gate_up and down):
            return []
        norms = self.before_attention.numpy(), self.before_mlp.numpy()
        return [Weights(norms[0], to_heads, from_heads, norms[1], gate_up, down)]


class Past:
    """Keys and values of the tokens that were read, with room behind them; `length` counts them.

    What is written behind `length` is forgotten with the next read.
    """

    def __init__(self, shape: Shape, like: Tensor) -> None:
        self.length = 0
        self.last = like.new_empty(0)  # the last token's state, (width)
        self._sizes = (2, shape.layers, shape.shared_heads)
        self._head = shape.head
        self.kept = like.new_empty(*self._sizes, 0, shape.head)

    def reserve(self, tokens: int, filled: int) -> None:
        """Make room for so many tokens, of which the first `filled` are there already."""
        if self.kept.shape[3] < tokens:
            grown = self.kept.new_empty(*self._sizes, -(-tokens // ROOM) * ROOM, self._head)
            grown[:, :, :, :filled] = self.kept[:, :, :, :filled]
            self.kept = grown

    def copied(self, length: int) -> "Past":
        """Give a copy of the first `length` tokens."""
        twin = object.__new__(Past)
        twin.__dict__.update(self.__dict__)
        twin.length = length
        twin.kept = self.kept[:, :, :, :length].clone()
        return twin


class Llama:
    """The weights of a Llama, and how tokens are read with them."""

    def __init__(self, folder: Path, dtype: torch.dtype | None, device: torch.device) -> None:
        config = read_config(folder)
        self.shape = _shape(config)
        weights = _Weights(folder, device)
        self._exact = dtype == torch.float32
        self._layers = [self._layer(weights, number) for number in range(self.shape.layers)]
        self._in_bytes = [weights for layer in self._layers for weights in layer.in_bytes()]
        # A copy, so that nothing holds on to the mapped file; numpy knows no bfloat16.
        self._embedding = weights["model.embed_tokens.weight"].clone()
        if self._in_bytes:
            self._embedding = self._embedding.float()
        self._norm = weights["model.norm.weight"].float()
        tied = config.get("tie_word_embeddings", False)
        self._head = self._linear(self._embedding if tied else weights["lm_head.weight"])
        self._turns = _turns(self.shape, device)
        self.device = device

    def settle(self) -> None:
        """Have torch keep to the calling thread, where products of bytes have cores of their own.

        What is left to it is small, and threads that wait for each other made drafts take ten times
        as long on a busy machine.
        """
        if self._in_bytes:
            torch.set_num_threads(1)

    def past(self) -> Past:
        """Give a past of nothing."""
        return Past(self.shape, self._norm)

    def read(self, past: Past, ids: Sequence[int]) -> None:
        """Read tokens behind a past, which grows by them."""
        past.reserve(past.length + len(ids), past.length)
        for start in range(0, len(ids), AT_ONCE):
            tree = Tree()
            tree.add(ids[start : start + AT_ONCE])
            past.last = self.grow(past, tree)[-1]
            past.length += len(tree)

    def grow(self, past: Past, tree: Tree) -> Tensor:
        """Give the state of each token of a tree behind a past, (tokens, width)."""
        places = torch.tensor(tree.depths, device=self.device) + past.length
        seen = torch.ones(len(tree), past.length + len(tree), dtype=torch.bool)
        seen[:, past.length :] = torch.from_numpy(tree.sees())
        return self.run(past, torch.tensor(tree.ids), places, seen.to(self.device), past.length)

    def run(self, past: Past, ids: Tensor, places: Tensor, seen: Tensor, start: int) -> Tensor:
        """Give the states of tokens, (tokens, width); keys and values are kept from `start` on.

        `places`: how many tokens stand before each; `seen`: (tokens, kept tokens), what each sees.
        """
        past.reserve(start + len(ids), start)
        if self._in_bytes and len(ids) <= FEW:
            return self._run_few(past, ids, places, seen, start)
        turns = self._turns[:, places]  # (2, tokens, head)
        states = embedding(ids.to(self.device), self._embedding).float()
        return self._run_many(past, states, turns, seen, start)

    def _run_few(self, past: Past, ids: Tensor, places: Tensor, seen: Tensor, start: int) -> Tensor:
        states = self._embedding.numpy().take(ids.numpy(), 0)
        turns = self._turns.numpy().take(places.numpy(), 1)  # (2, tokens, head)
        keys, values = past.kept.numpy()
        what = listed(seen.numpy())
        for number, weights in enumerate(self._in_bytes):
            epsilon, kept = self.shape.epsilon, (keys[number], values[number])
            pass_through(states, weights, epsilon, turns, *kept, start, what)
        return torch.from_numpy(states)

    def _run_many(
        self, past: Past, states: Tensor, turns: Tensor, seen: Tensor, start: int
    ) -> Tensor:
        shape, count = self.shape, len(states)
        end = start + count
        turned = shape.heads + shape.shared_heads
        mask = torch.zeros(seen.shape, device=self.device).masked_fill_(~seen, -torch.inf)
        cosines, sines = turns[:, :, None]  # (tokens, 1, head)
        for number, layer in enumerate(self._layers):
            keys, values = past.kept[:, number, :, :end]  # (shared heads, end, head)
            mixed = layer.to_heads(self._normed(states, layer.before_attention))
            mixed = mixed.view(count, turned + shape.shared_heads, shape.head)
            pairs = mixed[:, :turned]
            pairs = (pairs * cosines).addcmul_(pairs.roll(shape.head // 2, -1), sines)
            keys[:, start:] = pairs[:, shape.heads :].transpose(0, 1)
            values[:, start:] = mixed[:, turned:].transpose(0, 1)
            attended = scaled_dot_product_attention(
                pairs[:, : shape.heads].transpose(0, 1)[None],
                keys[None],
                values[None],
                attn_mask=mask,
                enable_gqa=shape.heads != shape.shared_heads,
            )
            states = states + layer.from_heads(attended[0].transpose(0, 1).reshape(count, -1))
            gate, up = layer.gate_up(self._normed(states, layer.before_mlp)).chunk(2, -1)
            states = states + layer.down(silu(gate).mul_(up))
        return states

    def logits(self, states: Tensor) -> Tensor:
        """Give how likely each token of the vocabulary is next, (states, vocabulary), in nats."""
        packed = self._head.packed
        if packed is None:
            return self._head(self._normed(states, self._norm))
        logits = states.new_empty(len(states), len(packed.scales))
        given = states.contiguous().numpy()
        normed_product(given, self._norm.numpy(), self.shape.epsilon, packed, logits.numpy())
        return logits

    def _normed(self, states: Tensor, weight: Tensor) -> Tensor:
        return rms_norm(states, weight.shape, weight, self.shape.epsilon)

    def _layer(self, weights: "_Weights", number: int) -> _Layer:
        def joined(*names: str) -> Linear:
            return self._linear(torch.cat([weights[f"{at}.{name}_proj.weight"] for name in names]))

        at = f"model.layers.{number}"
        return _Layer(
            before_attention=weights[f"{at}.input_layernorm.weight"].float(),
            to_heads=joined("self_attn.q", "self_attn.k", "self_attn.v"),
            from_heads=joined("self_attn.o"),
            before_mlp=weights[f"{at}.post_attention_layernorm.weight"].float(),
            gate_up=joined("mlp.gate", "mlp.up"),
            down=joined("mlp.down"),
        )

    def _linear(self, weight: Tensor) -> Linear:
        return Linear(weight, exact=self._exact)


class _Weights:
    """The tensors of a model's files, read when they are asked for."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        opened: Any = safe_open  # its methods have no types
        files = [opened(path, "pt", str(device)) for path in folder.glob("*.safetensors")]
        self._files = {name: file for file in files for name in file.keys()}

    def __getitem__(self, name: str) -> Tensor:
        tensor: Tensor = self._files[name].get_tensor(name)
        return tensor


def read_config(folder: Path) -> dict[str, Any]:
    """Read a model's config."""
    config: dict[str, Any] = json.loads((folder / "config.json").read_bytes())
    return config


def is_plain_llama(folder: Path) -> bool:
    """Say whether the model of a folder is one that is computed here."""
    config = read_config(folder)
    rope = config.get("rope_parameters") or {}
    plain = all(config.get(name) in allowed for name, allowed in PLAIN.items())
    return plain and rope.get("rope_type", "default") == "default"


def _shape(config: dict[str, Any]) -> Shape:
    rope = config.get("rope_parameters") or config
    heads = config["num_attention_heads"]
    return Shape(
        layers=config["num_hidden_layers"],
        heads=heads,
        shared_heads=config.get("num_key_value_heads") or heads,
        head=config.get("head_dim") or config["hidden_size"] // heads,
        epsilon=config["rms_norm_eps"],
        theta=rope.get("rope_theta", 10000.0),
        context=config["max_position_embeddings"],
    )


def _turns(shape: Shape, device: torch.device) -> Tensor:
    """Give cosines and sines by place, (2, context, head); the first half of the sines negated."""
    speeds = shape.theta ** (-torch.arange(0, shape.head, 2, device=device) / shape.head)
    angles = torch.arange(shape.context, device=device)[:, None] * speeds
    sines = angles.sin()
    return torch.stack([angles.cos().repeat(1, 2), torch.cat([-sines, sines], -1)])
