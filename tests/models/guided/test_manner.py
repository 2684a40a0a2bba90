"""Own tones and guidelines have an effect on guided drafts."""

import pytest

from models.guided.manner import manner_of, rules_of
from models.guided.write import write_guided
from models.prompt import Brand, Brief

PRAISE = Brief(comment="I love the soup, it was delicious!", author="Ada Lovelace")


@pytest.mark.parametrize(
    ("tone", "description", "preset", "is_brief"),
    [
        ("warm", "", "warm", False),
        ("pub", "cheeky banter, as in the pub", "playful", False),
        ("boardroom", "formal and composed", "professional", False),
        ("telegram", "one short line", "plain", True),
        ("ours", "", "plain", False),
    ],
)
def test_an_own_tone_takes_the_nearest_preset_s_sentences(
    tone: str, description: str, preset: str, is_brief: bool
) -> None:
    manner = manner_of(tone, description)
    assert (manner.preset, manner.is_brief) == (preset, is_brief)


@pytest.mark.parametrize(
    ("guideline", "good", "bad"),
    [
        ("Never use emojis.", "Thanks!", "Thanks 🙂"),
        ("No more than two sentences.", "One. Two.", "One. Two. Three."),
        ('Never say "customer".', "Thank you.", "Dear customer."),
        ("Be kind.", "Anything 🙂 goes. Really. Yes.", ""),
    ],
)
def test_a_guideline_is_kept_to(guideline: str, good: str, bad: str) -> None:
    rules = rules_of([guideline])
    assert rules.allow(good)
    assert not bad or not rules.allow(bad)


def test_a_sign_off_is_added() -> None:
    assert rules_of(["Sign off with '– Team Lumen'"]).signed("Thanks.") == "Thanks. – Team Lumen"


def test_drafts_keep_to_the_guidelines() -> None:
    brand = Brand(guidelines=("Never use emoji", "Sign with ^Jo"))
    brief = Brief(comment=PRAISE.comment, brand=brand)
    drafts = write_guided(brief, intent="praise", feeling="happy", tones=["playful"], count=4)
    assert drafts
    assert all(draft.text.endswith("^Jo") for draft in drafts)
    assert not any("🙂" in draft.text for draft in drafts)


def test_an_own_tone_s_description_changes_the_draft() -> None:
    def first(descriptions: dict[str, str]) -> str:
        return write_guided(
            PRAISE,
            intent="praise",
            feeling="happy",
            tones=["house"],
            descriptions=descriptions,
        )[0].text

    assert first({"house": "formal, composed"}) != first({"house": "cheeky banter"})


def test_a_professional_reply_writes_short_forms_out_and_others_take_them() -> None:
    assert manner_of("professional").said("I'm sure we can't, and it's late.") == (
        "I am sure we cannot, and it is late."
    )
    assert manner_of("plain").said("It is free, and we do not charge.") == (
        "It's free, and we don't charge."
    )


def test_where_no_pictures_are_wanted_playful_lines_go_without() -> None:
    rules = rules_of(["No emojis, please."])
    assert rules.pictured("Now you know 😄") == "Now you know."
    assert rules.pictured("Now you know.") == "Now you know."
