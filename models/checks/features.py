"""Features: what the judge looks at in one sentence, and in what the sentence may rest on."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from models.checks.alike import all_likes, likes_of
from models.checks.kinds import kind_of
from models.checks.roots import base_of, is_mark, is_small, root
from models.checks.shapes import shapes_of
from models.checks.sieve import Sieve
from models.triage.features import plain, words_of

WIDTH = 1 << 17  # features share so many numbers
MOST_WORDS = 60  # of one sentence
HERE = Path(__file__).parent
_DIGIT = re.compile(r"\d")
_CLASS = re.compile(r"<([a-z]+)>")
_PICTURE = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
Weights = dict[int, float]


@dataclass(frozen=True)
class Around:
    """What a sentence may rest on: the comment, what we stand by, what others said."""

    comment: str
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


@cache
def cue_expressions() -> tuple[str, ...]:
    """Give the cues as regular expressions over small letters."""
    classes = {
        name: f"(?:{words})"
        for name, _, words in (line.partition(" = ") for line in _lines("classes.txt"))
    }
    return tuple(
        _CLASS.sub(lambda match: classes[match.group(1)], line) for line in _lines("cues.txt")
    )


def _lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=256)
def _held(text: str) -> frozenset[str]:
    """Give the roots of the words of a source, and its numbers in figures."""
    return frozenset(map(base_of, words_of(plain(text))))


@lru_cache(maxsize=256)
def bearing(text: str) -> frozenset[str]:
    """Give the roots of the words that carry a text, and its numbers in figures."""
    return frozenset(
        base_of(word) for word in words_of(plain(text)) if word[0].isalnum() and not is_small(word)
    )


class _Standing(dict[str, str]):
    """Where a word stands: a small word, a mark, in our sources, in theirs, near, or new.

    A word is looked up once.
    """

    def __init__(self, around: Around) -> None:
        none = frozenset[str]()
        self._ours = none.union(*map(_held, around.ours))
        self._theirs = none.union(*map(_held, (around.comment, *around.theirs)))
        self._likes = all_likes(self._ours | self._theirs)

    def __missing__(self, word: str) -> str:
        self[word] = self._of(word)
        return self[word]

    def _of(self, word: str) -> str:
        if is_small(word):
            return "-"
        if is_mark(word):
            return "."
        base = base_of(word)
        kind = "g" if base in self._ours else "c" if base in self._theirs else "n"
        if kind == "n" and not self._likes.isdisjoint(likes_of(base)):
            kind = "a"
        return kind.upper() if _DIGIT.search(base) else kind


_standing_in = lru_cache(maxsize=64)(_Standing)


@lru_cache(maxsize=64)
def _of_comment(comment: str) -> tuple[tuple[int, float], ...]:
    words = [root(word) for word in words_of(plain(comment))]
    counts = Counter(f"q:{word}" for word in words)
    return tuple(_scaled(counts, 1.0).items())


def _scaled(counts: Counter[str], length: float) -> Weights:
    norm = math.sqrt(sum(count * count for count in counts.values())) or 1.0
    weights: Weights = {}
    for name, count in counts.items():
        weights[_number(name)] = length * count / norm
    return weights


@lru_cache(maxsize=20_000)  # the words of a clause are those of its sentence
def _number(name: str) -> int:
    return crc32(name.encode()) % WIDTH


def number_of_cues() -> int:
    """Give how many cues there are."""
    return len(cue_expressions())


@cache
def _cues() -> tuple[Sieve, tuple[re.Pattern[str], ...]]:
    return Sieve(cue_expressions()), tuple(map(re.compile, cue_expressions()))


@lru_cache(maxsize=256)  # the network looks for them as well
def cues_of(text: str) -> tuple[int, ...]:
    """Give the places of the cues that a plain text holds."""
    sieve, cues = _cues()
    return tuple(place for place in sieve.may_match(text) if cues[place].search(text))


def features_of(sentence: str, around: Around) -> Weights:
    """Give the weighted features of a sentence or a clause.

    Each kind has its own length: words and their neighbours, cues, how far the sentence stands in
    its sources, and the comment.
    """
    low = plain(sentence)
    words = words_of(low)[:MOST_WORDS]
    stands = _standing_in(around)
    standing = [stands[word] for word in words]
    weights = _scaled(Counter(_lexical(words, standing)), 3.0)
    found = cues_of(low)
    flags = {f"cue:{place}": 0.6 for place in found}
    flags |= dict(_shape(sentence, words, standing, around))
    kind = kind_of(around.comment).name[0]
    for place in found:
        flags[f"cue-{kind}:{place}"] = 0.4
        if standing.count("n") == 0:  # a cue says less where our facts hold the sentence
            flags[f"cue-held:{place}"] = 0.4
    flags |= dict.fromkeys(_acts(low, kind, stands), 0.4)
    for name, weight in flags.items():
        weights[_number(name)] = weights.get(_number(name), 0.0) + weight
    for number, weight in _of_comment(around.comment):
        weights[number] = weights.get(number, 0.0) + weight
    return weights


def _acts(low: str, kind: str, stands: _Standing) -> Iterator[str]:
    """Say what each clause does, of whom, and how much of it is new."""
    yield f"kind:{kind}"
    for shape in shapes_of(low):
        count = sum(stands[word] in "nN" for word in shape.words if word != "not")
        new = str(min(count, 3))
        act = f"{shape.subject} {shape.time}"
        verb = root(shape.words[shape.verb]) if shape.verb >= 0 else "-"
        yield from (f"subject:{shape.subject}", f"time:{shape.time}", f"act:{act}")
        yield from (f"subject:{shape.subject} {kind}", f"act:{act} {kind}", f"act:{act} {new}")
        yield from (f"subject:{shape.subject} {new} {kind}", f"time:{shape.time} {new} {kind}")
        yield from (f"verb:{shape.subject} {verb}", f"verb:{verb} {new}")
        for mark in shape.marks:
            yield from (f"mark:{mark} {new}", f"mark:{mark} {kind}", f"mark:{mark} {shape.subject}")
            yield f"mark:{mark} {shape.time}"


def _lexical(words: list[str], standing: list[str]) -> Iterator[str]:
    bare = ["0" if _DIGIT.search(word) else word for word in words]
    edged = ["^", *bare, "$"]
    mixed = [
        "^",
        *(word if place in "-." else place for word, place in zip(bare, standing, strict=True)),
        "$",
    ]
    for word, place in zip(bare, standing, strict=True):
        yield f"w:{word}"
        if place not in "-.":
            yield f"r:{root(word)}"
            yield f"{place}:{root(word)}"
    for kind, line in (("b", edged), ("m", mixed)):
        yield from (f"{kind}2:{one} {two}" for one, two in pairwise(line))
        yield from (
            f"{kind}3:{one} {two} {three}"
            for one, two, three in zip(line, line[1:], line[2:], strict=False)
        )
    yield from (f"s:{one} _ {two}" for one, two in zip(edged, edged[2:], strict=False))


def _shape(
    sentence: str, words: list[str], standing: list[str], around: Around
) -> Iterator[tuple[str, float]]:
    bearing = [place for place in standing if place not in "-."]
    new = sum(place in "nN" for place in bearing)
    ending = sentence.rstrip()[-1:]
    yield "one", 1.0
    yield "asks", float("?" in sentence[-6:])
    yield "shouts", float(ending == "!")
    yield "picture", float(bool(_PICTURE.search(sentence)))
    yield "facts", 0.5 * bool(around.ours)
    yield "asked", 0.5 * ("?" in around.comment)
    yield "length", min(len(words), 40) / 20
    yield "new", min(new, 6) / 4
    yield "share", new / max(1, len(bearing))
    yield "given", min(standing.count("g"), 5) / 4
    yield "told", min(standing.count("c"), 5) / 4
    yield f"new={min(new, 3)}", 0.5
    yield "figure", float("N" in standing)
    yield "known-figure", 0.5 * ("G" in standing or "C" in standing)
    yield "short", float(len(words) <= 4)
