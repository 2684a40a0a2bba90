"""Putting the small words that a jotted text lacks back into it, in numpy alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.guided.tagging import common_words, proper_names
from models.halves import load_arrays
from models.near_layers import moved, rms_normed
from models.reader.encoder import Floats, gelu, softmax
from models.restorer.gaps import Classes
from models.restorer.words import (
    COLON,
    COMMA,
    DASH,
    NO_MARK,
    QUESTION,
    SEMICOLON,
    STOP,
    Jotting,
    numbers,
    read,
)

WEIGHTS = Path(__file__).parent / "weights.npz"
SURE = 0.5  # that nothing is missing, and of a mark that changes where words are put in
CLEAR_TENSE = 1.25  # a tense that has four fifths of what there is of both is sure
CLEAR = 2.0  # a word that has half of what is missing is as sure as all of it
SURE_OF_A_MARK = 0.8  # that is changed by itself
_GUESSED = frozenset(  # who acted, and what one may or must do
    """i my he his she her you i'm i've i'll he's she's you're you've you'll do did would could
    should must may can""".split()
)
_ALLOWED = ("you can", "can be")
_BEING = re.compile(r"(?i)\b(?:is|are|was|were|has|have|had|(?:it|there|that|they|we)'\w+)\b")
_TENSES = (re.compile(r"\b(?:is|are|\w+'s|\w+'re)\b"), re.compile(r"\b(?:was|were|been|had)\b"))
_SIGNS = {NO_MARK: "", COMMA: ",", STOP: ".", SEMICOLON: ";", COLON: ":", DASH: " –", QUESTION: "?"}


@dataclass(frozen=True)
class Gap:
    """What belongs before a word: small words and a mark, and how sure that is."""

    words: str
    mark: int
    sureness: float


@dataclass(frozen=True)
class Restored:
    """A text with its small words; `sureness` is that of its least sure gap."""

    text: str
    sureness: float


class Restorer:
    """The net, as `train.py` made it."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._classes = Classes(tuple(int(number) for number in arrays["codes"]))
        self._vocabulary = {str(word): at for at, word in enumerate(arrays["vocabulary"], 1)}
        self._arrays = {
            name: value for name, value in arrays.items() if name not in ("codes", "vocabulary")
        }
        guesses = [
            not run.startswith(_ALLOWED) and bool(_GUESSED & {*run.split()})
            for run in self._classes.runs
        ]
        self._arrays["runs.bias"][guesses] = -np.inf
        self._tenses = [
            np.array([bool(tense.search(run)) for run in self._classes.runs]) for tense in _TENSES
        ]
        self._blocks = sorted(
            {
                name.rpartition(".")[0].rpartition(".")[0]
                for name in arrays
                if name.startswith("blocks.")
            }
        )
        near = next(value for name, value in arrays.items() if name.endswith(".near.weight"))
        self._heads = near.shape[1]

    def gaps(self, jotting: Jotting) -> list[Gap]:
        """Say what belongs before each word of a text."""
        logits = self._logits(jotting)
        links, runs, marks = (softmax(values) for values in logits)
        found, has_being = [], False
        for place, (word, seen) in enumerate(zip(jotting.words, jotting.marks, strict=True)):
            link, of_link = _likeliest(links[place])
            run, of_run = _likeliest(runs[place])
            of_run *= self._of_tense(run, runs[place])
            put = f"{self._classes.links[link]} {self._classes.runs[run]}".strip()
            mark, of_mark = int(marks[place].argmax()), float(marks[place].max())
            keeps = not place or mark == seen or of_mark <= (SURE if put else SURE_OF_A_MARK)
            mark, sureness = (seen, 1.0) if keeps else (mark, of_mark)
            begins_clause = bool(link) or mark != NO_MARK
            if has_being and not begins_clause and _BEING.search(put):  # a clause has one
                put, of_run = "", 1 - of_run
            if mark == COLON and _BEING.match(put):
                mark = NO_MARK
            has_being = bool(_BEING.search(f"{put} {word}")) or (has_being and not begins_clause)
            found.append(Gap(put, mark, of_link * of_run * sureness))
        return found

    def _of_tense(self, run: int, chances: Floats) -> float:
        """Say how sure the tense of a form of "be" is: what was may be over."""
        both = [float(chances[tense].sum()) for tense in self._tenses]
        own = next(
            (share for share, tense in zip(both, self._tenses, strict=True) if tense[run]), 0
        )
        return min(1.0, CLEAR_TENSE * own / sum(both)) if own else 1.0

    def _logits(self, jotting: Jotting) -> tuple[Floats, Floats, Floats]:
        words, shapes, endings = numbers(jotting.words, self._vocabulary)
        states = (
            self._arrays["words.weight"][words]
            + self._arrays["shapes.weight"][shapes]
            + self._arrays["endings.weight"][endings]
            + self._arrays["marks.weight"][list(jotting.marks)]
        )
        for at in self._blocks:
            is_attention = f"{at}.near.weight" in self._arrays
            states = states + (self._attended if is_attention else self._mixed)(
                rms_normed(states), at
            )
        states = rms_normed(states)
        middle = gelu(self._applied("middle", np.concatenate([moved(states, 1), states], 1)))
        return (
            self._applied("links", middle),
            self._applied("runs", middle),
            self._applied("true_marks", middle),
        )

    def _mixed(self, normed: Floats, at: str) -> Floats:
        around = np.concatenate([moved(normed, 1), normed, moved(normed, -1)], 1)
        return self._applied(f"{at}.out", gelu(self._applied(f"{at}.mix", around)))

    def _attended(self, normed: Floats, at: str) -> Floats:
        count, near = len(normed), self._arrays[f"{at}.near.weight"]
        taken = self._applied(f"{at}.taking", normed).reshape(count, 3, self._heads, -1)
        asked, known, given = taken.transpose(1, 2, 0, 3)
        furthest = len(near) // 2
        places = np.arange(count)
        apart = np.clip(places[None] - places[:, None], -furthest, furthest) + furthest
        scores = asked @ known.transpose(0, 2, 1) / np.float32(asked.shape[-1] ** 0.5)
        mixed = softmax(scores + near[apart].transpose(2, 0, 1)) @ given
        return self._applied(f"{at}.out", mixed.transpose(1, 0, 2).reshape(count, -1))

    def _applied(self, layer: str, values: Floats) -> Floats:
        result: Floats = values @ self._arrays[f"{layer}.weight"].T + self._arrays[f"{layer}.bias"]
        return result


