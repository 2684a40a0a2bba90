"""Fit the small judgements of guided writing on the written exchanges.

`python -m models.guided.fit` prints how they do on the dev split and writes weights.json, and
belonging.npz by `fit_belonging.py`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from models.data.written import Exchange, Split, exchanges
from models.guided import fit_belonging
from models.guided.phrases import candidate_things
from models.guided.ranker import PATH

Sample = tuple[dict[str, float], bool]


def things(split: Split) -> Iterator[Sample]:
    """Yield each noun phrase's features and whether the written replies name it."""
    for row in exchanges(split):
        if row["replies"]:
            said = " ".join(row["replies"].values()).lower()
            for thing in candidate_things(row["comment"], row["post"]):
                yield thing.features, _names(said, row, thing.head)


def _names(said: str, row: Exchange, head: str) -> bool:
    return re.search(rf"\b{re.escape(head.lower()[:6])}", said) is not None


def fit(kind: str, samples: dict[str, list[Sample]]) -> dict[str, float]:
    """Fit one judgement on train, print its quality on dev, and give its weights."""
    seen = Counter(name for features, _ in samples["train"] for name in features)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(
        [{n: v for n, v in features.items() if seen[n] >= 6} for features, _ in samples["train"]]
    )
    y = np.array([label for _, label in samples["train"]])
    model = LogisticRegression(max_iter=2000, C=0.5).fit(x, y)
    guess = model.predict_proba(vectorizer.transform([f for f, _ in samples["dev"]]))[:, 1]
    truth = np.array([label for _, label in samples["dev"]])
    quality = {
        "kind": kind,
        "dev": len(truth),
        "positive": round(float(truth.mean()), 3),
        "f1": round(float(f1_score(truth, guess > 0.5)), 3),
        "average_precision": round(float(average_precision_score(truth, guess)), 3),
    }
    print(json.dumps(quality))
    names = vectorizer.get_feature_names_out()
    weights = {
        str(name): round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)
    }
    return {"bias": round(float(model.intercept_[0]), 3), **weights}


def main() -> None:
    """Fit all judgements and write them."""
    fit_belonging.main()
    weights = fit("thing", {"train": list(things("train")), "dev": list(things("dev"))})
    PATH.write_text(json.dumps({"thing": weights}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
