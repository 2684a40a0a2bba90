"""How a fact meets what a comment asks."""

import pytest

from models.guided.matching import meeting, questions
from models.guided.nearness import nearness, words_of


def test_only_what_asks_is_a_question() -> None:
    comment = "Lovely place. I came with my nan. Is there a lift?"
    assert questions(comment) == ["Is there a lift?"]
    assert questions("gloves") == ["gloves"]


def test_other_forms_of_a_word_are_the_same_and_kin_is_near() -> None:
    assert nearness(("park",), ("parking",))[1] == 1.0
    kin = nearness(("train",), ("bus", "cake"))
    assert 0 < kin[0] < 0.95 and kin[1] == 0.0
    assert nearness((), ("bus",)) == (0.0, 0.0, 0.0)


def test_words_without_meaning_are_left_out() -> None:
    assert words_of("Is the tent for two of us?") == ("tent", "two")


def test_what_a_fact_leaves_open_of_a_question_is_seen() -> None:
    comment = "is there nuts in the brownie"
    told, beside = meeting(comment, "", ["Brownies have walnuts in them.", "Brownies are £3.20."])
    assert told["each_unmet"] < beside["each_unmet"]
    assert told["untold_best"] < beside["untold_best"]


@pytest.mark.parametrize(
    ("comment", "answers", "beside"),
    [
        ("where can I park", "Parking behind the shop is free.", "The shop sells bread."),
        ("how heavy is it", "It weighs 2 kg.", "It comes in green."),
        ("can I bring my puppy", "Dogs are welcome on a lead.", "Children eat free."),
    ],
)
def test_the_fact_of_the_same_aspect_meets_the_question(
    comment: str, answers: str, beside: str
) -> None:
    met, unmet = meeting(comment, "", [answers, beside])
    assert met["topics_best"] + met["kind_hit"] > unmet["topics_best"] + unmet["kind_hit"]


def test_another_name_than_the_one_asked_about_is_seen() -> None:
    (row,) = meeting("does the Bristol shop have a ramp", "", ["The Leeds shop has a ramp."])
    assert row["names_other"] == 1.0 and row["names_shared"] == 0.0


def test_a_second_fact_says_what_it_adds() -> None:
    facts = ["A child's ticket costs £4.", "Dogs travel free.", "The ticket office is green."]
    rows = meeting("How much is a child's ticket, and can I bring my dog?", "", facts)
    assert "not_best" not in rows[0]
    assert rows[1]["adds_aspects"] > rows[2]["adds_aspects"]
