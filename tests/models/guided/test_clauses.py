"""Clauses of a comment whose subject is left out."""

import pytest

from models.guided.faults import problems


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("Cancelled in March. Charged in April.", "you were charged in April"),
        ("Billed twice for one box", "you were billed twice for one box"),
        ("charged £47 for nothing", "you were charged £47 for nothing"),
    ],
)
def test_what_was_done_to_them_is_not_their_doing(comment: str, said: str) -> None:
    assert [problem.text for problem in problems(comment)] == [said]
