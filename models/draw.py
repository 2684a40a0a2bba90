"""Drawing the next token of each candidate."""

import torch
from torch import Tensor

from models.sampling import Sampling

TRIES = 8


class Draw:
    """Draws as a sampling says, from a seed of its own or the one given."""

    def __init__(self, sampling: Sampling, device: torch.device) -> None:
        self._sampling = sampling
        self._generator = torch.Generator(device)
        if sampling.seed is None:
            self._generator.seed()
        else:
            self._generator.manual_seed(sampling.seed)

    def __call__(self, logits: Tensor) -> Tensor:
        """Give a token for each row of (rows, vocabulary) logits."""
        sampling = self._sampling
        if sampling.temperature == 0:
            return logits.argmax(-1)
        chances = (logits.float() / sampling.temperature).softmax(-1)  # (rows, vocabulary)
        # Sorting takes longer than the model does: draw a few instead, and take the first that is
        # among the likeliest. All of them are beyond top_p once in 10^10 times at 0.95.
        sums = chances.cumsum(-1)
        points = torch.rand(len(chances), TRIES, generator=self._generator, device=sums.device)
        tries = torch.searchsorted(sums, points * sums[:, -1:], right=True)  # (rows, tries)
        tries.clamp_max_(chances.shape[1] - 1)
        drawn, missing = tries[:, 0], self._is_beyond(chances, tries[:, 0])
        for own in tries.T[1:]:
            if not missing.any():
                return drawn
            drawn = torch.where(missing, own, drawn)
            missing = missing & self._is_beyond(chances, own)
        return torch.where(missing, chances.argmax(-1), drawn)

    def _is_beyond(self, chances: Tensor, drawn: Tensor) -> Tensor:
        likelier = chances * (chances > chances.gather(-1, drawn[:, None]))
        return likelier.sum(-1) > self._sampling.top_p
