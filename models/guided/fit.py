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
from models.guided.lines import COMMON, features, lines
from models.guided.phrases import candidate_things
from models.guided.ranker import PATH
from models.guided.rarity import rarity
from models.guided.tagging import tidy
from models.triage.kinds import kind_of

Sample = tuple[dict[str, float], bool]
SPOKEN_OF = 0.6  # of what is said most of any line
STEM = 6  # letters


def things(split: Split) -> Iterator[Sample]:
    """Yield each noun phrase's features and whether the written replies name it."""
    for row in exchanges(split):
        if row["replies"]:
            said = " ".join(row["replies"].values()).lower()
            for thing in candidate_things(row["comment"], row["post"]):
                yield thing.features, _names(said, row, thing.head)


def _names(said: str, row: Exchange, head: str) -> bool:
    return re.search(rf"\b{re.escape(head.lower()[:6])}", said) is not None


def said_lines(split: Split) -> Iterator[Sample]:
    """Yield each clause's features and whether the written replies speak most of it."""
    for row in exchanges(split):
        found = lines(tidy(row["comment"]))
        said = [_stems(text) for text in row["replies"].values()]
        shares = [
            sum(_in_common(_stems(line.text), reply) for reply in said)
            / len(line.text.split()) ** 0.5
            for line in found
        ]
        trouble = kind_of(row["intent"]) == "trouble"
        if len(found) > 1 and max(shares) > 0:
            for line, share in zip(found, shares, strict=True):
                yield features(line, trouble=trouble), share > SPOKEN_OF * max(shares)


def _stems(text: str) -> dict[str, float]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return {word[:STEM]: rarity(word) for word in words if rarity(word) > COMMON}


def _in_common(line: dict[str, float], reply: dict[str, float]) -> float:
    return sum(weight for stem, weight in line.items() if stem in reply)


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
    line = fit("line", {"train": list(said_lines("train")), "dev": list(said_lines("dev"))})
    PATH.write_text(json.dumps({"thing": weights, "line": line}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
