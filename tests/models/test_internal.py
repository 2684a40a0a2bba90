"""What is marked as for us alone is never told."""

import pytest

from models.guided.facts import choose_facts
from models.internal import is_internal
from models.prompt import Brief, messages


@pytest.mark.parametrize(
    "fact",
    [
        "Phase 1 cladding: internal, do not comment",
        "Launch 4 May (embargoed)",
        "Supplier is Harlow & Co. Confidential.",
        "Price rise in June - don't mention",
        "Internal only: the recall starts on Monday",
        "New colours in March, not public yet",
        "Answer is revealed Friday; don't confirm or deny guesses",
    ],
)
def test_a_marked_fact_is_for_us_alone(fact: str) -> None:
    assert is_internal(fact)


@pytest.mark.parametrize(
    "fact",
    [
        "We never share your data with anybody.",
        "Do not reveal your PIN to anyone.",
        "The tent has an internal frame of aluminium.",
        "Internal doors, 762 mm",
        "Do not share one inhaler between two people.",
        "Calls to the helpline are confidential and free.",
        "Secret Santa: parcels by 12 December",
    ],
)
def test_a_fact_that_speaks_of_such_things_is_none(fact: str) -> None:
    assert not is_internal(fact)


def test_neither_way_of_writing_is_shown_it() -> None:
    fact = "Cladding of phase 1: internal, do not comment"
    assert not choose_facts("What about the cladding of phase 1?", [fact], intent="question")
    brief = Brief(comment="What about the cladding of phase 1?", facts=(fact,))
    assert not any("internal" in str(said) for said in messages(brief, "plain"))
