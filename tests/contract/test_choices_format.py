"""The choices keep to their format: whoever learns from them or measures by them may rely on it."""

import json
import re
from itertools import chain
from typing import get_args

import pytest

from models.data.choices import FOLDER, Choice, choices
from models.data.written import exchanges
from server.schemas.base import Platform

FIELDS = ["id", "brand", "trade", "platform", "post", "comment", "facts", "answers"]


@pytest.fixture(scope="module")
def all_choices() -> list[Choice]:
    return sorted(chain(choices(held=True), choices(held=False)), key=lambda choice: choice.id)


def test_a_line_has_the_fields_in_their_order() -> None:
    lines = [
        line
        for path in FOLDER.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert [line[:40] for line in lines if [*json.loads(line)] != FIELDS] == []


def test_an_id_is_a_number_and_stands_once(all_choices: list[Choice]) -> None:
    ids = [choice.id for choice in all_choices]
    assert [given for given in ids if not re.fullmatch(r"(?:ch|jot-[a-z])-\d{4}", given)] == []
    assert len(set(ids)) == len(ids)


def test_facts_are_one_to_five_and_answers_are_places_among_them(
    all_choices: list[Choice],
) -> None:
    wrong = [
        choice.id
        for choice in all_choices
        if not 1 <= len(set(choice.facts)) == len(choice.facts) <= 5
        or not set(choice.answers) <= set(range(len(choice.facts)))
        or len(set(choice.answers)) < len(choice.answers)
    ]
    assert wrong == []


def test_texts_are_there_and_platforms_known(all_choices: list[Choice]) -> None:
    wrong = [
        choice.id
        for choice in all_choices
        if not all((choice.brand, choice.trade, choice.comment.strip(), *choice.facts))
        or choice.platform not in get_args(Platform)
    ]
    assert wrong == []


def test_in_about_a_third_none_answers(all_choices: list[Choice]) -> None:
    none = sum(not choice.answers for choice in all_choices)
    assert 0.28 < none / len(all_choices) < 0.42


def test_no_brand_stands_in_the_exchanges(all_choices: list[Choice]) -> None:
    known = {row["brand"]["name"] for row in exchanges()}
    assert not known & {choice.brand for choice in all_choices}
