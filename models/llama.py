"""A Llama as its files describe it, and what whoever computes one can do.

Its tokens form a tree: each sees what was read before (the past), those it grew from, and itself.
So sentences that begin alike are read once, and candidates share their prompt without a copy.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from models.kernels.tiles import IS_ABLE

# What is computed here; a config that says anything else belongs to another kind of model.
PLAIN = {
    "model_type": ("llama",),
    "hidden_act": ("silu",),
    "attention_bias": (None, False),
    "mlp_bias": (None, False),
    "rope_scaling": (None,),
    "quantization_config": (None,),
}
ROOM = 256  # tokens: room grows by so many
AT_ONCE = 256  # tokens a pass: enough to keep the processor busy, few enough for its caches

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Seen = NDArray[np.bool_]


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


class Past(Protocol):
    """Keys and values of the tokens that were read, with room behind them; `length` counts them.

    What is written behind `length` is forgotten with the next read.
    """

    length: int


P = TypeVar("P")


class Llama(Protocol[P]):
    """The weights of a Llama, and how tokens are read with them."""

    shape: Shape

    def past(self, of: P | None = None, length: int = 0) -> P:
        """Give a past of nothing, or a copy of the first `length` tokens of one."""
        ...

    def run(
        self, past: P, ids: Numbers, places: Numbers, seen: Seen, start: int, first: int = 0
    ) -> Floats:
        """Give the states of tokens, (tokens, width); keys and values are kept from `start` on.

        `places`: how many tokens stand before each; `seen`: which each sees of those kept behind
        the past, (tokens, places), itself among them. Of those before the `first` no state is
        wanted.
        """
        ...

    def logits(self, states: Floats) -> Floats:
        """Give how likely each token of the vocabulary is next, (states, vocabulary), in nats."""
        ...

    def logs(self, states: Floats, of: Numbers, ids: Numbers) -> Floats:
        """Give the log-probability of each token behind the state of its number, in nats."""
        ...


def open_llama(folder: Path, *, exact: bool) -> Llama[Any]:
    """Open a Llama as is fastest on this machine; `exact`: in float32, however long it takes."""
    if IS_ABLE and not exact and not _has_graphics_card():
        from models.in_bytes import LlamaInBytes

        return LlamaInBytes(folder)
    from models.in_torch import LlamaInTorch  # torch takes seconds to import

    return LlamaInTorch(folder, exact=exact)


def _has_graphics_card() -> bool:
    if not shutil.which("nvidia-smi"):
        return False
    import torch  # which takes seconds

    return torch.cuda.is_available()


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


def read_shape(config: dict[str, Any]) -> Shape:
    """Give the sizes that a config states."""
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


def turns(shape: Shape) -> Floats:
    """Give cosines and sines by place, (context, 2, head); the first half of the sines negated."""
    speeds = shape.theta ** (-np.arange(0, shape.head, 2, dtype=np.float32) / shape.head)
    angles = np.arange(shape.context, dtype=np.float32)[:, None] * speeds
    cosines, sines = np.cos(angles), np.sin(angles)
    return np.stack([np.tile(cosines, 2), np.concatenate([-sines, sines], -1)], 1)
