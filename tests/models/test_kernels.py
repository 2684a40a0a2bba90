"""What is compiled for this processor, or a lesser one, gives what numpy gives, to its rounding."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from numba.core.codegen import get_host_cpu_features

from models.kernels.attention import attend
from models.kernels.choices import log_totals
from models.kernels.halves import halved
from models.kernels.largest import largest, largest_size
from models.kernels.powers import exp
from models.kernels.products import pack, product
from models.kernels.tiles import BLOCK, IS_ABLE

SHIPPED = Path(__file__).parents[2] / "models" / "candor-small"
RANDOM = np.random.default_rng(0)
HERE = set(get_host_cpu_features().split(","))
LESSER = [one for one in ("+avx2,+fma", "+avx2,+fma,+avxvnni") if HERE.issuperset(one.split(","))]
COUNTS = (1, 2, 3, 4, 5, 9) if IS_ABLE else ()


def some(*sizes: int) -> np.ndarray:
    """Give random numbers around nought."""
    return RANDOM.standard_normal(sizes, np.float32)


def in_halves(numbers: np.ndarray) -> np.ndarray:
    """Give numbers as they are kept."""
    return np.array([halved(one) for one in numbers.ravel()], np.uint16).reshape(numbers.shape)


def in_full(halves: np.ndarray) -> np.ndarray:
    """Give what is kept as numbers."""
    return np.left_shift(halves, 16, dtype=np.uint32).view(np.float32)


def test_what_is_kept_as_halves_is_the_nearest_there_is() -> None:
    numbers = np.concatenate([some(500), np.float32([0, 1, 1 + 2**-8, 1 + 3 * 2**-8, 1e30])])
    expected = torch.from_numpy(numbers).bfloat16().float().numpy()
    assert (in_full(in_halves(numbers)) == expected).all()


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("out", "wide"), [(64, 32), (70, 50), (3, 4), (1, 1)])
def test_products_are_right_to_the_nearest_step(count: int, out: int, wide: int) -> None:
    weight, tokens, result = some(out, wide), some(count, wide), some(count, out)
    product(tokens, pack(weight), result)
    apart = np.abs(result - tokens @ weight.T)
    # Half a step of each factor, times the other factor, at most.
    steps = np.abs(weight).max(1) / 127, np.abs(tokens).max(1, keepdims=True) / 127
    most = steps[0] * np.abs(tokens).sum(1, keepdims=True) + steps[1] * np.abs(weight).sum(1)
    assert (apart <= 0.51 * most + 1e-5).all()


@pytest.mark.parametrize("count", [1, 2, 6])
@pytest.mark.parametrize(("past", "behind"), [(0, 6), (5, 7), (BLOCK, 9), (3 * BLOCK - 2, 200)])
@pytest.mark.parametrize(("heads", "shared", "head"), [(4, 2, 16), (2, 2, BLOCK + 16)])
def test_tokens_attend_to_what_they_see_alone(
    count: int, past: int, behind: int, heads: int, shared: int, head: int
) -> None:
    end, wide = past + behind, -(-head // BLOCK) * BLOCK
    blocks = -(-end // BLOCK) + 1
    queries = some(count, heads, head)
    keys, values = in_full(in_halves(some(2, shared, end, head)))
    seen = RANDOM.random((count, behind)) < 0.2
    seen[:, -1] = True
    room = np.zeros((2, shared, blocks * BLOCK, wide), np.float32)
    room[0, :, :end, :head], room[1, :, :end, :head] = keys, values
    kept = in_halves(room).reshape(2, shared, blocks, BLOCK, wide)
    attended = np.empty((count, heads * head), np.float32)
    turned = np.ascontiguousarray(kept[0, ..., :head].swapaxes(2, 3))
    attend(queries, turned, kept[1], past, seen, attended)
    sees = np.concatenate([np.ones((count, past), np.bool_), seen], 1)
    for number in range(heads):
        of = number * shared // heads
        alike = np.where(sees, queries[:, number] @ keys[of].T / np.sqrt(head), -np.inf)
        shares = np.exp(alike - alike.max(1, keepdims=True))
        expected = shares / shares.sum(1, keepdims=True) @ values[of]
        got = attended[:, number * head : (number + 1) * head]
        assert got == pytest.approx(expected, abs=1e-5)


def test_what_chances_add_up_to_is_that_of_numpy() -> None:
    logits = 10 * some(3, 100)
    assert log_totals(logits) == pytest.approx(np.log(np.exp(logits).sum(1)), abs=1e-5)


@pytest.mark.parametrize("least", [-9.0, -2.0, 1.0])
def test_the_largest_number_is_found(least: float) -> None:
    for numbers in np.float32(least) + RANDOM.random((50, 37), np.float32) * np.float32(3):
        assert largest(numbers) == numbers.max()
        assert largest_size(numbers) == np.abs(numbers).max()


def test_powers_of_e_are_exact_to_a_millionth() -> None:
    for power in np.linspace(-80, 80, 999, dtype=np.float32):
        assert exp(power) == pytest.approx(np.exp(power, dtype=np.float64), rel=1e-6)


@pytest.mark.parametrize("lesser", LESSER)
def test_a_processor_without_the_newest_instructions_multiplies_the_same(lesser: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", __file__, "-k", "products or attend"],
        env=os.environ | {"NUMBA_CPU_FEATURES": lesser},
        check=True,
    )


def test_a_processor_that_multiplies_no_tiles_leaves_the_model_to_torch() -> None:
    asked = (
        "import pathlib, sys; from models.llama import open_llama;"
        f"llama = open_llama(pathlib.Path({str(SHIPPED)!r}), exact=False);"
        "sys.exit(type(llama).__name__ != 'LlamaInTorch')"
    )
    without = os.environ | {"NUMBA_CPU_FEATURES": "+sse2"}
    subprocess.run([sys.executable, "-c", asked], env=without, check=True, cwd=SHIPPED.parents[1])
