"""What the reader says of a text, in torch for training: `reading.py` runs the same in numpy."""

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, normalize

from models.reader.net import Reader
from models.reader.shape import PAD, WIDTH
from models.triage.network import LABELS

DROPPED = 0.2


class Judge(nn.Module):
    """The reader, a head for each kind of label, and one for what a text means."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader()
        self.drop = nn.Dropout(DROPPED)
        self.comment = nn.Linear(2 * WIDTH, WIDTH)
        self.heads = nn.ModuleDict(
            {kind: nn.Linear(WIDTH, len(values)) for kind, values in LABELS.items()}
        )
        self.meaning = nn.Linear(WIDTH, WIDTH, bias=False)

    def labels(self, ids: Tensor, own: Tensor) -> dict[str, Tensor]:
        """Give the logits of every kind of label, of ids (rows, length), `own` (rows,) long."""
        states = self.reader(ids).float()
        inside = torch.arange(ids.shape[1]) < own[:, None]
        pooled = torch.cat([_mean(states, inside), _mean(states, ~inside & (ids != PAD))], 1)
        found = self.drop(gelu(self.comment(self.drop(pooled)), approximate="tanh"))
        return {kind: head(found) for kind, head in self.heads.items()}

    def meanings(self, ids: Tensor) -> Tensor:
        """Give a vector of length 1 for each text, near those of what belongs to it."""
        return normalize(self.meaning(_mean(self.reader(ids).float(), ids != PAD)), dim=-1)


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.float()[..., None]
    result: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1)
    return result
