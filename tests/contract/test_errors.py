"""Errors: one shape for all, with a name that stays."""

import re

import pytest

from server import errors
from server.errors import CandorError
from server.schemas import FieldError, Problem

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, CandorError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_a_problem(kind: type[CandorError]) -> None:
    fault = FieldError(pointer="/tone", detail="is not there")
    problem = kind("What is wrong; what to do.", errors=(fault,)).problem("/v1/suggestions")
    assert Problem.model_validate_json(problem.model_dump_json()) == problem
    assert re.fullmatch(r"/problems/[a-z]+(-[a-z]+)*", problem.type)
    assert 400 <= problem.status < 600
    assert problem.detail == "What is wrong; what to do."


def test_every_error_has_a_name_of_its_own() -> None:
    assert len({kind.slug for kind in KINDS}) == len(KINDS)
