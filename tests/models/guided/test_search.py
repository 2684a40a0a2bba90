"""Which of many facts come nearest to a comment."""

import pytest

from models.guided.fit_search import asked_for, found_share
from models.guided.search import FactIndex, index_of

FACTS = (
    "Dogs are welcome in the garden and in rooms 2 and 5.",
    "We open at 9, on Sundays at 11.",
    "Electric cars: one socket at 7 kW, 45p a kWh.",
    "Cancelling: full refund up to 24 hours before.",
    "New patients: the private list is open.",
    "Where to buy: farm shops all over Kent have it.",
)


@pytest.mark.parametrize(
    ("comment", "at"),
    [
        ("can i bring my labrador", 0),
        ("are you there on a sunday morning?", 1),
        ("does the charger work w a tesla", 2),
        ("do we lose the money if we can't come", 3),
        ("never had a dentist, can I register?", 4),
        ("is it in tesco", 5),
    ],
)
def test_a_fact_is_found_by_what_it_tells_not_by_its_words_alone(comment: str, at: int) -> None:
    assert FactIndex(FACTS).best(comment, "", 1) == [at]


def test_a_post_leads_to_its_facts_as_well() -> None:
    assert FactIndex(FACTS).best("how much?", "Our electric car club starts in May.", 1) == [2]


def test_no_more_are_found_than_are_wanted_and_each_once() -> None:
    found = FactIndex(FACTS).best("do you take dogs on sundays, and can I charge my car?", "", 3)
    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize("odd", ["", "🎉", "12 3", "x" * 5000, "ño sé"])
def test_anything_may_be_searched_for_and_in(odd: str) -> None:
    assert FactIndex(("", "🎉", "12", *FACTS)).signs(odd, odd).shape[0] == len(FACTS) + 3


def test_an_index_is_made_once() -> None:
    assert index_of(FACTS) is index_of(tuple(FACTS))


def test_most_needed_facts_are_found_among_those_of_their_brand() -> None:
    assert found_share(asked_for("held"), strangers=0) > 0.85
