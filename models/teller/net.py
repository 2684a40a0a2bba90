"""The teller's net in torch, for learning; `tell.py` computes the same in numpy."""

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, linear, pad, rms_norm, scaled_dot_product_attention, softmax

from models.teller.tokens import ENDINGS, HASHES, SHAPES, SPECIAL

WIDTH, HEADS, LAYERS = 192, 4, 3  # of the part that reads, and of the part that writes
MIDDLE = 384
LONGEST = 64  # tokens of a text
EPSILON = 1e-6
DROPPED = 0.15


class Attention(nn.Module):
    """Mixes what one text has with what it finds in another, or in itself."""

    def __init__(self) -> None:
        super().__init__()
        self.asking = nn.Linear(WIDTH, WIDTH)
        self.known = nn.Linear(WIDTH, 2 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)

    def forward(self, states: Tensor, others: Tensor, mask: Tensor) -> Tensor:
        """Give states (texts, tokens, WIDTH); mask: what is added to (texts, 1, tokens, others)."""
        texts, count, _ = states.shape
        asked = self.asking(states).view(texts, count, HEADS, -1).transpose(1, 2)
        known = self.known(others).view(texts, others.shape[1], 2, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = scaled_dot_product_attention(asked, known[0], known[1], mask.to(asked.dtype))
        shown: Tensor = self.out(mixed.transpose(1, 2).reshape(texts, count, WIDTH))
        return shown


class Around(nn.Module):
    """Mixes each token with those next to it: before it, and behind it where that is known."""

    def __init__(self, behind: bool) -> None:
        super().__init__()
        self.behind = behind
        self.mix = nn.Linear((3 if behind else 2) * WIDTH, MIDDLE)
        self.out = nn.Linear(MIDDLE, WIDTH)

    def forward(self, states: Tensor) -> Tensor:
        """Give states (texts, tokens, WIDTH) from such states."""
        near = [pad(states[:, :-1], (0, 0, 1, 0)), states]
        if self.behind:
            near.append(pad(states[:, 1:], (0, 0, 0, 1)))
        mixed: Tensor = self.out(gelu(self.mix(torch.cat(near, -1)), approximate="tanh"))
        return mixed


class Reading(nn.Module):
    """A layer that reads."""

    def __init__(self) -> None:
        super().__init__()
        self.attention, self.around = Attention(), Around(behind=True)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Give states (texts, tokens, WIDTH) from such states."""
        normed = _normed(states)
        states = states + self.attention(normed, normed, mask)
        mixed: Tensor = states + self.around(_normed(states))
        return mixed


class Writing(nn.Module):
    """A layer that writes: it sees what was written, and all that was read."""

    def __init__(self) -> None:
        super().__init__()
        self.attention, self.across = Attention(), Attention()
        self.around = Around(behind=False)

    def forward(self, states: Tensor, read: Tensor, mask: Tensor, read_mask: Tensor) -> Tensor:
        """Give states (texts, tokens, WIDTH) from such states."""
        normed = _normed(states)
        states = states + self.attention(normed, normed, mask)
        states = states + self.across(_normed(states), read, read_mask)
        mixed: Tensor = states + self.around(_normed(states))
        return mixed


class Teller(nn.Module):
    """Writes token after token: one of its own, or one that it copies."""

    def __init__(self, words: int, own: int) -> None:
        super().__init__()
        self.own = own
        self.words = nn.Embedding(SPECIAL + words + HASHES, WIDTH)
        self.endings = nn.Embedding(ENDINGS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.places = nn.Embedding(2 * LONGEST, WIDTH)
        for table in (self.words, self.endings, self.shapes, self.places):
            nn.init.normal_(table.weight, std=0.3)
        self.reading = nn.ModuleList(Reading() for _ in range(LAYERS))
        self.writing = nn.ModuleList(Writing() for _ in range(LAYERS))
        self.dropped = nn.Dropout(DROPPED)
        self.said = nn.Linear(WIDTH, WIDTH)
        self.bias = nn.Parameter(torch.zeros(own))
        self.asking, self.pointed = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.copies = nn.Linear(WIDTH, 1)

    def forward(
        self, read: tuple[Tensor, Tensor, Tensor], wrote: tuple[Tensor, Tensor]
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give what comes next behind each token of what was written.

        `read`: numbers, endings and shapes of what is jotted, (texts, tokens) each, numbers 0 where
        nothing is; `wrote`: numbers and endings of what was written. Gives logits of own tokens
        (texts, written, own), those of what is copied (texts, written, tokens) and the logit of
        copying (texts, written).
        """
        numbers, endings, shapes = read
        read_mask = ((numbers == 0) * -1e4)[:, None, None, :]
        places = self.places.weight
        states = self.words(numbers) + self.endings(endings) + self.shapes(shapes)
        states = self.dropped(states + places[: numbers.shape[1]])
        for layer in self.reading:
            states = layer(states, read_mask)
        seen = _normed(states)
        count = wrote[0].shape[1]
        ahead = torch.full((count, count), -1e4).triu(1)[None, None]
        states = self.words(wrote[0]) + self.endings(wrote[1])
        states = self.dropped(states + places[LONGEST : LONGEST + count])
        for layer in self.writing:
            states = layer(states, seen, ahead, read_mask)
        states = self.dropped(_normed(states))
        own = linear(self.said(states), self.words.weight[: self.own]) / WIDTH**0.5 + self.bias
        pointed = self.asking(states) @ self.pointed(seen).transpose(1, 2) / WIDTH**0.5
        return own, pointed + read_mask[:, 0], self.copies(states)[..., 0]


def losses(
    own: Tensor, pointed: Tensor, copies: Tensor, read: Tensor, wanted: Tensor
) -> tuple[Tensor, Tensor]:
    """Give the loss of each wanted token, nats, and whether it can be written at all."""
    same = read[:, None, :] == wanted[..., None]
    copied = (softmax(pointed.float(), -1) * same).sum(-1)
    is_own = wanted < own.shape[-1]
    place = torch.where(is_own, wanted, 0)[..., None]
    said = torch.log_softmax(own.float(), -1).gather(-1, place)[..., 0].exp() * is_own
    share = torch.sigmoid(copies.float())
    can = (same.any(-1) | is_own) & (wanted > 0)
    return -torch.log(share * copied + (1 - share) * said + 1e-6), can


def _normed(states: Tensor) -> Tensor:
    return rms_norm(states, (WIDTH,), eps=EPSILON)
