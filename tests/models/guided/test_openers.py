"""What a draft says before and instead of facts: in the feeling of the comment, or not at all."""

import pytest

from models.guided.asked import asks, is_rhetorical
from models.guided.heard import losses
from models.guided.kin import greeted
from models.guided.matters import faults
from models.guided.write import write_guided
from models.prompt import Brief


def _draft(brief: Brief, intent: str, feeling: str, tone: str = "warm") -> str:
    (draft, *_) = write_guided(brief, intent=intent, feeling=feeling, tones=[tone], count=1)
    return draft.text


def test_what_is_left_alone_gets_no_draft() -> None:
    brief = Brief(comment="you thieving clowns", action="ignore")
    assert write_guided(brief, intent="troll", feeling="angry", tones=["plain"]) == []


@pytest.mark.parametrize(
    ("fact", "feeling", "kindly"),
    [
        ("Home visits: suspended since 2021", "curious", False),
        ("Parcels to Leeds take two days.", "frustrated", False),
        ("Parcels to Leeds take two days.", "curious", True),
    ],
)
def test_a_kind_word_ends_only_what_is_good_news(fact: str, feeling: str, kindly: bool) -> None:
    comment = "Do you do home visits?" if "Home" in fact else "How long do parcels to Leeds take"
    draft = _draft(Brief(comment=comment, facts=(fact,)), "question", feeling)
    words = ("hope", "shout", "glad", "question", "help", "asking")
    assert fact.split()[-1].rstrip(".") in draft
    assert any(word in draft.lower() for word in words) is kindly


def test_what_is_only_feared_is_not_asserted() -> None:
    assert faults("still can't open my albums. are my photos gone???") == ["the trouble opening it"]
    assert faults("why is my parcel late again?") != []


@pytest.mark.parametrize(
    "comment",
    ["Supplier of what. Stress?", "Easy for who??", "faster than what, a pigeon?"],
)
def test_a_word_thrown_back_asks_nothing(comment: str) -> None:
    assert is_rhetorical(comment)


def test_a_real_question_is_one() -> None:
    assert not is_rhetorical("what is it made of?")
    assert not asks("Could've done with that on Tuesday")


def test_whom_they_lost_is_heard_without_the_word() -> None:
    assert losses("oh thats nice. since Ron went the evenings are long") == ["Ron"]
    assert losses("since Ron went to the new gym he is never home") == []
    assert losses("wasn't meant to see this. we lost ours at 14 weeks") == ["your baby"]


def test_grief_in_which_nothing_is_laid_at_our_door_is_met_as_a_story() -> None:
    comment = "My late brother and I built one in his garage. Crashed it and laughed for a week."
    draft = _draft(Brief(comment=comment), "complaint", "sad")
    assert "your brother" in draft
    assert "look into" not in draft


def test_who_is_only_compared_with_gets_no_regards() -> None:
    assert greeted("I love it more than my children") == []


def test_a_quotation_stays_as_it_was_written() -> None:
    comment = "We are coming back for Sue and the toast at midnight was the best of the week"
    draft = _draft(Brief(comment=comment), "praise", "happy")
    assert "We're coming" not in draft


@pytest.mark.parametrize(
    ("comment", "intent", "feeling", "unsaid"),
    [
        ("I'm 86 love", "praise", "happy", "that's the best thing"),
        ("Bought the wrong part, my fault. Terry drew me a picture.", "complaint", "sad", "sorry"),
        ("You were so kind with my cat when he was dying.", "thanks", "grateful", "regards"),
        ("I stood there a minute. Thank you", "thanks", "grateful", "wait"),
    ],
)
def test_a_word_of_theirs_is_not_taken_for_another_feeling(
    comment: str, intent: str, feeling: str, unsaid: str
) -> None:
    assert unsaid not in _draft(Brief(comment=comment), intent, feeling, "plain").lower()


def test_who_may_have_died_is_sent_no_regards() -> None:
    comment = (
        "Mum always said she'd be late for her own funeral. "
        "Your car broke down. Thank you for dealing with it so gracefully, every one of you."
    )
    for tone in ("plain", "warm", "professional"):
        assert "your mum our" not in _draft(Brief(comment=comment), "complaint", "sad", tone)


def test_what_is_only_said_for_effect_is_not_looked_up() -> None:
    comment = "Who asked for this? My bus leaves before the other arrives."
    fact = "The H2 bus is held for the 14 on request to the driver."
    assert "who asked" not in _draft(Brief(comment=comment, facts=(fact,)), "question", "angry")


@pytest.mark.parametrize(
    ("comment", "rhetorical"),
    [
        ("where were you at the divorce", True),
        ("TOMORROW?? it's 9pm and his jeans are in the wash", True),
        ("do you though. last time he hummed", True),
        ("where was this photo taken?", False),
        ("do you deliver on Sundays though?", False),
        ("tomorrow??", False),
    ],
)
def test_who_asks_for_effect_is_told_from_who_asks(comment: str, rhetorical: bool) -> None:
    assert is_rhetorical(comment) is rhetorical


def test_what_triage_is_sure_of_is_not_overturned_by_a_word_of_harm() -> None:
    comment = "Day one he screamed. Day thirty he pushed me out of the door. We will miss Miss Jo."
    kinds = {"friendly": 0.93, "trouble": 0.07}
    brief = Brief(comment=comment)
    (draft, *_) = write_guided(
        brief, intent="story", feeling="grateful", tones=["plain"], count=1, kinds=kinds
    )
    assert "treatment" not in draft.text
    assert faults("Came Monday. Nobody told me to mime") == []
