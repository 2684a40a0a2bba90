"""Teaching the pretrained reader to judge: `python -m models.reader.learn --epochs N`.

Labelled comments, and now and then comments with facts that answer them; the rates fall to
nothing. Prints how it does on dev after each epoch and writes weights.npz.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.reader.batches import groups, padded
from models.reader.heads import Judge
from models.reader.layouts import Layout, around
from models.reader.lessons import Lesson, Pair, comments, labelled_of, told
from models.reader.pretrain import CHECKPOINT, FADE, pair_loss
from models.reader.shape import MASK, US
from models.triage.examples import Labelled
from models.triage.measure import scores
from models.triage.network import LABELS
from models.triage.train import class_weights

WEIGHTS = Path(__file__).parent / "weights.npz"
SEED = 23
BATCH_TOKENS = 4096
MUON_RATE, ADAM_RATE, HEAD_RATE = 0.004, 5e-4, 2e-3
WARM_UP = 40
PAIRS, PAIRS_EVERY = 48, 3  # in a batch of pairs, and after how many of comments one comes
REPORT_EVERY = 100
DROPPED = 0.1  # of the tokens: hidden while learning
SMOOTHED = 0.05

Array = NDArray[Any]


@torch.no_grad()
def judged(net: Judge, layouts: Sequence[Layout]) -> dict[str, Array]:
    """Give the probabilities of every label: (comments, values) for each kind."""
    net.eval()
    found = {kind: np.zeros((len(layouts), len(values))) for kind, values in LABELS.items()}
    for places in groups(layouts, BATCH_TOKENS):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = net.labels(*padded([layouts[at] for at in places]))
        for kind, logits in said.items():
            found[kind][places] = torch.softmax(logits.float(), 1).numpy()
    net.train()
    return found


def label_loss(net: Judge, lessons: Sequence[Lesson], weights: dict[str, Tensor]) -> Tensor:
    """Give the loss of a batch of comments: the sum over the kinds of labels."""
    ids, own = padded([one.layout for one in lessons])
    ids = torch.where((torch.rand(ids.shape) < DROPPED) & (ids > US), MASK, ids)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = net.labels(ids, own)
    losses = [
        cross_entropy(
            logits[kind].float(),
            torch.tensor([LABELS[kind].index(one.labels[kind]) for one in lessons]),
            weight=weights[kind],
            label_smoothing=SMOOTHED,
        )
        for kind in LABELS
    ]
    return torch.stack(losses).sum()


def optimizers_of(net: Judge) -> list[torch.optim.Optimizer]:
    """Give Muon for the reader's matrices and AdamW for all the rest."""
    named = list(net.reader.named_parameters())
    matrices = [p for name, p in named if p.ndim == 2 and "embed" not in name]
    others = [p for name, p in named if p.ndim < 2 or "embed" in name]
    heads = [p for name, p in net.named_parameters() if not name.startswith("reader.")]
    groups = [{"params": others, "lr": ADAM_RATE}, {"params": heads, "lr": HEAD_RATE}]
    return [
        torch.optim.Muon(matrices, lr=MUON_RATE, weight_decay=0.01),
        torch.optim.AdamW(groups, weight_decay=0.01),
    ]


def learn(net: Judge, epochs: int) -> None:
    """Teach a net for so many epochs of all labelled comments, with pairs in between."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    train = labelled_of("train")
    weights = {
        kind: class_weights(places, len(LABELS[kind])) for kind, places in right_of(train).items()
    }
    optimizers = optimizers_of(net)
    base = [[group["lr"] for group in one.param_groups] for one in optimizers]
    matches = told_batches(rng)
    started, step, total = time.monotonic(), 0, 0
    means = {"labels": 0.0, "pairs": 0.0}
    net.train()
    for epoch in range(epochs):
        lessons = comments(train, rng)
        batches = groups([one.layout for one in lessons], BATCH_TOKENS, rng)
        total = total or len(batches) * epochs
        for places in batches:
            rate = min(1.0, (step + 1) / WARM_UP) * max(0.0, 1 - step / total)
            for optimizer, rates in zip(optimizers, base, strict=True):
                for group, each in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = each * rate
            losses = {"labels": label_loss(net, [lessons[at] for at in places], weights)}
            if step % PAIRS_EVERY == 0:
                losses["pairs"] = pair_loss(net, next(matches))
            torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            step += 1
            for name, loss in losses.items():
                means[name] += (loss.item() - means[name]) * (FADE if means[name] else 1.0)
            if step % REPORT_EVERY == 0:
                shown = {name: round(value, 3) for name, value in means.items()}
                took = round(time.monotonic() - started)
                print(json.dumps({"step": step, "of": total, **shown, "s": took}), flush=True)
        print(json.dumps({"epoch": epoch + 1, **measure(net)}), flush=True)


def told_batches(rng: random.Random) -> Iterator[list[Pair]]:
    """Yield batches of comments with facts that answer them, without end."""
    while True:
        pairs = told(rng)
        rng.shuffle(pairs)
        yield from (pairs[at : at + PAIRS] for at in range(0, len(pairs) - PAIRS, PAIRS))


def measure(net: Judge) -> dict[str, float]:
    """Give the measures of triage on dev."""
    dev = labelled_of("dev")
    return scores(judged(net, [around(one.brief) for one in dev]), right_of(dev))


def right_of(rows: Sequence[Labelled]) -> dict[str, Array]:
    """Give the right labels by their places: (comments,) for each kind."""
    return {
        kind: np.array([values.index(one.labels[kind]) for one in rows])
        for kind, values in LABELS.items()
    }


def save(net: Judge, path: Path) -> None:
    """Write the weights in float16, as `reading.py` reads them."""
    arrays = {name: value.numpy().astype(np.float16) for name, value in net.state_dict().items()}
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Teach from the pretrained weights and write what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=4)
    arguments = parser.parse_args()
    net = Judge()
    net.load_state_dict(torch.load(CHECKPOINT, weights_only=True)["net"])
    learn(net, arguments.epochs)
    save(net, WEIGHTS)


if __name__ == "__main__":
    main()
