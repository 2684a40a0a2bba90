"""Telegraphic text made of whole sentences, for learning: small words and marks are left out.

Whole batches at once. Each text has a manner of its own: one drops all articles, another all that
acts. The last word stays, and no gap loses more than a linking word and three words behind it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.restorer.gaps import UNKNOWN, Classes, Numbers, Truths, base
from models.restorer.small import LINKS, MOST_WORDS, kinds, small_words
from models.restorer.texts import Texts
from models.restorer.words import (
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    NO_ENDING,
    NO_MARK,
    NUMBER,
    OTHER,
    SEMICOLON,
    SMALL,
    STOP,
)

WHOLE = 0.14  # of the texts lose nothing
OBJECTS = 0.2  # how often a pronoun is lost where it does not begin a clause
CLOSING = 0.2  # how often a form of "be" is lost before a mark
TIMES = 2.5  # how much oftener a preposition is lost before a number or a day
LOWERED = 0.5  # of the capitals that begin sentences
HIDDEN = 0.03  # of the words are read as unknown
DAYS = """today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january
 february march april may june july august september october november december noon midnight midday
 weekends weekdays christmas easter""".split()
BEING = "is are was were it's there's we're they're you're that's has have".split()
LEADING = kinds()["conjunction"]["words"]


@dataclass(frozen=True)
class Batch:
    """Texts as jotted, and what belongs into each gap: all arrays are (texts, words)."""

    words: Numbers
    shapes: Numbers
    endings: Numbers
    marks: Numbers
    there: Truths
    true_marks: Numbers
    links: Numbers
    runs: Numbers


class Dropping:
    """Leaves words out of texts."""

    def __init__(self, texts: Texts, classes: Classes) -> None:
        self._texts = texts
        self._classes = classes
        known = len(texts.vocabulary) + 1
        self._kind = np.full(known, -1)
        self._number = np.zeros(known, np.int64)
        self._is_day, self._leads = np.zeros(known, bool), np.zeros(known, bool)
        for place, kind in enumerate(kinds().values()):
            for word in kind["words"]:
                if at := texts.vocabulary.get(word):
                    self._kind[at], self._number[at] = place, small_words().index(word) + 1
        for table, words in ((self._is_day, DAYS), (self._leads, LEADING)):
            table[[texts.vocabulary[word] for word in words if word in texts.vocabulary]] = True
        numbers = {word: at for at, word in enumerate(small_words(), 1)}
        self._links, self._being = np.zeros(base(), bool), np.zeros(base(), bool)
        self._links[[numbers[word] for word in LINKS]] = True
        self._being[[numbers[word] for word in BEING]] = True

    def batch(self, chosen: Numbers, rng: np.random.Generator) -> Batch:
        """Leave words out of the texts that are chosen."""
        words, shapes, endings, marks, there = self._texts.rows(chosen, rng)
        small = np.where(there, self._number[words], 0)
        dropped = self._dropped(words, shapes, marks, there, rng)
        dropped = _bounded(dropped, self._links[small])
        run = _before(dropped, small)  # (texts, words, places): the nearest first
        length = (run > 0).sum(2)
        first = np.take_along_axis(run, np.maximum(length - 1, 0)[..., None], 2)[..., 0]
        link = np.where(self._links[first], first, 0)
        rest = np.where(
            (np.arange(run.shape[2]) == length[..., None] - 1) & (link > 0)[..., None], 0, run
        )
        codes = sum(rest[..., place] * base() ** place for place in range(MOST_WORDS))
        odd = (rest[..., MOST_WORDS] > 0) | _marked_within(marks, length)
        true_marks = _first_marks(marks, length)
        links = np.searchsorted(np.flatnonzero(self._links), link) + 1
        has_being = np.asarray(self._being[run].any(2))
        linked: Truths = np.asarray(link > 0)
        seen = _smudged(true_marks, length, has_being, linked, rng)
        kept = there & ~dropped
        order = np.argsort(~kept, axis=1, kind="stable")[:, : int(kept.sum(1).max())]

        def left(values: Any) -> Any:
            return np.take_along_axis(values, order, 1)

        is_there = left(kept)
        nothing_known = left(odd) | ~is_there
        shapes = self._lowered(left(shapes), left(true_marks), left(seen), rng)
        hidden = ~is_there | (rng.random(is_there.shape) < HIDDEN)
        true_marks = np.where(nothing_known, UNKNOWN, left(true_marks))
        true_marks[:, 0] = UNKNOWN
        return Batch(
            words=np.where(hidden, 0, left(words)),
            shapes=shapes,
            endings=np.where(is_there, left(endings), NO_ENDING),
            marks=np.where(is_there, left(seen), NO_MARK),
            there=is_there,
            true_marks=true_marks,
            links=np.where(nothing_known, UNKNOWN, left(np.where(link > 0, links, 0))),
            runs=np.where(nothing_known, UNKNOWN, self._classes.of_code[left(codes)]),
        )

    def _dropped(
        self,
        words: Numbers,
        shapes: Numbers,
        marks: Numbers,
        there: Truths,
        rng: np.random.Generator,
    ) -> Truths:
        rows, length = words.shape
        kind = np.where(there, self._kind[words], -1)
        odds = np.zeros((rows, len(kinds()) + 1))  # the last for what is never dropped
        for place, each in enumerate(kinds().values()):
            manner = rng.choice(len(each["odds"]), rows, p=each["shares"])
            odds[:, place] = np.array(each["odds"])[manner]
        odds *= rng.random((rows, 1)) > WHOLE
        odds[:, -1] = 0
        chance = odds[np.arange(rows)[:, None], kind]
        place_of = {name: place for place, name in enumerate(kinds())}
        begins = _shifted(self._leads[words], 1) | (marks > NO_MARK)
        begins[:, 0] = True
        acts = (kind == place_of["pronoun"]) | (kind == place_of["contracted"])
        chance = np.where(acts & ~begins, chance * OBJECTS, chance)
        timed = _shifted((shapes == NUMBER) | self._is_day[words], -1)
        before_time = (kind == place_of["preposition"]) & timed
        chance = np.where(before_time, np.minimum(0.8, chance * TIMES), chance)
        closing = (kind == place_of["be"]) & (_shifted(marks, -1) > NO_MARK)
        chance = np.where(closing, chance * CLOSING, chance)
        last = there & ~_shifted(there, -1)
        dropped: Truths = rng.random((rows, length)) < np.where(last, 0, chance)
        return dropped

    def _lowered(
        self, shapes: Numbers, true_marks: Numbers, marks: Numbers, rng: np.random.Generator
    ) -> Numbers:
        """Begin some sentences with a small letter."""
        begins = (true_marks == STOP) | (marks == STOP)
        begins[:, 0] = True
        lowered = begins & (shapes == CAPITAL) & (rng.random(shapes.shape) < LOWERED)
        return np.where(lowered, SMALL, shapes)


def _shifted(values: NDArray[Any], by: int) -> NDArray[Any]:
    """Give for each place what stands `by` places before it; nothing where that is outside."""
    found = np.zeros_like(values)
    if by > 0:
        found[:, by:] = values[:, :-by]
    else:
        found[:, :by] = values[:, -by:]
    return found


def _bounded(dropped: Truths, links: Truths) -> Truths:
    """Keep the words that would make a gap too long."""
    dropped = dropped.copy()
    run = np.zeros(len(dropped), np.int64)
    led = np.zeros(len(dropped), bool)
    for at in range(dropped.shape[1]):
        dropped[:, at] &= run < MOST_WORDS + led
        led = np.where(run == 0, dropped[:, at] & links[:, at], led)
        run = np.where(dropped[:, at], run + 1, 0)
    return dropped


def _before(dropped: Truths, small: Numbers) -> Numbers:
    """Give the numbers of the dropped words right before each place, the nearest first."""
    alive, found = np.ones_like(dropped), []
    for by in range(1, MOST_WORDS + 2):
        alive = alive & _shifted(dropped, by).astype(bool)
        found.append(np.where(alive, _shifted(small, by), 0))
    return np.stack(found, 2)


def _first_marks(marks: Numbers, length: Numbers) -> Numbers:
    """Give the mark before each word, or that before the first of the words dropped before it."""
    found = marks
    for by in range(1, MOST_WORDS + 2):
        found = np.where(length == by, _shifted(marks, by), found)
    return found


def _marked_within(marks: Numbers, length: Numbers) -> Truths:
    """Say whether a mark stands inside a gap: then it is not known where that belongs."""
    found = np.zeros(marks.shape, bool)
    for by in range(MOST_WORDS + 1):
        found |= (length > by) & ((_shifted(marks, by) if by else marks) > NO_MARK)
    return found


def _smudged(
    marks: Numbers, length: Numbers, has_being: Truths, linked: Truths, rng: np.random.Generator
) -> Numbers:
    """Give the marks as a hurried writer has them: "Price: £4" for "is", a comma for "and"."""
    luck = rng.random(marks.shape)
    bare, seen = marks == NO_MARK, marks
    for where, low, high, mark in (
        (bare & has_being, 0.0, 0.16, COLON),
        (bare & has_being, 0.16, 0.24, COMMA),
        (bare & has_being, 0.24, 0.28, DASH),
        (bare & linked & ~has_being, 0.0, 0.5, COMMA),
        (bare & linked & ~has_being, 0.5, 0.6, OTHER),
        (bare & linked & has_being, 0.28, 0.6, COMMA),
        (bare & (length == 0), 0.985, 1.0, COMMA),
        (marks == STOP, 0.0, 0.2, COMMA),
        (marks == STOP, 0.2, 0.27, SEMICOLON),
        (marks == COMMA, 0.9, 1.0, NO_MARK),
    ):
        seen = np.where(where & (low <= luck) & (luck < high), mark, seen)
    return seen
