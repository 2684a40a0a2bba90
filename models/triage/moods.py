"""Moods: which feelings words and pairs of words carry, learnt from public labelled comments.

    CANDOR_CORPUS=… python -m models.triage.moods

Our own comments are few and witty; these are many and plain. What is learnt is one number for each
feeling and each word, which the network reads beside its own words (`network.py`).
"""

import json
import lzma
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from models.triage.network import mood_keys

MOODS = Path(__file__).parent.parent / "runs" / "triage-moods.npz"
LEAST_COUNT = 6
EPOCHS = 4
BATCH = 256
FEELINGS = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity",
    "desire", "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear",
    "gratitude", "grief", "joy", "love", "nervousness", "neutral", "optimism", "pride",
    "realization", "relief", "remorse", "sadness", "surprise",
)  # fmt: skip


def labelled_comments(corpus: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the public comments that carry feelings, and these."""
    with lzma.open(corpus / "comments.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["source"] == "goemotions":
                yield row["text"], row["labels"]


def main() -> None:
    """Learn the moods of words and write them for the training of the network."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    rows = list(labelled_comments(Path(os.environ["CANDOR_CORPUS"])))
    keyed = [mood_keys(text) for text, _ in rows]
    counts = Counter(key for keys in keyed for key in set(keys.tolist()))
    known = np.array(sorted(key for key, count in counts.items() if count >= LEAST_COUNT))
    place = {key: row for row, key in enumerate(known.tolist())}
    bags = [np.array([place[key] for key in keys.tolist() if key in place], int) for keys in keyed]
    wanted = torch.zeros(len(rows), len(FEELINGS))
    for number, (_, labels) in enumerate(rows):
        wanted[number, [FEELINGS.index(label) for label in labels]] = 1
    table = nn.EmbeddingBag(len(known), len(FEELINGS), mode="sum")
    nn.init.zeros_(table.weight)
    base = nn.Parameter(torch.logit(wanted.mean(0)))
    optimizer = torch.optim.AdamW([*table.parameters(), base], lr=0.02, weight_decay=0.02)
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for start in range(0, len(rows), BATCH):
            chosen = order[start : start + BATCH]
            some = [bags[number] for number in chosen.tolist()]
            starts = np.cumsum([0, *map(len, some[:-1])])
            weights = np.concatenate([np.full(len(bag), max(len(bag), 1) ** -0.5) for bag in some])
            said = table(
                torch.from_numpy(np.concatenate(some)),
                torch.from_numpy(starts),
                per_sample_weights=torch.from_numpy(weights.astype(np.float32)),
            )
            loss = binary_cross_entropy_with_logits(said + base, wanted[chosen])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    learnt = table.weight.detach().numpy()
    scale = np.abs(learnt).max(0) / 127
    MOODS.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        MOODS,
        mood_keys=known.astype(np.uint32),
        moods=np.round(learnt / scale).astype(np.int8),
        mood_scale=scale.astype(np.float32),
    )


if __name__ == "__main__":
    main()
