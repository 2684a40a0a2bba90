"""Words of a comment with their kind: enough grammar to find its phrases.

The lexicon is the one that TextBlob carries in its package (from Pattern, BSD licence); it is read
without importing TextBlob, which would bring NLTK's memory with it.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

# Kinds: noun, verb, adjective, adverb, determiner, possessive, pronoun, preposition, conjunction,
# modal, number, question (who, why), to, stop (punctuation), other.
_KINDS = {
    tag: kind
    for kind, tags in {
        "noun": "NN NNS NNP NNPS",
        "verb": "VB VBD VBG VBN VBP VBZ",
        "adjective": "JJ JJR JJS",
        "adverb": "RB RBR RBS RP",
        "determiner": "DT PDT",
        "pronoun": "PRP EX",
        "possessive": "PRP$",
        "preposition": "IN",
        "conjunction": "CC",
        "modal": "MD",
        "number": "CD",
        "question": "WP WRB WDT",
        "to": "TO",
        "other": "UH POS",
    }.items()
    for tag in tags.split()
}
_POINTERS = ("this", "that", "these", "those")
_WORD = re.compile(
    r"[A-Z]{1,3}\d+[A-Z]{0,2}\b|[A-Za-zÀ-ž]+(?:[-'’][A-Za-zÀ-ž]+)*|[£$€]?\d+(?:[.,:/]\d+)*(?:%|[a-z]{1,3}\b)?|"
    r"[^\sA-Za-zÀ-ž\d]"
)
_SPLIT = re.compile(r"(?i)^(.+?)(n't|'(?:s|re|m|ve|ll|d))$")
_EMOJI = re.compile("[\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff]+")
_ID = re.compile(  # what was taken for "I'd"
    r"(?i)\b(player|order|user|account|photo|customer|ticket|booking|passport|game|no|my|your|the|an|"
    r"valid|show|need) I'd\b"
)
_REFERENCE = re.compile(r"https?://\S+|www\.\S+|(?<![\w.])[@#]\w+|\[(?:link|email|user)\]")


@dataclass(frozen=True)
class Word:
    """One word as tidied, with its kind."""

    text: str
    kind: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _fixed() -> dict[str, str]:
    return {word: kind for kind, words in _words()["kinds"].items() for word in words.split()}


def word_set(name: str) -> frozenset[str]:
    """Give one of the sets of words in words.json: `time`, `empty` or `trouble`."""
    return frozenset(_words()[name].split())


@cache
def _lexicon_lines() -> tuple[tuple[str, str], ...]:
    """Give the words of the lexicon as they are written there, each with its tags."""
    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("textblob is not installed: pip install textblob")
    path = Path(spec.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    lines = (line.partition(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple((word, tags) for word, _, tags in lines if tags and not word.startswith(";;"))


@cache
def lexicon() -> dict[str, str]:
    """Give the kind of each known word, in lower case."""
    kinds: dict[str, str] = {}
    for word, tags in _lexicon_lines():
        kinds.setdefault(word.lower(), _KINDS.get(tags.split("-")[0].split("|")[0], "noun"))
    return kinds | _fixed()


@cache
def nouns() -> frozenset[str]:
    """Give the words that the lexicon has as nouns where they are written in lower case."""
    return frozenset(
        word for word, tags in _lexicon_lines() if word.islower() and tags.startswith("NN")
    )


@cache
def common_words() -> dict[str, str]:
    """Give the kind of each word that the lexicon has in lower case: "took" a verb, TOOK a name."""
    return {
        word: _KINDS.get(tags.split("-")[0].split("|")[0], "noun")
        for word, tags in _lexicon_lines()
        if word.islower()
    }


@cache
def proper_names() -> frozenset[str]:
    """Give the words, in lower case, that stand in the lexicon only as names: "portugal"."""
    known = {word for word, _ in _lexicon_lines()}
    return (
        frozenset(
            word.lower()
            for word, tags in _lexicon_lines()
            if word[:1].isupper() and tags.startswith(("NNP", "JJ")) and word.lower() not in known
        )
        - _fixed().keys()
    )


@cache
def _spellings() -> dict[str, str]:
    loaded: dict[str, str] = json.loads((HERE / "spellings.json").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=64)  # each listener of a comment asks for it
def tidy(text: str) -> str:
    """Give a comment without emoji, links and handles, common short forms written out."""
    bare = _REFERENCE.sub(
        " ", _EMOJI.sub(" ", text.replace("’", "'").replace("“", '"').replace("”", '"'))
    )
    shouted = sum(ch.isupper() for ch in bare) > 0.6 * max(1, sum(ch.isalpha() for ch in bare))
    words = (bare.lower() if shouted and len(bare) > 6 else bare).split()
    return _ID.sub(r"\1 ID", " ".join(_written_out(word) for word in words))


def written_out(text: str) -> str:
    """Give text with common short forms written out, all else as it is."""
    return _ID.sub(r"\1 ID", " ".join(_written_out(word) for word in text.split()))


def _written_out(word: str) -> str:
    core = word.strip(".,!?;:()\"'*~")
    known = _spellings().get(core.lower())
    if known:
        return word.replace(core, known)
    if len(core) > 3 and core.isupper() and core.lower() in lexicon():
        return word.replace(core, core.lower())
    return word


def parted(text: str) -> str:
    """Give text with a stop for each picture: it ends what was said."""
    return _EMOJI.sub(" . ", text)


def sentences(text: str) -> list[list[Word]]:
    """Give the tagged words of each sentence of a comment."""
    tidied = tidy(parted(text))
    parts = re.split(r"(?<=[.!?…])[\"')]*\s+|\n+|\s+(?:[-–—]+|\.{2,})\s+", tidied)
    return [tagged for part in parts if (tagged := tag(part))]


def tag(text: str) -> list[Word]:
    """Give the tagged words of one sentence."""
    return list(_tagged(text))


@lru_cache(maxsize=512)  # each listener of a comment tags the same sentences
def _tagged(text: str) -> tuple[Word, ...]:
    words: list[str] = []
    for match in _WORD.finditer(text):
        split = _SPLIT.match(match.group())
        words += split.groups() if split else [match.group()]
    kinds = [_first_guess(word) for word in words]
    for at in range(len(words)):
        kinds[at] = _in_place(words, kinds, at)
    return tuple(Word(word, kind) for word, kind in zip(words, kinds, strict=True))


def _first_guess(word: str) -> str:
    lower = word.lower()
    if not any(ch.isalnum() for ch in word):
        return "stop"
    if word[0].isdigit() or word[0] in "£$€":
        return "number"
    known = lexicon().get(lower) or (lexicon().get(lower.split("-")[-1]) if "-" in lower else None)
    if known:
        return known
    if lower.endswith("ly"):
        return "adverb"
    if re.search(r"(?:able|ible|ful|ous|ive|less|ish)$", lower):
        return "adjective"
    if re.search(r"(?:ing|ed)$", lower) and len(lower) > 5:
        return "verb"
    return "noun"


def _is_said_of_it(word: str, after: str) -> bool:
    """Say whether a verb behind "this" is what it did, as in "this fixed my problem"."""
    return word.endswith("ed") or after in ("possessive", "pronoun", "determiner")


def _in_place(words: list[str], kinds: list[str], at: int) -> str:
    kind, lower = kinds[at], words[at].lower()
    before = kinds[at - 1] if at else ""
    after = kinds[at + 1] if at + 1 < len(kinds) else ""
    if lower == "that" and before in ("noun", "pronoun") and after in ("pronoun", "verb", "modal"):
        return "question"
    if before in ("to", "modal") and kind == "noun":
        return "verb"
    thing = before == "noun" or (before == "adjective" and lower in ("tastes", "smells", "looks"))
    if thing and after not in ("noun", "stop", "") and lower in word_set("verbs"):
        return "verb"  # "the pistachio tastes of almond"
    if before == "noun" and words[at - 1].endswith("s") and f"{lower}s" in word_set("verbs"):
        return "verb" if after in ("number", "determiner", "possessive", "preposition") else kind
    if lower == "left" and before == "noun" and after in ("noun", "possessive", "pronoun"):
        return "verb"
    if before == "noun" and after == "determiner" and lower in ("beat", "cut", "hit", "set", "put"):
        return "verb"
    if before == "noun" and after in ("pronoun", "possessive") and re.search(r"[a-z]ed$", lower):
        return "verb"
    if (
        before == "pronoun"
        and kind == "noun"
        and after in ("determiner", "possessive", "pronoun", "preposition", "adverb")
    ):
        return "verb"
    if (
        before in ("determiner", "possessive")
        and kind == "verb"
        and after not in ("noun",)
        and lower not in _fixed()
        and not (words[at - 1].lower() in _POINTERS and _is_said_of_it(lower, after))
        and not (at > 1 and words[at - 2].lower() in ("do", "does", "did"))
    ):
        return "noun"
    if (
        before in ("determiner", "possessive", "adjective")
        and kind == "verb"
        and after == "noun"
        and lower not in _fixed()
    ):
        return "adjective"
    return kind
