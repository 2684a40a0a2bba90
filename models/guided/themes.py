"""What a comment is about, in the words by which comments are counted together.

A theme is one of our names for what went wrong or is thought of us (matters.toml), a subject that
our tables know (aspects), or a noun of theirs: the same words for everybody who means the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.guided.aspects.cues import FOLDER
from models.guided.intents import FAULT
from models.guided.matters import faults, views
from models.guided.phrases import noun_phrases, swears
from models.guided.tagging import Word, lexicon, nouns, sentences, tidy, word_set
from models.tables import table_of, words_in

MOST = 12  # of one comment
LONGEST = 100  # characters
ENGLISH = 0.6  # of a comment's words at least are known, else none of them is named
_VIEWING = frozenset(("criticism", "accusation", "comparison"))
_SILENT = frozenset(("spam", "troll"))  # they talk of nothing that anybody should hear
_ONE = {"ies": "y", "oes": "o", "ches": "ch", "shes": "sh", "xes": "x", "sses": "ss", "s": ""}


@dataclass(frozen=True)
class Theme:
    """What a comment is about; `is_ours` says that it is a name of ours and no word of theirs."""

    name: str
    is_ours: bool


def themes(comment: str, intent: str, post: str = "") -> list[Theme]:
    """Give what a comment is about, each once, our own names first."""
    if intent in _SILENT or not _is_english(comment):
        return []
    matters = (Theme(name, True) for name in _matters(comment, intent))
    said = [*matters, *_subjects_and_nouns(comment, post.lower())]
    said.sort(key=lambda theme: not theme.is_ours)
    by_name = {theme.name: theme for theme in reversed(said) if len(theme.name) <= LONGEST}
    return list(reversed(by_name.values()))[:MOST]


def in_general(name: str) -> str:
    """Give our name for one person's matter as it is said of several, without "the" and "you"."""
    for words, general in table_of(__file__)["general"]:
        name = re.sub(words, general, name)
    return " ".join(name.split())


def singular(noun: str) -> str:
    """Give a noun as one of it, where that is a word too."""
    for ending, one in _ONE.items():
        if noun.endswith(ending) and not noun.endswith(("ss", "us", "is")):
            bare = noun.removesuffix(ending) + one
            if ending == "oes" and lexicon().get(bare) != "noun":
                continue  # "shoes"
            return bare if lexicon().get(bare, "noun") == "noun" else noun
    return noun


def _is_english(comment: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", tidy(comment).lower())
    return sum(word in lexicon() for word in words) >= ENGLISH * max(1, len(words))


def _matters(comment: str, intent: str) -> Iterator[str]:
    for name in faults(comment) if intent in FAULT else []:
        yield from map(in_general, re.split(r" and (?!again)", name))
    yield from map(in_general, views(comment) if intent in _VIEWING else [])


def _subjects_and_nouns(comment: str, shown: str) -> Iterator[Theme]:
    """Yield what a comment's words stand for, and its nouns; `shown` is the post's text."""
    for words in sentences(comment):
        for word in words:
            if subject := _subjects().get(word.lower):
                yield Theme(subject, True)
        for start, end in noun_phrases(words):
            said = [word for word in words[start:end] if word.kind in ("adjective", "noun")]
            head = said[-1]
            if head.lower in _subjects() or not _can_be_named(head, start == 0, shown):
                continue
            yield Theme(singular(head.lower), False)
            if len(said) > 1 and _can_be_named(said[-2], start == 0, shown):
                yield Theme(f"{said[-2].lower} {singular(head.lower)}", False)


def _can_be_named(word: Word, opens: bool, shown: str) -> bool:
    """Say whether a word is a noun that says something, and no stranger's name."""
    lower = word.lower
    is_name = word.text[:1].isupper() and (not opens or lower not in nouns())
    is_known = lower in shown if is_name else lower in nouns() or lower not in lexicon()
    silent = word_set("empty") | word_set("time") | words_in(__file__, "left_out")
    return (
        word.kind == "noun"
        and is_known
        and len(lower) > 2
        and not {lower, singular(lower)} & silent
        and not swears(lower)
    )


@cache
def _subjects() -> dict[str, str]:
    """Give for each noun that stands for one of our subjects, and for no other, its name."""
    names = table_of(__file__)["subjects"]
    found: dict[str, set[str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for aspect, cues in table_of(path).items():
            for cue in re.findall(r"(?<!\S)[a-z-]+(?!\S)", cues.get("about", "")):
                found.setdefault(cue, set()).add(aspect)
    themselves = words_in(__file__, "themselves")
    return {
        cue: names[next(iter(aspects))]
        for cue, aspects in found.items()
        if len(aspects) == 1 and aspects <= names.keys() and cue not in themselves
    }
