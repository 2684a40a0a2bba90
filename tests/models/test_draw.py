"""Drawing tokens: by their chances, and only from the likeliest."""

import pytest
import torch

from models.draw import Draw
from models.sampling import Sampling

CHANCES = torch.tensor([0.5, 0.3, 0.15, 0.05])
CPU = torch.device("cpu")


def test_tokens_come_as_often_as_they_are_likely_and_none_beyond() -> None:
    draw = Draw(Sampling(temperature=1.0, top_p=0.9, seed=1), CPU)
    drawn = draw(CHANCES.log().repeat(20_000, 1))
    shares = drawn.bincount(minlength=4) / len(drawn)
    assert shares.tolist() == pytest.approx([0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0.0], abs=0.02)


def test_the_likeliest_is_drawn_where_nothing_else_may_be() -> None:
    for sampling in (Sampling(temperature=0), Sampling(temperature=1.0, top_p=0.0, seed=1)):
        assert set(Draw(sampling, CPU)(CHANCES.log().repeat(100, 1)).tolist()) == {0}
