"""The pairs of jotted and said text keep to their format."""

import re
from collections import Counter
from itertools import chain

import pytest

from models.data.held import is_held
from models.data.telegraphic import Pair, all_told

FIGURES = re.compile(r"\d+")
FEWEST_SAME = 0.97  # of the pairs, with the same figures on both sides


@pytest.fixture(scope="module")
def every() -> list[Pair]:
    return list(chain(all_told(held=True), all_told(held=False)))


def test_each_has_an_id_and_both_sides(every: list[Pair]) -> None:
    assert len({pair.id for pair in every}) == len(every)
    assert [pair.id for pair in every if not (pair.short.strip() and pair.full.strip())] == []


def test_kinds_are_known(every: list[Pair]) -> None:
    assert {pair.kind for pair in every} == {"fact", "note", "say", "offer", "ask", "own", "wish"}


def test_a_fifth_is_held() -> None:
    held = [pair for pair in all_told(held=True) if not pair.id.startswith("note-")]
    assert all(is_held(pair.id) for pair in held)
    assert 0.18 < len(held) / (len(held) + sum(1 for _ in all_told(held=False))) < 0.22


def test_figures_are_kept(every: list[Pair]) -> None:
    same = sum({*FIGURES.findall(p.short)} == {*FIGURES.findall(p.full)} for p in every)
    assert same > FEWEST_SAME * len(every)


def test_what_is_said_begins_in_many_ways(every: list[Pair]) -> None:
    opening = Counter(tuple(pair.full.split()[:3]) for pair in every)
    assert opening.most_common(1)[0][1] < 0.01 * len(every)
