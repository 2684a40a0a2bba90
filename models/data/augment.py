"""Augmentation that keeps truth: the same exchange with other names, other values, other company.

Names and values are changed alike in every text of an exchange, so that a reply that copied a value
from its facts still does. A fact that a reply needs is never taken away: the honest reply to what
nobody knows is written by people, not made here.
"""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from models.data.values import other_values
from models.data.written import Exchange

_WORD = re.compile(r"[^\W\d_]+")
_PERSON = re.compile(r"[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]*\.?)*")
_HE_OR_SHE = re.compile(r"\b(?:s?he|him|her|hers|his)\b", re.I)
_NO_NAMES = frozenset(  # months, days and titles: people are called so, and much else is
    """january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday christmas easter captain monsieur madame dona
    doña senhora señora frau herr pani doamna tita tito aunty auntie uncle nana granny grandma
    grandad doctor professor father mother sister brother""".split()
)
_SHORTEST_NAME = 4  # letters
_LEAST_SAID = 4  # stems; a shorter fact might belong to anything
_SHORTEST_MISTYPED = 5  # letters

Change = Callable[[str], str]


@dataclass(frozen=True)
class Pool:
    """What can be put into an exchange: names that are no words, and facts by kind of brand."""

    brands: tuple[str, ...]
    people: tuple[str, ...]
    facts: dict[str, tuple[tuple[str, str], ...]]  # file of exchanges → (brand, fact)


def pool_of(rows: Sequence[Exchange]) -> Pool:
    """Gather the names and facts of exchanges."""
    brands_of: dict[str, set[str]] = {}  # capitalised word → the brands that use it
    words = set(_NO_NAMES)
    for row in rows:
        for word in _WORD.findall(" ".join([row["brand"]["name"], *_edited(row)])):
            if word.islower():
                words.add(word)
            else:
                brands_of.setdefault(word, set()).add(row["brand"]["name"])
    shared = {word.lower() for word, brands in brands_of.items() if len(brands) > 1}
    authors = (row["author"] for row in rows if _PERSON.fullmatch(row["author"]))
    facts: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        for fact in row["facts"]:
            facts.setdefault(_kind(row), []).append((row["brand"]["name"], fact["text"]))
    return Pool(
        brands=_names((row["brand"]["name"] for row in rows), words | shared),
        people=_names((author.split()[0] for author in authors), words),
        facts={kind: tuple(found) for kind, found in facts.items()},
    )


def changed(row: Exchange, pool: Pool, random: Random) -> Exchange:
    """Give an exchange with some of this changed; which, `random` alone decides."""
    other = copy.deepcopy(row)
    if random.random() < 0.5:
        other = other_names(other, pool, random)
    if random.random() < 0.7 and row["risk"] != "high":  # there, numbers to call are real
        other = _everywhere(other, other_values(_sources(other), _replies(other), random))
    if random.random() < 0.4:
        drop_needless_fact(other, random)
    if random.random() < 0.4:
        add_foreign_fact(other, pool, random)
    if random.random() < 0.5:
        random.shuffle(other["facts"])
    if random.random() < 0.4:
        other["comment"] = mistyped(other["comment"], " ".join(_replies(other)), random)
    return other


def other_names(row: Exchange, pool: Pool, random: Random) -> Exchange:
    """Call the brand otherwise, and people too where nothing says he or she of them."""
    text = "\n".join([row["brand"]["name"], *_sources(row), *_replies(row)])
    swaps: dict[str, str] = {}
    kinds = [pool.brands] if _HE_OR_SHE.search(text) else [pool.brands, pool.people]
    for names in kinds:
        known = set(names)
        for name in dict.fromkeys(word for word in _WORD.findall(text) if word in known):
            new = random.choice(names)
            whole = len(_whole(name).findall(text))
            is_free = new.lower() not in text.lower()
            if is_free and new not in swaps.values() and whole == text.lower().count(name.lower()):
                swaps[name] = new

    def swap(text: str) -> str:
        for name, new in swaps.items():
            text = _whole(name).sub(lambda found, new=new: _cased(new, found.group()), text)  # type: ignore[misc]
        return text

    return _everywhere(row, swap)


