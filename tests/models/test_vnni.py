"""Products of bytes, and few tokens through the layers: what they give is what torch gives.

Where the processor has no such instruction, torch itself is what is tried here.
"""

from pathlib import Path

import numpy as np
import pytest
import torch

from models import few, linear, llama
from models.linear import Linear
from models.llama import Llama
from models.tree import Tree

SHIPPED = Path(__file__).parents[2] / "models" / "candor-small"


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9])
@pytest.mark.parametrize(("out", "wide"), [(64, 32), (70, 50), (3, 4), (1, 1)])
def test_products_are_right_to_the_nearest_step(count: int, out: int, wide: int) -> None:
    torch.manual_seed(count)
    weight, tokens = torch.randn(out, wide), torch.randn(count, wide)
    apart = (Linear(weight)(tokens) - tokens @ weight.T).abs()
    # Half a step of each factor, times the other factor, at most.
    steps = weight.abs().amax(1) / 127, tokens.abs().amax(1, keepdim=True) / 127
    most = steps[0] * tokens.abs().sum(1, keepdim=True) + steps[1] * weight.abs().sum(1)
    assert (apart <= 0.51 * most + 1e-5).all()


def test_a_product_shared_by_cores_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    multiply, tokens = Linear(torch.randn(1000, 40)), torch.randn(9, 40)
    alone = multiply(tokens)
    monkeypatch.setattr(linear, "WORTH_A_CORE", 1)
    monkeypatch.setattr(linear, "CORES", 3)
    assert torch.equal(multiply(tokens), alone)


def test_few_tokens_come_through_the_layers_as_many_do(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Llama(SHIPPED, None, torch.device("cpu"))
    tree = Tree()
    for text in ([5, 6, 7], [5, 6, 8], [9]):
        tree.add(text)
    states = []
    for most in (0, len(tree)):
        monkeypatch.setattr(llama, "FEW", most)
        past = model.past()
        model.read(past, range(100, 120))
        states.append(model.logits(model.grow(past, tree)))
    assert torch.allclose(*states, atol=1e-3)


def test_powers_of_e_are_exact_to_a_millionth() -> None:
    for power in np.linspace(-80, 80, 999, dtype=np.float32):
        assert few._exp(power) == pytest.approx(np.exp(power, dtype=np.float64), rel=1e-6)
