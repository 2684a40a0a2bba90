"""Alignment: what a clause says of whom, and how much of that its sources bear."""

import pytest

from models.checks.alignment import COUNTS, NUMBERS
from models.checks.alike import likes_of
from models.checks.judge import shipped
from models.checks.kinds import NUMBERS as OF_A_COMMENT
from models.checks.kinds import kind_of
from models.checks.roots import base_of
from models.checks.shapes import shape_of


@pytest.mark.parametrize(
    ("clause", "subject", "time", "verb"),
    [
        ("we've already told the baker", "we", "have", "told"),
        ("our chef bakes it daily", "ours", "now", "bakes"),
        ("the courier was running late", "the", "was-ing", "running"),
        ("and they had been checked twice", "they", "had-been", "checked"),
        ("it doesn't fade", "it", "does", "fade"),
        ("most people like it", "all", "now", "like"),
        ("ring the desk", "order", "none", "ring"),
        ("forty minutes", "bare", "none", None),
        ("", "none", "none", None),
    ],
)
def test_a_clause_has_a_subject_a_time_and_a_verb(clause, subject, time, verb):
    shape = shape_of(clause)
    assert (shape.subject, shape.time) == (subject, time)
    assert (shape.words[shape.verb] if shape.verb >= 0 else None) == verb


@pytest.mark.parametrize(
    ("clause", "mark"),
    [
        ("that happened because of an update", "cause"),
        ("every batch is tested", "always"),
        ("nobody else has complained", "not"),
        ("it's our fault", "own"),
        ("the night shift packs them", "team"),
    ],
)
def test_a_clause_is_marked_with_how_far_it_reaches(clause, mark):
    assert mark in shape_of(clause).marks


def new(sentence: str, *ours: str) -> float:
    """Give how much of a sentence nothing bears."""
    numbers = shipped().vectors.align(sentence, "is it warm", ours, ())
    assert len(numbers) == 2 * NUMBERS
    return float(numbers[0])


def test_less_of_a_clause_is_new_the_better_a_source_bears_it():
    claim = "The heater was repaired on Monday."
    same, like = "The heater was repaired on Monday.", "Heater: mended Monday."
    assert new(claim, same) == 0
    assert new(claim, same) < new(claim, like) < new(claim, "Parking is free.") <= new(claim)


def test_the_nearest_piece_is_against_a_clause_that_says_the_opposite():
    against = 18  # the place among the counts
    assert against < COUNTS
    read = shipped().vectors.align
    closed = read("The pool is open.", "hi", ("The pool is closed.",), ())
    opened = read("The pool is open.", "hi", ("The pool is open.",), ())
    assert closed[against] > opened[against] == 0


def test_words_of_one_line_and_of_one_family_are_alike():
    assert set(likes_of(base_of("mend"))) & set(likes_of(base_of("repair")))
    assert set(likes_of(base_of("present"))) & set(likes_of(base_of("presenter")))
    assert not set(likes_of(base_of("open"))) & set(likes_of(base_of("mend")))


def test_a_complaint_is_heard_as_trouble_and_praise_as_joy():
    complaint = kind_of("the lamp broke after a week and nobody answers my mails")
    assert complaint.trouble > 0.5 > complaint.glad
    assert complaint.name == "trouble"
    assert kind_of("your bread is wonderful, thank you").name == "glad"
    assert len(complaint.numbers) == OF_A_COMMENT
