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
        tries = torch.multinomial(chances, TRIES, replacement=True, generator=self._generator)
        own = chances.gather(-1, tries)  # (rows, tries)
        likelier = [(chances * (chances > one)).sum(-1) for one in own.T[:, :, None]]
        inside = torch.stack(likelier, -1) <= sampling.top_p  # (rows, tries)
        first = tries.gather(-1, inside.byte().argmax(-1, keepdim=True))[:, 0]
        return torch.where(inside.any(-1), first, chances.argmax(-1))
