"""Words that mean something, and how near they come to each other, by root and by vector."""

import re
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.guided.rarity import rarity
from models.guided.tagging import tidy
from models.triage.features import vector_key
from models.triage.network import shipped

Words = tuple[str, ...]
SAME = 0.95  # so near, two words are one
NUMBER = 0.8  # the rarity of a number, and the least of any word
COMMON = 0.05
STEM = 5  # letters
_WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*")
_ENDING = re.compile(r"(?<=\w{3})(?:'s|ings?|ed|ers?|es|s|ly|e)$")
EMPTY = frozenset(
    """a about all also am an and any are as at be been being but by can can't cannot could did
    didn't do does doesn't don't dont for from get got had has have he hello her hers hi him his
    how i i'd i'll i'm i've if in is isn't it it's its just may me might must my no not of on
    one only or our out please really shall she should so some still such than thank thanks that
    that's the their them then there these they this those to too u up us very was we were what
    what's when where which who who's whom whose why will with won't would yet you
    your""".split()
)


def nearness(of: Words, within: Words) -> tuple[float, float, float]:
    """Give how near words come to others: in the mean, the share met, the rarest word met."""
    if not of or not within:
        return 0.0, 0.0, 0.0
    weights = _known(of)[2]
    near = _each(of, within)
    met = near >= SAME
    total = weights.sum()
    return (
        float(weights @ np.maximum(near, 0) / total),
        float(weights[met].sum() / total),
        float(weights[met].max(initial=0.0)),
    )


def each_nearness(of: Words, within: Words) -> list[float]:
    """Give how near (0 to 1) each word comes to the nearest of others."""
    if not of or not within:
        return [0.0] * len(of)
    near: list[float] = np.maximum(_each(of, within), 0).tolist()
    return near


def weight_of(word: str) -> float:
    """Give how much a word weighs: the rarer, the more."""
    return NUMBER if word[0].isdigit() else max(rarity(word), COMMON)


def _each(of: Words, within: Words) -> NDArray[Any]:
    (roots, vectors, _), (others, their_vectors, _) = _known(of), _known(within)
    each: NDArray[Any] = np.where(roots[:, None] == others, 1.0, vectors @ their_vectors.T).max(1)
    return each


@lru_cache(maxsize=512)
def _known(words: Words) -> tuple[NDArray[Any], NDArray[np.float32], NDArray[np.float64]]:
    """Give the words' roots, their vectors (words, width) of length 1 or 0, and their rarity."""
    return (
        np.array([root(word) for word in words]),
        np.array([vector_of(word) for word in words]),
        np.array([weight_of(word) for word in words]),
    )


@lru_cache(maxsize=4096)  # snippets are read again in every search
def words_of(text: str) -> Words:
    """Give the words of a text that mean something, each once."""
    words = _WORD.findall(tidy(text).lower())
    return tuple(
        dict.fromkeys(
            word for word in words if word not in EMPTY and (len(word) > 1 or word.isdigit())
        )
    )


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Give the beginning that a word shares with its other forms: "park" of "parking"."""
    return _ENDING.sub("", word)[:STEM]


@lru_cache(maxsize=8192)
def vector_of(word: str) -> NDArray[np.float32]:
    """Give a word's vector of length 1; of a number or an unknown word it is 0."""
    vectors = shipped().vectors
    if word[0].isdigit():  # all numbers share one vector, and are not alike
        return np.zeros(vectors.table.shape[1], np.float32)
    at = min(int(np.searchsorted(vectors.keys, np.uint32(vector_key(word)))), len(vectors.keys) - 1)
    if vectors.keys[at] != vector_key(word):
        return np.zeros(vectors.table.shape[1], np.float32)
    vector = vectors.table[at].astype(np.float32)
    result: NDArray[np.float32] = vector / (np.linalg.norm(vector) + 1e-9)
    return result


def likeness(one: str, other: str) -> float:
    """Give how alike two texts are by the vectors of all their words (-1 to 1)."""
    of, to = shipped().vectors.of(one), shipped().vectors.of(other)
    return float(of @ to / (np.linalg.norm(of) * np.linalg.norm(to) + 1e-9))
