"""Drawing tokens: by their chances, and only from the likeliest."""

import numpy as np
import pytest

from models.draw import Draw
from models.sampling import Sampling

CHANCES = np.array([[0.5, 0.3, 0.15, 0.05]], np.float32)


def test_tokens_come_as_often_as_they_are_likely_and_none_beyond() -> None:
    draw = Draw(Sampling(temperature=1.0, top_p=0.9, seed=1))
    drawn = draw(np.log(CHANCES).repeat(20_000, 0))
    shares = np.bincount(drawn, minlength=4) / len(drawn)
    assert shares.tolist() == pytest.approx([0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0.0], abs=0.02)


def test_a_large_vocabulary_is_drawn_from_all_over() -> None:
    chances = np.zeros((1, 1000), np.float32)
    chances[0, [3, 64, 200, 999]] = 0.4, 0.3, 0.2, 0.1
    draw = Draw(Sampling(temperature=1.0, top_p=1.0, seed=1))
    drawn = draw(np.log(np.maximum(chances, 1e-30)).repeat(20_000, 0))
    shares = np.bincount(drawn, minlength=1000) / len(drawn)
    assert shares[[3, 64, 200, 999]] == pytest.approx([0.4, 0.3, 0.2, 0.1], abs=0.02)


def test_the_likeliest_is_drawn_where_nothing_else_may_be() -> None:
    for sampling in (Sampling(temperature=0), Sampling(temperature=1.0, top_p=0.0, seed=1)):
        assert set(Draw(sampling)(np.log(CHANCES).repeat(100, 0)).tolist()) == {0}
