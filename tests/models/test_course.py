"""The course: each epoch its own, with lessons in rewriting that keep what the draft says."""

from random import Random

import pytest

from models.data.course import Course
from models.data.lesson import Lesson
from models.data.neighbours import Neighbours
from models.data.rewriting import as_asked, in_another_tone, shorter
from models.data.written import exchanges
from models.prompt import messages
from models.tasks.values import values

ROWS = [row for row in exchanges("dev") if row["replies"]][:60]
SPLITS = ("train", "dev", "test")
SHARES = {"changed": 0.5, "examples": 0.5, "tone": 0.5, "shorter": 0.5}


def _lessons(make: object) -> list[Lesson]:
    found = [make(row, Random(number)) for number, row in enumerate(ROWS)]  # type: ignore[operator]
    return [lesson for lesson in found if lesson]


@pytest.mark.parametrize("make", [in_another_tone, shorter])
def test_rewriting_keeps_every_value_and_question(make: object) -> None:
    lessons = _lessons(make)
    assert len(lessons) > 5
    for lesson in lessons:
        for text in lesson.replies.values():
            assert text != lesson.brief.draft
            assert values(text) == values(lesson.brief.draft)
            assert ("?" in text) == ("?" in lesson.brief.draft)


def test_what_is_shortened_is_shorter_and_asked_for() -> None:
    for lesson in _lessons(shorter):
        assert lesson.brief.instruction
        assert max(map(len, lesson.replies.values())) < len(lesson.brief.draft)


def test_a_draft_changed_as_asked_stands_in_the_serving_prompt() -> None:
    lesson = next(as_asked("train"))
    (tone,) = lesson.replies
    prompt = messages(lesson.brief, tone)[1]["content"]
    assert f"Draft: {lesson.brief.draft}\nChange: {lesson.brief.instruction}" in prompt


def test_no_change_that_is_asked_for_stands_on_two_sides() -> None:
    sides = [{(one.brief.comment, one.brief.draft) for one in as_asked(split)} for split in SPLITS]
    assert all(sides)
    assert not sides[0] & sides[1] | sides[0] & sides[2] | sides[1] & sides[2]


def test_an_epoch_is_the_same_each_time_and_unlike_the_next() -> None:
    course = Course(ROWS, SHARES, seed=1)
    assert course.epoch(0) == course.epoch(0)
    assert course.epoch(0) != course.epoch(1)


def test_an_epoch_teaches_each_exchange_and_rewriting_beside_it() -> None:
    lessons = Course(ROWS, SHARES, seed=1).epoch(0)
    replying = [lesson for lesson in lessons if not lesson.brief.draft]
    asked = [lesson for lesson in lessons if lesson.brief.instruction]
    assert len(replying) == len(ROWS)
    assert len(lessons) > len(replying) + len(asked)


def test_examples_are_the_nearest_exchanges_and_never_the_same_comment() -> None:
    lessons = Course(ROWS, SHARES, seed=1).epoch(0)
    told = [lesson for lesson in lessons if lesson.brief.examples]
    assert len(ROWS) / 4 < len(told) < len(ROWS)
    known = {row["comment"]: list(row["replies"].values()) for row in ROWS}
    for lesson in told:
        for comment, reply in lesson.brief.examples:
            assert comment.lower() != lesson.brief.comment.lower()
            assert reply in known[comment]


def test_neighbours_share_rare_words_and_are_never_the_comment_itself() -> None:
    comments = [
        "my kettle leaks from the lid",
        "splendid song",
        "the lid of the kettle leaks too",
        "My kettle leaks from the lid!",
        "where is the station",
        *(f"ticket {number} came late" for number in range(20)),
    ]
    neighbours = Neighbours(comments)
    assert neighbours.nearest(0, 1) == [2]
    assert 0 not in neighbours.nearest(3, 5)
    assert neighbours.nearest(1, 2) == []
