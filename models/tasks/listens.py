"""Listens: a draft must find its own comment among twenty, by BM25 over their words."""

import math
import random
import re
from collections import Counter
from collections.abc import Sequence

from models.tasks import Line, share

AMONG = 20
K1, B = 1.2, 0.75  # the usual values (Robertson and Zaragoza, 2009)
_WORD = re.compile(r"[a-z0-9]+")


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of drafts whose own comment scores highest of twenty."""
    comments = [_words(line.row["comment"]) for line in lines]
    if len(comments) < AMONG:
        return {}
    seen = Counter(word for words in comments for word in set(words))
    mean = sum(map(len, comments)) / len(comments)
    chance = random.Random(0)
    found = 0
    for number, line in enumerate(lines):
        others = [other for other in range(len(lines)) if other != number]
        among = [number, *chance.sample(others, AMONG - 1)]
        query = set(_words(line.text))
        scores = [_bm25(query, comments[at], seen, len(comments), mean) for at in among]
        found += scores[0] > max(scores[1:])
    return {"listens": share(found, len(lines))}


def _words(text: str) -> list[str]:
    return [word[:6] for word in _WORD.findall(text.lower())]


def _bm25(query: set[str], words: list[str], seen: Counter[str], total: int, mean: float) -> float:
    counts = Counter(words)
    score = 0.0
    for word in query & counts.keys():
        rarity = math.log(1 + (total - seen[word] + 0.5) / (seen[word] + 0.5))
        length = K1 * (1 - B + B * len(words) / mean)
        score += rarity * counts[word] * (K1 + 1) / (counts[word] + length)
    return score
