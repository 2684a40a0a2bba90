"""How usual it is that a fact of such words is told under such a comment, whatever both are about.

Refunds and causes are told under complaints, prices and colours seldom. `python -m
models.guided.fit` fits it and writes usual.npz.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PATH = Path(__file__).parent / "usual.npz"
GROUPS = ("asking", "light", "critical", "troubled")
_GROUP_OF = {
    **dict.fromkeys(("question", "purchase_intent", "comparison"), "asking"),
    **dict.fromkeys(("suggestion", "criticism"), "critical"),
    **dict.fromkeys(("praise", "thanks", "joke", "story", "off_topic", "troll", "spam"), "light"),
}
_LINK = re.compile(r"\b[\w.-]+@[\w.-]+|\b[\w-]+\.(?:example|com|org|net)\S*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_TERM = re.compile(r"[a-z0£$€]+|[;:]")


class Usual:
    """Weights of terms (terms, groups) and of groups (groups,)."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.at = {term: at for at, term in enumerate(arrays["terms"].tolist())}
        self.weights = arrays["weights"].astype(np.float64)
        self.bias = arrays["bias"].astype(np.float64)

    def of(self, fact: str, group: str) -> float:
        """Give how usual a fact is in a group: above 0 is more often told than not."""
        at = [self.at[term] for term in terms_of(fact) if term in self.at]
        column = GROUPS.index(group)
        told = self.weights[at, column].sum() / math.sqrt(len(at)) if at else 0.0
        return float(self.bias[column] + told)


def usual(fact: str, intent: str) -> float:
    """Give how usual it is that such a fact is told under a comment of this intent."""
    return fitted().of(fact, group_of(intent))


def group_of(intent: str) -> str:
    """Give the group of intents under which the same kinds of facts are told."""
    return _GROUP_OF.get(intent, "troubled")


def terms_of(fact: str) -> frozenset[str]:
    """Give the words of a fact and its pairs of words; all numbers are one, and all links."""
    words = _TERM.findall(_NUMBER.sub("0", _LINK.sub(" xlink ", fact.lower())))
    return frozenset((*words, *map(" ".join, pairwise(words))))


@cache
def fitted() -> Usual:
    """Read what was fitted."""
    with np.load(PATH) as arrays:
        return Usual(dict(arrays))
