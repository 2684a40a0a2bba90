"""What is heard between the lines: surely said, or not heard at all."""

import pytest

from models.guided import heard
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "wait"),
    [
        ("no wifi for 3 days", ["3 days without wifi"]),
        ("we had no heating for two weeks", ["two weeks without heating"]),
        ("Waited 35 min on Saturday", ["35 minutes"]),
        ("45 mins on hold with your line", ["45 minutes on hold"]),
        ("happy customer for 12 years", []),
        ("we waited 3 years for this and loved every second", []),
        ("it lasts 3 days", []),
    ],
)
def test_a_wait_is_heard(comment: str, wait: list[str]) -> None:
    assert heard.waits(comment) == wait


@pytest.mark.parametrize(
    ("comment", "tries"),
    [
        ("I've called eleven times", ["call eleven times"]),
        ("I have written twice", ["write twice"]),
        ("no reply to 3 emails", ["write 3 times"]),
        ("I called the cat twice", []),
    ],
)
def test_how_often_they_tried_is_heard(comment: str, tries: list[str]) -> None:
    assert heard.tries(comment) == tries


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("The shop said 'you get used to it'.", ["you get used to it"]),
        ("Page says \u201cin process\u201d. Still.", ["in process"]),
        ("my husband said 'told you so'", []),
    ],
)
def test_what_we_told_them_is_heard_and_what_others_said_is_not(
    comment: str, told: list[str]
) -> None:
    assert heard.told(comment) == told


@pytest.mark.parametrize(
    ("comment", "lost"),
    [
        ("dad died tues and we need a room", ["your dad"]),
        ("flowers for my nan's funeral", ["your nan"]),
        ("my mother in law died and we can't travel", ["your mother in law"]),
        ("my late son's phone fell in the tank", ["your son"]),
        ("my phone died", []),
        ("my dad passed his test", []),
        ("My husband's suits are still in the wardrobe. 14 months now.", ["your husband"]),
        ("my son's shoes are still in your warehouse", []),
    ],
)
def test_a_loss_is_heard(comment: str, lost: list[str]) -> None:
    assert heard.losses(comment) == lost


@pytest.mark.parametrize(
    ("comment", "helper"),
    [
        ("engineer Tony fixed it in 20 mins. legend", ["Tony"]),
        ("your crew saved our day, thank you", ["our crew"]),
        ("the bloke on the phone was great", ["the bloke on the phone"]),
        ("my driver was great", []),
        ("the teacher was kind", []),
    ],
)
def test_who_helped_is_heard(comment: str, helper: list[str]) -> None:
    assert heard.helpers(comment) == helper


@pytest.mark.parametrize(
    ("comment", "sign"),
    [
        ("Smoke coming from the charger, what to do", "unplug"),
        ("smoke is coming out of the wall behind your shop", "fire service"),
        ("they have all been throwing up since the salad", "doctor"),
        ("I don't want to live anymore", "crisis line"),
        ("smoking hot deal", ""),
        ("the cheese melted in my mouth", ""),
    ],
)
def test_plain_safety_advice_comes_only_where_there_is_danger(comment: str, sign: str) -> None:
    found = heard.advice(comment)
    assert bool(found) == bool(sign)
    assert all(sign in says for ways in found for says in ways)


def test_a_loss_is_met_before_the_question_is_answered() -> None:
    brief = Brief(
        comment="my dad died tuesday, can we hold the wake in your hall?",
        facts=("Wakes are welcome.",),
    )
    (draft, *_) = write_guided(brief, intent="question", feeling="sad", tones=["plain"])
    assert draft.text.index("your dad") < draft.text.index("Wakes are welcome.")


def test_advice_stands_in_the_draft() -> None:
    brief = Brief(comment="Smoke from the charger, it started smoking", action="hand_over")
    for draft in write_guided(brief, intent="crisis", feeling="worried", tones=["plain", "warm"]):
        assert "unplug it" in draft.text


def test_who_deserves_a_raise_has_helped() -> None:
    assert heard.helpers("your customer service girl Priya deserves a raise") == ["Priya"]
    assert heard.helpers("Your team deserves an award") == []
    assert heard.helpers("Aoife in the Galway branch spent an hour with my dad") == ["Aoife"]


def test_a_birth_of_long_ago_is_no_news() -> None:
    assert heard.occasions("we had our little girl on Sunday, 7lb 2") == ["the new arrival"]
    assert heard.occasions("You were on when my daughter was born, 31 years a listener") == []


@pytest.mark.parametrize(
    ("comment", "who"),
    [
        ("what a wonderful carer Denise is, she makes him laugh, what a star", ["Denise"]),
        ("Tom was fab, answered all my daft questions", ["Tom"]),
        ("Exhibition was fantastic, really well laid out", []),
        ("my girl Anna was so kind to the others, I am proud", []),
        ("a massive thank you to Becky and the whole team at Leeds", ["Becky"]),
    ],
)
def test_who_is_thanked_is_somebody_of_ours(comment: str, who: list[str]) -> None:
    assert heard.helpers(comment) == who


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("not seeing the point of mondays anymore. got my pills lined up", "crisis line"),
        ("the alarm with CO on it keeps beeping, kids have headaches", "go outside"),
        ("I want to kill myself", "crisis line"),
    ],
)
def test_who_is_in_danger_is_told_what_to_do_now(comment: str, said: str) -> None:
    assert said in heard.advice(comment)[0][0]


@pytest.mark.parametrize(
    "comment", ["have you got the tablets ready?", "Smith & Co sold me an alarm clock"]
)
def test_words_of_danger_alone_are_none(comment: str) -> None:
    assert not heard.advice(comment)
