"""What is learnt from pairs, and from sentences that words are left out of."""

import numpy as np

from models.data.held import is_held
from models.data.telegraphic import Pair, pairs
from models.restorer.dropping import Dropping
from models.restorer.gaps import UNKNOWN, Classes, code
from models.restorer.lessons import aligned, lessons
from models.restorer.small import small_words
from models.restorer.texts import Texts, packed
from models.restorer.words import COMMA, STOP, read

SENTENCES = (
    "The rain cover is €85 and it fits the bikes from 2023.",
    "There is no lift, but the guide will meet you at the door.",
    "We sold all of the bread by noon on Saturday.",
    "Parking is free for two hours.",
)


def test_a_pair_says_what_stands_before_each_word() -> None:
    lesson = aligned(
        read("Rain cover €85, fits 2023 on"), read("The rain cover is €85. It fits from 2023 on.")
    )
    assert lesson is not None
    assert lesson.gaps == (
        ("", ("the",)),
        ("", ()),
        ("", ("is",)),
        ("", ("it",)),
        ("", ("from",)),
        ("", ()),
    )
    assert lesson.marks[3] == STOP
    assert lesson.jotting.marks[3] == COMMA


def test_a_pair_with_other_words_teaches_nothing() -> None:
    assert aligned(read("no lift"), read("There is not a lift.")) is None
    assert aligned(read("door code from Ben"), read("The door code is from him.")) is None


def test_short_forms_are_written_out_before() -> None:
    pair = Pair("tel-x", "fact", "open Sat", "It is open on Saturday.")
    ((_, lesson),) = lessons([pair])
    assert lesson.jotting.words == ("open", "Saturday")


def test_the_pairs_are_well_formed() -> None:
    every = [*pairs(held=False), *pairs(held=True)]
    assert len({pair.id for pair in every}) == len(every)
    assert {pair.kind for pair in every} == {"fact", "note"}
    assert all(pair.short.strip() and pair.full.strip() for pair in every)
    assert all(is_held(pair.id) for pair in pairs(held=True))
    some = every[::20]
    assert len(lessons(some)) > 0.9 * len(some)


def test_what_was_left_out_can_be_put_back() -> None:
    every = Classes(tuple(sorted({0, *_runs()})))
    vocabulary = {word.lower(): at for at, word in enumerate(_words(), 1)}
    texts = Texts(packed(((1, text) for text in SENTENCES * 8), vocabulary))
    batch = Dropping(texts, every).batch(texts.train, np.random.default_rng(3))
    names = {at: word for word, at in vocabulary.items()}
    left_out = 0
    for row in range(len(batch.words)):
        said: list[str] = []
        for at in np.flatnonzero(batch.there[row]):
            if batch.links[row, at] == UNKNOWN or not batch.words[row, at]:
                break
            link, run = every.links[batch.links[row, at]], every.runs[batch.runs[row, at]]
            put = [*link.split(), *run.split()]
            left_out += len(put)
            said += [*put, names[int(batch.words[row, at])]]
        sentence = " ".join(said)
        assert not said or any(f"{known} ".startswith(f"{sentence} ") for known in _joined()), (
            sentence
        )
    assert left_out > 0.2 * batch.there.sum()


def _words() -> list[str]:
    return sorted({word for text in SENTENCES for word in read(text.lower()).words})


def _runs() -> set[int]:
    """Give the codes of all runs of one to three small words in the sentences."""
    every = [[word.lower() for word in read(text).words] for text in SENTENCES]
    runs = [
        words[at : at + size] for words in every for at in range(len(words)) for size in (1, 2, 3)
    ]
    return {code(run) for run in runs if set(run) <= set(small_words())}


def _joined() -> list[str]:
    """Give the texts as their words: each sentence alone, and each with any other behind it."""
    plain = [" ".join(read(text.lower()).words) for text in SENTENCES]
    return [f"{one} {other}" for one in plain for other in plain]
