"""The judge: what it looks at in a sentence, and what it makes of words no list has."""

import json

import numpy as np
import pytest

from models.checks.examples import DATA, by_brand, drafts, in_sentences, is_held_back
from models.checks.features import WIDTH, Around, features_of
from models.checks.judge import LABELS, Judge, judged

NOWHERE = Around("the jar was broken")


def test_features_are_few_numbers_below_the_width():
    features = features_of("We've told the packers twice.", NOWHERE)
    assert 10 < len(features) < 200
    assert all(0 <= number < WIDTH for number in features)


def test_a_fact_that_holds_the_words_changes_what_the_judge_sees():
    sentence = "The glass comes from Bohemia."
    held = Around("the jar was broken", ("Our glass comes from Bohemia.",))
    assert features_of(sentence, NOWHERE) != features_of(sentence, held)
    assert (
        judged(sentence, held)["unsupported_fact"] < judged(sentence, NOWHERE)["unsupported_fact"]
    )


def test_an_empty_sentence_has_scores_too():
    assert set(judged("", Around(""))) == set(LABELS)


def test_weights_are_added_up_as_they_stand():
    features = features_of("Hello.", NOWHERE)
    number, weight = max(features.items())
    arrays = {
        "places": np.array([number], np.int32),
        "table": np.full((1, len(LABELS)), 100, np.int8),
        "scale": np.full(len(LABELS), 0.01),
    }
    scores = Judge(arrays).scores("Hello.", NOWHERE)
    assert scores == pytest.approx(dict.fromkeys(LABELS, weight))


def test_emoji_stay_with_the_sentence_they_follow():
    parts = in_sentences("Oh no! 😂 We're sorry. Ring us?")
    assert [words for _, words in parts] == ["Oh no! 😂", "We're sorry.", "Ring us?"]


def test_every_quote_stands_in_its_draft():
    for path in DATA.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert all(label["quote"] in row["draft"] for label in row["labels"]), row["id"]


def test_brands_stand_on_one_side_and_no_draft_has_another_s_id():
    seen, held = list(by_brand(held=False)), list(by_brand(held=True))
    names = [{row["brand"]["name"] for row in rows} for rows in (seen, held)]
    assert all(names) and not names[0] & names[1]
    assert len({row["id"] for row in seen + held}) == len(seen) + len(held)


def test_what_is_held_back_is_never_learnt_from():
    held = [json.loads(line) for line in (DATA / "held.jsonl").read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in (DATA / "checks.jsonl").read_text("utf-8").splitlines()]
    held += [row for place, row in enumerate(rows) if is_held_back(place)]
    held += by_brand(held=True)
    learnt = {" ".join(example.sentences) for example in drafts()}
    assert not learnt & {row["draft"] for row in held}
