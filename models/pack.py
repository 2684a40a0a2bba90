"""Packing: text and exchanges as token ids, ready to be read by training.

Pretraining text becomes one flat uint16 file a recipe, documents shuffled and parted by <|end|>.
A lesson becomes a tree: the prompt up to its tone once, then a branch a tone, so that the shared
part is computed once for all of its replies.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.data.lesson import Lesson
from models.data.preferences import Pair
from models.data.public import documents
from models.data.written import Exchange, brief_of, exchanges
from models.prompt import Brief, messages
from models.tokenizer import AnyTokenizer

SEED = 20261121


@dataclass(frozen=True)
class Tree:
    """Token ids of a prompt and its branches; `starts`: where the reply starts in each branch."""

    prefix: list[int]
    branches: list[list[int]]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.prefix) + sum(map(len, self.branches))


def pack_text(
    path: Path,
    tokenizer: AnyTokenizer,
    megabytes: Mapping[str, float],
    exchange_repeats: int,
) -> int:
    """Write the pretraining mixture as uint16 token ids to `path`; give the number of tokens."""
    texts = [
        text for name, size in megabytes.items() for text in _up_to(documents(name), size * 1e6)
    ]
    texts += [
        text for row in exchanges("train") for text in _rendered(row, tokenizer)
    ] * exchange_repeats
    random.Random(SEED).shuffle(texts)
    end: int = tokenizer.convert_tokens_to_ids("<|end|>")
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    partial = path.with_suffix(".partial")
    with partial.open("wb") as out:
        for start in range(0, len(texts), 1000):
            for ids in tokenizer(texts[start : start + 1000])["input_ids"]:
                np.array([*ids, end], dtype=np.uint16).tofile(out)
                count += len(ids) + 1
    partial.rename(path)
    return count


def read_windows(path: Path, window: int) -> NDArray[np.uint16]:
    """Give the packed tokens as (windows, window + 1); rows overlap by one token."""
    flat = np.memmap(path, dtype=np.uint16, mode="r")
    count = (len(flat) - 1) // window
    return np.lib.stride_tricks.as_strided(
        flat,
        shape=(count, window + 1),
        strides=(window * flat.itemsize, flat.itemsize),
        writeable=False,
    )


def pack_trees(lessons: Sequence[Lesson], tokenizer: AnyTokenizer) -> list[Tree]:
    """Give a tree for each lesson."""
    return [_tree(one.brief, list(one.replies.items()), tokenizer) for one in lessons]


def pack_pairs(pairs: Sequence[Pair], tokenizer: AnyTokenizer) -> list[Tree]:
    """Give a tree for each pair: first the good branch, then the bad."""
    return [
        _tree(pair.brief, [(pair.tone, pair.good), (pair.tone, pair.bad)], tokenizer)
        for pair in pairs
    ]


def _tree(brief: Brief, replies: Sequence[tuple[str, str]], tokenizer: AnyTokenizer) -> Tree:
    prompts, whole = [], []
    for tone, reply in replies:
        prompt = tokenizer.apply_chat_template(
            messages(brief, tone), add_generation_prompt=True, return_dict=False
        )
        prompts.append(prompt)
        whole.append(prompt + tokenizer(reply + "<|end|>")["input_ids"])
    shared, longest = 0, min(map(len, prompts)) - 1  # a branch predicts from a token of its own
    while shared < longest and len({ids[shared] for ids in prompts}) == 1:
        shared += 1
    return Tree(
        prefix=prompts[0][:shared],
        branches=[ids[shared:] for ids in whole],
        starts=[len(prompt) - shared for prompt in prompts],
    )


def _rendered(row: Exchange, tokenizer: AnyTokenizer) -> Iterator[str]:
    brief = brief_of(row)
    tones = list(row["replies"]) or ["plain"]
    for tone in tones[:1]:
        turns = messages(brief, tone)
        if row["replies"]:
            turns.append({"role": "assistant", "content": row["replies"][tone]})
        yield str(tokenizer.apply_chat_template(turns, tokenize=False))


def _up_to(texts: Iterator[str], characters: float) -> Iterator[str]:
    for text in texts:
        yield text
        characters -= len(text)
        if characters <= 0:
            return
