"""What each point of a note is for: to be said, offered, asked or passed on, or for us alone.

A linear model of a point's words, its shape and its place. `python -m models.guided.fit_purposes`
fits it on `models/data/notes` and writes purposes.json.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.data.notes import KINDS, Kind
from models.guided.letters import letters, parts
from models.guided.orders import MANNER, UNDECIDED, UNSAID
from models.tables import table_of

PATH = Path(__file__).with_suffix(".json")
TOLD: frozenset[Kind] = frozenset(("say", "offer", "ask", "pass_on", "own"))
SURE = 0.5  # so likely a point is to be told
HARDLY = 0.02  # so unlikely what stands before a point is not reckoned with
SURE_ALONE = 0.2  # the same of a note's only point: it was hardly written for ourselves
FEW, SOME = 2, 5  # words
_SMALL = frozenset("a an the and but no not don't be keep it of to please is are so very".split())
_SHAPES = {
    "number": re.compile(r"\d"),
    "price": re.compile(r"[£$€₹]"),
    "time": re.compile(r"(?i)\d[:.]\d\d|\d ?[ap]m\b|\b(?:to(?:day|night|morrow)|\w+day)\b"),
    "name": re.compile(r"(?<=\w )[A-ZÀ-Þ][a-zà-ÿ]+"),
    "we": re.compile(r"(?i)\b(?:we|us|our|i|i'\w+|we'\w+|my|me)\b"),
    "them": re.compile(r"(?i)\b(?:he|she|they|him|her|them|his|their)(?:'\w+)?\b"),
    "negated": re.compile(r"(?i)\b(?:no|not|never|nothing|nobody|without|\w+n't)\b"),
    "loud": re.compile(r"\b[A-Z]{3,}\b|!"),
    "asks": re.compile(r"\?$"),
    "bracket": re.compile(r"\("),
    "manner": MANNER,
    "unsaid": UNSAID,
    "undecided": UNDECIDED,
}


@dataclass(frozen=True)
class Purpose:
    """What a point is most likely for, and how likely it is to be told at all (0 to 1)."""

    kind: Kind
    told: float
    said: float = 0.0  # the chance that it is plainly said

    @property
    def is_told(self) -> bool:
        """Say whether the point is told: what is not surely for them is not said."""
        return self.kind in TOLD


def purposes(points: Sequence[Sequence[str]], comment: str) -> list[list[Purpose]]:
    """Give what each point of each sentence of a note is for.

    What the point before it is for is only likely too, so that every kind of it is reckoned with.
    """
    given: list[list[Purpose]] = []
    before: dict[str, float] = {"": 1.0}
    sure = SURE_ALONE if sum(map(len, points)) == 1 else SURE
    for row, together in enumerate(points):
        given.append([])
        for at, point in enumerate(together):
            last = row == len(points) - 1 and at == len(together) - 1
            found = signs(point, opens=not at, last=last, comment=comment)
            chances = np.sum(
                [
                    chance * _chances((*found, after(kind, opens=not at)))
                    for kind, chance in before.items()
                    if chance > HARDLY
                ],
                axis=0,
            )
            chances /= chances.sum()
            of_kind: dict[Kind, float] = dict(zip(KINDS, chances.tolist(), strict=True))
            told = sum(of_kind[kind] for kind in TOLD)
            left = [kind for kind in KINDS if (kind in TOLD) == (told > sure)]
            given[-1].append(Purpose(max(left, key=lambda k: of_kind[k]), told, of_kind["say"]))
            before = {str(kind): chance for kind, chance in of_kind.items()}
    return given


def after(kind: str, *, opens: bool) -> str:
    """Give the sign of what the point before it is for."""
    return f"after {kind}{'' if opens else ' joined'}"


def signs(point: str, *, opens: bool, last: bool, comment: str) -> list[str]:
    """Give what a point and its place in the note show of its purpose."""
    theirs = set(re.findall(r"[a-z]{4,}", comment.lower()))
    found = worded(point)
    found |= {name for name, holds in (("last", last), ("opens", opens)) if holds}
    if theirs & set(re.findall(r"[a-z]{4,}", point.lower())):
        found.add("theirs")
    return sorted(found)


def worded(point: str) -> set[str]:
    """Give what the words of a point show of its purpose."""
    words = [word.lower().strip(".,;:!?()\"'") for word in point.split()]
    words = [re.sub(r"\d+", "0", word) for word in words if word]
    shape = letters(parts(point))
    found = {f"word {word}" for word in words}
    found |= {f"pair {one} {other}" for one, other in pairwise(words)}
    found |= {f"first {' '.join(words[:1])}", f"opening {' '.join(words[:2])}"}
    found |= {f"last {' '.join(words[-1:])}", f"shape {shape[:1]}", f"shape {shape[:2]}"}
    found |= {name for name, shown in _SHAPES.items() if shown.search(point)}
    found.add("few" if len(words) <= FEW else "some" if len(words) <= SOME else "many")
    for name, known in _classes().items():
        places = [at for at, word in enumerate(words) if word in known]
        if places:
            found.add(f"of {name}")
            found |= {f"of {name} at {at}" for at in places if at <= 1}
            found |= {f"no {name}"} if "negated" in found else set()
        if len(places) + sum(word in _SMALL and word not in known for word in words) == len(words):
            found.add(f"only {name}")
    return found


def _chances(found: Sequence[str]) -> NDArray[Any]:
    weights = fitted()
    totals = np.sum([weights[sign] for sign in ("", *found) if sign in weights], axis=0)
    chances: NDArray[Any] = np.exp(totals - totals.max()) / np.exp(totals - totals.max()).sum()
    return chances


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table_of(__file__).items()}


@cache
def fitted() -> dict[str, NDArray[Any]]:
    """Give the weights of each sign, for each kind in order; those of every point are under ""."""
    table = json.loads(PATH.read_text(encoding="utf-8"))
    return {sign: np.array(weights) for sign, weights in table.items()}
