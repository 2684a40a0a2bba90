"""Themes: the same words for everybody who means the same."""

import pytest

from models.guided.themes import in_general, singular, themes


def names(comment: str, intent: str = "question", post: str = "") -> list[str]:
    """Give the themes of a comment."""
    return [theme.name for theme in themes(comment, intent, post)]


@pytest.mark.parametrize(
    ("comment", "intent", "theme"),
    [
        ("How much is postage to Norway?", "question", "delivery"),
        ("when will my parcel come", "question", "delivery"),
        ("is there parking near you", "question", "parking"),
        ("Nobody answers my mails.", "complaint", "silence from us"),
        ("The man at the till was so rude to me", "complaint", "how people were treated"),
        ("waited 40 minutes for a coffee", "complaint", "wait"),
        ("too expensive for what it is", "criticism", "price"),
        ("the earbuds are too loose", "disappointment", "earbud"),
    ],
)
def test_what_is_meant_has_one_name(comment: str, intent: str, theme: str) -> None:
    assert theme in names(comment, intent)


def test_our_names_come_first_and_each_theme_once() -> None:
    said = themes("My box came crushed, the box! And the delivery took ages.", "complaint")
    assert len({theme.name for theme in said}) == len(said)
    assert [theme.is_ours for theme in said] == sorted((t.is_ours for t in said), reverse=True)


def test_a_fault_is_heard_only_where_something_went_wrong() -> None:
    assert "silence from us" not in names("Nobody answers my mails.", "joke")


def test_spam_and_other_languages_have_no_themes() -> None:
    assert names("Cheap watches, big discount, click the link", "spam") == []
    assert names("El pedido llegó tarde y nadie contesta", "complaint") == []


def test_a_name_is_a_theme_only_where_the_post_has_it() -> None:
    assert "simon" not in names("Please thank Simon for the kettle", "thanks")
    assert "aurora" in names("I love my Aurora", "praise", "Meet the Aurora, our new kettle")


def test_nobody_swears_in_a_theme() -> None:
    assert names("what a shit kettle", "complaint") == ["kettle"]


@pytest.mark.parametrize(
    ("name", "general"),
    [
        ("the 25-minute wait", "wait"),
        ("3 hours on hold", "time on hold"),
        ("the wait for your order", "wait for orders"),
        ("how your mum was treated", "how people were treated"),
        ("how unsafe you felt", "how unsafe people felt"),
        ("the account in your name", "account in their name"),
    ],
)
def test_what_is_one_person_s_is_said_of_several(name: str, general: str) -> None:
    assert in_general(name) == general


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("boxes", "box"),
        ("berries", "berry"),
        ("potatoes", "potato"),
        ("shoes", "shoe"),
        ("glass", "glass"),
        ("bus", "bus"),
    ],
)
def test_several_are_counted_as_one(noun: str, one: str) -> None:
    assert singular(noun) == one
