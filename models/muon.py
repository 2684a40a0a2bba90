"""The optimizers that all nets here learn by: Muon for matrices inside, AdamW for all the rest."""

from collections.abc import Callable

import torch
from torch import nn

DECAY = 0.01  # of the matrices


def muon_and_adamw(
    net: nn.Module,
    is_inside: Callable[[str], bool],
    rates: tuple[float, float],
    betas: tuple[float, float] = (0.9, 0.95),
) -> list[torch.optim.Optimizer]:
    """Give both; `is_inside` says by its name whether a matrix lies inside, `rates` are theirs."""
    named = list(net.named_parameters())
    inside = [p for name, p in named if p.ndim == 2 and is_inside(name)]
    others = [p for name, p in named if p.ndim != 2 or not is_inside(name)]
    return [
        torch.optim.Muon(inside, lr=rates[0], weight_decay=DECAY),
        torch.optim.AdamW(others, lr=rates[1], betas=betas, weight_decay=0.0),
    ]
