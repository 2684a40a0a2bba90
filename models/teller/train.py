"""Training the teller: `python -m models.teller.train pretrain|pairs --minutes N` (CANDOR_CORPUS).

First it learns to write sentences again of which small words were left out and words put in front;
then, from the pairs, how facts and notes are told. Each goes on from what was learnt before.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from models.data.telegraphic import Pair, all_told
from models.guided.shorthand import in_full_words
from models.halves import halved
from models.muon import muon_and_adamw
from models.teller.bounds import stands_for
from models.teller.jotting import Jotting, hidden, stem
from models.teller.net import LONGEST, Teller, losses
from models.teller.tell import WEIGHTS
from models.teller.texts import JOINED, Texts, pack
from models.teller.tokens import BEGIN, END, SPECIAL, Read, led, numbers, tokens

RUNS = Path(__file__).parent.parent / "runs" / "teller"
PACKED, LEARNT = RUNS / "texts.npz", RUNS / "learnt.pt"
OWN = 6000  # tokens of the vocabulary that may be written without being read
ROWS, PARTS = 96, 12  # texts of a batch; batches that are drawn together and parted by length
FREE = 5  # pairs into which a word was put that may always be written
HIDDEN, HIDDEN_OF_PAIRS = 0.04, 0.25  # of the words are read as unknown
PAIRS_SHARE = 0.6  # of the batches of the second stage
RATES, BETAS = (0.02, 0.003), (0.9, 0.98)  # of Muon and AdamW
WARM_UP, COOLING = 100, 0.6  # steps; the part of the time in which the rates fall
REPORT_EVERY, MEASURE_EVERY = 100, 500  # steps
SEED = 20261123

Lesson = tuple[Read, Read]  # what is read, and what is to be written


def lessons(held: bool, vocabulary: dict[str, int]) -> list[Lesson]:
    """Give the pairs as lessons."""
    found = []
    for pair in all_told(held):
        kind = "say" if pair.kind == "note" else pair.kind
        short = [token.text for token in led(kind, in_full_words(pair.short))]
        full = [token.text for token in tokens(pair.full)]
        if max(len(short), len(full)) < LONGEST - 1 and short:
            found.append((numbers(short, vocabulary), numbers(full, vocabulary)))
    return found


def laid_out(
    some: Sequence[Lesson],
) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...], Tensor]:
    """Lay lessons out: what is read, what was written before each token, and that token."""
    width = max(len(read[0]) for read, _ in some), max(len(told[0]) for _, told in some) + 1
    read = np.zeros((3, len(some), width[0]), np.int64)
    wrote = np.zeros((2, len(some), width[1]), np.int64)
    wanted = np.zeros((len(some), width[1]), np.int64)
    for row, (short, full) in enumerate(some):
        for part in range(3):
            read[part, row, : len(short[part])] = short[part]
        count = len(full[0])
        wrote[0, row, : count + 1] = [BEGIN, *full[0]]
        wrote[1, row, 1 : count + 1] = full[1]
        wanted[row, : count + 1] = [*full[0], END]
    return (
        tuple(torch.from_numpy(part) for part in read),
        tuple(torch.from_numpy(part) for part in wrote),
        torch.from_numpy(wanted),
    )


def loss_of(net: Teller, some: Sequence[Lesson]) -> tuple[Tensor, Tensor]:
    """Give the loss of each token of lessons, and which can be written."""
    read, wrote, wanted = laid_out(some)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        own, pointed, copies = net(read, wrote)
    return losses(own, pointed, copies, read[0], wanted)


@torch.no_grad()
def measured(net: Teller, some: Sequence[Lesson]) -> dict[str, float]:
    """Give the mean loss of a token, nats."""
    net.eval()
    total = count = 0.0
    for start in range(0, len(some), ROWS):
        loss, can = loss_of(net, some[start : start + ROWS])
        total, count = total + float((loss * can).sum()), count + float(can.sum())
    net.train()
    return {"loss": round(total / count, 3)}


def train(net: Teller, texts: Texts, stage: str, minutes: float, rates: float) -> None:
    """Learn for so many minutes."""
    luck, rng = random.Random(time.time_ns()), np.random.default_rng()
    vocabulary = texts.vocabulary
    jotting = Jotting(vocabulary)
    first_hash = SPECIAL + len(vocabulary)
    taught = lessons(held=False, vocabulary=vocabulary) if stage == "pairs" else []
    unseen = lessons(held=True, vocabulary=vocabulary)
    fixed = random.Random(SEED)
    dev = [_denoising(texts, int(at), jotting, fixed) for at in texts.dev]
    optimizers = muon_and_adamw(
        net, lambda name: name.startswith(("reading", "writing")), RATES, BETAS
    )

    def drawn() -> list[list[Lesson]]:
        batches: list[list[Lesson]] = []
        share = PAIRS_SHARE if taught else 0.0
        count = round(PARTS * share)
        for pool, size in ((taught, count), ([], PARTS - count)):
            if not size:
                continue
            if pool:
                some = luck.choices(pool, k=size * ROWS)
            else:
                places = rng.choice(texts.train, size * ROWS)
                some = [_denoising(texts, int(at), jotting, luck) for at in places]
            hides = HIDDEN_OF_PAIRS if pool else HIDDEN
            some = [_smudged(one, hides, first_hash, luck) for one in some]
            some.sort(key=lambda one: len(one[1][0]))
            batches += [some[at : at + ROWS] for at in range(0, len(some), ROWS)]
        luck.shuffle(batches)
        return batches

    started, steps, recent = time.monotonic(), 0, []
    while (elapsed := (time.monotonic() - started) / 60 / minutes) < 1:
        for batch in drawn():
            rate = (
                rates
                * min(1.0, (steps + 1) / WARM_UP)
                * min(1.0, max(0.02, (1 - elapsed) / COOLING))
            )
            for optimizer, each in zip(optimizers, RATES, strict=True):
                optimizer.param_groups[0]["lr"] = each * rate
            loss, can = loss_of(net, batch)
            mean = (loss * can).sum() / can.sum()
            mean.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            recent.append(mean.item())
            steps += 1
            if steps % REPORT_EVERY == 0:
                minute = (time.monotonic() - started) / 60
                print(
                    json.dumps(
                        {
                            "step": steps,
                            "minute": round(minute, 1),
                            "loss": round(float(np.mean(recent)), 3),
                        }
                    ),
                    flush=True,
                )
                recent = []
            if steps % MEASURE_EVERY == 0:
                print(
                    json.dumps({"dev": measured(net, dev), "pairs": measured(net, unseen)}),
                    flush=True,
                )
                torch.save(net.state_dict(), LEARNT)
    print(json.dumps({"dev": measured(net, dev), "pairs": measured(net, unseen)}), flush=True)


def _denoising(texts: Texts, at: int, jotting: Jotting, luck: random.Random) -> Lesson:
    sentence = texts.sentence(at, luck.random() < JOINED)
    return jotting.jotted(sentence, luck), sentence


def _smudged(lesson: Lesson, share: float, first_hash: int, luck: random.Random) -> Lesson:
    """Read some words as unknown ones, the same ones in what is to be written."""
    (read, endings, shapes), (told, told_endings, told_shapes) = lesson
    changed = hidden(read, share, first_hash, luck)
    return (
        ([changed.get(one, one) for one in read], endings, shapes),
        ([changed.get(one, one) for one in told], told_endings, told_shapes),
    )


def free_words(every: Iterable[Pair], vocabulary: Collection[str]) -> list[str]:
    """Give the words that were put into many pairs, and so add nothing by themselves."""
    seen = Counter[str]()
    for pair in every:
        jotted = {token.text.lower() for token in tokens(in_full_words(pair.short))}
        stems = {stem(word) for word in jotted}
        for word in {token.text.lower() for token in tokens(pair.full)} - jotted:
            if stem(word) not in stems and not any(stands_for(one, word) for one in jotted):
                seen[word] += 1
    return sorted(word for word, count in seen.items() if count >= FREE and word in vocabulary)


def save(net: Teller, vocabulary: Sequence[str], free: Sequence[str], path: Path) -> None:
    """Write the weights: tables in bytes with a scale a row, all else in halves."""
    state = {name: value.numpy() for name, value in net.state_dict().items()}
    arrays = halved(state, ("words.weight", "endings.weight"))
    np.savez_compressed(path, vocabulary=np.array(vocabulary), free=np.array(free), **arrays)


def main() -> None:
    """Pack the texts once, learn, and keep what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=("pretrain", "pairs"))
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--rates", type=float, default=1.0)
    arguments = parser.parse_args()
    if not PACKED.exists():
        pack(PACKED)
    texts = Texts(PACKED)
    torch.manual_seed(SEED)
    net = Teller(len(texts.vocabulary), OWN)
    if LEARNT.exists():
        net.load_state_dict(torch.load(LEARNT))
    print(sum(p.numel() for p in net.parameters()), len(texts.train), flush=True)
    train(net, texts, arguments.stage, arguments.minutes, arguments.rates)
    torch.save(net.state_dict(), LEARNT)
    if arguments.stage == "pairs":
        save(net, [*texts.vocabulary], free_words(all_told(held=False), texts.vocabulary), WEIGHTS)


if __name__ == "__main__":
    main()
