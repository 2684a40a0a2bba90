"""Train the network of the judge, in torch: sentences, their faults, and where a fault stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from models.checks.alignment import Floats
from models.checks.network import LAYERS, SHARP
from models.checks.reading import MARKS, ROOTS, Reading

WIDTH = 64
VECTORS = 40  # numbers that are left of a word's vector
ROOT = 24  # numbers that are learnt for a root
SHAPE = 48
DROPPED = 0.4
BATCH = 128
SORTED = 4096  # sentences that are put in order of length before they are cut into batches
RATE, DECAY, WARM_UP = 2e-3, 1e-2, 100
WHERE = 0.9  # how much it counts to say which words are the fault
REPEATED = 3  # what was labelled by hand is seen so often
Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


class Net(nn.Module):
    """The same computation as a member of `network.Network`, for learning."""

    def __init__(self, table: Floats, shapes: int, labels: int) -> None:
        super().__init__()
        padded = np.vstack([table, np.zeros((1, table.shape[1]), np.float32)])
        words, width = padded.shape
        self.table = nn.Embedding(words, width, _weight=torch.from_numpy(padded), _freeze=True)
        self.roots = nn.Embedding(ROOTS + 1, ROOT, padding_idx=ROOTS)
        nn.init.normal_(self.roots.weight, std=0.05)
        self.vectors = nn.Linear(width, VECTORS)
        self.inputs = nn.Linear(VECTORS + ROOT + MARKS, WIDTH)
        self.comment = nn.Linear(width, WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 3, padding=1)
        self.far = nn.Conv1d(WIDTH, WIDTH, 3, padding=2, dilation=2)
        self.words = nn.Linear(WIDTH, labels)
        self.shape = nn.Linear(shapes, SHAPE)
        self.hidden = nn.Linear(3 * WIDTH + SHAPE, WIDTH)
        self.out = nn.Linear(WIDTH, labels)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Give log-odds (sentences, labels), and those of each word (sentences, words, labels)."""
        rows, roots, marks, mask, shape, comment = batch
        words = torch.cat([self.vectors(self.table(rows)), self.drop(self.roots(roots)), marks], -1)
        around = self.comment(comment)
        seen = self.drop(functional.relu(self.inputs(words) + around[:, None])) * mask[..., None]
        turned = seen.transpose(1, 2)  # (sentences, width, words)
        turned = (turned + functional.relu(self.near(turned))) * mask[:, None]
        turned = turned + functional.relu(self.far(turned))
        seen = self.drop(turned.transpose(1, 2))
        by_word = self.words(seen)
        beyond = (1 - mask)[..., None] * -1e4
        pooled = torch.logsumexp(SHARP * (by_word + beyond), 1) / SHARP
        mean = (seen * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        shown = functional.relu(self.shape(self.drop(shape)))
        whole = torch.cat([(seen + beyond).max(1)[0], mean, shown, around], -1)
        out: Tensor = self.out(self.drop(functional.relu(self.hidden(whole)))) + pooled
        return out, by_word


def batch_of(readings: Sequence[Reading], without: int) -> Batch:
    """Put sentences side by side; `without` is the row that stands for no vector."""
    size = (len(readings), max(len(one.rows) for one in readings))
    rows, roots = np.full(size, without), np.full(size, ROOTS)
    marks, mask = np.zeros((*size, MARKS), np.float32), np.zeros(size, np.float32)
    for place, one in enumerate(readings):
        length = len(one.rows)
        rows[place, :length] = np.where(one.rows < 0, without, one.rows)
        roots[place, :length] = one.roots
        marks[place, :length] = one.marks
        mask[place, :length] = 1
    shape, comment = (
        torch.from_numpy(np.stack(numbers))
        for numbers in ([one.shape for one in readings], [one.comment for one in readings])
    )
    whole = [torch.from_numpy(numbers) for numbers in (rows, roots, marks, mask)]
    return whole[0], whole[1], whole[2], whole[3], shape, comment


def train(
    readings: Sequence[Reading],
    wanted: NDArray[np.float64],
    counts: NDArray[np.float64],
    where: Mapping[int, Floats],
    chosen: NDArray[np.intp],
    *,
    table: Floats,
    epochs: int,
    seed: int,
) -> Net:
    """Train one member on the chosen sentences.

    `wanted` and `counts` are (sentences, labels); `where` gives, for sentences that were labelled
    by hand, which words (words, labels) are the fault.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = Net(table, len(readings[0].shape), wanted.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    by_hand = np.array([row for row in chosen if row in where], np.intp)
    chosen = np.concatenate([chosen, *[by_hand] * (REPEATED - 1)])
    steps = epochs * (len(chosen) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(0, 1 - step / steps)
    )
    lengths = np.array([len(one.rows) for one in readings])
    for _ in range(epochs):
        for rows in _batches(random.permutation(chosen), lengths, random):
            said, by_word = net(batch_of([readings[row] for row in rows], len(table)))
            loss = functional.binary_cross_entropy_with_logits(
                said,
                torch.from_numpy(wanted[rows]).float(),
                weight=torch.from_numpy(counts[rows]).float(),
                reduction="sum",
            )
            for place, row in enumerate(rows):
                if (words := where.get(row)) is not None:
                    loss = loss + WHERE / len(words) * (
                        functional.binary_cross_entropy_with_logits(
                            by_word[place, : len(words)], torch.from_numpy(words), reduction="sum"
                        )
                    )
            optimizer.zero_grad()
            torch.autograd.backward(loss / len(rows))
            optimizer.step()
            schedule.step()
    return net.eval()


def _batches(
    order: NDArray[np.intp], lengths: NDArray[np.intp], random: np.random.Generator
) -> list[NDArray[np.intp]]:
    """Cut sentences into batches of like length, in any order."""
    pieces = np.array_split(order, max(1, len(order) // SORTED))
    by_length = np.concatenate([piece[np.argsort(lengths[piece])] for piece in pieces])
    batches = [by_length[start : start + BATCH] for start in range(0, len(by_length), BATCH)]
    return [batches[place] for place in random.permutation(len(batches))]


@torch.no_grad()
def said_by(net: Net, readings: Sequence[Reading], without: int) -> Floats:
    """Give the log-odds (sentences, labels) that a net says."""
    order = np.argsort([len(one.rows) for one in readings])
    found = np.zeros((len(readings), net.out.out_features), np.float32)
    for start in range(0, len(order), 2 * BATCH):
        rows = order[start : start + 2 * BATCH]
        found[rows] = net(batch_of([readings[row] for row in rows], without))[0].numpy()
    return found


def arrays_of(net: Net, name: str) -> dict[str, NDArray[Any]]:
    """Give the weights of a member as `network.Network` reads them: roots in eight bits."""
    roots = net.roots.weight.detach().numpy()[:ROOTS]
    scale = np.float32(np.abs(roots).max() / 127)
    arrays: dict[str, NDArray[Any]] = {
        f"{name}.roots": np.round(roots / scale).astype(np.int8),
        f"{name}.roots_scale": np.array(scale),
    }
    for layer in LAYERS:
        module = getattr(net, layer)
        arrays[f"{name}.{layer}.weight"] = module.weight.detach().numpy().astype(np.float16)
        arrays[f"{name}.{layer}.bias"] = module.bias.detach().numpy().astype(np.float16)
    return arrays
