"""What the reader says of a text, in torch for training: `reading.py` runs the same in numpy."""

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, normalize

from models.reader.net import Reader
from models.reader.shape import PAD, WIDTH
from models.triage.network import LABELS

DROPPED = 0.2


class Judge(nn.Module):
    """The reader, and a head for each judgement of the comment and of what stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader()
        self.drop = nn.Dropout(DROPPED)
        self.comment, self.pair = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.heads = nn.ModuleDict(
            {kind: nn.Linear(WIDTH, len(values)) for kind, values in LABELS.items()}
        )
        self.answers = nn.Linear(WIDTH, 1)
        self.meaning = nn.Linear(WIDTH, WIDTH, bias=False)

    def labels(self, ids: Tensor, own: Tensor) -> dict[str, Tensor]:
        """Give the logits of every kind of label, of ids (rows, length), `own` (rows,) long."""
        found = self.drop(gelu(self.comment(self.drop(self._pooled(ids, own))), approximate="tanh"))
        return {kind: head(found) for kind, head in self.heads.items()}

    def answering(self, ids: Tensor, own: Tensor) -> Tensor:
        """Give the log-odds (rows,) that a fact beside a comment answers it."""
        found = self.drop(gelu(self.pair(self.drop(self._pooled(ids, own))), approximate="tanh"))
        result: Tensor = self.answers(found)[:, 0]
        return result

    def meanings(self, ids: Tensor) -> Tensor:
        """Give a vector of length 1 for each text, near those of what belongs to it."""
        return normalize(self.meaning(_mean(self.reader(ids).float(), ids != PAD)), dim=-1)

    def _pooled(self, ids: Tensor, own: Tensor) -> Tensor:
        """Give the means of the states of the comment and of the rest: (rows, 2 * WIDTH)."""
        states = self.reader(ids).float()
        inside = torch.arange(ids.shape[1]) < own[:, None]
        return torch.cat([_mean(states, inside), _mean(states, ~inside & (ids != PAD))], 1)


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.float()[..., None]
    result: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1)
    return result
