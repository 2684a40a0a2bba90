"""Kinds: what a comment does, as triage hears it: who is in trouble is answered in another way."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from models.prompt import Brief
from models.triage.kinds import KINDS
from models.triage.network import LABELS, shipped
from models.triage.plain import leaning

_GLAD = ("praise", "thanks", "joke", "story")
_BUYING = ("purchase_intent", "comparison")
NUMBERS = len(LABELS["intent"]) + len(LABELS["feeling"]) + 1


@dataclass(frozen=True)
class Kind:
    """How likely a comment complains, is glad, asks or wants to buy, from 0 to 1."""

    trouble: float
    glad: float
    asks: float
    buying: float
    numbers: NDArray[np.float32]  # (NUMBERS,) intents, feelings, and high risk

    @property
    def name(self) -> str:
        """The likeliest of the four."""
        names = ("trouble", "glad", "asks", "buying")
        return max(names, key=lambda name: float(getattr(self, name)))


@lru_cache(maxsize=256)  # a comment stays while its reply is typed
def kind_of(comment: str) -> Kind:
    """Give the kind of a comment."""
    said = leaning(comment, shipped().probabilities(Brief(comment)))
    intent = said["intent"]
    return Kind(
        trouble=sum(intent[name] for name in KINDS["trouble"]),
        glad=sum(intent[name] for name in _GLAD),
        asks=intent["question"] + intent["suggestion"],
        buying=sum(intent[name] for name in _BUYING),
        numbers=np.array(
            [*intent.values(), *said["feeling"].values(), said["risk"]["high"]], np.float32
        ),
    )
