"""The judge: what it looks at in a sentence, and what it makes of words no list has."""

import json

import numpy as np
import pytest

from models.checks.clauses import clauses
from models.checks.examples import (
    DATA,
    HELD_BRANDS,
    by_brand,
    drafts,
    in_sentences,
    is_held_back,
)
from models.checks.features import WIDTH, Around, features_of
from models.checks.judge import LABELS, Linear, judged, shipped
from models.checks.network import Network
from models.checks.train_network import Net, arrays_of, said_by, train

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
    number, weight = max(features_of("Hello.", NOWHERE).items())
    arrays = {
        "whole.places": np.array([number], np.int32),
        "whole.table": np.full((1, len(LABELS)), 100, np.int8),
        "whole.scale": np.full(len(LABELS), 0.01),
    }
    scores = Linear(arrays, "whole").scores(features_of("Hello.", NOWHERE))
    assert scores == pytest.approx(np.full(len(LABELS), weight))


def test_a_clause_is_as_faulty_alone_as_behind_a_true_one():
    around = Around("when is the lift back", ("The engineer comes on Wednesday.",))
    sentence = "The engineer comes on Wednesday, and the couriers lost the part again."
    clause = judged("The engineer comes on Wednesday.", around)["blame"]
    assert judged(sentence, around)["blame"] > clause


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("It opens at nine.", ("It opens at nine.",)),
        (
            "It opens at nine, because the baker likes to sleep.",
            ("It opens at nine,", "because the baker likes to sleep."),
        ),
        ("Yes, and no.", ("Yes, and no.",)),
        ("", ()),
    ],
)
def test_a_sentence_is_cut_where_a_clause_begins_and_short_ones_stay(sentence, parts):
    assert clauses(sentence) == parts


def test_a_word_is_read_with_where_it_stands():
    around = Around("the jar broke", ("Jars are made of glass.",))
    marks = shipped().vectors.read("The glass jar, gone", around).marks
    new, in_comment, in_ours = marks[:, 6], marks[:, 3], marks[:, 4]
    assert list(new) == [0, 0, 0, 0, 1]
    assert list(in_comment) == [0, 0, 1, 0, 0]
    assert list(in_ours) == [0, 1, 1, 0, 0]


def test_the_network_says_in_numpy_what_it_said_in_torch():
    table = shipped().vectors.table
    readings = [shipped().vectors.read(text, NOWHERE) for text in ("No!", "The jar was glued.")]
    net = Net(table, len(readings[0].shape), len(LABELS)).eval()
    network = Network(arrays_of(net, "0") | arrays_of(net, "1"), table)
    wanted = said_by(net, readings, len(table))
    for reading, scores in zip(readings, wanted, strict=True):
        assert network.scores(reading) == pytest.approx(scores, abs=0.02)


def test_a_net_learns_what_it_is_shown():
    table = shipped().vectors.table
    texts = ["You broke it yourself.", "The jar is blue."] * 40
    readings = [shipped().vectors.read(text, NOWHERE) for text in texts]
    wanted = np.zeros((80, 1))
    wanted[::2] = 1
    net = train(
        readings, wanted, np.ones((80, 1)), {}, np.arange(80), table=table, epochs=30, seed=0
    )
    faulty, clean = said_by(net, readings[:2], len(table))[:, 0]
    assert faulty > clean


def test_emoji_stay_with_the_sentence_they_follow():
    parts = in_sentences("Oh no! 😂 We're sorry. Ring us?")
    assert [words for _, words in parts] == ["Oh no! 😂", "We're sorry.", "Ring us?"]


def test_every_quote_stands_in_its_draft():
    for path in DATA.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert all(label["quote"] in row["draft"] for label in row["labels"]), row["id"]


@pytest.mark.parametrize("name", HELD_BRANDS)
def test_brands_stand_on_one_side_and_no_draft_has_another_s_id(name):
    seen, held = list(by_brand(False, name)), list(by_brand(True, name))
    names = [{row["brand"]["name"] for row in rows} for rows in (seen, held)]
    assert all(names) and not names[0] & names[1]
    assert len({row["id"] for row in seen + held}) == len(seen) + len(held)


def test_what_was_added_for_training_has_brands_and_ids_of_its_own():
    lines = (DATA / "more.jsonl").read_text("utf-8").splitlines()
    more = [json.loads(line) for line in lines]
    others = {
        row["brand"]["name"]
        for name in HELD_BRANDS
        for held in (True, False)
        for row in by_brand(held, name)
    }
    assert not others & {row["brand"]["name"] for row in more}
    assert len({row["id"] for row in more}) == len({row["draft"] for row in more}) == len(more)


def test_what_is_held_back_is_never_learnt_from():
    held = [json.loads(line) for line in (DATA / "held.jsonl").read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in (DATA / "checks.jsonl").read_text("utf-8").splitlines()]
    held += [row for place, row in enumerate(rows) if is_held_back(place)]
    held += [row for name in HELD_BRANDS for row in by_brand(True, name)]
    learnt = {" ".join(example.sentences) for example in drafts()}
    assert not learnt & {row["draft"] for row in held}
