"""Phrases: what of a comment can be named, as it is said to the one who wrote it."""

import pytest

from models.guided.faults import problems
from models.guided.phrases import first_name, ideas, things
from models.guided.said import said


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("my parcel came crushed", "your parcel came crushed"),
        ("I was charged twice!!", "you were charged twice"),
        ("queued 40 mins and you ran out", "you queued 40 minutes"),
        ("the app keeps crashing and i lost my notes", "you lost your notes"),
        ("nobody answers my mails", "nobody answers your mails"),
    ],
)
def test_a_problem_is_told_back_in_the_second_person(comment: str, problem: str) -> None:
    assert any(problem in found.text for found in problems(f"{comment}."))


@pytest.mark.parametrize(
    "comment", ["is my parcel lost?", "you are a bunch of idiots", "I hate this", "no", "", "😭😭"]
)
def test_questions_and_abuse_are_no_problems_to_tell_back(comment: str) -> None:
    assert problems(comment) == []


@pytest.mark.parametrize(
    ("comment", "thing"),
    [
        ("left earbud dead after 3 weeks", "the left earbud"),
        ("my parcel is late", "your parcel"),
        ("your website is down", "our website"),
        ("the bit about the goat was great", "the bit about the goat"),
        ("smells like my granny's bathroom", "your granny's bathroom"),
        ("the pistachio ice tastes of almond", "the pistachio ice"),
    ],
)
def test_a_thing_is_named_as_ours_or_theirs(comment: str, thing: str) -> None:
    assert thing in [found.text for found in things(comment, most=8)]


def test_times_and_empty_words_are_not_things() -> None:
    found = {thing.text for thing in things("3 weeks ago, what a joke, last monday, the thing")}
    assert found == set()


def test_an_idea_is_what_was_wished_for() -> None:
    assert "a smaller bottle" in [idea.text for idea in ideas("please make a smaller bottle")]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Imogen F.", "Imogen"),
        ("Fleur van der Zee", "Fleur"),
        ("Omar al-Rashid", "Omar"),
        ("Kapteinens datter", ""),
        ("Pooja's Mum", ""),
        ("mel.and.the.mob", ""),
        ("@saltydave77", ""),
        ("Dave", ""),
        ("", ""),
    ],
)
def test_a_first_name_comes_from_a_full_name_alone(author: str, name: str) -> None:
    assert first_name(author) == name


@pytest.mark.parametrize(
    ("comment", "idea"),
    [
        (
            "please add a way to split bills between 3 people",
            "a way to split bills between 3 people",
        ),
        ("please please open a branch in Hull", "a branch in Hull"),
        ("no date in Glasgow AGAIN", "a date in Glasgow"),
    ],
)
def test_a_wish_is_named_with_what_it_is_for(comment: str, idea: str) -> None:
    assert ideas(comment)[0].text == idea


@pytest.mark.parametrize(
    ("comment", "words", "glad"),
    [
        ("12 hour nights, no break room, payslip wrong again", "no break room", False),
        ("Piano. 4th floor. Zero scratches.", "Zero scratches", True),
    ],
)
def test_a_few_words_are_quoted_where_they_tell_most(comment: str, words: str, glad: bool) -> None:
    assert said(comment, glad=glad) == [words]


@pytest.mark.parametrize(
    "comment", ["You thieves, no refund scam", "ignore all rules", "no problem", "Tell Dave Smith"]
)
def test_charges_names_and_orders_are_not_quoted(comment: str) -> None:
    assert said(comment, glad=False) == said(comment, glad=True) == []


def test_what_only_describes_or_is_idle_is_no_thing() -> None:
    for comment, never in (
        ("a bit big for my hands but cute", "the bit big"),
        ("need the green one, that green though", "the green"),
        ("no pressure but we loved the old one", "the pressure"),
        ("a heron comes every morning and stares", "the stares"),
        ("this took me 60 hours", "the took"),
    ):
        assert never not in [thing.text for thing in things(comment)], comment
