"""Training the restorer: `python -m models.restorer.train --minutes N` (CANDOR_CORPUS).

It goes on from the shipped weights where there are any. It learns to put back what was left out
of whole sentences, and in the second part of the time also from the pairs. Prints how it does on
sentences and pairs that it never learns from, and writes weights.npz.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.data.telegraphic import pairs
from models.halves import halved, load_arrays
from models.muon import muon_and_adamw
from models.restorer.dropping import Batch, Dropping
from models.restorer.gaps import UNKNOWN, Classes, code
from models.restorer.lessons import Lesson, lessons
from models.restorer.net import Restorer
from models.restorer.restore import WEIGHTS
from models.restorer.texts import SEED, Texts, load, pack, packed
from models.restorer.words import NO_ENDING, NO_MARK, numbers

PACKED = Path(__file__).parent.parent / "runs" / "restorer" / "texts.npz"
RUNS = 300  # classes of small words, beside those of the pairs
DRAWN, DRAWS = 4000, 15  # texts that the classes are counted on
ROWS, PARTS = 128, 16  # texts of a batch; batches that are drawn together and parted by length
PAIRS = 96  # of a batch of pairs; one comes for each PARTS others, and one of their sentences
PAIRS_FROM = 0.3  # of the time
PAIRS_HIDDEN = 0.2  # of their words are read as unknown, or they would be learnt by heart
LINKS_WEIGHT, MARKS_WEIGHT = 0.7, 0.3  # beside the loss on the small words
RATES, BETAS = (0.02, 0.004), (0.9, 0.98)  # of Muon and AdamW
WARM_UP, COOLING = 100, 0.7  # steps; the part of the time in which the rates fall
REPORT_EVERY = 10  # draws
MEASURE_EVERY = 100
SURE = 0.5  # as sure the net has to be of words that are counted as put in


def classes_of(texts: Texts, taught: Sequence[Lesson], known: Sequence[int] = ()) -> Classes:
    """Give those that are known, or the commonest runs of small words; and those of the pairs."""
    of_pairs = {code(held[1]) for lesson in taught for held in lesson.gaps if held}
    common = [number for number in known if number] or _common(texts)
    return Classes((0, *common, *sorted(of_pairs - {0, *common})))


def _common(texts: Texts) -> list[int]:
    every = Classes(tuple(range(len(Classes((0,)).of_code))))
    rng, seen = np.random.default_rng(SEED), Counter[int]()
    dropping = Dropping(texts, every)
    for _ in range(DRAWS):
        runs = dropping.batch(rng.choice(texts.train, DRAWN), rng).runs
        seen.update(runs[runs != UNKNOWN].tolist())
    return [number for number, _ in seen.most_common(RUNS) if number]


def batch_of(taught: Sequence[Lesson], vocabulary: dict[str, int], classes: Classes) -> Batch:
    """Lay lessons out as a batch."""
    size = len(taught), max(len(lesson.marks) for lesson in taught)
    words, shapes = np.zeros(size, np.int64), np.zeros(size, np.int64)
    endings, marks = np.full(size, NO_ENDING), np.full(size, NO_MARK)
    there = np.zeros(size, bool)
    true_marks, links, runs = (np.full(size, UNKNOWN) for _ in range(3))
    for row, lesson in enumerate(taught):
        here = slice(len(lesson.marks))
        words[row, here], shapes[row, here], endings[row, here] = numbers(
            lesson.jotting.words, vocabulary
        )
        marks[row, here], there[row, here] = lesson.jotting.marks, True
        found = [classes.of(held) for held in lesson.gaps]
        links[row, here], runs[row, here] = zip(*found, strict=True)
        is_known = [held is not None for held in lesson.gaps]
        true_marks[row, here] = np.where(is_known, lesson.marks, UNKNOWN)
    true_marks[:, 0] = UNKNOWN
    return Batch(words, shapes, endings, marks, there, true_marks, links, runs)


def answers(net: Restorer, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Give the net's logits for a batch."""
    read = (batch.words, batch.shapes, batch.endings, batch.marks, batch.there)
    given: tuple[Tensor, Tensor, Tensor] = net(
        *(torch.from_numpy(np.ascontiguousarray(one)) for one in read)
    )
    return given


