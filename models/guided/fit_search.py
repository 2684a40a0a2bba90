"""Fit what each sign of nearness weighs in a search: which facts of many a reply uses.

Each exchange is searched for among the facts of its brand and some of other brands.
"""

import json
import random
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from models.data.choices import choices
from models.data.written import exchanges
from models.guided.search import PATH, FactIndex, fitted

Asked = tuple[str, str, str, list[str], set[str]]  # brand, comment, post, facts, those needed
STRANGERS = 60
MOST_COMMENTS = 2500
FOUND_AMONG = 4


def asked_for(split: str) -> list[Asked]:
    """Give comments with facts of which some are needed; the choices are `split` train or held."""
    rows: list[Asked] = [
        (
            row["brand"]["name"],
            row["comment"],
            row["post"],
            [fact["text"] for fact in row["facts"]],
            {fact["text"] for fact in row["facts"] if fact["id"] in row["uses"]},
        )
        for row in exchanges("dev" if split == "held" else "train")
        if row["replies"] and not row["note"]
    ]
    for row in choices(held=split == "held"):
        needed = {row.facts[at] for at in row.answers}
        rows.append((row.brand, row.comment, row.post, list(row.facts), needed))
    return rows


Signs = tuple[NDArray[np.float64], NDArray[np.bool_]]  # of each fact searched; which are needed


def searches(rows: list[Asked], strangers: int, most: int | None = None) -> list[Signs]:
    """Give what is seen where the facts of comments that need some are searched for."""
    chance = random.Random(0)
    known: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for brand, _, _, facts, _ in rows:
        known[brand].update(dict.fromkeys(facts))
    every = sorted({fact for facts in known.values() for fact in facts})
    found: list[Signs] = []
    for brand, comment, post, _, needed in rows[:most]:
        if needed:
            others = chance.sample(every, min(strangers, len(every)))
            pool = list(dict.fromkeys([*known[brand], *others]))
            signs = FactIndex(pool).signs(comment, post)
            found.append((signs, np.array([fact in needed for fact in pool])))
    return found


def fit_search() -> None:
    """Fit the weights and write them."""
    rows = asked_for("train")
    random.Random(0).shuffle(rows)
    seen = searches(rows, STRANGERS, MOST_COMMENTS)
    signs, needed = np.vstack([one for one, _ in seen]), np.concatenate([one for _, one in seen])
    scaler = StandardScaler().fit(signs)
    model = LogisticRegression(max_iter=1000).fit(scaler.transform(signs), needed)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    fitting = {"bias": round(bias, 4), "signs": [round(float(value), 4) for value in weights]}
    PATH.write_text(json.dumps(fitting) + "\n", encoding="utf-8")
    fitted.cache_clear()


def found_share(rows: list[Asked], strangers: int) -> float:
    """Give the share of the needed facts that a search finds among its first four."""
    weights = fitted()
    right = total = 0
    for signs, needed in searches(rows, strangers):
        best = np.argsort(-(signs @ np.array(weights["signs"])))[:FOUND_AMONG]
        right, total = right + int(needed[best].sum()), total + int(needed.sum())
    return right / total
