"""What the reader is pretrained on: public talk, and the train split's exchanges and comments.

Texts are laid out as they are read later: what they say after THEM, what we say after US, each
ended by END.
"""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from models.data.public import FOLDER, documents
from models.data.written import exchanges
from models.reader.layouts import TOKENIZER
from models.reader.shape import END, THEM, US
from models.triage.examples import labelled

SEED = 20261122
TALK_MB, DIALOGUE_MB = 15.0, 7.0  # of transcripts, and of each source of dialogues but one
FREE_TALK = "self_dialogue_corpus"  # people talking as they like: all of it is read
REPEATS = {"exchanges": 4, "triage": 4, "goemotions": 2, "brand_threads": 3}

Piece = tuple[int | None, str]  # who says it (THEM, US) and what


def pieces() -> Iterator[tuple[int, list[Piece]]]:
    """Yield documents as pieces, each with how often it is to be read."""
    for row in exchanges("train"):
        facts: list[Piece] = [(None, fact["text"]) for fact in row["facts"]]
        replies: list[Piece] = [(US, reply) for reply in row["replies"].values()]
        yield (
            REPEATS["exchanges"],
            [(US, row["post"]), *facts, (THEM, row["comment"]), (US, row["note"]), *replies],
        )
    for one in labelled("train"):
        yield REPEATS["triage"], [(THEM, one.brief.comment)]
    taken: dict[str, int] = {}
    for name in ("comments", "dialogues", "brand_threads"):
        for row in rows_of(name):
            said: list[Piece] = (
                [(THEM if turn["who"] == "them" else US, turn["text"]) for turn in row["turns"]]
                if "turns" in row
                else [(THEM, row["text"])]
            )
            source = row["source"]
            taken[source] = taken.get(source, 0) + sum(len(text) for _, text in said)
            if source == FREE_TALK or taken[source] < DIALOGUE_MB * 1e6:
                yield REPEATS.get(source, REPEATS.get(name, 1)), said
    for name, limit in (("plain", TALK_MB), ("talk", TALK_MB)):
        size = 0
        for text in documents(name):
            size += len(text)
            if size > limit * 1e6:
                break
            yield 1, [(None, text)]


def pack(path: Path) -> int:
    """Write all texts in a new order as uint16 token ids to `path`; give their number."""
    read = [(times, said) for times, said in pieces()]
    order = [index for index, (times, _) in enumerate(read) for _ in range(times)]
    random.Random(SEED).shuffle(order)
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    texts = [text for _, said in read for _, text in said if text]
    ids: Iterator[Any] = iter(tokenizer.encode_batch(texts, add_special_tokens=False))
    packed = [
        np.array(
            [
                token
                for who, text in said
                if text
                for token in (*([who] if who is not None else []), *next(ids).ids, END)
            ],
            np.uint16,
        )
        for _, said in read
    ]
    whole = np.concatenate([packed[index] for index in order])
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.tofile(path)
    return len(whole)


def rows_of(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one file of the corpus."""
    with lzma.open(FOLDER / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
