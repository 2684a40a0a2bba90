"""The reader in torch, for training; `encoder.py` runs the same weights in numpy."""

import torch
from torch import Tensor, nn
from torch.nn.functional import rms_norm, scaled_dot_product_attention, silu

from models.reader.shape import BASE, EPSILON, HEADS, INNER, LAYERS, PAD, VOCABULARY, WIDTH

HEAD = WIDTH // HEADS


class Layer(nn.Module):
    """Attention to both sides and a gated layer, each on normed states."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = (nn.Parameter(torch.ones(WIDTH)) for _ in range(2))
        self.queries_keys_values = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.out = nn.Linear(WIDTH, WIDTH, bias=False)
        self.gate_up = nn.Linear(WIDTH, 2 * INNER, bias=False)
        self.down = nn.Linear(INNER, WIDTH, bias=False)

    def forward(
        self, states: Tensor, turns: tuple[Tensor, Tensor], mask: Tensor | None, causal: bool
    ) -> Tensor:
        """Give the next states: (rows, length, WIDTH)."""
        rows, length, _ = states.shape
        normed = rms_norm(states, (WIDTH,), self.first, EPSILON)
        parts = self.queries_keys_values(normed).view(rows, length, 3, HEADS, HEAD)
        queries, keys, values = parts.permute(2, 0, 3, 1, 4)
        seen = scaled_dot_product_attention(
            turned(queries, turns), turned(keys, turns), values, attn_mask=mask, is_causal=causal
        )
        states = states + self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        gate, up = self.gate_up(rms_norm(states, (WIDTH,), self.second, EPSILON)).chunk(2, -1)
        result: Tensor = states + self.down(silu(gate) * up)
        return result


class Reader(nn.Module):
    """Tokens to states that know what stands on both sides of each."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(VOCABULARY, WIDTH)
        nn.init.normal_(self.embed.weight, 0, 0.02)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for layer in self.layers:
            for name in ("out", "down"):
                nn.init.zeros_(getattr(layer, name).weight)
        self.last = nn.Parameter(torch.ones(WIDTH))

    def forward(self, ids: Tensor, *, causal: bool = False) -> Tensor:
        """Give the states (rows, length, WIDTH) of ids (rows, length), PAD where nothing is."""
        there = ids != PAD
        mask = None if causal or bool(there.all()) else there[:, None, None, :]
        turns = rotations(ids.shape[1])
        states = self.embed(ids)
        states = rms_norm(states, (WIDTH,), None, EPSILON)
        for layer in self.layers:
            states = layer(states, turns, mask, causal)
        return rms_norm(states, (WIDTH,), self.last, EPSILON)


def rotations(length: int) -> tuple[Tensor, Tensor]:
    """Give cosines and sines of each place: (length, HEAD / 2) each."""
    rates = BASE ** (-torch.arange(0, HEAD, 2) / HEAD)
    angles = torch.arange(length)[:, None] * rates
    return angles.cos(), angles.sin()


def turned(parts: Tensor, turns: tuple[Tensor, Tensor]) -> Tensor:
    """Turn queries or keys (rows, HEADS, length, HEAD) by their places."""
    cosines, sines = (one.to(parts.dtype) for one in turns)
    one, other = parts.chunk(2, -1)
    return torch.cat([one * cosines - other * sines, one * sines + other * cosines], -1)
