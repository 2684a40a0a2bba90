"""Ranking: what each sentence of a draft is worth, by weights."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from models.guided.slots import Filled

PATH = Path(__file__).parent / "ranking.json"
NOUNS = frozenset(("thing", "topic", "detail", "mention", "about", "idea"))
SPARING = frozenset(("plain", "professional", "warm"))  # people seldom say sorry in these
_SORRY = re.compile(r"(?i)\b(?:sorry|apolog\w+)\b")
TEN = 10.0  # words are counted in tens

Weights = Mapping[str, float]
Signs = dict[str, float]
_SIGNS: dict[str, Callable[[Filled, str], float]] = {
    "filled": lambda sentence, tone: sentence.filled,
    "names": lambda sentence, tone: float(bool(sentence.words)),
    "a line": lambda sentence, tone: float("line" in sentence.slots),
    "a noun": lambda sentence, tone: float(not NOUNS.isdisjoint(sentence.slots)),
    "echoed": lambda sentence, tone: sum(len(words.split()) for words in sentence.words) / TEN,
    "quoted": lambda sentence, tone: float("“" in sentence.text),
    "addressed": lambda sentence, tone: float(sentence.addressed),
    "words": lambda sentence, tone: len(sentence.text.split()) / TEN,
    "sorry": lambda sentence, tone: float(tone in SPARING and bool(_SORRY.search(sentence.text))),
    "pictured": lambda sentence, tone: float(tone == "playful" and bool(sentence.emoji)),
    "closes": lambda sentence, tone: float(sentence.move == "close"),
}


@cache
def shipped() -> Weights:
    """Give the weights, by sign; `judged` is a nat a token of the model's judgement."""
    loaded: dict[str, float] = json.loads(PATH.read_text(encoding="utf-8"))
    return loaded


def signs(sentence: Filled, tone: str) -> Signs:
    """Give what tells for or against a sentence in a tone, beside what the model makes of it."""
    return {name: sign(sentence, tone) for name, sign in _SIGNS.items()}


def worth(sentence: Filled, tone: str, weights: Weights) -> float:
    """Give what a sentence is worth in a tone; what weighs nothing is not looked for."""
    return sum(
        weights[name] * sign(sentence, tone) for name, sign in _SIGNS.items() if weights[name]
    )
