"""How jotted text is parted into tokens, and written again."""

import pytest

from models.teller.tokens import (
    CAPITAL,
    CAPITALS,
    MARK,
    NUMBER,
    SMALL,
    SPECIAL,
    TO,
    ending,
    joined,
    led,
    number,
    shape,
    tokens,
)


@pytest.mark.parametrize(
    "text",
    [
        "Own-apple pressing: Saturdays in October, 9-1, £2.20 per 750ml bottle, min 40kg",
        "open Mon-Fri 9am-5pm, not 24/7 (except Easter)",
        "write to help@candor.example or see candor.example/returns, 10% off",
        "tel. 0345 000 1122; Contract CT-88120, 100-night trial",
    ],
)
def test_tokens_give_the_text_again(text: str) -> None:
    assert joined(tokens(text)) == text


def test_a_range_is_its_ends() -> None:
    assert [token.text for token in tokens("9-5, Mon-Fri")] == [
        "9",
        TO,
        "5",
        ",",
        "Mon",
        TO,
        "Fri",
    ]
    assert [token.text for token in tokens("walnut-rye, 100-night")] == [
        "walnut-rye",
        ",",
        "100-night",
    ]


def test_what_a_text_is_for_leads_it() -> None:
    assert [token.text for token in led("offer", "free refill")] == ["»offer", "free", "refill"]


@pytest.mark.parametrize(
    ("text", "written"),
    [("oil", SMALL), ("Oil", CAPITAL), ("VAT", CAPITALS), ("£2", NUMBER), (":", MARK)],
)
def test_how_a_token_is_written(text: str, written: int) -> None:
    assert shape(text) == written


def test_unknown_words_share_numbers_behind_the_vocabulary() -> None:
    vocabulary = {"oil": SPECIAL, "tea": SPECIAL + 1}
    assert number("Oil", vocabulary) == SPECIAL
    assert number("zwieback", vocabulary) >= SPECIAL + len(vocabulary)
    assert number("zwieback", vocabulary) == number("Zwieback", vocabulary)


def test_figures_end_alike() -> None:
    assert ending("£2.20") == ending("£9.80")
    assert ending("pressing") == ending("calling")
