"""The restorer's net in torch, for learning; `restore.py` computes the same in numpy."""

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, rms_norm, scaled_dot_product_attention

from models.restorer.words import ENDINGS, MARKS, SHAPES

WIDTH, HEADS, FURTHEST = 128, 4, 40  # FURTHEST: distances in words that are told apart
EPSILON = 1e-6
BEFORE, BEHIND = 3, 1  # blocks of neighbours before and behind the attention
MIDDLE = 256
DROPPED = 0.1  # of the states, while learning


class Neighbours(nn.Module):
    """Mixes each word with the one before and the one behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.out = nn.Linear(2 * WIDTH, WIDTH)

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Give states (texts, words, WIDTH) from such states; `there`: (texts, words, 1)."""
        normed = rms_norm(states, (WIDTH,), eps=EPSILON) * there
        before = nn.functional.pad(normed[:, :-1], (0, 0, 1, 0))
        behind = nn.functional.pad(normed[:, 1:], (0, 0, 0, 1))
        mixed: Tensor = self.out(
            gelu(self.mix(torch.cat([before, normed, behind], -1)), approximate="tanh")
        )
        return states + mixed


class Attention(nn.Module):
    """Mixes each word with all others; nearness is learnt."""

    def __init__(self) -> None:
        super().__init__()
        self.taking = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.near = nn.Embedding(2 * FURTHEST + 1, HEADS)

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Give states (texts, words, WIDTH) from such states; `there`: (texts, words, 1)."""
        texts, words, _ = states.shape
        taken = self.taking(rms_norm(states, (WIDTH,), eps=EPSILON))
        asked, known, given = taken.view(texts, words, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        places = torch.arange(words)
        apart = (places[None] - places[:, None]).clamp(-FURTHEST, FURTHEST) + FURTHEST
        mask = self.near(apart).permute(2, 0, 1)[None] + (there[:, None, None, :, 0] - 1) * 1e4
        mixed = scaled_dot_product_attention(asked, known, given, mask.to(asked.dtype))
        shown: Tensor = self.out(mixed.transpose(1, 2).reshape(texts, words, WIDTH))
        return states + shown


class Restorer(nn.Module):
    """Says of the gap before each word which small words and which mark belong into it."""

    def __init__(self, words: int, links: int, runs: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.endings = nn.Embedding(ENDINGS, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        for table in (self.words, self.shapes, self.endings, self.marks):
            nn.init.normal_(table.weight, std=0.5)
        self.blocks = nn.ModuleList(
            [
                *(Neighbours() for _ in range(BEFORE)),
                Attention(),
                *(Neighbours() for _ in range(BEHIND)),
            ]
        )
        self.dropped = nn.Dropout(DROPPED)
        self.middle = nn.Linear(2 * WIDTH, MIDDLE)
        self.links = nn.Linear(MIDDLE, links)
        self.runs = nn.Linear(MIDDLE, runs)
        self.true_marks = nn.Linear(MIDDLE, MARKS)

    def forward(
        self, words: Tensor, shapes: Tensor, endings: Tensor, marks: Tensor, there: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give logits of linking words, runs and marks, (texts, words, classes) each."""
        is_there = there[..., None].float()
        states = self.words(words) + self.shapes(shapes) + self.endings(endings) + self.marks(marks)
        states = self.dropped(states)
        for block in self.blocks:
            states = block(states, is_there)
        states = rms_norm(states, (WIDTH,), eps=EPSILON) * is_there
        before = nn.functional.pad(states[:, :-1], (0, 0, 1, 0))
        middle = gelu(
            self.middle(self.dropped(torch.cat([before, states], -1))), approximate="tanh"
        )
        return self.links(middle), self.runs(middle), self.true_marks(middle)
