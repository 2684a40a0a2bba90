"""Fit the choice of facts on the written exchanges: those that their replies use belong.

Each exchange comes as it is, among other facts of its brand, and without the facts that its
replies use: then none belongs, however near in words. And it comes with what a search finds for it
among the facts of its brand and some of others, and beside one or two of other brands.

Our writers wrote facts beside the point in a style of their own. So the choices, where the same
fact answers one comment and not the next, weigh more.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from models.data.choices import choices
from models.data.written import Exchange, Split, exchanges
from models.guided.aspects.cues import RARENESS, told_of
from models.guided.belonging import MOST_SPREADS, PATH, networks
from models.guided.facts import choose_facts, fact_features
from models.guided.fit_search import asked_for, fit_search, found_share
from models.guided.fit_usual import Told, by_folds, fit_usual, fold_of
from models.guided.intents import ASKING
from models.guided.search import FactIndex
from models.guided.usual import PATH as USUAL
from models.guided.usual import fitted, group_of
from models.prompt import Brief
from models.triage.decide import decide

MEMBERS = 3
WIDTH = 32
PASSES = 20
BATCH = 1024
RATE = 0.003
HELD_BACK = 4.0  # how much large weights cost
CHOSEN_BY_HAND = 2.0  # how much a case of the choices weighs
SELDOM = 8  # an aspect in so few facts is as rare as can be
MOST_OTHERS = 4
STRANGERS = 40  # facts of other brands through which a search goes
MOST_FOUND = 4
AMONG = ("among", "left among", "searched", "searched left", "strangers")
HALF = 0.5


@dataclass(frozen=True)
class Case:
    """Facts beside a comment, which of them belong, and how much the case counts."""

    kind: str
    row: Exchange
    facts: Sequence[str]
    belong: Sequence[bool]
    weight: float = 1.0


def cases(split: Split) -> Iterator[Case]:
    """Yield the cases of a split; there must be a reply, and facts."""
    chance = random.Random(0)
    rows = [row for row in exchanges(split) if row["replies"]]
    known: dict[str, list[str]] = {}
    for row in rows:
        known.setdefault(row["brand"]["name"], []).extend(fact["text"] for fact in row["facts"])
    for row in rows:
        uses = {fact["text"]: fact["id"] in row["uses"] for fact in row["facts"]}
        others = [text for text in dict.fromkeys(known[row["brand"]["name"]]) if text not in uses]
        added = chance.sample(others, min(len(others), chance.randint(1, MOST_OTHERS)))
        left = [text for text, used in uses.items() if not used]
        asks = row["intent"] in ASKING and row["action"] == "reply"
        if uses:
            yield Case("whole", row, [*uses], [*uses.values()])
        if uses and added:
            mixed = chance.sample([*uses, *added], len(uses) + len(added))
            yield Case("among", row, mixed, [uses.get(text, False) for text in mixed])
        if left and not row["note"] and (asks or row["uses"]):
            yield Case("left", row, left, [False] * len(left), 1.0 if asks else 0.5)
        if added and asks and not row["note"]:
            yield Case("left among", row, [*left, *added], [False] * len(left + added), 0.5)


def searched(split: Split) -> Iterator[Case]:
    """Yield what a search finds for each exchange, with and without the facts that are used."""
    chance = random.Random(1)
    rows = [row for row in exchanges(split) if row["replies"]]
    known: dict[str, list[str]] = {}
    for row in rows:
        known.setdefault(row["brand"]["name"], []).extend(fact["text"] for fact in row["facts"])
    every = sorted({fact for facts in known.values() for fact in facts})
    for row in rows:
        if row["note"] or not row["facts"]:
            continue
        uses = {fact["text"]: fact["id"] in row["uses"] for fact in row["facts"]}
        pool = dict.fromkeys([*known[row["brand"]["name"]], *chance.sample(every, STRANGERS)])
        if found := _search(row, list(pool)):
            yield Case("searched", row, found, [uses.get(fact, False) for fact in found])
        left = _search(row, [fact for fact in pool if not uses.get(fact)])
        if left and row["intent"] in ASKING and row["action"] == "reply":
            yield Case("searched left", row, left, [False] * len(left))


def beside_strangers(split: Split) -> Iterator[Case]:
    """Yield each exchange's facts beside one or two of other brands, mostly plain ones."""
    chance = random.Random(2)
    rows = [row for row in exchanges(split) if row["replies"]]
    plain, used = (
        [
            (row["brand"]["name"], fact["text"])
            for row in rows
            for fact in row["facts"]
            if (fact["id"] in row["uses"]) == is_used
        ]
        for is_used in (False, True)
    )
    for row in rows:
        if row["note"] or not row["facts"]:
            continue
        uses = {fact["text"]: fact["id"] in row["uses"] for fact in row["facts"]}
        pool = [
            fact
            for brand, fact in chance.sample(plain, 6) + chance.sample(used, 3)
            if brand != row["brand"]["name"] and fact not in uses
        ]
        added = chance.sample(pool, min(chance.randint(1, 2), len(pool)))
        mixed = chance.sample([*uses, *added], len(uses) + len(added))
        yield Case("strangers", row, mixed, [uses.get(fact, False) for fact in mixed])


