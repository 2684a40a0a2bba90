"""The words of a hurried note as letters, one for the kind of each, for patterns to be read off."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from models.guided.addressed import ROLE
from models.guided.grammar import (
    BE,
    CONTRACTED,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    core,
    is_participle,
    words_of,
)
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import DAY, MONEY, MONTH

# d determiner or possessive · # number · $ money · w day, month or hour · u unit of time
# n noun · N noun or order ("swap") · q one who acts ("driver") · s several · m name
# S several, or what one does ("calls")
# p subject · o object · b form of be · c "it's" · h other helping verb · f finite verb
# v bare verb · e participle · g "-ing" · a state or adjective · r adverb · i preposition · t "to"
# & and, or · j if, when, that · x not · z no · y yes · l link · , comma · ? all else
_PARTS = re.compile(r",|[^\s,]+(?:,\d[^\s,]*)*")
_LINK = re.compile(
    r"\S+@\S+\.\S+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*|[\w-]+\.example\S*"
)
_HOUR = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?(?:am|pm)|\d{1,2}:\d\d|\d{1,2}(?:st|nd|rd|th)|noon|midnight"
)
_CALENDAR = re.compile(
    rf"(?:{DAY}|{MONTH})(?:'s)?|(?:today|tomorrow|tonight|yesterday|weekends?|mornings?|evenings?|"
    r"afternoons?|nights?|weekdays?|spring|summer|autumn|winter|Christmas|Easter|daily|am|pm)"
)
_UNIT = re.compile(r"(?:second|minute|hour|day|week|month|year)s?")
_SUBJECTS = frozenset(
    "i we you he she it they there nobody everyone everybody somebody someone anyone nothing "
    "everything".split()
)
_OBJECTS = frozenset("me us him them yours ours hers".split())
_EITHER = frozenset("this that these those all both some most none each another any".split())
_ORDERS = ("ours", "ours_to_you", "theirs")


def parts(text: str) -> list[str]:
    """Give words and commas."""
    return _PARTS.findall(text)


def letters(words: Sequence[str]) -> str:
    """Give the kinds of words, a letter for each."""
    return _letters(tuple(words))


@lru_cache(maxsize=256)  # each way of completing a point asks for them
def _letters(words: tuple[str, ...]) -> str:
    return "".join(_letter(words, at) for at in range(len(words)))


def _letter(words: Sequence[str], at: int) -> str:
    word, bare = words[at], core(words[at])
    after = core(words[at + 1]) if at + 1 < len(words) else ""
    if word == ",":
        return ","
    if at and core(words[at - 1]) == "being" and bare.endswith("ed"):
        return "e"
    if not at and bare.endswith("ing") and bare not in words_of("not_doing"):
        return "g"
    if word[:1] in "\"'(":
        return "?"
    if _LINK.fullmatch(word.strip(".;!?")):
        return "l"
    if re.fullmatch(MONEY, bare):
        return "$"
    if _HOUR.fullmatch(bare) or _CALENDAR.fullmatch(word.strip(".;!?")):
        return "w"
    if re.match(r"\d", bare):
        return "#"
    if bare in _EITHER:
        return "d" if _is_thing(after) else "p"
    if bare == "her":
        return "d" if _is_thing(after) else "o"
    if word[:1].isupper() and word[1:2].islower() and not _is_common(bare, opens=not at):
        return "m"
    return _of_closed(word, bare) or _of_open(bare)


def _is_common(word: str, *, opens: bool) -> bool:
    """Say whether a word with a capital is no name: "They", or what opens a note."""
    return word in _SUBJECTS or (opens and word in lexicon() and not is_name(word))


def _is_thing(word: str) -> bool:
    return lexicon().get(word) in ("noun", "adjective") or word in ("one", "ones")


def _of_closed(word: str, bare: str) -> str:
    """Give the letter of a small word; "" where it is none."""
    if CONTRACTED.match(word.strip(".;:!?")):
        return "c"
    if BE.match(bare):
        return (
            "b"
            if bare in ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")
            else "h"
        )
    for letter, known in _CLOSED:
        if bare in known:
            return letter
    return "u" if _UNIT.fullmatch(bare) else ""


_CLOSED = (
    ("p", _SUBJECTS),
    ("o", _OBJECTS),
    ("y", frozenset(("yes", "yep", "yeah", "yh"))),
    ("z", frozenset(("no", "nope"))),
    ("x", frozenset(("not", "never"))),
    ("n", frozenset(("one", "mum", "dad", "nan"))),
    ("s", frozenset(("ones", "others"))),
    ("&", frozenset(("and", "or", "but", "plus", "minus"))),
    ("t", frozenset(("to",))),
    ("r", frozenset("back here there out off now too".split())),
    ("i", PREPOSITIONS),
    ("j", JOINING - {"and", "or", "but"}),
    ("d", DETERMINERS | set("next last own first second third".split())),
)


@cache
def _of_open(bare: str) -> str:
    """Give the letter of a word that names a thing, a deed or a state."""
    kind = lexicon().get(bare)
    if bare in words_of("adverbs") or kind == "adverb" or bare.endswith("ly"):
        return "r"
    if bare in words_of("happens"):
        return "f"
    if is_participle(bare):
        return "e"
    if bare in words_of("past"):
        return "f"
    if bare in words_of("states") or kind == "adjective":
        return "a"
    ing = bare.endswith("ing") and kind != "noun"
    if bare == "being" or (ing and bare not in words_of("not_doing")):
        return "g"
    if is_name(bare):
        return "m"
    if kind == "noun":
        return _of_noun(bare)
    if kind == "verb":
        return "f" if bare.endswith("s") else "v"
    return "#" if kind == "number" else "?"


def _of_noun(bare: str) -> str:
    if re.fullmatch(ROLE, bare):
        return "q"
    if bare in words_of("acts"):
        return "S"
    if bare.endswith("s") and bare[-2:] not in ("ss", "us", "is", "as"):
        return "s"
    if bare in words_of("bare"):
        return "s"
    return "N" if any(bare in words_of(name) for name in _ORDERS) else "n"
