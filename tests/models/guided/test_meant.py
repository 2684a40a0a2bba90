"""What a comment is meant as: who decides, triage or its words, and what is said in doubt."""

import pytest

from models.guided.bank import bank
from models.guided.kin import kin
from models.guided.meant import in_earnest, is_doubtful
from models.guided.write import write_guided
from models.prompt import Brief

TONES = ("plain", "warm", "playful", "professional", "apologetic")
NAN = Brief(comment="my nan beat the custard level before i did. shes 74")


def kinds(**chances: float) -> dict[str, float]:
    """Give the chances of the kinds, nothing where none is named."""
    return {"trouble": 0.0, "friendly": 0.0, "question": 0.0, "wish": 0.0, "spam": 0.0} | chances


def test_words_overrule_triage_only_where_it_is_not_sure() -> None:
    brief = Brief(comment="he never said nothing, and the lid broke the day he went")
    unsure = in_earnest("story", brief, False, "sad", kinds(friendly=0.5, trouble=0.5))
    sure = in_earnest("story", brief, False, "sad", kinds(friendly=0.9, trouble=0.1))
    assert (unsure, sure) == ("complaint", "story")


def test_thanks_for_what_went_wrong_are_no_thanks_however_sure_triage_is() -> None:
    brief = Brief(comment="parcel never came, thanks guys")
    assert in_earnest("thanks", brief, False, kinds=kinds(friendly=0.95)) == "complaint"


def test_what_is_asked_plainly_is_never_doubtful() -> None:
    torn = kinds(question=0.4, trouble=0.4, friendly=0.2)
    assert not is_doubtful("question", "is the paint safe?", torn)
    assert is_doubtful("question", "pretty bold of you", torn)


def test_a_few_words_are_a_complaint_only_where_they_or_triage_surely_say_so() -> None:
    half = kinds(trouble=0.6, friendly=0.3)
    assert is_doubtful("accusation", "you haven't heard me", half)
    assert not is_doubtful("complaint", "the lid is broken", half)
    assert not is_doubtful("complaint", "you haven't heard me", kinds(trouble=0.9))


def test_a_few_wholly_glad_words_praise_whatever_they_sound_like() -> None:
    sure = kinds(trouble=0.9)
    for comment, meant in (
        ("guard on the 7.12 waited for my mum, top man", "praise"),
        ("smells like my nan's front room 🥹", "praise"),
        ("Driver waited for my dad. Made his day", "praise"),
        ("top man on the phone but no refund", "complaint"),
    ):
        assert in_earnest("complaint", Brief(comment=comment), False, "", sure) == meant
    assert not is_doubtful("praise", "Watership Down. still not over it", sure)


@pytest.mark.parametrize("tone", TONES)
def test_in_doubt_a_draft_suits_a_joke_and_a_complaint_and_names_whom_it_is_about(
    tone: str,
) -> None:
    torn = kinds(trouble=0.35, friendly=0.4, question=0.25)
    (draft, *_) = write_guided(
        NAN, intent="complaint", feeling="angry", tones=[tone], kinds=torn, count=1
    )
    assert "your nan" in draft.text
    assert "sorry" not in draft.text.lower()
    assert "love" not in draft.text.lower()


def test_a_question_that_tells_of_trouble_is_a_complaint_where_triage_half_hears_it() -> None:
    brief = Brief(comment="The lid leaks on my shoulders. You changed the fabric, yes?")
    torn = kinds(question=0.4, trouble=0.5)
    assert in_earnest("question", brief, True, "frustrated", torn) == "complaint"
    assert in_earnest("question", brief, True, "curious", kinds(question=0.9)) == "question"


@pytest.mark.parametrize(
    ("intent", "comment", "answered", "meant"),
    [
        ("off_topic", "lovely. anyone nearby that is certified?", False, "question"),
        (
            "suggestion",
            "Three weeks and no answer. Could you tell us if it is a no?",
            True,
            "question",
        ),
        ("praise", "Lovely lads. Two hours late.", False, "complaint"),
        ("thanks", "thanks for nothing", False, "criticism"),
        ("complaint", "Can you send me a copy of my invoice from March", False, "question"),
        ("suggestion", "Could you tell me the opening hours for Monday please?", False, "question"),
        ("criticism", "Are these tested on animals", False, "question"),
        ("praise", "shrinkflation at its finest", False, "criticism"),
        ("joke", "Tell Priya at the Leith branch she's a star", False, "praise"),
    ],
)
def test_what_is_asked_or_sore_is_heard_as_that(
    intent: str, comment: str, answered: bool, meant: str
) -> None:
    feeling = "disappointed" if intent == "praise" else "neutral"
    assert in_earnest(intent, Brief(comment=comment), answered, feeling) == meant


BARE = ("brief", "gentle", "long")  # they name nothing


def test_there_are_words_for_doubt_in_every_tone_with_a_name_and_without() -> None:
    found = {
        (move.case, tone, "kin" in move.slots, "about" in move.slots)
        for move in bank()
        if move.move == "hear" and move.case not in BARE
        for tone in move.tones
    }
    named = ((True, False), (False, True), (False, False))
    assert found == {
        (case, tone, *one) for case in ("", "alone", "light") for tone in TONES for one in named
    }
    bare = {(move.case, tone) for move in bank() for tone in move.tones if move.case in BARE}
    assert bare == {(case, tone) for case in BARE for tone in TONES}


@pytest.mark.parametrize(
    ("comment", "who"),
    [
        ("my 3 year old was eating it", []),
        ("my wife and I played it every evening, my wife named every goose", ["your wife"]),
        ("dad steered her in 69", ["your dad"]),
        ("My children say mama it is too long", ["your children"]),
        ("the lady at the desk was kind", []),
        ("my mum-in-law's cake", []),
    ],
)
def test_who_is_theirs_is_named_as_we_would(comment: str, who: list[str]) -> None:
    assert kin(comment) == who


def test_high_praise_with_thanks_is_no_complaint_whatever_triage_says() -> None:
    comment = (
        "Ordered a cake at short notice and it was stunning. Thank you so much Jenny and team xx"
    )
    assert in_earnest("complaint", Brief(comment=comment), False, "frustrated") == "thanks"
    sour = "Thank you so much for the stunning wait, two hours and still no cake"
    assert in_earnest("complaint", Brief(comment=sour), False, "angry") != "thanks"


def test_what_went_wrong_without_a_glad_word_is_a_complaint() -> None:
    sour = kinds(friendly=0.6, trouble=0.35)
    rolled = Brief(comment="The lady at the desk rolled her eyes at my mum. Lovely.")
    zip_went = Brief(comment="the zip on the tent went first night. It rained.")
    assert in_earnest("praise", rolled, False, kinds=sour) == "complaint"
    assert in_earnest("praise", zip_went, False, kinds=sour) == "complaint"
    assert not is_doubtful("complaint", zip_went.comment, sour)
    loved = Brief(comment="the zip broke and they mended it for free, love this place")
    assert in_earnest("praise", loved, False, kinds=sour) != "complaint"


@pytest.mark.parametrize(
    ("intent", "comment", "answered", "meant"),
    [
        ("disappointment", "wish there were more late pick ups tbh", False, "suggestion"),
        ("complaint", "Measured 1 mm short, my fault. can they be recut", True, "question"),
        ("complaint", "when are you going to fix the lift at Bank", True, "question"),
        ("complaint", "my parcel never came. where is it", True, "complaint"),
    ],
)
def test_a_wish_or_a_question_is_no_complaint(
    intent: str, comment: str, answered: bool, meant: str
) -> None:
    assert in_earnest(intent, Brief(comment=comment), answered) == meant
