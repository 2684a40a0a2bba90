"""Drawing the next token of each candidate."""

import numpy as np
from numpy.typing import NDArray

from models.kernels.choices import TRIES, draw
from models.sampling import Sampling


class Draw:
    """Draws as a sampling says, from a seed of its own or the one given."""

    def __init__(self, sampling: Sampling) -> None:
        self._sampling = sampling
        self._random = np.random.default_rng(sampling.seed)

    def __call__(self, logits: NDArray[np.float32]) -> NDArray[np.int64]:
        """Give a token for each row of (rows, vocabulary) logits."""
        points = self._random.random((len(logits), TRIES), np.float32)
        return draw(logits, self._sampling.temperature, self._sampling.top_p, points)
