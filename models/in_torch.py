"""A Llama computed by torch: on a graphics card, in float32, or where a processor lacks AVX2."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn.functional import (
    embedding,
    linear,
    rms_norm,
    scaled_dot_product_attention,
    silu,
)

from models.llama import ROOM, Floats, Numbers, Seen, read_config, read_shape, turns


@dataclass(frozen=True)
class _Layer:
    before_attention: Tensor
    to_heads: Tensor
    from_heads: Tensor
    before_mlp: Tensor
    gate_up: Tensor
    down: Tensor


class PastInTorch:
    """Keys and values of the tokens that were read."""

    def __init__(self, kept: Tensor, length: int) -> None:
        self.kept, self.length = kept, length

    def reserve(self, tokens: int, filled: int) -> None:
        """Make room for so many tokens, of which the first `filled` are there already."""
        *sizes, room, head = self.kept.shape
        if room < tokens:
            grown = self.kept.new_empty(*sizes, tokens + ROOM, head)
            grown[:, :, :, :filled] = self.kept[:, :, :, :filled]
            self.kept = grown


class LlamaInTorch:
    """The weights of a Llama as torch computes with them."""

    def __init__(self, folder: Path, *, exact: bool) -> None:
        config = read_config(folder)
        self.shape = read_shape(config)
        self._device = device()
        self._dtype = torch.float32 if exact else fastest_dtype()
        weights = _Weights(folder, self._device)
        self._layers = [self._layer(weights, number) for number in range(self.shape.layers)]
        # A copy, so that nothing holds on to the mapped file.
        self._embedding = weights["model.embed_tokens.weight"].clone()
        self._norm = weights["model.norm.weight"].float()
        tied = config.get("tie_word_embeddings", False)
        head = self._embedding if tied else weights["lm_head.weight"]
        self._head = head.to(self._dtype)
        self._turns = torch.from_numpy(turns(self.shape)).to(self._device)

    def past(self, of: PastInTorch | None = None, length: int = 0) -> PastInTorch:
        """Give a past of nothing, or a copy of the first `length` tokens of one."""
        if of:
            return PastInTorch(of.kept[:, :, :, :length].clone(), length)
        sizes = (2, self.shape.layers, self.shape.shared_heads, 0, self.shape.head)
        return PastInTorch(self._norm.new_empty(sizes), 0)

    @torch.inference_mode()
    def run(
        self,
        past: PastInTorch,
        ids: Numbers,
        places: Numbers,
        seen: Seen,
        start: int,
        first: int = 0,
    ) -> Floats:
        """Give the states of tokens from `first` on; keys and values are kept from `start` on."""
        past.reserve(start + len(ids), start)
        mask = torch.zeros(len(ids), start + len(ids))
        mask[:, past.length :].masked_fill_(~torch.from_numpy(seen), -torch.inf)
        mask = mask.to(self._device)
        cosines, sines = self._turns[places].transpose(0, 1)[:, :, None]  # (tokens, 1, head)
        states = embedding(torch.from_numpy(ids).to(self._device), self._embedding).float()
        for layer, keys, values in zip(self._layers, *past.kept, strict=True):
            mixed = self._product(self._normed(states, layer.before_attention), layer.to_heads)
            wanted = first if layer is self._layers[-1] else 0
            attended = self._attend(mixed, cosines, sines, keys, values, start, mask, wanted)
            states = states[wanted:] + self._product(attended, layer.from_heads)
            opened = self._product(self._normed(states, layer.before_mlp), layer.gate_up)
            gate, up = opened.chunk(2, -1)
            states = states + self._product(silu(gate).mul_(up), layer.down)
        found: Floats = states.cpu().numpy()
        return found

    def _attend(
        self, mixed: Tensor, cosines: Tensor, sines: Tensor, keys: Tensor, values: Tensor,
        start: int, mask: Tensor, wanted: int,
    ) -> Tensor:  # fmt: skip
        shape, (count, end) = self.shape, mask.shape
        turned = shape.heads + shape.shared_heads
        mixed = mixed.view(count, turned + shape.shared_heads, shape.head)
        pairs = mixed[:, :turned]
        pairs = (pairs * cosines).addcmul_(pairs.roll(shape.head // 2, -1), sines)
        keys[:, start:end] = pairs[:, shape.heads :].transpose(0, 1)
        values[:, start:end] = mixed[:, turned:].transpose(0, 1)
        attended = scaled_dot_product_attention(
            pairs[wanted:, : shape.heads].transpose(0, 1)[None],
            keys[None, :, :end],
            values[None, :, :end],
            attn_mask=mask[wanted:],
            enable_gqa=shape.heads != shape.shared_heads,
        )
        return attended[0].transpose(0, 1).reshape(count - wanted, -1)

    @torch.inference_mode()
    def logits(self, states: Floats) -> Floats:
        """Give how likely each token of the vocabulary is next, (states, vocabulary), in nats."""
        logits: Floats = self._logits(states).cpu().numpy()
        return logits

    @torch.inference_mode()
    def logs(self, states: Floats, of: Numbers, ids: Numbers) -> Floats:
        """Give the log-probability of each token behind the state of its number, in nats."""
        logits = self._logits(states)
        picked = logits[of, ids] - logits.logsumexp(-1)[of]
        logs: Floats = picked.cpu().numpy()
        return logs

    def _logits(self, states: Floats) -> Tensor:
        given = torch.from_numpy(states).to(self._device)
        return self._product(self._normed(given, self._norm), self._head)

    def _normed(self, states: Tensor, weight: Tensor) -> Tensor:
        return rms_norm(states, weight.shape, weight, self.shape.epsilon)

    def _product(self, rows: Tensor, weight: Tensor) -> Tensor:
        return linear(rows.to(self._dtype), weight).float()

    def _layer(self, weights: "_Weights", number: int) -> _Layer:
        def joined(*names: str) -> Tensor:
            parts = [weights[f"{at}.{name}_proj.weight"] for name in names]
            return torch.cat(parts).to(self._dtype)

        at = f"model.layers.{number}"
        return _Layer(
            before_attention=weights[f"{at}.input_layernorm.weight"].float(),
            to_heads=joined("self_attn.q", "self_attn.k", "self_attn.v"),
            from_heads=joined("self_attn.o"),
            before_mlp=weights[f"{at}.post_attention_layernorm.weight"].float(),
            gate_up=joined("mlp.gate", "mlp.up"),
            down=joined("mlp.down"),
        )


class _Weights:
    """The tensors of a model's files, read when they are asked for."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        opened: Any = safe_open  # its methods have no types
        files = [opened(path, "pt", str(device)) for path in folder.glob("*.safetensors")]
        self._files = {name: file for file in files for name in file.keys()}

    def __getitem__(self, name: str) -> Tensor:
        tensor: Tensor = self._files[name].get_tensor(name)
        return tensor


def device() -> torch.device:
    """Give the graphics card where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def fastest_dtype() -> torch.dtype:
    """Give bfloat16 where this machine multiplies it in hardware, float32 elsewhere."""
    able = torch.cpu.get_capabilities()
    in_hardware = torch.cuda.is_available() or able.get("amx_bf16") or able.get("avx512_bf16")
    return torch.bfloat16 if in_hardware else torch.float32
