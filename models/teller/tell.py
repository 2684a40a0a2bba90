"""Saying jotted facts and notes in sentences: the net writes, within bounds.

A word that was not jotted is one that adds nothing, another form of a jotted one, or what a short
form stands for; and every figure, name and word of content is said, none oftener than it stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.guided.shorthand import in_full_words
from models.guided.tagging import common_words, proper_names
from models.halves import load_arrays
from models.reader.encoder import Floats
from models.teller.bounds import Bounds, must_be_said, unsaid
from models.teller.served import Net
from models.teller.tokens import BEGIN, END, SPECIAL, Token, ending, joined, led, numbers

WEIGHTS = Path(__file__).parent / "weights.npz"
BEAMS = 4
LONGEST = 60  # tokens that are read, or written
UNLIKELY = 1e-4  # the chance of what is never written
_BEFORE_A_CAPITAL = frozenset(".:;!?-–—>")
_ARTICLE = re.compile(r"\b([Aa])n? (?=[a-z\d])")  # before a name in capitals it stays
_AS_A_VOWEL = re.compile(
    r"(?:[aei]|o(?!ne\b|ne-|nce)|u(?!ni|s[aei]|tili)|hour|8|1[18]\b|1[18][ap]m)"
)
_CAPITALS = frozenset(("i", "i'm", "i'll", "i've"))


@dataclass(frozen=True)
class Told:
    """What was written; `sureness` is the chance of its least likely token, `mean` of all."""

    text: str
    sureness: float
    mean: float


@dataclass(frozen=True)
class Beam:
    """What is written so far; `places`: where it was copied from, -1 for own tokens."""

    number: int = BEGIN  # of the last token
    ending: int = 0
    text: tuple[Token, ...] = ()
    places: tuple[int, ...] = ()
    total: float = 0.0  # log-probability
    least: float = 1.0
    left: Mapping[str, int] | None = None  # how often each word that must be said still may be
    before: int = 0  # the beam that it continues

    @property
    def value(self) -> float:
        """The mean log-probability of a token."""
        return self.total / max(1, len(self.text) + (self.number == END))


class Teller:
    """Writes what was jotted as sentences."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        names = [str(word) for word in arrays["vocabulary"]]
        self._vocabulary = {word: at for at, word in enumerate(names, SPECIAL)}
        self._names = [""] * SPECIAL + names
        self._net = Net({name: value for name, value in arrays.items() if value.dtype.kind == "f"})
        self._bounds = Bounds(self._names[: self._net.own], map(str, arrays["free"]))

    def told(self, text: str, kind: str) -> Told | None:
        """Write a jotted text as sentences; None where it cannot be said whole."""
        source = led(kind, in_full_words(text))
        if not 1 < len(source) <= LONGEST:
            return None
        words = [token.text.lower() for token in source]
        read = numbers([token.text for token in source], self._vocabulary)
        seen, state = self._net.read(read), self._net.begin()
        allowed = self._bounds.of(words[1:])
        allowed[END] = True
        beams = [Beam(left=Counter(word for word in words if must_be_said(word)))]
        done: list[Beam] = []
        while beams and len(done) < BEAMS and state.count < LONGEST:
            own, copied, state = self._net.write(
                [beam.number for beam in beams], [beam.ending for beam in beams], state, seen
            )
            own = np.where(allowed, own, 0)
            copied[:, 0] = 0  # what the text is for
            found = sorted(
                (
                    further
                    for at, beam in enumerate(beams)
                    for further in self._further(beam, at, own[at], copied[at], source, read[0])
                ),
                key=lambda beam: -beam.value,
            )
            done += [beam for beam in found if beam.number == END]
            beams = [beam for beam in found if beam.number != END][:BEAMS]
            state = state.of([beam.before for beam in beams])
        whole = [beam for beam in done if not self._lacks(beam)]
        if not whole:
            return None
        best = max(whole, key=lambda beam: beam.value)
        return Told(
            _with_capitals(_with_articles(joined(best.text))), best.least, float(np.exp(best.value))
        )

    def _further(
        self,
        beam: Beam,
        before: int,
        own: Floats,
        copied: Floats,
        source: Sequence[Token],
        read: Sequence[int],
    ) -> Iterator[Beam]:
        """Yield the likeliest ways on."""
        chances = {int(at): float(own[at]) for at in np.argpartition(-own, BEAMS)[:BEAMS]}
        for place, number in enumerate(read):
            said = float(own[number]) if number < len(own) else 0.0
            chances[number] = chances.get(number, said) + float(copied[place])
        for number, chance in sorted(chances.items(), key=lambda item: -item[1])[:BEAMS]:
            if chance < UNLIKELY:
                return
            place = _place(number, read, copied, len(own))
            word = source[place].text if place >= 0 else self._names[number]
            left, lower = beam.left or {}, word.lower()
            if lower in left:
                if not left[lower]:
                    continue  # it was said already
                left = {**left, lower: left[lower] - 1}
            token = (
                Token("")
                if number == END
                else _copied(source, place, beam.places)
                if place >= 0
                else Token(_proper(word))
            )
            yield Beam(
                number,
                ending(word) if word else 0,
                beam.text if number == END else (*beam.text, token),
                (*beam.places, place),
                beam.total + float(np.log(chance)),
                min(beam.least, chance),
                left,
                before,
            )

    def _lacks(self, beam: Beam) -> bool:
        said = [token.text.lower() for token in beam.text]
        return not said or bool(unsaid(Counter(beam.left or {}), said))


def _place(number: int, read: Sequence[int], copied: Floats, known: int) -> int:
    """Give the likeliest place that a token is copied from; -1 where it is one of ours."""
    places = [at for at, one in enumerate(read) if one == number]
    best = max(places, key=lambda at: float(copied[at]), default=-1)
    return best if best >= 0 and (copied[best] > UNLIKELY or number >= known) else -1


def _copied(source: Sequence[Token], place: int, before: Sequence[int]) -> Token:
    """Give a token as it is copied: without the capital that only its place gave it."""
    token = source[place]
    lower = token.text.lower()
    begins = place == 1 or source[place - 1].text in _BEFORE_A_CAPITAL
    is_common = lower in common_words() and lower not in proper_names()
    text = lower if begins and is_common and token.text[1:].islower() else token.text
    return Token(text, token.glued and bool(before) and before[-1] == place - 1)


def _proper(word: str) -> str:
    return word.capitalize() if word in proper_names() or word in _CAPITALS else word


def _with_articles(text: str) -> str:
    """Write "a" or "an" as the word behind it begins."""

    def article(found: re.Match[str]) -> str:
        return f"{found[1]}{'n' if _AS_A_VOWEL.match(text, found.end()) else ''} "

    return _ARTICLE.sub(article, text)


def _with_capitals(text: str) -> str:
    """Begin each sentence with a capital."""
    written, begins = [], True
    for word in text.split(" "):
        written.append(word[:1].upper() + word[1:] if begins else word)
        begins = word.endswith((".", "!", "?"))
    return " ".join(written)


@cache
def shipped() -> Teller:
    """Read the shipped weights once."""
    return Teller(load_arrays(WEIGHTS))


@lru_cache(maxsize=512)  # a fact is told in every tone
def told(text: str, kind: str = "fact") -> Told | None:
    """Write a jotted text as sentences; None where it cannot be said whole.

    `kind`: fact, or what a point of a note is for (say, offer, ask, own, wish).
    """
    return shipped().told(text, kind)