def chosen_by_hand(held: bool) -> Iterator[Case]:
    """Yield the choices as they are, beside other facts of their brand, and without answers."""
    chance = random.Random(1)
    rows = list(choices(held))
    known: dict[str, dict[str, None]] = {}
    for row in rows:
        known.setdefault(row.brand, {}).update(dict.fromkeys(row.facts))
    for row in rows:
        comment = {"comment": row.comment, "post": row.post, "note": ""}
        advice = decide(Brief(comment=row.comment, post=row.post, facts=row.facts))
        asked = comment | {"brand": {"name": row.brand}, "intent": advice.intent}
        used = [row.facts[at] for at in row.answers]
        others = [fact for fact in known[row.brand] if fact not in row.facts]
        left = [fact for fact in row.facts if fact not in used]
        more = chance.sample(left + others, min(chance.randint(1, MOST_OTHERS), len(left + others)))
        mixed = chance.sample([*used, *more], len(used) + len(more))
        fewer = chance.sample(left, chance.randint(1, len(left))) if left else []
        for kind, facts, weight in (
            ("choice", list(row.facts), 1.0),
            ("choice mixed", mixed if used else [], 0.7),
            ("choice left", fewer, 0.5 if used else 0.7),
        ):
            if facts:
                belong = [fact in used for fact in facts]
                yield Case(kind, asked, facts, belong, weight * CHOSEN_BY_HAND)


def _search(row: Exchange, facts: Sequence[str]) -> list[str]:
    found = FactIndex(facts).best(row["comment"], row["post"], MOST_FOUND)
    return [facts[at] for at in found]


def every_case(split: Split) -> list[Case]:
    """Give the cases of a split, of every kind."""
    return [*cases(split), *searched(split), *beside_strangers(split)]


def lengthened(samples: Sequence[Case]) -> Iterator[Case]:
    """Yield the cases, half of the facts that do not belong made longer by another such.

    Those beside the point were written short; a user's are not, and length must tell nothing.
    """
    chance = random.Random(0)
    beside = [
        fact
        for case in samples
        for fact, belongs in zip(case.facts, case.belong, strict=True)
        if not belongs
    ]
    for case in samples:
        facts = [
            fact if belongs or chance.random() < HALF else f"{fact} {chance.choice(beside)}"
            for fact, belongs in zip(case.facts, case.belong, strict=True)
        ]
        yield replace(case, facts=facts)


def count_aspects() -> None:
    """Count how rare each aspect is in the facts of the train split, and write it."""
    facts = [fact["text"] for row in exchanges("train") if row["replies"] for fact in row["facts"]]
    often = Counter(aspect for fact in facts for aspect in told_of(fact))
    most = math.log(len(facts) / SELDOM)
    rare = {aspect: min(1.0, math.log(len(facts) / n) / most) for aspect, n in often.items()}
    rounded = {aspect: round(value, 3) for aspect, value in sorted(rare.items())}
    RARENESS.write_text(json.dumps(rounded, indent=0), encoding="utf-8")


def features_of(case: Case) -> list[dict[str, float]]:
    """Give the features of each fact of a case."""
    row = case.row
    return fact_features(row["comment"], case.facts, row["intent"], row["post"], row["note"])


