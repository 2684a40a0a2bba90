"""A tone changes how a thing is said: values and questions stay, and so do facts."""

import pytest

from models.data.written import brief_of, exchanges
from models.guided.facts import choose_facts
from models.guided.kept import says_the_same
from models.guided.write import write_guided
from models.prompt import Brief, Turn

TONES = ["plain", "warm", "professional", "apologetic"]


def test_every_tone_says_what_the_first_says() -> None:
    pairs = []
    for row in list(exchanges("dev"))[:80]:
        if not row["replies"]:
            continue
        first, *others = write_guided(
            brief_of(row), intent=row["intent"], feeling=row["feeling"], tones=TONES, count=1
        )
        pairs += [says_the_same(other.text, first.text) for other in others]
    assert sum(pairs) >= 0.95 * len(pairs)


def test_a_draft_that_is_there_already_decides_what_is_asked() -> None:
    brief = Brief(comment="you charged me twice", action="move")
    for like in ("Could you message us privately?", "Please send us a private message."):
        for draft in write_guided(
            brief, intent="complaint", feeling="angry", tones=TONES[:3], count=1, like=like
        ):
            assert ("?" in draft.text) == ("?" in like)


def test_of_many_facts_only_what_answers_is_said() -> None:
    facts = (
        "The camera for the videos is a Sony A7 IV.",
        "New videos come out on Thursdays.",
        "The studio is in Leeds.",
        "Prints cost £12.",
    )
    brief = Brief(comment="which camera do you use for the videos?", facts=facts)
    (draft,) = write_guided(brief, intent="question", feeling="", tones=["plain"], count=1)
    assert draft.text.startswith(facts[0])
    assert not any(fact in draft.text for fact in facts[1:])


def test_two_questions_get_both_answers() -> None:
    facts = (
        "The jacket is waterproof to 10,000 mm.",
        "The warranty is five years.",
        "It comes in four colours.",
    )
    comment = "Is it waterproof? And how long is the warranty?"
    assert len(choose_facts(comment, facts, intent="question")) >= 2
    (draft,) = write_guided(
        Brief(comment=comment, facts=facts), intent="question", feeling="", tones=["plain"], count=1
    )
    assert facts[0] in draft.text and facts[1] in draft.text and facts[2] not in draft.text


@pytest.mark.parametrize("comment", ["It's been two weeks and still no lid.", "and? nothing yet"])
def test_who_still_waits_for_what_we_said_gets_a_word_for_it(comment: str) -> None:
    thread = (Turn("us", "Sorry about that, we'll send a new lid this week."),)
    brief = Brief(comment=comment, thread=thread)
    (draft,) = write_guided(brief, intent="complaint", feeling="angry", tones=["plain"], count=1)
    assert "we'd send a new lid" in draft.text
