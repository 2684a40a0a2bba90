"""Features: what the classifier looks at in a comment and in what stands around it."""

import math
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

from models.prompt import Brief
from models.tables import table_of

TABLE = Path(__file__).parent / "concepts.toml"
TOKEN = re.compile(r"[£$€₹]?\d[\d.,:/]*\w*|[^\W\d_]+(?:['&-][^\W\d_]+)*|\[[a-z]+\]|[^\w\s]")
LONGEST_PHRASE = 4
MOST_WORDS = 400  # of one text; what comes after adds time and little else
PLATFORMS = (
    "youtube", "x", "instagram", "facebook", "linkedin", "reddit", "tiktok", "blog", "reviews",
    "mastodon", "bluesky", "forum",
)  # fmt: skip


def plain(text: str) -> str:
    """Give the text in lower case with straight quotes and single spaces."""
    straight = unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(straight.lower().split())


@lru_cache(maxsize=64)  # what stands around a comment is read again for every clause of it
def read_words(text: str) -> list[str]:
    """Give the first words of a text as it was typed."""
    return words_of(plain(text))[:MOST_WORDS]


def words_of(text: str) -> list[str]:
    """Give words, numbers, and single marks and emoji of a plain text."""
    return TOKEN.findall(text)


@cache
def _concepts() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Read the table once: whole words and phrases to concepts, and beginnings to concepts."""
    whole: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    for concept, line in table_of(TABLE).items():
        for word in line.split():
            if word.endswith("*"):
                beginnings.setdefault(word[:-1], []).append(concept)
            else:
                whole.setdefault(word.replace("_", " "), []).append(concept)
    return whole, beginnings


def concepts_of(words: list[str]) -> dict[str, int]:
    """Count the concepts that words and phrases stand for."""
    whole, beginnings = _concepts()
    counts: dict[str, int] = {}
    for start, word in enumerate(words):
        found = [
            name for size in range(1, len(word) + 1) for name in beginnings.get(word[:size], ())
        ]
        for size in range(1, LONGEST_PHRASE + 1):
            found += whole.get(" ".join(words[start : start + size]), ())
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    return counts


@cache
def concept_names() -> list[str]:
    """Give the concepts in the order in which they stand in a row of numbers."""
    return list(table_of(TABLE))


def parts_of(brief: Brief) -> dict[int, float]:
    """Give hashed words, pairs and parts of words of the comment, and words around it.

    Each kind has length 1, so that a long fact does not drown a short comment.
    """
    words = read_words(brief.comment)
    edged = [f" {word} " for word in words]
    kinds = [
        [f"w:{word}" for word in words]
        + [f"b:{one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True)],
        [
            f"c:{word[start : start + size]}"
            for word in edged
            for size in (3, 4, 5)
            for start in range(len(word) - size + 1)
        ],
        _named("a:", brief.brand.what),
        _named("n:", brief.note),
        _named("f:", " ".join(brief.facts)),
        _named("t:", " ".join(turn.text for turn in brief.thread[-2:])),
    ]
    weights: dict[int, float] = {}
    for names in kinds:
        counts = Counter(names)
        norm = math.sqrt(sum((1 + math.log(count)) ** 2 for count in counts.values())) or 1
        for name, count in counts.items():
            weights[hashed(name)] = (1 + math.log(count)) / norm
    return weights


def _named(kind: str, text: str) -> list[str]:
    return [kind + word for word in read_words(text)]


def hashed(name: str) -> int:
    """Give the stable number of a feature's name."""
    return crc32(name.encode())


def vector_key(word: str) -> int:
    """Give the number under which a word's vector stands; all numbers share one."""
    return hashed("0" if any(character.isdigit() for character in word) else word)


def around_of(brief: Brief, words: list[str]) -> list[float]:
    """Give what the comment looks like and what stands around it, as numbers near 0 or 1."""
    text = brief.comment
    last = brief.thread[-1].who if brief.thread else ""
    own = set(words)
    overlap = max((len(_content(fact) & own) for fact in brief.facts), default=0)
    letters = sum(character.isalpha() for character in text) or 1
    flags = [
        *(brief.platform == platform for platform in PLATFORMS),
        not brief.thread, last == "us", last == "them", last == "other",
        any(turn.who == "us" for turn in brief.thread), bool(brief.post), bool(brief.note),
        last == "us" and "?" in brief.thread[-1].text,
        not brief.facts, len(brief.facts) > 1, overlap > 0, overlap > 1, overlap > 2,
        *(len(words) <= limit for limit in (2, 5, 10, 20, 40, 80)),
        "?" in text, text.rstrip().endswith("?"), text.count("?") > 1,
        "!" in text, text.count("!") > 1, "..." in text or "\u2026" in text,
        sum(character.isupper() for character in text) / letters > 0.5, text[:1].islower(),
        any(character.isdigit() for character in text), re.search(r"\d{5}", text) is not None,
        "@" in text, text.startswith("@"), "http" in text or ".com" in text or "[link]" in text,
        any(character > "\u2190" for character in text), '"' in text,
    ]  # fmt: skip
    return [math.log1p(len(words)) / 3, *map(float, flags)]


def _content(text: str) -> set[str]:
    return {word for word in words_of(plain(text)) if len(word) > 3}
