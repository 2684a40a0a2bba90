"""Products of bytes: weights in int8 with a scale a row, tokens rounded to bytes one by one.

Processors with VNNI multiply four bytes with four bytes and add the products up in each of many
lanes, by one instruction. No library offers that for a few tokens at the speed of the memory, so it
is compiled here by numba, once, and kept on disk.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
import torch
from llvmlite import ir
from numba import float32, int32, njit, types, uint8
from numba.core import cgutils
from numba.extending import intrinsic
from numpy.typing import NDArray

Bytes = NDArray[np.int8]
Floats = NDArray[np.float32]
Function = TypeVar("Function", bound=Callable[..., Any])

STEPS = 127  # from 0 to the largest of a row
MIDDLE = 128  # what stands for 0 among unsigned bytes
GROUP = 4  # bytes that are multiplied and added up in one lane

_able = torch.cpu.get_capabilities()
HAS_VNNI = bool(_able.get("avx512_vnni") or _able.get("avx_vnni"))
LANES = 16 if _able.get("avx512_vnni") else 8  # of 32 bits
VECTORS = 4  # of lanes in a block of outputs
BLOCK = LANES * VECTORS
ROWS = 4 if LANES == 16 else 3  # tokens that are multiplied together: as many as registers hold


class Packed(NamedTuple):
    """A weight of (out, in), in blocks of outputs whose bytes lie as they are multiplied."""

    weights: Bytes  # (blocks, in / GROUP, BLOCK, GROUP)
    scales: Floats  # (out): what a step of the weight and one of a token's bytes make together
    excess: NDArray[np.int32]  # (out): what MIDDLE adds to a sum


def compiled(function: Function) -> Function:
    """Compile a function of arrays; it runs without Python's lock."""
    return cast(Function, njit(nogil=True, fastmath=True, cache=True)(function))


def pack(weight: Floats) -> Packed:
    """Round a weight of (out, in) to bytes, with nothing in what blocks and groups lack."""
    out, wide = weight.shape
    steps = np.maximum(np.abs(weight).max(1), 1e-12) / STEPS
    whole = np.zeros((-(-out // BLOCK) * BLOCK, -(-wide // GROUP) * GROUP), np.int8)
    whole[:out, :wide] = np.rint(weight / steps[:, None])
    blocks = whole.reshape(len(whole) // BLOCK, BLOCK, -1, GROUP).swapaxes(1, 2)
    excess = MIDDLE * whole[:out].sum(1, dtype=np.int32)
    return Packed(np.ascontiguousarray(blocks), (steps / STEPS).astype(np.float32), excess)


@compiled
def product(tokens: Floats, packed: Packed, out: Floats, start_block: int, end_block: int) -> None:
    """Put the products of (tokens, in) with blocks of a weight into their part of (tokens, out)."""
    count, outputs = out.shape
    groups = packed.weights.shape[1]
    together = ROWS if count > 1 else 1
    rounded = np.zeros((-(-count // together) * together, groups * GROUP), np.uint8)
    largest = np.empty(count, np.float32)
    _round(tokens, rounded, largest)
    sums = np.empty((ROWS, BLOCK), np.int32)
    for block in range(start_block, end_block):
        first = block * BLOCK
        end = min(BLOCK, outputs - first)
        for start in range(0, count, together):
            if together == 1:
                _tile_of_one(sums, packed.weights[block], rounded[start:], groups)
            else:
                _tile(sums, packed.weights[block], rounded[start:], groups)
            for row in range(start, min(start + together, count)):
                for at in range(end):
                    whole = sums[row - start, at] - packed.excess[first + at]
                    out[row, first + at] = float32(whole) * packed.scales[first + at] * largest[row]


@compiled
def _round(tokens: Floats, rounded: NDArray[np.uint8], largest: Floats) -> None:
    for row in range(len(tokens)):
        most = float32(1e-12)
        for at in range(tokens.shape[1]):
            most = max(most, abs(tokens[row, at]))
        largest[row] = most
        steps = float32(STEPS) / most
        for at in range(tokens.shape[1]):
            nearest = int32(tokens[row, at] * steps + float32(MIDDLE + 0.5))
            rounded[row, at] = uint8(nearest)


def _tile_of(rows: int) -> Any:
    """Give what multiplies so many tokens with a block; numba itself knows no such instruction."""

    def tile(_typing: Any, sums: Any, weights: Any, rounded: Any, groups: Any) -> Any:
        """Put sums of (rows, BLOCK) from weights of (groups, BLOCK, GROUP) and rounded tokens."""
        return types.void(sums, weights, rounded, types.int64), _generate

    def _generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        word, long = ir.IntType(32), ir.IntType(64)
        lanes = ir.VectorType(word, LANES)
        none = ir.Constant(lanes, ir.Undefined)
        everywhere = ir.Constant(lanes, [0] * LANES)
        multiply = builder.module.declare_intrinsic(
            f"llvm.x86.avx512.vpdpbusd.{LANES * 32}", fnty=ir.FunctionType(lanes, [lanes] * 3)
        )

        def start(number: int) -> Any:
            array = context.make_array(signature.args[number])(context, builder, given[number])
            return builder.ptrtoint(array.data, long)

        def place(kind: Any, base: Any, *offsets: Any) -> Any:
            for offset in offsets:
                base = builder.add(base, offset)
            return builder.inttoptr(base, kind.as_pointer())

        def load(kind: Any, *where: Any) -> Any:
            loaded = builder.load(place(kind, *where))
            loaded.align = 1
            return loaded

        sums, weights, rounded = start(0), start(1), start(2)
        groups = given[3]
        make_sum: Any = cgutils.alloca_once_value
        added = [[make_sum(builder, everywhere) for _ in range(VECTORS)] for _ in range(rows)]
        with cgutils.for_range(builder, groups) as loop:
            block = builder.mul(loop.index, long(BLOCK * GROUP))
            across = [load(lanes, weights, block, long(n * LANES * 4)) for n in range(VECTORS)]
            for row in range(rows):
                before = builder.mul(builder.mul(groups, long(GROUP)), long(row))
                four = load(word, rounded, before, builder.mul(loop.index, long(GROUP)))
                first = builder.insert_element(none, four, word(0))
                spread = builder.shuffle_vector(first, none, everywhere)
                for sum_, weight in zip(added[row], across, strict=True):
                    grown = builder.call(multiply, [builder.load(sum_), spread, weight])
                    builder.store(grown, sum_)
        for row in range(rows):
            for number, sum_ in enumerate(added[row]):
                at = long((row * VECTORS + number) * LANES * 4)
                builder.store(builder.load(sum_), place(lanes, sums, at)).align = 1
        return context.get_dummy_value()

    return intrinsic(tile)


_tile, _tile_of_one = _tile_of(ROWS), _tile_of(1)
