"""The forms of words: what is of several things."""

import pytest

from models.guided.forms import is_several


@pytest.mark.parametrize("word", ["boxes", "people", "staff", "villas", "ones"])
def test_a_word_of_several_things_is_known_by_its_form(word: str) -> None:
    assert is_several(word)


@pytest.mark.parametrize("word", ["box", "glass", "bus", "news", "gas", "dog's", "Fridays"])
def test_one_thing_and_a_name_are_not_several(word: str) -> None:
    assert not is_several(word)
