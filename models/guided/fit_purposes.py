"""Fit what a point of a note is for, on notes read clause by clause and on single clauses.

The pairs of jotted and whole sentences are to be told, whatever their kind: each gets the
likeliest of the kinds that are told, and counts less.

`python -m models.guided.fit_purposes` writes purposes.json and prints how it does on held notes.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from models.data.notes import KINDS, Clause, Kind, Note, clauses, notes
from models.data.telegraphic import pairs
from models.guided.pieces import points
from models.guided.purposes import PATH, TOLD, after, fitted, purposes, signs, worded
from models.guided.shorthand import in_full_words

SELDOM = 4  # a sign of fewer points is not counted
HELD_BACK = 1.0  # how much weights may grow
TOO_LITTLE = 0.2  # a weight that changes nothing
WEIGHT_OF_A_PAIR = 0.1
Shown = tuple[list[str], Kind]


def read(note: Note) -> Iterator[tuple[str, Kind]]:
    """Yield the points of a note as we part it, and what each is for as its clause says."""
    words = [_words(in_full_words(clause.text)) for clause in note.clauses]
    at = 0
    for point in (point for together in points(in_full_words(note.text)) for point in together):
        shares = [len(_words(point) & own) for own in words[at:]]
        at += max(range(len(shares)), key=lambda place: (shares[place], -place))
        yield point, note.clauses[at].kind


def shown(rows: Iterable[Note], alone: Iterable[Clause]) -> Iterator[Shown]:
    """Yield what each point shows, in its note or alone, and what it is for."""
    for note in rows:
        kinds = [kind for _, kind in read(note)]
        split = points(in_full_words(note.text))
        at = 0
        for together in split:
            for place, point in enumerate(together):
                before = kinds[at - 1] if at else ""
                last = at == len(kinds) - 1
                found = signs(point, opens=not place, last=last, comment=note.comment)
                yield [*found, after(before, opens=not place)], kinds[at]
                at += 1
    for clause in alone:
        yield sorted(worded(in_full_words(clause.text))), clause.kind


def fit(samples: Sequence[Shown], told: Sequence[list[str]] = ()) -> dict[str, list[float]]:
    """Give the weights of each sign for each kind; of what is `told` the kind is not known."""
    every = [*(found for found, _ in samples), *told]
    seen = Counter(sign for found in every for sign in found)
    table = DictVectorizer()
    counted = table.fit_transform(
        [{sign: 1 for sign in found if seen[sign] >= SELDOM} for found in every]
    )
    kinds = [KINDS.index(kind) for _, kind in samples]
    model = _model().fit(counted[: len(samples)], kinds)
    if told:
        of_told = [place for place, kind in enumerate(KINDS) if kind in TOLD]
        likely = model.predict_proba(counted[len(samples) :])[:, of_told].argmax(1)
        weights = [1.0] * len(samples) + [WEIGHT_OF_A_PAIR] * len(told)
        model = _model().fit(counted, [*kinds, *np.array(of_told)[likely]], sample_weight=weights)
    fitted_to = dict(zip(table.get_feature_names_out(), model.coef_.T, strict=True))
    fitted_to[""] = model.intercept_
    return {
        sign: [round(float(weight), 2) for weight in row]
        for sign, row in fitted_to.items()
        if sign == "" or np.abs(row).max() >= TOO_LITTLE
    }


def _model() -> LogisticRegression:
    return LogisticRegression(C=HELD_BACK, max_iter=300)


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z]+|\d[\d.:,]*", text.lower().replace("'", ""))
    return frozenset(word[:5] for word in found)


def measure(rows: Iterable[Note]) -> dict[str, float]:
    """Give the shares of points whose kind is right, and of those rightly told and left."""
    counts: Counter[str] = Counter()
    for note in rows:
        split = points(in_full_words(note.text))
        given = [aim for together in purposes(split, note.comment) for aim in together]
        for (_, kind), aim in zip(read(note), given, strict=True):
            told = kind in TOLD
            counts["points"] += 1
            counts["right"] += aim.kind == kind
            counts["told" if told else "left"] += 1
            counts["rightly told" if told else "rightly left"] += aim.is_told == told
    return {
        "points": counts["points"],
        "kind": round(counts["right"] / counts["points"], 3),
        "rightly told": round(counts["rightly told"] / counts["told"], 3),
        "rightly left": round(counts["rightly left"] / counts["left"], 3),
    }


def main() -> None:
    """Fit, write the weights, and print how they do on the held notes."""
    told = [sorted(worded(in_full_words(pair.short))) for pair in pairs(held=False)]
    table = fit(list(shown(notes(held=False), clauses())), told)
    rows = (f"{json.dumps(sign, ensure_ascii=False)}: {row}" for sign, row in table.items())
    PATH.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    fitted.cache_clear()
    print(json.dumps({"signs": len(table), **measure(notes(held=True))}))


if __name__ == "__main__":
    main()
