"""What the reader is taught after pretraining: comments with labels, and facts that answer or not.

Facts come beside their comment as their replies used them or not; one of the same brand and, for
half, one of another brand is added each time, and does not answer. The choices come as they are.
"""

import random
import re
from dataclasses import dataclass, replace
from functools import cache

from models.data.choices import choices
from models.data.public import CUSTOMERS_ONLY
from models.data.written import Split, exchanges
from models.reader.layouts import Layout, around, beside
from models.reader.texts import rows_of
from models.triage.examples import Labelled, labelled

BARE = 0.35  # how often a comment is shown without facts and note, as many are when serving
STRANGE = 0.5
LEAST = 12  # letters of a turn
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Lesson:
    """A layout, and what is right of it: its labels, or whether the fact answers."""

    layout: Layout
    labels: dict[str, str] | None = None
    answers: bool | None = None


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
            labels=one.labels,
        )
        for one in rows
    ]


def facts(split: Split, rng: random.Random) -> list[Lesson]:
    """Give each comment of a split beside its facts, and beside others that do not answer."""
    rows = [row for row in exchanges(split) if row["replies"] and row["facts"]]
    by_brand: dict[str, list[str]] = {}
    for row in rows:
        by_brand.setdefault(row["brand"]["name"], []).extend(fact["text"] for fact in row["facts"])
    lessons = []
    for row in rows:
        used = {fact["text"]: fact["id"] in row["uses"] for fact in row["facts"]}
        others = [text for text in by_brand[row["brand"]["name"]] if text not in used]
        added = rng.sample(others, min(1, len(others)))
        if rng.random() < STRANGE:
            strange = rng.choice(rows)
            if strange["brand"]["name"] != row["brand"]["name"]:
                added.append(rng.choice(strange["facts"])["text"])
        for text, answers in (*used.items(), *((text, False) for text in added)):
            lessons.append(Lesson(beside(row["comment"], text, row["post"]), answers=answers))
    return lessons + chosen(held=split != "train")


def chosen(*, held: bool) -> list[Lesson]:
    """Give the comments of the choices beside each of their facts."""
    return [
        Lesson(beside(one.comment, fact, one.post), answers=at in one.answers)
        for one in choices(held)
        for at, fact in enumerate(one.facts)
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
    for row in _dialogues():
        at = rng.randrange(len(row) - 1)
        groups.setdefault(row[0], []).append(Pair(row[at], row[at + 1]) if at else Pair(*row[1:3]))
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
