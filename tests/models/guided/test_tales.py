"""What long comments tell, and how they are met."""

import pytest

from models.guided.heard import credited
from models.guided.tales import OTHER, SOLEMN, pictured, tale_of
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "case"),
    [
        (
            "My lad is 6 and hates haircuts. The whole shop went quiet for us and he sat there "
            "without a single tear, we are still talking about it",
            "child",
        ),
        (
            "I was short by three pounds at the till and she put it on her own card before I "
            "could put the bread back, and then she just smiled",
            "own",
        ),
        (
            "We said goodbye to our old cat Mabel on Friday. The vet sat on the floor with us and "
            "let us have as long as we needed, so thank you",
            "farewell",
        ),
        (
            "He sat in that chair every morning for ten years and then he died and I still bring "
            "his cup to the table, that is all I wanted to say",
            SOLEMN,
        ),
        (
            "So the parrot said it before my mother in law did, and the whole table was quiet, "
            "and then somebody passed the peas as if nothing was the matter",
            OTHER,
        ),
    ],
)
def test_a_long_comment_is_known_by_what_it_tells(comment: str, case: str) -> None:
    tale = tale_of(comment, sore=False)
    assert tale and tale.case == case


def test_a_short_comment_is_no_tale() -> None:
    assert tale_of("my daughter is shy and she loved it", sore=False) is None


def test_what_trouble_did_to_them_is_told_apart() -> None:
    comment = (
        "Two weeks without a word, I have explained it again to five different people and each "
        "one reads me the same script, and the heating is still off"
    )
    tale = tale_of(comment, sore=True)
    assert tale and tale.case == "script"
    assert tale_of("They charged me for a bag that I never had with me, " * 3, sore=True) is None


@pytest.mark.parametrize("tone", ["plain", "warm", "professional", "playful"])
def test_a_long_story_is_met_without_a_clause_of_it(tone: str) -> None:
    comment = (
        "Came in with my mum, who gets muddled in shops. The lad on plants, I think his name was "
        "Kieran, spent twenty minutes talking to her about tomatoes. I cried in the car park."
    )
    (draft,) = write_guided(
        Brief(comment=comment), intent="thanks", feeling="grateful", tones=[tone], count=1
    )
    assert "Kieran" in draft.text
    assert "car park" not in draft.text


def test_a_thing_that_one_sees_is_named() -> None:
    comment = (
        "Took my lot to the show. The little one fell asleep holding the puppet and would not "
        "give the puppet back until the man came out and said goodnight to it"
    )
    assert pictured(comment, "") == ["the puppet"]
    assert pictured("There's no recipe, only a story. " * 5, "") == []


@pytest.mark.parametrize(
    ("comment", "who"),
    [
        (
            "Starter took an hour. The waitress was a sweetheart and run off her feet",
            "the waitress",
        ),
        ("No boiler for a week. The engineer never rang", ""),
        ("so kind of the lady to roll her eyes when i asked for a lid", ""),
    ],
)
def test_who_is_praised_beside_the_trouble_is_heard(comment: str, who: str) -> None:
    assert credited(comment) == ([who] if who else [])
