"""Pairs of drafts to one comment, to be judged blind: `python -m models.guided.draw_pairs 150`.

Two rankings wrote them, each with weights drawn around the shipped ones; with `--against FILE`
one as shipped and one with the weights of that file. Prints JSON, a pair a line, without verdicts.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any

from models.data.written import Exchange, brief_of, exchanges
from models.guided.fit_ranking import PAIRS
from models.guided.judge import ModelJudge, Score
from models.guided.ranking import Signs, Weights, shipped, signs
from models.guided.slots import Filled
from models.guided.write import write_guided
from models.runtime import LanguageModel
from models.sampling import Counts

MODEL = Path(__file__).parent.parent / "candor-small"
# How far a weight is drawn from its value (standard deviation).
SPREAD = {"filled": 0.5, "pictured": 0.6, "judged": 0.12}
USUAL_SPREAD = 0.6
OF_FRAMES = 0.25  # so many pairs are kept that name the same in other words
SAME = 0.06
FRAME = frozenset(("words", "judged", "sorry"))

Pair = dict[str, Any]  # the fields are in data/ranking/README.md


def main() -> None:
    """Draw pairs and print them; with `--against`, `wrote` says whose a and b are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--against", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    model = LanguageModel(MODEL)
    known = {json.loads(line)["id"] for line in PAIRS.read_text(encoding="utf-8").splitlines()}
    found = pairs(
        in_turn((row for row in exchanges("train") if row["id"] not in known), chance),
        lambda prompt, texts: model.score(prompt, texts, Counts(), lambda: False),
        chance,
        json.loads(arguments.against.read_bytes()) if arguments.against else None,
    )
    for pair in islice(found, arguments.pairs):
        print(json.dumps(pair, ensure_ascii=False))


def in_turn(rows: Iterable[Exchange], chance: random.Random) -> Iterator[Exchange]:
    """Yield exchanges that have replies, of every intent in turn."""
    by_intent: defaultdict[str, list[Exchange]] = defaultdict(list)
    for row in rows:
        if row["replies"]:
            by_intent[row["intent"]].append(row)
    for alike in by_intent.values():
        chance.shuffle(alike)
    return (row for row in chain(*zip_longest(*by_intent.values())) if row)


def pairs(
    rows: Iterable[Exchange], score: Score, chance: random.Random, rival: Weights | None
) -> Iterator[Pair]:
    """Yield two drafts to each comment where they differ, in the tone that was least used yet."""
    used: Counter[str] = Counter()
    for row in rows:
        tone = min(row["replies"], key=lambda tone: (used[tone], tone))
        weights = [shipped(), rival] if rival else [drawn(chance), drawn(chance)]
        named = [("shipped", weights[0]), ("rival", weights[1])]
        chance.shuffle(named)
        judge = ModelJudge(brief_of(row), tone, score)
        (a, of_a), (b, of_b) = (_draft(row, tone, judge, ranked) for _, ranked in named)
        if a == b:
            continue
        differ = differing(of_a, of_b, tone, judge)
        alike = not any(abs(value) > SAME for sign, value in differ.items() if sign not in FRAME)
        if alike and not rival and chance.random() > OF_FRAMES:
            continue
        used[tone] += 1
        pair = {"id": row["id"], "tone": tone, "a": a, "b": b, "better": None, "signs": differ}
        yield pair | ({"wrote": [name for name, _ in named]} if rival else {})


def drawn(chance: random.Random) -> Weights:
    """Draw weights around the shipped ones."""
    return {
        sign: chance.gauss(weight, SPREAD.get(sign, USUAL_SPREAD))
        for sign, weight in shipped().items()
    }


def _draft(
    row: Exchange, tone: str, judge: ModelJudge, weights: Weights
) -> tuple[str, tuple[Filled, ...]]:
    (draft, *_) = write_guided(
        brief_of(row),
        intent=row["intent"],
        feeling=row["feeling"],
        tones=[tone],
        judge=judge,
        count=1,
        seed=1,
        weights=weights,
    )
    return draft.text, draft.sentences


def differing(a: Sequence[Filled], b: Sequence[Filled], tone: str, judge: ModelJudge) -> Signs:
    """Give the signs of what only a says less those of what only b says."""
    total: defaultdict[str, float] = defaultdict(float)
    for said, other, sense in ((a, b, 1), (b, a, -1)):
        texts = {sentence.text for sentence in other}
        own = [sentence for sentence in said if sentence.text not in texts]
        for sentence in own:
            for sign, value in signs(sentence, tone).items():
                total[sign] += sense * value
        total["judged"] += sense * sum(judge([sentence.text for sentence in own]))
    return {sign: round(value, 3) for sign, value in total.items()}


if __name__ == "__main__":
    main()
