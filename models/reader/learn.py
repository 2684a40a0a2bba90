"""Teaching the pretrained reader to judge: `python -m models.reader.learn --epochs N`.

Comments with their labels and facts beside comments in turns, in one net; the rates fall to
nothing. Prints how it does on dev after each epoch and writes weights.npz.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from models.reader.batches import groups, padded
from models.reader.heads import Judge
from models.reader.layouts import Layout, around
from models.reader.lessons import Lesson, comments, facts, labelled_of
from models.reader.pretrain import CHECKPOINT, RUNS
from models.reader.shape import MASK
from models.triage.measure import scores
from models.triage.network import LABELS

WEIGHTS = Path(__file__).parent / "weights.npz"
SEED = 23
BATCH_TOKENS = 4096
MUON_RATE, ADAM_RATE, HEAD_RATE = 0.004, 5e-4, 2e-3
WARM_UP = 40
DROPPED = 0.1  # of the tokens: hidden while learning
BALANCE = 0.5  # 0: every comment weighs the same; 1: every class does
SMOOTHED = 0.05

Array = NDArray[Any]


@torch.no_grad()
def judged(net: Judge, layouts: Sequence[Layout], *, facts: bool) -> dict[str, Array]:
    """Give the probabilities of every label, or under `answers` those of answering."""
    net.eval()
    found: dict[str, Array] = (
        {"answers": np.zeros(len(layouts))}
        if facts
        else {kind: np.zeros((len(layouts), len(values))) for kind, values in LABELS.items()}
    )
    for places in groups(layouts, BATCH_TOKENS):
        given = padded([layouts[at] for at in places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            if facts:
                found["answers"][places] = torch.sigmoid(net.answering(*given).float()).numpy()
                continue
            for kind, logits in net.labels(*given).items():
                found[kind][places] = torch.softmax(logits.float(), 1).numpy()
    net.train()
    return found


def loss_of(net: Judge, lessons: Sequence[Lesson], weights: dict[str, Tensor]) -> Tensor:
    """Give the loss of a batch of lessons of one kind."""
    ids, own = padded([one.layout for one in lessons])
    ids = torch.where((torch.rand(ids.shape) < DROPPED) & (ids > MASK + 2), MASK, ids)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        if lessons[0].labels is None:
            right = torch.tensor([float(bool(one.answers)) for one in lessons])
            return binary_cross_entropy_with_logits(net.answering(ids, own).float(), right)
        logits = net.labels(ids, own)
    losses = [
        cross_entropy(
            logits[kind].float(),
            torch.tensor([LABELS[kind].index((one.labels or {})[kind]) for one in lessons]),
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


def learn(net: Judge, epochs: int, dev: bool = True) -> None:
    """Teach a net for so many epochs of all lessons."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    train = labelled_of("train")
    weights = {
        kind: _class_weights([one.labels[kind] for one in train], values)
        for kind, values in LABELS.items()
    }
    optimizers = optimizers_of(net)
    base = [[group["lr"] for group in one.param_groups] for one in optimizers]
    started, step, total = time.monotonic(), 0, 0
    net.train()
    for epoch in range(epochs):
        batches = []
        for lessons in (comments(train, rng), facts("train", rng)):
            layouts = [one.layout for one in lessons]
            batches += [
                [lessons[at] for at in places] for places in groups(layouts, BATCH_TOKENS, rng)
            ]
        rng.shuffle(batches)
        total = total or len(batches) * epochs
        means: dict[bool, float] = {}
        for batch in batches:
            rate = min(1.0, (step + 1) / WARM_UP) * max(0.0, 1 - step / total)
            for optimizer, rates in zip(optimizers, base, strict=True):
                for group, each in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = each * rate
            loss = loss_of(net, batch, weights)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            step += 1
            kind = batch[0].labels is None
            means[kind] = means.get(kind, loss.item()) * 0.98 + loss.item() * 0.02
            if step % 100 == 0:
                print(json.dumps({
                    "step": step, "of": total, "labels": round(means.get(False, 0), 3),
                    "facts": round(means.get(True, 0), 3), "s": round(time.monotonic() - started),
                }), flush=True)  # fmt: skip
        print(json.dumps({"epoch": epoch + 1, **measure(net)}), flush=True)


def measure(net: Judge) -> dict[str, float]:
    """Give the measures of triage on dev, and how well the facts that answer are told apart."""
    dev = labelled_of("dev")
    found = judged(net, [around(one.brief) for one in dev], facts=False)
    right = {
        kind: np.array([values.index(one.labels[kind]) for one in dev])
        for kind, values in LABELS.items()
    }
    pairs = facts("dev", random.Random(SEED))
    chances = judged(net, [one.layout for one in pairs], facts=True)["answers"]
    answers = np.array([bool(one.answers) for one in pairs])
    return scores(found, right) | {"answers_auc": round(_auc(chances, answers), 3)}


def _auc(chances: Array, right: Array) -> float:
    ranks = chances.argsort().argsort() + 1
    hits = int(right.sum())
    return float((ranks[right].sum() - hits * (hits + 1) / 2) / (hits * (len(right) - hits)))


def _class_weights(labels: list[str], values: Sequence[str]) -> Tensor:
    counts = np.maximum([labels.count(value) for value in values], 1)
    return torch.tensor((len(labels) / (len(values) * counts)) ** BALANCE, dtype=torch.float32)


def save(net: Judge, path: Path) -> None:
    """Write the weights in float16, as `reading.py` reads them."""
    arrays = {name: value.numpy().astype(np.float16) for name, value in net.state_dict().items()}
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def main() -> None:
    """Teach from the pretrained weights and write what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    net = Judge()
    net.load_state_dict(torch.load(CHECKPOINT, weights_only=True)["net"])
    learn(net, arguments.epochs)
    torch.save(net.state_dict(), RUNS / "learnt.pt")
    save(net, arguments.out)


if __name__ == "__main__":
    main()