def told_among(samples: Sequence[Case]) -> list[Told]:
    """Give the facts that stand among others, told or not."""
    return [
        (case.row["brand"]["name"], fact, case.row["intent"], belongs, case.weight)
        for case in samples
        if case.kind in AMONG
        for fact, belongs in zip(case.facts, case.belong, strict=True)
    ]


def count_usual(samples: Sequence[Told]) -> None:
    """Fit which kinds of facts are told, and write it."""
    np.savez_compressed(USUAL, **fit_usual(samples))  # type: ignore[arg-type]
    fitted.cache_clear()


def fit(samples: Sequence[Case], told: Sequence[Told]) -> None:
    """Fit the networks and write them; how usual a fact is comes from other brands than its own."""
    rows = []
    others = by_folds(told)
    for case in samples:
        usual = others[fold_of(case.row["brand"]["name"])]
        for fact, features in zip(case.facts, features_of(case), strict=True):
            rows.append(features | {"usual": usual.of(fact, group_of(case.row["intent"]))})
    seen = Counter(name for features in rows for name in features)
    vectorizer, scaler = DictVectorizer(sparse=False), StandardScaler()
    values = scaler.fit_transform(
        vectorizer.fit_transform(
            [{n: v for n, v in features.items() if seen[n] > SELDOM} for features in rows]
        )
    )
    belong = [belongs for case in samples for belongs in case.belong]
    weights = np.array([case.weight for case in samples for _ in case.facts])
    nets = [
        MLPClassifier(
            (WIDTH,),
            alpha=HELD_BACK,
            max_iter=PASSES,
            batch_size=BATCH,
            learning_rate_init=RATE,
            random_state=member,
        ).fit(np.clip(values, -MOST_SPREADS, MOST_SPREADS), belong, sample_weight=weights)
        for member in range(MEMBERS)
    ]
    np.savez_compressed(
        PATH,
        names=vectorizer.get_feature_names_out().astype("U"),
        mean=scaler.mean_.astype(np.float32),
        spread=scaler.scale_.astype(np.float32),
        hidden=np.array([net.coefs_[0] for net in nets], np.float32),
        hidden_bias=np.array([net.intercepts_[0] for net in nets], np.float32),
        out=np.array([net.coefs_[1][:, 0] for net in nets], np.float32),
        out_bias=np.array([net.intercepts_[1][0] for net in nets], np.float32),
    )
    networks.cache_clear()


def measure(samples: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Give, by kind of case, what is said: of the questions, and of the facts.

    `told` is the share of cases where a fact is said as the answer, `near` where one is said as
    near, `right` the share of the facts said that belong, `found` of those that belong.
    """
    counts: dict[str, Counter[str]] = {}
    for case in samples:
        row, count = case.row, counts.setdefault(case.kind, Counter())
        chosen = choose_facts(
            row["comment"], case.facts, intent=row["intent"], post=row["post"], note=row["note"]
        )
        count["cases"] += 1
        if chosen:
            count["near" if chosen[0].is_near else "told"] += 1
        count["said"] += len(chosen)
        count["right"] += sum(case.belong[fact.index] for fact in chosen)
        count["belong"] += sum(case.belong)
    return {
        kind: {
            "cases": count["cases"],
            "told": round(count["told"] / count["cases"], 3),
            "near": round(count["near"] / count["cases"], 3),
            "right": round(count["right"] / max(1, count["said"]), 3),
            "found": round(count["right"] / max(1, count["belong"]), 3),
        }
        for kind, count in counts.items()
    }


def main() -> None:
    """Count, fit, and print how the choice does on the dev split."""
    count_aspects()
    fit_search()
    found = found_share(asked_for("held"), strangers=0)
    print(json.dumps({"kind": "needed facts among four found", "share": round(found, 3)}))
    samples = every_case("train")
    told = told_among(samples)
    count_usual(told)
    fit([*lengthened(samples), *chosen_by_hand(held=False)], told)
    for kind, measured in measure([*every_case("dev"), *chosen_by_hand(held=True)]).items():
        print(json.dumps({"kind": kind, **measured}))


if __name__ == "__main__":
    main()
