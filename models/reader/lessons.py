"""What the reader is taught: which texts belong together, and the labels of comments."""

import random
import re
from dataclasses import dataclass, replace
from functools import cache

from models.data.choices import choices
from models.data.public import CUSTOMERS_ONLY
from models.data.written import Split, exchanges
from models.reader.layouts import Layout, around
from models.reader.texts import rows_of
from models.triage.examples import Labelled, labelled

BARE = 0.35  # how often a comment is shown without facts and note, as many are when serving
LEAST = 12  # letters of a turn
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Lesson:
    """A comment as it is laid out, and its labels."""

    layout: Layout
    labels: dict[str, str]


@dataclass(frozen=True)
class Pair:
    """A text, one that belongs to it, and one that looks as if it did."""

    text: str
    belongs: str
    beside: str = ""


def comments(rows: list[Labelled], rng: random.Random) -> list[Lesson]:
    """Give the labelled comments, some of them without facts and note."""
    return [
        Lesson(
            around(replace(one.brief, facts=(), note="") if rng.random() < BARE else one.brief),
            one.labels,
        )
        for one in rows
    ]


def talk(rng: random.Random) -> list[list[Pair]]:
    """Give texts with what was said after them, in groups that are alike.

    Comments with a sentence of their reply, by intent, and turns of dialogues with the next one, by
    source.
    """
    groups: dict[str, list[Pair]] = {}
    for row in exchanges("train"):
        if row["replies"]:
            reply = rng.choice(list(row["replies"].values()))
            pair = Pair(row["comment"], rng.choice(SENTENCE.split(reply)))
            groups.setdefault(row["intent"], []).append(pair)
    for source, *turns in _dialogues():
        at = rng.randrange(len(turns) - 1)
        groups.setdefault(source, []).append(Pair(turns[at], turns[at + 1]))
    return list(groups.values())


def told(rng: random.Random) -> list[Pair]:
    """Give comments with a fact that answers them, and one of theirs that does not."""
    pairs = []
    for row in exchanges("train"):
        used = [fact["text"] for fact in row["facts"] if fact["id"] in row["uses"]]
        left = [fact["text"] for fact in row["facts"] if fact["id"] not in row["uses"]]
        if row["replies"] and used:
            pairs.append(Pair(row["comment"], rng.choice(used), rng.choice(left) if left else ""))
    for one in choices(held=False):
        if one.answers:
            left = [fact for at, fact in enumerate(one.facts) if at not in one.answers]
            answer = one.facts[rng.choice(one.answers)]
            pairs.append(Pair(one.comment, answer, rng.choice(left) if left else ""))
    return pairs


@cache
def _dialogues() -> list[list[str]]:
    """Give dialogues: the source, then at least two turns that say something."""
    dialogues = []
    for row in rows_of("dialogues"):
        turns = [turn["text"] for turn in row["turns"] if len(turn["text"]) >= LEAST]
        if row["source"] not in CUSTOMERS_ONLY and len(turns) > 1:
            dialogues.append([row["source"], *turns])
    return dialogues


@cache
def labelled_of(split: Split) -> list[Labelled]:
    """Give the labelled comments of a split, read once."""
    return list(labelled(split))
