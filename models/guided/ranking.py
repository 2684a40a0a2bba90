"""Ranking: what each sentence of a draft is worth, by weights."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from models.guided.slots import Filled

PATH = Path(__file__).parent / "ranking.json"
NOUNS = frozenset(("thing", "topic", "detail", "mention", "about", "idea"))
_SORRY = re.compile(r"(?i)\b(?:sorry|apolog\w+)\b")
TEN = 10.0  # words are counted in tens

Weights = Mapping[str, float]
Signs = dict[str, float]


@cache
def shipped() -> Weights:
    """Give the weights, by sign; `judged` is a nat a token of the model's judgement."""
    loaded: dict[str, float] = json.loads(PATH.read_text(encoding="utf-8"))
    return loaded


def signs(sentence: Filled, tone: str) -> Signs:
    """Give what tells for or against a sentence in a tone, beside what the model makes of it."""
    return {
        "filled": sentence.filled,
        "names": float(bool(sentence.words)),
        "a line": float("line" in sentence.slots),
        "a noun": float(not NOUNS.isdisjoint(sentence.slots)),
        "echoed": sum(len(words.split()) for words in sentence.words) / TEN,
        "quoted": float("“" in sentence.text),
        "addressed": float(sentence.addressed),
        "words": len(sentence.text.split()) / TEN,
        "sorry": float(bool(_SORRY.search(sentence.text))),
        "pictured": float(tone == "playful" and bool(sentence.emoji)),
        "closes": float(sentence.move == "close"),
    }


def worth(sentence: Filled, tone: str, weights: Weights) -> float:
    """Give what a sentence is worth in a tone."""
    return sum(weights[sign] * value for sign, value in signs(sentence, tone).items())
