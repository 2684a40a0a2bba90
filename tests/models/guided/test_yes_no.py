"""Answers that a fact surely gives to a yes-or-no question."""

import pytest

from models.guided.write import write_guided
from models.guided.yes_no import yes_or_no
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "fact", "answer"),
    [
        ("do you deliver to Leeds?", "We deliver to Leeds and York for £4.", "Yes"),
        ("can i bring my dog please", "Dogs are welcome on a lead, not in the hall.", "Yes"),
        ("is the soup vegan?", "The soup is vegan; the bread contains milk.", "Yes"),
        ("do you do oat", "Oat drink £2.10 a litre, Tuesdays and Fridays.", "Yes"),
        ("do you ship to Norway", "We ship to the UK and Ireland only.", "No"),
        ("do u sponsor visas", "We don't sponsor visas at present.", "No"),
    ],
)
def test_what_a_fact_surely_says(comment: str, fact: str, answer: str) -> None:
    assert yes_or_no(comment, fact) == answer


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("do you deliver to Leeds or York?", "We deliver to Leeds."),
        ("can it do ice", "The Duo blender crushes ice, £59."),
        ("do I need a degree", "A degree is useful."),
        ("is parking free", "Parking is £3."),
        ("do you still sell the blue one", "The blue one is sold out."),
        ("how much is parking", "Parking is £3."),
        ("is the pool open", "The pool is closed until May."),
        ("do you take dogs", "No dogs in the school."),
    ],
)
def test_what_would_be_a_guess(comment: str, fact: str) -> None:
    assert yes_or_no(comment, fact) == ""


def test_the_answer_stands_before_the_fact() -> None:
    brief = Brief(comment="is the soup vegan?", facts=("The soup is vegan.",))
    (draft,) = write_guided(brief, intent="question", feeling="", tones=["plain"], count=1)
    assert draft.text == "Yes, the soup is vegan."
