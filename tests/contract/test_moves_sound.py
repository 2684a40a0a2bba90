"""No sentence of the bank is worn or half apologises, whatever fills it."""

import re

from models.guided.bank import Move, bank
from server.checks import boilerplate, non_apology
from server.checks.case import Case

SLOT = re.compile(r"\{\w+\}")


def _filled(move: Move) -> str:
    return SLOT.sub("the lamp", re.sub(r",?\s*\{name\}", "", move.text))


def test_no_sentence_of_the_bank_is_worn() -> None:
    worn = [
        (move.id, finding.message)
        for move in bank()
        for finding in boilerplate.check(Case(text=_filled(move), comment="the lamp is here"))
        if finding.message.startswith("“")  # a phrase of the list, and no guess
    ]
    assert worn == []


def test_no_sentence_of_the_bank_half_apologises() -> None:
    cases = [(move.id, Case(text=_filled(move), comment="")) for move in bank()]
    half = [name for name, case in cases for _ in non_apology.check(case)]
    assert half == []