@lru_cache(maxsize=512)  # a fact is told in every tone
def restored(text: str) -> Restored:
    """Put into a text what it lacks. Only small words and marks change, and capitals."""
    jotting = read(text)
    if not jotting.words:
        return Restored(text, 1.0)
    gaps = shipped().gaps(jotting)
    written, sureness = "", 1.0
    for place, (word, gap, raw) in enumerate(zip(jotting.words, gaps, jotting.gaps, strict=True)):
        if place and not re.search(r"\s", raw):
            written += raw + word  # "8–9", "Fri/Sat"
            continue
        sureness = min(sureness, gap.sureness)
        begins = not place or gap.mark == STOP
        if begins and gap.words:
            put, word = gap.words[0].upper() + gap.words[1:], _lowered(word)
        else:
            put = gap.words
            word = word[0].upper() + word[1:] if begins else word
        written += _between(raw, jotting.marks[place], gap.mark, put, place == 0) + word
    return Restored((written + jotting.tail).strip(), sureness)


def _lowered(word: str) -> str:
    """Give a word that began a sentence for the inside of one; names keep their capital."""
    is_common = word.lower() in common_words() and word.lower() not in proper_names()
    return word.lower() if is_common and word[1:].islower() else word


def _between(raw: str, seen: int, mark: int, words: str, is_first: bool) -> str:
    """Write what stands between two words."""
    behind = f"{words} " if words else ""
    if is_first:
        return behind or raw.lstrip()
    if mark == seen:
        return f"{raw.rstrip()} {behind}" if words else raw
    return f"{_SIGNS.get(mark, '')} {behind}"


def _likeliest(chances: Floats) -> tuple[int, float]:
    """Give the likeliest class, and how sure it is that there is one or none.

    Where words are sure to be missing it matters less which, unless many others are as likely.
    """
    if chances[0] > SURE:
        return 0, float(chances[0])
    best = 1 + int(chances[1:].argmax())
    missing = 1 - float(chances[0])
    return best, missing * min(1.0, CLEAR * float(chances[best]) / missing)


@cache
def shipped() -> Restorer:
    """Read the shipped weights once."""
    return Restorer(load_arrays(WEIGHTS))
