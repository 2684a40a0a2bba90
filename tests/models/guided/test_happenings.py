"""What happened to who praises us or tells a story, said back in their own clauses."""

import pytest

from models.guided.bought import bought
from models.guided.happenings import good_turns, happenings
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "clause"),
    [
        ("You paid for my school shoes in 1991", "we paid for your school shoes in 1991"),
        ("Terrified. Ana held my hand for the filling", "Ana held your hand for the filling"),
    ],
)
def test_what_we_did_for_them_is_heard(comment: str, clause: str) -> None:
    assert good_turns(comment)[0] == clause


@pytest.mark.parametrize(
    ("comment", "clause"),
    [
        ("We slept eleven on one mattress!", "you slept eleven on one mattress"),
        (
            "Fixed my dad's old jacket. He wore it for nine years",
            "your dad wore it for nine years",
        ),
        ("My gran marched me in by the sleeve", "your gran marched you in by the sleeve"),
    ],
)
def test_what_they_did_is_heard(comment: str, clause: str) -> None:
    assert happenings(comment)[0] == clause


def test_he_is_nobody_named_before_where_others_are_spoken_of() -> None:
    told = "I gave a stranger a lift. He was 22. My husband fed him soup. He sends a card each year"
    assert not any("husband sends" in clause for clause in happenings(told))
    assert not any("girls" in clause for clause in happenings("My girls came. She shut the door"))


@pytest.mark.parametrize(
    "comment",
    [
        "My son is 9",
        "My mother in law said he could never do it",
        "If you change the vent, you will hear from me",
        "My husband died here and he loved it",
        "You charged me twice",
        "my wife works from home",
        "You rejected my CV twice in 1998",
    ],
)
def test_states_doubts_and_troubles_are_not(comment: str) -> None:
    assert happenings(comment) + good_turns(comment) == []


@pytest.mark.parametrize(
    ("comment", "thing"),
    [
        ("Bought the seeded sourdough saturday, like a brick by sunday", "the seeded sourdough"),
        ("ordered 3 lavenders two weeks ago all dead", "the lavenders"),
    ],
)
def test_what_they_bought_is_heard(comment: str, thing: str) -> None:
    assert bought(comment) == [thing]


def test_no_thing_is_heard_in_what_was_not_bought() -> None:
    assert bought("got no answer, had a bad week, paid the bill") == []


def test_praise_names_what_one_of_ours_did() -> None:
    comment = "since switching to the salmon one our old girl has her shiny coat back"
    (draft,) = write_guided(
        Brief(comment=comment, action="ask"),
        intent="concern",
        feeling="happy",
        tones=["plain"],
        count=1,
    )
    assert "your old girl has her shiny coat back" in draft.text
    assert "?" not in draft.text.removesuffix("?")