def drop_needless_fact(row: Exchange, random: Random) -> None:
    """Take away a fact that no reply rests on, if there is one."""
    needless = [fact for fact in row["facts"] if fact["id"] not in row["uses"]]
    if needless:
        row["facts"].remove(random.choice(needless))


def add_foreign_fact(row: Exchange, pool: Pool, random: Random) -> None:
    """Add a fact of a brand of like kind that has nothing to do with anything said here."""
    brand, text = random.choice(pool.facts.get(_kind(row), (("", ""),)))
    said = _stems(" ".join([row["brand"]["name"], *_sources(row), *_replies(row)]))
    stems = _stems(text)
    if len(stems) >= _LEAST_SAID and not stems & (said | _stems(brand)):
        at = random.randint(0, len(row["facts"]))
        row["facts"].insert(at, {"id": "foreign", "text": text})


def mistyped(comment: str, replies: str, random: Random) -> str:
    """Give a comment as typed in a hurry; words that the replies take up keep their letters."""
    if random.random() < 0.5 and not comment.isupper():
        comment = comment.lower()
    if random.random() < 0.5:
        comment = re.sub(r"(?<=\w)['’](?=\w)", "", comment)
    if random.random() < 0.5:
        comment = comment.rstrip(".")
    kept = {word.lower() for word in _WORD.findall(replies)}
    places = [
        found
        for found in _WORD.finditer(comment)
        if len(found.group()) >= _SHORTEST_MISTYPED
        and found.group().islower()
        and found.group() not in kept
    ]
    if places and random.random() < 0.6:
        found = random.choice(places)
        at = random.randrange(found.start() + 1, found.end() - 1)
        comment = comment[:at] + comment[at + 1] + comment[at] + comment[at + 2 :]
    return comment


def _everywhere(row: Exchange, change: Change) -> Exchange:
    """Give an exchange with every text of it changed; its labels stay."""
    brand, bad = row["brand"], row.get("bad")
    other: dict[str, Any] = row | {
        "brand": brand | {key: change(brand[key]) for key in ("name", "what", "voice")},
        **{key: change(row[key]) for key in ("post", "author", "comment", "note")},
        "thread": [turn | {"text": change(turn["text"])} for turn in row["thread"]],
        "facts": [fact | {"text": change(fact["text"])} for fact in row["facts"]],
        "replies": {tone: change(text) for tone, text in row["replies"].items()},
    }
    if bad:
        other["bad"] = bad | {"text": change(bad["text"])}
    return other


def _sources(row: Exchange) -> list[str]:
    """Give what replies may rest on, and the comment and its author."""
    return [
        *(fact["text"] for fact in row["facts"]),
        row["note"],
        *(turn["text"] for turn in row["thread"]),
        row["post"],
        row["comment"],
        row["author"],
        row["brand"]["what"],
        row["brand"]["voice"],
    ]


def _replies(row: Exchange) -> list[str]:
    return [*row["replies"].values(), *([row["bad"]["text"]] if row.get("bad") else [])]


def _edited(row: Exchange) -> Iterator[str]:
    """Yield the texts in which a word of small letters is a word and no name."""
    yield from row["replies"].values()
    yield from (fact["text"] for fact in row["facts"])
    yield from (row["brand"]["what"], row["post"])


def _kind(row: Exchange) -> str:
    return str(row["id"]).rpartition("-")[0]


def _names(texts: Iterator[str], words: set[str]) -> tuple[str, ...]:
    """Give the capitalised words of texts that are no words of the language, in order."""
    found = {
        word
        for text in texts
        for word in _WORD.findall(text)
        if len(word) >= _SHORTEST_NAME and word.istitle() and word.lower() not in words
    }
    return tuple(sorted(found))


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", re.I)


def _cased(name: str, like: str) -> str:
    if like.isupper():
        return name.upper()
    return name.lower() if like.islower() else name


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in _WORD.findall(text) if len(word) >= 4}
