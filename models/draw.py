"""Drawing the next token of each candidate."""

import torch
from torch import Tensor

from models.sampling import Sampling


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
        ordered, order = chances.sort(-1, descending=True)
        beyond = ordered.cumsum(-1) - ordered > sampling.top_p
        ordered = ordered.masked_fill(beyond, 0.0)
        picked = torch.multinomial(ordered, 1, generator=self._generator)
        return order.gather(-1, picked)[:, 0]
