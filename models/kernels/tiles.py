"""Tiles: small products that stay in the registers, by instructions that numba does not know.

Processors with VNNI multiply four bytes with four bytes and add the products up in each of many
lanes, by one instruction; those with AVX2 alone do it by six. No library offers either for a few
tokens at the speed of the memory.
"""

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils, config
from numba.core.codegen import get_host_cpu_features
from numba.extending import intrinsic

_given = config.CPU_FEATURES  # type: ignore[attr-defined]  # numba may be told to use fewer
_here = get_host_cpu_features()  # type: ignore[no-untyped-call]
_able = set((_here if _given is None else _given).split(","))
_HAS_VNNI = not _able.isdisjoint(("+avx512vnni", "+avxvnni"))
IS_ABLE = _HAS_VNNI or _able.issuperset(("+avx2", "+fma"))  # to multiply tiles at all
LANES = 16 if "+avx512vnni" in _able else 8  # of 32 bits
VECTORS = 4  # of lanes in a block
BLOCK = LANES * VECTORS
ROWS = 4 if LANES == 16 else 3  # that are multiplied together: as many as registers hold
CELL = 4  # bytes: a float, or a group of bytes that are multiplied and added up in one lane
HALF = 2  # bytes, of a float that is kept as its upper half

_SHORT, _LONG = ir.IntType(16), ir.IntType(64)
_WORDS = ir.VectorType(ir.IntType(32), LANES)
_FLOATS = ir.VectorType(ir.FloatType(), LANES)

Multiply = Callable[[Any, Any, Any, Any], Any]


def _tile(rows: int, kind: Any, multiply: Multiply, *, of_halves: bool = False) -> Any:
    """Give what multiplies so many rows with a block of columns, floats that may be kept as halves.

    Called as tile(out, step, left, step, right, step, count), it adds the product of left, (rows,
    count), with right, (count, BLOCK), to out, (rows, BLOCK). A step leads to the next row, in
    cells.
    """

    def tile(
        _typing: Any, out: Any, out_step: Any, left: Any, left_step: Any,
        right: Any, right_step: Any, count: Any,
    ) -> Any:  # fmt: skip
        return types.void(out, out_step, left, left_step, right, right_step, count), generate

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        def start(number: int) -> Any:
            array = context.make_array(signature.args[number])(context, builder, given[number])
            return builder.ptrtoint(array.data, _LONG)

        def place(kind: Any, base: Any, *cells: Any, size: int = CELL) -> Any:
            for many in cells:
                base = builder.add(base, builder.mul(many, _LONG(size)))
            return builder.inttoptr(base, kind.as_pointer())

        def load(kind: Any, base: Any, *cells: Any, size: int = CELL) -> Any:
            loaded = builder.load(place(kind, base, *cells, size=size))
            loaded.align = 1
            return loaded

        def load_right(*cells: Any) -> Any:
            if not of_halves:
                return load(kind, right, *cells)
            halves = load(ir.VectorType(_SHORT, LANES), right, *cells, size=HALF)
            upper = builder.shl(builder.zext(halves, _WORDS), ir.Constant(_WORDS, [16] * LANES))
            return builder.bitcast(upper, kind)

        out, left, right = start(0), start(2), start(4)
        out_step, left_step, right_step, count = (given[number] for number in (1, 3, 5, 6))
        across = [_LONG(number * LANES) for number in range(VECTORS)]
        keep: Any = cgutils.alloca_once_value
        cells = [
            [(builder.mul(out_step, _LONG(row)), column) for column in across]
            for row in range(rows)
        ]
        sums = [[keep(builder, load(kind, out, *cell)) for cell in row] for row in cells]
        with cgutils.for_range(builder, count) as loop:
            line = builder.mul(loop.index, right_step)
            others = [load_right(line, column) for column in across]
            for row in range(rows):
                before = builder.mul(left_step, _LONG(row))
                one = load(kind.element, left, before, loop.index)
                none = ir.Constant(kind, ir.Undefined)
                first = builder.insert_element(none, one, ir.IntType(32)(0))
                spread = builder.shuffle_vector(first, none, ir.Constant(_WORDS, [0] * LANES))
                for sum_, other in zip(sums[row], others, strict=True):
                    builder.store(multiply(builder, spread, other, builder.load(sum_)), sum_)
        for row in range(rows):
            for sum_, cell in zip(sums[row], cells[row], strict=True):
                builder.store(builder.load(sum_), place(kind, out, *cell)).align = 1
        return context.get_dummy_value()

    return intrinsic(tile)


def _of_bytes(builder: Any, left: Any, right: Any, added: Any) -> Any:
    """Multiply unsigned bytes with signed ones."""
    if _HAS_VNNI:
        return _call(builder, f"llvm.x86.avx512.vpdpbusd.{LANES * 32}", added, left, right)
    shorts = ir.VectorType(_SHORT, 2 * LANES)
    left, right = builder.bitcast(left, shorts), builder.bitcast(right, shorts)
    byte = ir.Constant(shorts, [8] * shorts.count)  # bits
    # Every other byte, made a short; the others.
    pairs = (
        (builder.lshr(builder.shl(left, byte), byte), builder.ashr(builder.shl(right, byte), byte)),
        (builder.lshr(left, byte), builder.ashr(right, byte)),
    )
    for pair in pairs:
        added = builder.add(added, _call(builder, "llvm.x86.avx2.pmadd.wd", *pair, gives=_WORDS))
    return added


def _of_floats(builder: Any, left: Any, right: Any, added: Any) -> Any:
    return _call(builder, f"llvm.fma.v{LANES}f32", left, right, added)


def _call(builder: Any, name: str, *given: Any, gives: Any = None) -> Any:
    kind = ir.FunctionType(gives or given[0].type, [one.type for one in given])
    return builder.call(builder.module.declare_intrinsic(name, fnty=kind), given)


bytes_tile, bytes_tile_of_one = _tile(ROWS, _WORDS, _of_bytes), _tile(1, _WORDS, _of_bytes)
halves_tile = _tile(ROWS, _FLOATS, _of_floats, of_halves=True)
halves_tile_of_one = _tile(1, _FLOATS, _of_floats, of_halves=True)
