"""What a sentence is worth, and how that is fitted on preferences."""

import json
import random

import numpy as np
import pytest

from models.data.written import exchanges, split_of
from models.guided.draw_pairs import pairs
from models.guided.fit_ranking import PAIRS, fitted
from models.guided.ranking import shipped, signs, worth
from models.guided.slots import Filled
from models.guided.write import write_guided
from models.prompt import Brief

NAMED = Filled("Sorry about the table, Ada.", "listen", "x", ("the table",), ("thing",), filled=0.5)


def test_every_sign_has_a_weight() -> None:
    assert [*signs(NAMED, "plain"), "judged"] == [*shipped()]


def test_a_sentence_is_worth_the_sum_of_its_signs() -> None:
    weights = dict.fromkeys(shipped(), 0.0) | {"filled": 2.0, "a noun": -0.25, "sorry": 0.5}
    assert worth(NAMED, "plain", weights) == pytest.approx(2.0 * 0.5 - 0.25 + 0.5)


def test_a_weight_moves_which_draft_is_written() -> None:
    def first(sorry: float) -> str:
        weights = {**shipped(), "sorry": sorry}
        (draft, *_) = write_guided(
            Brief(comment="my parcel came crushed"),
            intent="complaint",
            feeling="angry",
            tones=["plain"],
            weights=weights,
        )
        return draft.text.lower()

    assert "sorry" in first(9.0)
    assert "sorry" not in first(-9.0)


def test_the_fit_learns_what_was_preferred_and_a_strong_pull_holds_it() -> None:
    better = np.random.default_rng(0).normal(size=(200, 2))
    better[:, 0] = np.abs(better[:, 0])
    free = fitted(better, np.zeros(2), np.array([1.0, 1.0]))
    assert free[0] > 1.0 > abs(free[1])
    held = fitted(better, np.zeros(2), np.array([1e9, 1.0]))
    assert held[0] == pytest.approx(0.0, abs=1e-3)


def test_two_drafts_of_a_pair_differ_and_stand_with_their_signs() -> None:
    rows = [row for row in exchanges("train") if row["replies"]][:20]
    rival = {**shipped(), "sorry": -9.0, "filled": -2.0}
    drawn = list(pairs(rows, lambda prompt, texts: None, random.Random(0), rival))
    assert drawn
    for pair in drawn:
        assert pair["a"] != pair["b"]
        assert {*pair["signs"]} == {*shipped()}
        assert {*pair["wrote"]} == {"shipped", "rival"}


def test_the_pairs_are_of_train_and_have_verdicts_and_signs() -> None:
    brands = {row["id"]: row["brand"]["name"] for row in exchanges()}
    found = [
        json.loads(line)
        for path in (PAIRS, PAIRS.with_name("against.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert {pair["better"] for pair in found} == {"a", "b", ""}
    for pair in found:
        assert split_of(brands[pair["id"]]) == "train"
        assert {*pair["signs"]} == {*shipped()}
