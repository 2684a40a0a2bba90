"""What questions ask about and what facts tell of."""

import pytest

from models.guided.aspects.cues import FOLDER, asked_of, kinds, rareness, tokens_of, told_of


def test_numbers_sums_and_times_are_told_apart() -> None:
    assert tokens_of("From 18:40, £7.20 for 3") == ["from", "#time", "#money", "for", "#"]
    assert tokens_of("since 1998") == ["since", "#year"]


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("do cats travel free", "cats"),
        ("wheres motorbike parking", "parking"),
        ("is there veg moussaka", "vegetarian"),
        ("do you take paypal", "payment"),
        ("upstairs with a double pram?", "buggy"),
        ("when is it back, I need it for my dad", "restock"),
        ("im 52, too old?", "age"),
        ("how do i get out of my plan", "how"),
    ],
)
def test_a_question_asks_about_something(question: str, aspect: str) -> None:
    assert aspect in asked_of(question)


@pytest.mark.parametrize(
    ("fact", "aspect"),
    [
        ("Adult return £7.20.", "price"),
        ("Next batch ships 20 November.", "restock"),
        ("The lift door is 75 cm wide.", "stepfree"),
        ("Under 5s travel free.", "age"),
        ("Returns within 30 days, unworn.", "returns"),
    ],
)
def test_a_fact_tells_of_something(fact: str, aspect: str) -> None:
    assert aspect in told_of(fact)


def test_what_only_asks_tells_nothing() -> None:
    assert "price" in asked_of("how much is it") and "price" not in told_of("how much is it")


def test_every_aspect_can_be_told_and_rare_ones_weigh_more() -> None:
    assert {"price", "why", "place"} <= kinds()
    assert rareness("price") < rareness("parking") <= rareness("nothing of the kind") == 1.0
    assert len(list(FOLDER.glob("*.toml"))) > 1
