"""How jotted text is read: words, marks, and what a gap may hold."""

import pytest

from models.restorer.small import held
from models.restorer.words import COLON, COMMA, NO_MARK, NUMBER, STOP, read, shape


def test_a_text_is_its_words_and_what_stands_between_them() -> None:
    jotting = read("Rain cover €85: fits 2023 on, not 8–9")
    assert jotting.words == ("Rain", "cover", "€85", "fits", "2023", "on", "not", "8", "9")
    assert jotting.marks[3] == COLON
    assert jotting.marks[6] == COMMA
    parts = (part for pair in zip(jotting.gaps, jotting.words, strict=True) for part in pair)
    assert "".join(parts) + jotting.tail == "Rain cover €85: fits 2023 on, not 8–9"


@pytest.mark.parametrize(
    ("text", "marks"), [("a. b", (NO_MARK, STOP)), ("“a” b", (NO_MARK, 7)), ("", ())]
)
def test_marks(text: str, marks: tuple[int, ...]) -> None:
    assert read(text).marks == marks


def test_a_number_is_told_by_its_digits() -> None:
    assert shape("06:45") == NUMBER
    assert read("06:45 and £4.50").words == ("06:45", "and", "£4.50")


def test_a_gap_holds_a_linking_word_and_three_more() -> None:
    assert held(["and", "there", "is", "a"]) == ("and", ("there", "is", "a"))
    assert held(["there", "is", "no"]) is None
    assert held(["it", "is", "on", "the"]) is None
    assert held([]) == ("", ())
