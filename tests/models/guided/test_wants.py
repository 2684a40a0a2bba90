"""What sort of thing a question wants, and whether a fact has it."""

import pytest

from models.guided.facts import choose_facts
from models.guided.wants import is_bare, lacks, tells


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("Price?", "Rata 500 g $19.50, 1 kg $34."),
        ("take my money, how much is it?", "It costs £49."),
        ("what does it cost please", "Tickets are £12, children £6."),
        ("where are you", "The shop is at 12 Mill Lane, Leeds."),
        ("what time do you close", "Open 9 to 5."),
        ("what time does it finish", "It starts at 7 pm and ends at 9."),
        ("who is the woman in the video", "The presenter is Amina Yusuf."),
        ("whats the song called", "The music is 'Paper Boats' by Lune."),
    ],
)
def test_a_question_that_names_nothing_is_answered_by_what_it_wants(
    comment: str, fact: str
) -> None:
    (chosen,) = choose_facts(comment, [fact], intent="question")
    assert not chosen.is_near


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("when does the sale end", "The sale starts on Friday 3 May."),
        ("when does registration open?", "Registration closes on 4 April."),
        ("what time do you close on saturday", "Saturday we open at 10."),
        ("how much is delivery", "Delivery takes 3 days."),
        ("how long does delivery take", "Delivery costs £4."),
        ("where do i collect", "Collection is from 9 to 5."),
        ("when can i collect", "Collection is at the back door."),
        ("who runs the course", "The course is £80."),
    ],
)
def test_a_fact_about_the_same_thing_is_not_its_answer(comment: str, fact: str) -> None:
    assert lacks(comment, fact)
    assert choose_facts(comment, [fact], intent="question") == []


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("when do you close?", "Open 9 to 5, Sundays 11 to 4."),
        ("where do I collect and how much is it?", "Collection costs £3."),
        ("how much is the tour", "The tour is free."),
        ("how long does it last", "A lifetime, if you oil it."),
    ],
)
def test_what_may_answer_is_not_ruled_out(comment: str, fact: str) -> None:
    assert not lacks(comment, fact)


def test_a_question_that_names_a_thing_is_not_bare() -> None:
    assert is_bare("hi how much?") and not is_bare("how much is the blue one")


def test_a_price_is_not_that_of_the_post_or_of_a_lost_ticket() -> None:
    assert tells("Price?", "Rata 500 g $19.50, 1 kg $34.")
    assert not tells("Price?", "Post $8 North Island, $6 South.")
    assert not tells("how much is it?", "A lost ticket costs £20.")
