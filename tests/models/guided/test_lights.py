"""What is said lightly, over and over: what it is heard as, and replies that fit in every tone."""

import pytest

from models.guided.bank import bank
from models.guided.lights import Light, _rows, light_of
from models.guided.write import write_guided
from models.prompt import Brief

TONES = ("plain", "warm", "playful", "professional", "apologetic")


@pytest.mark.parametrize(
    ("comment", "post", "heard"),
    [
        ("I'd sell my kidney for one of those", "", Light("kidney", "your kidney")),
        ("my bank account hates you", "", Light("wallet", "your bank account")),
        ("my wife is going to leave me. worth it", "", Light("divorce", "your wife")),
        ("the algorithm brought me here at 3am", "", Light("algorithm")),
        ("greetings from Dakar 👋", "", Light("greeting", "Dakar")),
        ("love from taipei", "", Light("greeting", "Taipei")),
        ("love from me", "", None),
        ("please come to brazil", "", Light("recommended", "Brazil")),
        ("listening since episode 1", "", Light("longtime", "listening since episode 1")),
        ("thank you so much!!", "", Light("cheers")),
        ("🔥🔥🔥", "", Light("hearts")),
        ("💀😂😂", "", Light("grins")),
        ("potato", "Guess the prop.", Light("vote", "potato")),
        ("potato", "New opening hours.", None),
        ("my cat is in charge of it now", "", Light("petted", "cat")),
        ("my cat is sick since your food", "", None),
        ("I'd sell my kidney for a refund from you lot", "", None),
        ("so relaxing, it never arrived", "", None),
        ("does my dog like it?", "", None),
    ],
)
def test_a_light_comment_is_known_by_what_is_said_over_and_over(
    comment: str, post: str, heard: Light | None
) -> None:
    found = light_of(comment, post)
    assert (found and (found.case, found.caught)) == (heard and (heard.case, heard.caught))


def test_only_what_is_sure_is_heard_where_triage_takes_it_for_trouble() -> None:
    assert light_of("my cat knows also", lightly=False) is None
    found = light_of("goodbye social life", lightly=False)
    assert found and found.case == "goodbye"


def test_every_kind_has_replies_in_every_tone_whether_or_not_words_were_caught() -> None:
    for row in _rows():
        optional = row.signs is not None and "|" in row.signs.pattern
        for tone in TONES:
            suited = [m for m in bank() if m.case == row.case and tone in m.tones]
            bare = [m for m in suited if "caught" not in m.slots]
            always = row.case in ALWAYS_CAUGHT or not optional
            assert suited if always else bare, (row.case, tone)


ALWAYS_CAUGHT = frozenset(
    """kidney wallet goodbye divorce raise age greeting recommended lighter longtime rated named
    hadme detail vote mademyday loved petted goosebumps smells mislaid""".split()
)


def drafted(comment: str, tone: str = "plain", intent: str = "joke", action: str = "reply") -> str:
    """Give the draft for a comment that triage takes for a joke."""
    brief = Brief(comment=comment, author="Jo Palmer", action=action)
    (draft,) = write_guided(brief, intent=intent, feeling="amused", tones=[tone], count=1)
    return draft.text


def test_the_reply_plays_with_their_own_words() -> None:
    for tone in TONES:
        assert "kidney" in drafted("I would sell my kidney for one of those", tone)


def test_what_triage_takes_for_a_complaint_is_met_lightly_where_that_is_sure() -> None:
    said = drafted("goodbye social life", intent="complaint", action="ask")
    assert "?" not in said
    assert "sorry" not in said.lower()


def test_a_fact_is_told_before_any_joke() -> None:
    brief = Brief(comment="take my money, how much is the lamp?", facts=("The lamp costs £49.",))
    (draft,) = write_guided(brief, intent="purchase_intent", feeling="happy", tones=["plain"])[:1]
    assert "£49" in draft.text


def test_where_little_is_sure_a_cheerful_comment_is_enjoyed_and_not_passed_on() -> None:
    brief = Brief(comment="currently reading the cereal box", author="Jo Palmer")
    kinds = {"trouble": 0.43, "friendly": 0.41}
    for feeling, passed_on in (("amused", False), ("frustrated", True)):
        (draft,) = write_guided(
            brief, intent="complaint", feeling=feeling, kinds=kinds, tones=["plain"], count=1
        )
        assert ("pass" in draft.text) == passed_on, draft.text


def test_a_sad_reading_of_a_light_comment_leaves_no_tone_without_a_draft() -> None:
    brief = Brief(comment="wish you were here? wish I was there")
    for tone in TONES:
        assert write_guided(brief, intent="disappointment", feeling="sad", tones=[tone])


def test_an_answer_to_what_the_post_asks_is_noted_unless_it_tells_of_trouble() -> None:
    asked = "Flavour ideas?"
    assert light_of("burnt toast", asked, lightly=False) is None
    found = light_of("rhubarb", asked, lightly=False)
    assert found and found.case == "vote"
    assert light_of("lovely", "How was your visit?", lightly=False) != found


def test_under_a_post_about_a_death_nobody_is_told_it_was_good_to_read() -> None:
    post = "Sad news: old Humphrey died last night."
    found = light_of("Oh no not Humphrey 😢 we visited him every summer", post, lightly=False)
    assert found and found.case == "mourning"
