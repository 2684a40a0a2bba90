"""What the reader is taught after pretraining: comments with labels, and facts that answer or not.

Facts come beside their comment as their replies used them or not; one of the same brand and, for
half, one of another brand is added each time, and does not answer. The choices come as they are.
"""

import random
import re
from dataclasses import dataclass, replace
from functools import cache

from models.data.choices import choices
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
    """A layout, and what is right of it: labels, or whether its second text answers or follows."""

    layout: Layout
    labels: dict[str, str] | None = None
    answers: bool | None = None
    follows: bool | None = None


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


def following(rng: random.Random) -> list[Lesson]:
    """Give texts beside what was said after them, and as many beside what was said elsewhere.

    Comments beside a sentence of a reply to them or to another comment of the same intent, and
    turns of dialogues beside the next or beside one of another dialogue of the same source.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for row in exchanges("train"):
        if row["replies"]:
            reply = rng.choice(list(row["replies"].values()))
            pair = (row["comment"], rng.choice(SENTENCE.split(reply)))
            groups.setdefault(row["intent"], []).append(pair)
    for row in rows_of("dialogues"):
        turns = [turn["text"] for turn in row["turns"] if len(turn["text"]) >= LEAST]
        if row["source"] != "cucom" and len(turns) > 1:
            at = rng.randrange(len(turns) - 1)
            groups.setdefault(row["source"], []).append((turns[at], turns[at + 1]))
    lessons = []
    for pairs in groups.values():
        for said, answer in pairs:
            other = rng.choice(pairs)[1]
            lessons.append(Lesson(beside(said, answer, ""), follows=True))
            lessons.append(Lesson(beside(said, other, ""), follows=other == answer))
    return lessons


@cache
def labelled_of(split: Split) -> list[Labelled]:
    """Give the labelled comments of a split, read once."""
    return list(labelled(split))
