"""What a note's points are for: what is for us alone is not said, the rest in a sound frame."""

import pytest

from models.guided.notes import carry_out
from models.guided.offered import offered
from models.guided.requested import requested


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("part comes tues. keep it warm and short", "part comes"),
        ("part comes tues, he's a regular, go gently", "part comes"),
        ("part comes tues. nothing re the claim value", "part comes"),
        ("leave the recall out of it. part comes tues", "part comes"),
        ("tease her back. part comes tues", "part comes"),
        ("part comes tues; third one this week, tell product", "part comes"),
        ("legal are reading this. say nothing about the lease. part comes tues", "part comes"),
    ],
)
def test_no_word_of_what_is_for_us_is_said(note: str, kept: str) -> None:
    said = " ".join(carry_out(note, "my boiler is broken again").sentences).lower()
    assert kept in said
    for word in ("warm", "short", "regular", "gently", "claim", "recall", "tease", "week", "lease"):
        assert word not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("full refund", "I'd like to offer you a full refund"),
        ("free jar if you like", "I'd like to offer you a free jar if you like"),
        ("get you on the 06:45 if it goes", "we'll get you on the 06:45 if it goes"),
        ("knock 20 off", "we'll knock 20 off"),
        ("3 free next order", "you get 3 free with your next order"),
        ("half back", "you get half back"),
        ("money back", "you get your money back"),
        ("ask for Bea when you book", "just ask for Bea when you book"),
    ],
)  # fmt: skip
def test_what_is_offered_is_said_in_a_frame(text: str, said: str) -> None:
    given = offered(text)
    assert given is not None
    assert given.text == said


@pytest.mark.parametrize("text", ["no vouchers", "sorted already", "done", "the till was down"])
def test_what_is_no_offer_gets_no_frame(text: str) -> None:
    assert offered(text) is None


@pytest.mark.parametrize(
    ("point", "asked"),
    [
        ("serial and photo of the label by private message", "Could you send us"),
        ("if urgent 111", "if urgent, please ring 111"),
        ("bring both bits in", "please bring both bits in"),
        ("is he ok first", "Are you OK?"),
        ("hurt??", "Is anyone hurt?"),
        ("if not back tomorrow dm player ID", "If not back tomorrow, could you send us"),
    ],
)
def test_what_is_wanted_of_them_is_asked(point: str, asked: str) -> None:
    question, plea = requested(point, frozenset())
    assert (question or plea).startswith(asked)


def test_no_half_of_a_sentence_is_asked() -> None:
    assert requested("when back off honeymoon", frozenset()) == ("", "")


def test_what_cannot_be_asked_in_sound_words_is_not_asked() -> None:
    assert requested("walked past it twice on the way", frozenset()) == ("", "")


def test_one_is_not_sorry_for_what_the_note_is_not_sorry_for() -> None:
    assert not carry_out("made in hull. dont apologise for the price", "pricey").apologise
    assert carry_out("made in hull. apologise for the delay", "late again").apologise


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("give to Owen, rings you", "I'm passing this on to Owen. Owen rings you."),
        ("straight to legal", "I'm passing this on to our legal team."),
        ("director Anne to ring her before 5", "Our director Anne will ring you before 5."),
    ],
)  # fmt: skip
def test_who_takes_it_over_is_said_in_a_sentence(note: str, said: str) -> None:
    assert " ".join(carry_out(note, "my claim is lost").sentences) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("we failed him, no excuses. part comes tues", "We failed you. The part comes on Tuesday."),
        ("should have rung her first, our fault", "We should have rung you first."),
    ],
)  # fmt: skip
def test_what_we_own_is_owned_to_them(note: str, said: str) -> None:
    comment = "the engineer never came and charged me £45"
    assert " ".join(carry_out(note, comment).sentences) == said


def test_only_what_was_said_of_it_is_taken_back() -> None:
    note = "Ray is there by 4. board was refurb, cheaper for us, leave that out"
    assert carry_out(note, "the furnace quit again").sentences == ("Ray is there by 4.",)
    assert not carry_out(
        "fee is 20 from december, not public yet so dont say", "how much"
    ).sentences
