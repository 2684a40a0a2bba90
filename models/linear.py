"""Products with a weight, by the fastest way that this machine has.

On a processor that multiplies bytes (VNNI) a weight is kept as int8 with a scale a row, and each
token is rounded to int8 by a scale of its own, so that what is read with it changes nothing.
Measured against float32 on the shipped model: the value of a sentence differs by 0.006 nats a token
(bfloat16: 0.002) where sentences differ by 0.67.
"""

import warnings
from collections.abc import Callable
from functools import cache

import torch
from torch import Tensor
from torch.nn import functional

Linear = Callable[[Tensor], Tensor]

STEPS = 127  # from 0 to the largest of a row
MIDDLE = 128  # what stands for 0 among unsigned bytes


def linear(weight: Tensor, *, exact: bool = False) -> Linear:
    """Give the product with a (out, in) weight: float32 (rows, in) becomes float32 (rows, out).

    `exact`: in float32, however long it takes.
    """
    if not exact and weight.device.type == "cpu" and _multiplies_bytes():
        return _in_bytes(weight)
    kept = weight.to(torch.float32 if exact else fastest_dtype())
    return lambda rows: functional.linear(rows.to(kept.dtype), kept).float()


def fastest_dtype() -> torch.dtype:
    """Give bfloat16 where this machine multiplies it in hardware, float32 elsewhere."""
    able = torch.cpu.get_capabilities()
    in_hardware = torch.cuda.is_available() or able.get("amx_bf16") or able.get("avx512_bf16")
    return torch.bfloat16 if in_hardware else torch.float32


@cache
def _multiplies_bytes() -> bool:
    able = torch.cpu.get_capabilities()
    return bool(
        "fbgemm" in torch.backends.quantized.supported_engines
        and (able.get("avx512_vnni") or able.get("avx_vnni"))
    )


def _in_bytes(weight: Tensor) -> Linear:
    torch.backends.quantized.engine = "fbgemm"
    full = weight.float()
    scales = full.abs().amax(1).clamp_min(1e-12) / STEPS
    rounded = (full / scales[:, None]).round_().to(torch.int8)
    zeros = torch.zeros(len(weight), dtype=torch.long)
    with warnings.catch_warnings():
        # A later torch will do without such tensors; the one that is asked for here has them.
        warnings.filterwarnings("ignore", "torch.quantize_per_tensor", UserWarning)
        whole = torch._make_per_channel_quantized_tensor(rounded, scales, zeros, 0)
    packed = torch.ops.quantized.linear_prepack(whole, None)
    multiply = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32

    def product(rows: Tensor) -> Tensor:
        largest = rows.abs().amax(-1, keepdim=True).clamp_min_(1e-12)
        result: Tensor = multiply(rows / largest, 1 / STEPS, MIDDLE, packed)
        return result.mul_(largest)

    return product
