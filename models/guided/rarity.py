"""How rare a word is in comments; `python -m models.guided.rarity` counts it anew."""

import collections
import json
import math
import re
from functools import cache
from pathlib import Path

from models.data.written import exchanges

PATH = Path(__file__).parent / "rarity.json"
_WORD = re.compile(r"[a-z]{2,}")


@cache
def _counted() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(PATH.read_text(encoding="utf-8"))
    return loaded


def rarity(word: str) -> float:
    """Give a word's inverse document frequency: 0 (in every comment) to 1 (in two at most)."""
    return _counted().get(word.lower(), 1.0)


def count() -> dict[str, float]:
    """Count words of the training comments that stand in three or more of them."""
    seen: collections.Counter[str] = collections.Counter()
    total = 0
    for row in exchanges("train"):
        total += 1
        seen.update(set(_WORD.findall(row["comment"].lower())))
    most = math.log(total / 3)
    return {
        word: round(math.log(total / n) / most, 3) for word, n in sorted(seen.items()) if n >= 3
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(count(), indent=0), encoding="utf-8")
