"""Short comments: what they are for, and a reply that fits in every tone."""

from dataclasses import replace

import pytest

from models.guided.bank import bank
from models.guided.shorts import kinds, short_of
from models.guided.write import write_guided
from models.prompt import Brief, Turn

TONES = ("plain", "warm", "playful", "professional", "apologetic")


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        ("Hello??", "hello"),
        ("is anyone there", "hello"),
        ("pls help me 🙏", "help"),
        ("why no answer", "unanswered"),
        ("Price?", "price"),
        ("how much is this one", "price"),
        ("where can I buy this", "link"),
        ("TAKE MY MONEY", "eager"),
        ("+1", "agree"),
        ("??", "unclear"),
        ("so overpriced!!", "costs"),
        ("£6 for a squash and a biscuit", "costs"),
        ("sold out when i got there", "missedout"),
        ("never buying from you again", "leaving"),
        ('it\'s "their" not "there"', "spotted"),
        ("love you guys ❤️", "fond"),
        ("he cooked", "cheered"),
        ("W apprentice", "cheered"),
        ("these have no business being this good", "tempted"),
        ("about time 😋 missed you", "finally"),
        ("never had a problem tbh", "content"),
        ("passed!!!! grade 6!!!!", "achieved"),
        ("my parcel passed the depot", ""),
        ("shrinking every year these", "missed"),
        ("are they now", "teased"),
        ("used to love it before the ads", "missed"),
        ("how is that even possible", "echoed"),
        ("are they now open", ""),
        ("❤️❤️", ""),
        ("how much is the blue lamp", ""),
        ("hello, my parcel came crushed", ""),
        ("why is the shop in Leeds shut", ""),
    ],
)
def test_a_short_comment_is_told_by_all_of_its_words(comment: str, kind: str) -> None:
    assert short_of(comment, first=True) == kind


def test_a_cheer_is_none_under_bad_news() -> None:
    assert short_of("oh no", first=True, post="New: pistachio.") == "tempted"
    assert short_of("oh no", first=True, post="We're closing on Friday.") == ""


def test_who_shows_it_to_a_friend_is_no_customer_of_ours() -> None:
    assert short_of("@ellie saturday?", first=True, brand="Odd Pots") == "tagged"
    assert short_of("Emma Wednesday?", first=True, brand="Odd Pots") == "tagged"
    assert short_of("Closed Wednesday?", first=True, brand="Odd Pots") == ""
    assert short_of("@oddpots saturday", first=True, brand="Odd Pots") == ""
    assert short_of("@ellie they never sent your order", first=True, brand="Odd Pots") == ""


def test_a_word_of_the_post_is_called_out_again() -> None:
    assert short_of("MABEL", first=True, post="before and after: Mabel 🐩") == "echoed"
    assert short_of("Mabel", first=True, post="Who wins, Mabel or Max?") == ""


def test_every_kind_has_replies_of_its_own_in_every_tone() -> None:
    written = {(m.case, tone) for m in bank() if m.move == "short" for tone in m.tones}
    assert written == {(kind, tone) for kind in (*kinds(), "tagged") for tone in TONES}


def drafted(brief: Brief) -> str:
    """Give the plain draft."""
    drafts = write_guided(
        brief, intent="purchase_intent", feeling="neutral", tones=["plain"], count=1
    )
    return drafts[0].text


def test_a_price_that_nobody_gave_is_asked_back_and_one_that_was_given_is_said() -> None:
    brief = Brief(comment="price?", author="Bo", action="ask")
    assert "price" in drafted(brief) or "figure" in drafted(brief)
    assert "?" in drafted(brief)
    assert "£49" in drafted(replace(brief, facts=("The price of the lamp is £49.",)))


def test_what_follows_our_own_words_is_no_hello() -> None:
    thread = (Turn("them", "my parcel is late"), Turn("us", "We'll be back on Monday."))
    assert short_of("hello??", first=False) == ""
    assert "Monday" in drafted(Brief(comment="hello??", thread=thread))


def test_a_question_that_can_be_understood_is_not_asked_back() -> None:
    said = drafted(Brief(comment="does it come in black?", action="ask"))
    assert "whether it comes in black" in said


def test_nobody_is_asked_in_public_for_what_is_private() -> None:
    brief = Brief(comment="my parcel has not come, ordered weeks ago", action="ask")
    (draft,) = write_guided(brief, intent="complaint", feeling="angry", tones=["plain"], count=1)
    assert "order number" in draft.text
    assert "message" in draft.text


def test_where_nothing_tells_of_trouble_nobody_is_sorry() -> None:
    for comment, troubled in (
        ("Perce used to park it by the bracket", False),
        ("it never came", True),
    ):
        brief = Brief(comment=comment)
        (draft,) = write_guided(
            brief, intent="complaint", feeling="frustrated", tones=["plain"], count=1
        )
        neutral = "pass it on" in draft.text and "good enough" not in draft.text
        assert neutral != troubled, draft.text
