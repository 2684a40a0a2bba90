"""Examples for the judge: sentences of replies, each with the faults that it has or has not."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.checks.clauses import spans
from models.checks.features import Around, bearing
from models.checks.judge import LABELS
from models.data.written import Exchange, Split, exchanges

DATA = Path(__file__).parents[1] / "data" / "checks"
BLOCK = 26  # neighbours are pairs of one clean and one faulty draft: split by blocks
HELD_EVERY = 5
# One brand in so many is for measuring.
HELD_BRANDS = {"drafts": 2, "borne": 6, "said": 4, "near": 5, "slips": 4}
_ALSO = {"repeats_private": "private_data"}
_END = re.compile(
    r"(?<=[.!?…])([\"'”’)\]]*(?:\s*[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+)*)(?:\s+|$)"
    r"|\n+"
)
_SHARED = 2  # words that a sentence has from a fact alone: without the fact it rests on nothing


Splitter = Callable[[str], list[tuple[int, str]]]


@dataclass(frozen=True)
class Example:
    """One reply in sentences or clauses, with all that it may rest on.

    `faults` gives the labels of each sentence. `somewhere` are labels that one of the sentences
    has, it is not said which. `unsure` are sentences of which nothing is said about facts.
    """

    around: Around
    sentences: tuple[str, ...]
    faults: tuple[frozenset[str], ...]
    kind: str
    somewhere: frozenset[str] = frozenset()
    unsure: frozenset[int] = field(default=frozenset())


def in_sentences(text: str) -> list[tuple[int, str]]:
    """Split a text: where each sentence starts, and its words; emoji stay with what they follow."""
    parts: list[tuple[int, str]] = []
    start = 0
    for stop in [*_END.finditer(text), None]:
        end = (stop.end(1) if stop[1] else stop.start()) if stop else len(text)
        piece = text[start:end]
        if piece.strip() and parts and not any(ch.isalnum() for ch in piece):
            begun, before = parts.pop()
            parts.append((begun, before + " " + piece.strip()))
        elif piece.strip():
            parts.append((start, piece.strip()))
        start = stop.end() if stop else end
    return parts


def in_clauses(text: str) -> list[tuple[int, str]]:
    """Split a text: where each clause of its sentences starts, and its words."""
    return [
        (begun + start, sentence[start:end])
        for begun, sentence in in_sentences(text)
        for start, end in spans(sentence)
    ]


def is_held_back(place: int) -> bool:
    """Whether a labelled draft is kept for measuring."""
    return (place // BLOCK) % HELD_EVERY == HELD_EVERY - 1


def is_of_held_brand(brand: str, one_in: int) -> bool:
    """Whether a brand's drafts are kept for measuring: by a hash of its name, one in so many."""
    return hashlib.sha256(brand.encode()).digest()[0] % one_in == 1


def by_brand(held: bool, name: str = "drafts") -> Iterator[dict[str, Any]]:
    """Yield the rows of a file whose brands are held back, or of its other brands."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if is_of_held_brand(row["brand"]["name"], HELD_BRANDS[name]) == held:
            yield row


def drafts(split: Splitter = in_sentences) -> Iterator[Example]:
    """Yield the labelled drafts that may be learnt from."""
    for kind, row in labelled():
        yield _of_draft(row, kind, split)


def labelled() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows that may be learnt from, each with the name of its file."""
    for name in ("checks", "written", "sentences", "more", "planted"):
        lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for place, line in enumerate(lines):
            if name == "checks" and is_held_back(place):
                continue
            yield name, json.loads(line)
    yield from ((name, row) for name in HELD_BRANDS for row in by_brand(held=False, name=name))


def quotes_of(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """Give where each labelled quote of a draft starts, its length, and its check."""
    return [
        (row["draft"].find(label["quote"]), len(label["quote"]), label["check"])
        for label in row["labels"]
    ]


def _of_draft(row: dict[str, Any], kind: str, split: Splitter) -> Example:
    parts = split(row["draft"])
    faults = tuple(
        frozenset(
            check
            for begun, length, check in quotes_of(row)
            if check in LABELS and min(begun + length, start + len(words)) - max(begun, start) > 3
        )
        for start, words in parts
    )
    return Example(_around_draft(row), tuple(words for _, words in parts), faults, kind)


def _around_draft(row: dict[str, Any]) -> Around:
    ours = [fact["text"] for fact in row["facts"]]
    ours += filter(None, [row["note"].strip()])
    ours += [turn["text"] for turn in row.get("thread", []) if turn["who"] == "us"]
    if "brand" in row:
        ours.append(f"{row['brand']['name']}: {row['brand']['what']}")
    theirs = [turn["text"] for turn in row.get("thread", []) if turn["who"] != "us"]
    return Around(row["comment"], tuple(ours), (*theirs, row.get("author", "")))


def replies(of: Split, every: int = 1, split: Splitter = in_sentences) -> Iterator[Example]:
    """Yield good replies, good ones that lost a fact they rest on, and poor ones."""
    place = 0
    for row in exchanges(of):
        if row.get("bad"):
            yield _poor(row, split)
        for text in row["replies"].values():
            place += 1
            if place % every:
                continue
            sentences = tuple(words for _, words in split(text))
            yield Example(_around(row), sentences, tuple(frozenset() for _ in sentences), "good")
            if place % (3 * every) == 0 and (robbed := _robbed(row, text, split)) is not None:
                yield robbed


def _around(row: Exchange, without: str = "") -> Around:
    ours = [fact["text"] for fact in row["facts"] if fact["id"] != without]
    if row["note"] and without != "note":
        ours.append(row["note"])
    ours += [turn["text"] for turn in row["thread"] if turn["who"] == "us"]
    ours += [row["post"]] if row["post"] else []
    ours.append(f"{row['brand']['name']}: {row['brand']['what']}")
    theirs = [turn["text"] for turn in row["thread"] if turn["who"] != "us"]
    return Around(row["comment"], tuple(ours), (*theirs, row["author"]))


def _poor(row: Exchange, split: Splitter) -> Example:
    sentences = tuple(words for _, words in split(row["bad"]["text"]))
    wrong = frozenset(_ALSO.get(label, label) for label in row["bad"]["wrong"])
    none: tuple[frozenset[str], ...] = tuple(frozenset() for _ in sentences)
    return Example(_around(row), sentences, none, "poor", wrong & set(LABELS))


def _robbed(row: Exchange, text: str, split: Splitter) -> Example | None:
    """Take the fact away that a reply rests on: what it says of it then stands on nothing."""
    used = [name for name in row["uses"] if name != "thread"]
    if not used:
        return None
    gone = used[len(row["comment"]) % len(used)]
    lost = row["note"] if gone == "note" else _text_of(row, gone)
    around = _around(row, gone)
    left = bearing(" ".join([around.comment, *around.ours, *around.theirs]))
    only = bearing(lost) - left
    if max((len(bearing(words) & only) for _, words in in_sentences(text)), default=0) < _SHARED:
        return None
    sentences = tuple(words for _, words in split(text))
    shared = [len(bearing(words) & only) for words in sentences]
    faults = tuple(frozenset({"unsupported_fact"} if count >= _SHARED else ()) for count in shared)
    unsure = frozenset(place for place, count in enumerate(shared) if 0 < count < _SHARED)
    return Example(around, sentences, faults, "robbed", unsure=unsure)


def _text_of(row: Exchange, name: str) -> str:
    return next((str(fact["text"]) for fact in row["facts"] if fact["id"] == name), "")
