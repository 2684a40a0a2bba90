"""Pretraining the reader: `python -m models.reader.pretrain --minutes N [--cool]` (CANDOR_CORPUS).

In most batches a part of the tokens is hidden and both sides are read; in some each token foretells
the next from the left (after GPT-BERT, Charpentier and Samuel, 2024: the state of a place foretells
the token after it in both); and in some the text that belongs to another is told from others: the
fact that answers a comment, the next turn of a talk. Resumed from its checkpoint.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.losses import CrossEntropy
from models.muon import muon_and_adamw
from models.reader.batches import filled
from models.reader.heads import Judge
from models.reader.layouts import alone
from models.reader.lessons import Pair, talk, told
from models.reader.net import Reader
from models.reader.shape import MASK, THEM, US
from models.reader.texts import SEED, pack

RUNS = Path(__file__).parent.parent / "runs" / "reader"
CHECKPOINT, PACKED = RUNS / "pretrain.pt", RUNS / "texts.bin"
WINDOW, ROWS = 128, 64
HIDDEN = 0.3  # of the tokens, where some are hidden
SHARES = {"next": 0.2, "pairs": 0.25, "hidden": 0.55}  # of the batches
PAIRS, FEWEST = 128, 16  # in a batch
TOLD = 3  # how often facts are read in an epoch of talk
SHARPNESS = 0.07
MUON_RATE, ADAM_RATE = 0.02, 0.004
WARM_UP = 40  # steps of each run
SAVE_EVERY_S = 180
REPORT_EVERY = 20
FADE = 0.05  # of the running means that are reported
COOLING = 0.9  # of a run with --cool: the part in which the rate falls to nothing


def windows(seed: int) -> Iterator[Tensor]:
    """Yield (ROWS, WINDOW + 1) token ids without end."""
    flat = np.memmap(PACKED, np.uint16, "r")
    rng = np.random.default_rng(seed)
    count = (len(flat) - 1) // WINDOW - 1
    while True:
        offset = int(rng.integers(WINDOW))
        order = rng.permutation(count)
        for start in range(0, count - ROWS, ROWS):
            rows: NDArray[np.int64] = np.stack(
                [
                    flat[offset + at * WINDOW : offset + (at + 1) * WINDOW + 1]
                    for at in order[start : start + ROWS]
                ]
            ).astype(np.int64)
            yield torch.from_numpy(rows)


def pairs(seed: int) -> Iterator[list[Pair]]:
    """Yield batches of pairs that are alike, without end."""
    rng = random.Random(seed)
    while True:
        batches = []
        for group in [*talk(rng), *(told(rng) for _ in range(TOLD))]:
            rng.shuffle(group)
            batches += [group[at : at + PAIRS] for at in range(0, len(group), PAIRS)]
        rng.shuffle(batches)
        yield from (batch for batch in batches if len(batch) > FEWEST)


def pair_loss(net: Judge, batch: list[Pair]) -> Tensor:
    """Give the loss (nats) of telling which of a batch's texts belongs to which."""
    texts = filled([alone(pair.text, THEM) for pair in batch])
    others = [pair.belongs for pair in batch] + [pair.beside for pair in batch if pair.beside]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        left, right = net.meanings(texts), net.meanings(filled([alone(one, US) for one in others]))
        near = (left @ right.T).float() / SHARPNESS
    near = near.masked_fill(_same(batch, others), -math.inf)
    places = torch.arange(len(batch))
    back = cross_entropy(near.T[: len(batch)], places)
    return (cross_entropy(near, places) + back) / 2


def _same(batch: list[Pair], others: list[str]) -> Tensor:
    """Say which of the others are a pair's own text come again: (pairs, others)."""
    again = [
        [one == pair.belongs and at != place for at, one in enumerate(others)]
        for place, pair in enumerate(batch)
    ]
    return torch.tensor(again)


def loss_of(model: Reader, ids: Tensor, causal: bool) -> Tensor:
    """Give the mean loss (nats a token) over all tokens, or over those that are hidden."""
    given, wanted = ids[:, :-1], ids[:, 1:]
    if not causal:
        hidden = (torch.rand(given.shape) < HIDDEN) & (given > 4)
        hidden[:, 0] = False
        given = torch.where(hidden, MASK, given)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model(given, causal=causal)
    if causal:
        states, targets = states.flatten(0, 1), wanted.flatten()
    else:
        states, targets = states[:, :-1][hidden[:, 1:]], ids[:, 1:-1][hidden[:, 1:]]
    losses: Tensor = CrossEntropy.apply(states, model.embed.weight, targets)  # type: ignore[no-untyped-call]
    return losses.mean()


def optimizers_of(net: nn.Module) -> list[torch.optim.Optimizer]:
    """Give Muon for the matrices of the layers and AdamW for all the rest."""
    return muon_and_adamw(net, lambda name: "layers" in name, (MUON_RATE, ADAM_RATE))


def main() -> None:
    """Learn for so many minutes, saving on the way and at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--cool", action="store_true")
    arguments = parser.parse_args()
    if not PACKED.exists():
        print(json.dumps({"tokens": pack(PACKED)}), flush=True)
    torch.manual_seed(SEED)
    net, step = Judge(), 0
    for layer in net.reader.layers:
        layer.compile()
    optimizers = optimizers_of(net)
    if CHECKPOINT.exists():
        state = torch.load(CHECKPOINT, weights_only=True)
        net.load_state_dict(state["net"])
        for optimizer, saved in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        step = state["step"]
    torch.manual_seed(SEED + step)
    rng = np.random.default_rng([SEED, step])
    texts, matches = windows(SEED + step), pairs(SEED + step)
    started, saved, begun = time.monotonic(), time.monotonic(), step
    tokens, means = 0, dict.fromkeys(SHARES, 0.0)
    while (elapsed := (time.monotonic() - started) / 60) < arguments.minutes:
        left = (1 - elapsed / arguments.minutes) / COOLING
        rate = min(1.0, (step + 1 - begun) / WARM_UP, left if arguments.cool else 1.0)
        for optimizer, each in zip(optimizers, (MUON_RATE, ADAM_RATE), strict=True):
            optimizer.param_groups[0]["lr"] = each * rate
        kind = str(rng.choice(list(SHARES), p=list(SHARES.values())))
        if kind == "pairs":
            loss = pair_loss(net, next(matches))
        else:
            ids = next(texts)
            loss = loss_of(net.reader, ids, causal=kind == "next")
            tokens += ids.numel()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        step += 1
        means[kind] += (loss.item() - means[kind]) * (FADE if means[kind] else 1.0)
        if step % REPORT_EVERY == 0:
            speed = tokens / (time.monotonic() - started)
            shown = {name: round(value, 3) for name, value in means.items()}
            print(json.dumps({"step": step, **shown, "tokens_per_s": round(speed)}), flush=True)
        if time.monotonic() - saved > SAVE_EVERY_S:
            save(net, optimizers, step)
            saved = time.monotonic()
    save(net, optimizers, step)


def save(net: Judge, optimizers: list[torch.optim.Optimizer], step: int) -> None:
    """Write the checkpoint whole or not at all."""
    partial = CHECKPOINT.with_suffix(".partial")
    torch.save(
        {
            "net": net.state_dict(),
            "optimizers": [one.state_dict() for one in optimizers],
            "step": step,
        },
        partial,
    )
    partial.rename(CHECKPOINT)


if __name__ == "__main__":
    main()