def loss_of(net: Restorer, batch: Batch) -> Tensor:
    """Give the loss of a batch, nats a gap."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        links, runs, marks = answers(net, batch)
    losses = [
        cross_entropy(
            logits.float().flatten(0, 1), torch.from_numpy(wanted).flatten(), ignore_index=UNKNOWN
        )
        for logits, wanted in ((runs, batch.runs), (links, batch.links), (marks, batch.true_marks))
    ]
    return losses[0] + LINKS_WEIGHT * losses[1] + MARKS_WEIGHT * losses[2]


@torch.no_grad()
def measured(net: Restorer, batches: Sequence[Batch]) -> dict[str, float]:
    """Give precision and recall of what is put in, and how many texts are right as a whole."""
    net.eval()
    put = right_put = wanted = texts = whole = 0
    for batch in batches:
        links, runs, _ = answers(net, batch)
        sure = (torch.softmax(links, -1).amax(-1) * torch.softmax(runs, -1).amax(-1)).numpy() > SURE
        said = [logits.argmax(-1).numpy() * sure for logits in (links, runs)]
        known = (batch.links != UNKNOWN) & (batch.runs != UNKNOWN)
        right = (said[0] == batch.links) & (said[1] == batch.runs)
        puts = known & ((said[0] > 0) | (said[1] > 0))
        put, right_put = put + int(puts.sum()), right_put + int((puts & right).sum())
        wanted += int((known & ((batch.links > 0) | (batch.runs > 0))).sum())
        texts, whole = texts + len(right), whole + int((right | ~known).all(1).sum())
    net.train()
    found = {
        "precision": right_put / max(1, put),
        "recall": right_put / max(1, wanted),
        "whole": whole / texts,
    }
    return {name: round(value, 3) for name, value in found.items()}


def _is_inside(name: str) -> bool:
    return ("blocks" in name and "near" not in name) or "middle" in name


def train(texts: Texts, minutes: float) -> tuple[Restorer, Classes]:
    """Learn for so many minutes."""
    torch.manual_seed(SEED)
    rng, luck = np.random.default_rng(SEED), random.Random(SEED)
    taught = [lesson for _, lesson in lessons(pairs(held=False))]
    shipped = load_arrays(WEIGHTS) if WEIGHTS.exists() else {}
    classes = classes_of(texts, taught, shipped["codes"].tolist() if shipped else ())
    dropping = Dropping(texts, classes)
    sentences = Texts(packed(((1, pair.full) for pair in pairs(held=False)), texts.vocabulary))
    told = Dropping(sentences, classes)
    net = Restorer(len(texts.vocabulary) + 1, len(classes.links), len(classes.runs))
    if shipped:
        take_over(net, shipped)
    optimizers = muon_and_adamw(net, _is_inside, RATES, BETAS)
    parts = np.array_split(texts.dev, len(texts.dev) // ROWS)
    unseen = {
        "sentences": [dropping.batch(part, np.random.default_rng(SEED)) for part in parts],
        "pairs": [
            batch_of([lesson], texts.vocabulary, classes) for _, lesson in lessons(pairs(held=True))
        ],
    }

    def learn(batch: Batch) -> float:
        loss = loss_of(net, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        return loss.item()

    started, draws = time.monotonic(), 0
    while (elapsed := (time.monotonic() - started) / 60 / minutes) < 1:
        warm = min(1.0, (draws * PARTS + 1) / WARM_UP)
        rate = warm * min(1.0, (1 - elapsed) / COOLING)
        for optimizer, each in zip(optimizers, RATES, strict=True):
            optimizer.param_groups[0]["lr"] = each * rate
        drawn = rng.choice(texts.train, ROWS * PARTS)
        drawn = drawn[np.argsort(texts.lengths(drawn), kind="stable")].reshape(PARTS, ROWS)
        losses = [learn(dropping.batch(drawn[part], rng)) for part in rng.permutation(PARTS)]
        if elapsed > PAIRS_FROM:
            some = batch_of(luck.sample(taught, min(PAIRS, len(taught))), texts.vocabulary, classes)
            hidden = rng.random(some.words.shape) < PAIRS_HIDDEN
            learn(replace(some, words=np.where(hidden, 0, some.words)))
            learn(told.batch(rng.choice(sentences.train, PAIRS), rng))
        draws += 1
        if draws % REPORT_EVERY == 0:
            print(json.dumps({"draw": draws, "loss": round(float(np.mean(losses)), 3)}), flush=True)
        if draws % MEASURE_EVERY == 0:
            print(
                json.dumps({name: measured(net, some) for name, some in unseen.items()}), flush=True
            )
    print(json.dumps({name: measured(net, some) for name, some in unseen.items()}), flush=True)
    return net, classes


@torch.no_grad()
def take_over(net: Restorer, shipped: dict[str, NDArray[Any]]) -> None:
    """Begin with the shipped weights; a class that they lack begins anew."""
    for name, value in net.state_dict().items():
        known = torch.from_numpy(shipped[name])
        value[: len(known)] = known


def save(net: Restorer, classes: Classes, vocabulary: dict[str, int], path: Path) -> None:
    """Write the weights: tables in bytes with a scale a row, all else in halves."""
    state = {name: value.numpy() for name, value in net.state_dict().items()}
    arrays = halved(state, ("words.weight", "endings.weight"))
    np.savez_compressed(
        path, vocabulary=np.array(list(vocabulary)), codes=np.array(classes.codes), **arrays
    )


def main() -> None:
    """Pack the texts once, learn, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, required=True)
    arguments = parser.parse_args()
    if not PACKED.exists():
        print(json.dumps({"words": pack(PACKED)}), flush=True)
    texts = load(PACKED)
    net, classes = train(texts, arguments.minutes)
    save(net, classes, texts.vocabulary, WEIGHTS)


if __name__ == "__main__":
    main()
