"""Whole sentences made into jotted ones."""

import random

from models.restorer.small import small_words
from models.teller.jotting import FIRST_TO_HIDE, Jotting, hidden, stem
from models.teller.tokens import HASHES, SPECIAL, numbers, tokens

SENTENCE = "The rain cover is £85, and it fits the bikes from 2023."
WORDS = [*".,:-;", *sorted(small_words()), "rain", "cover", "fits", "fitting", "bikes"]
VOCABULARY = {word: at for at, word in enumerate(WORDS, SPECIAL)}


def _jotted(seed: int) -> list[int]:
    sentence = numbers([token.text for token in tokens(SENTENCE)], VOCABULARY)
    return Jotting(VOCABULARY).jotted(sentence, random.Random(seed))[0]


def test_only_small_words_and_marks_are_left_out() -> None:
    content = {VOCABULARY[word] for word in ("rain", "cover", "bikes")}
    for seed in range(60):
        assert content <= {*_jotted(seed)}


def test_most_small_words_go() -> None:
    small = {VOCABULARY[word] for word in ("the", "is", "and", "it", "from")}
    left = sum(one in small for seed in range(60) for one in _jotted(seed))
    assert left < 0.5 * 60 * 6


def test_some_get_a_label() -> None:
    colon = VOCABULARY[":"]
    labelled = [read for read in map(_jotted, range(60)) if colon in read]
    assert 10 < len(labelled) < 50
    assert all(read.index(colon) < 4 for read in labelled)


def test_numbers_endings_and_shapes_stay_together() -> None:
    sentence = numbers([token.text for token in tokens(SENTENCE)], VOCABULARY)
    for seed in range(20):
        read = Jotting(VOCABULARY).jotted(sentence, random.Random(seed))
        assert len({len(part) for part in read}) == 1


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("pressing") == stem("pressed") == stem("presses") == stem("press")
    assert stem("delivery") == stem("deliveries")


def test_words_are_hidden_as_unknown_ones() -> None:
    read = [1, FIRST_TO_HIDE, FIRST_TO_HIDE + 1]
    changed = hidden(read, 1.0, 9000, random.Random(1))
    assert changed.keys() == {FIRST_TO_HIDE, FIRST_TO_HIDE + 1}
    assert all(9000 <= one < 9000 + HASHES for one in changed.values())
