"""What a question asks about and what a fact tells of, by the cues of the tables beside."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path

from models.guided.tagging import tidy
from models.tables import table_of

FOLDER = Path(__file__).parent
RARENESS = FOLDER / "rareness.json"
LONGEST_CUE = 4  # words
_TOKEN = re.compile(
    r"[£$€₹₦₱¥]\s?\d[\d.,]*|\d{1,2}:\d\d|\d{1,2}\.\d\d(?= ?[ap]m\b)|(?:19|20)\d\d\b|"
    r"\d(?:[\d,]|\.\d)*|[^\W\d_]+(?:['&+*-][^\W\d_]+)*|[%°@>-]"
)
_MONEY = frozenset("£$€₹₦₱¥")


def tokens_of(text: str) -> list[str]:
    """Give a text's words in lower case; a number is "#", a sum "#money", a time "#time"."""
    return [_token(found) for found in _TOKEN.findall(tidy(text).lower())]


def _token(found: str) -> str:
    if not found[0].isdigit():
        return "#money" if found[0] in _MONEY else found
    if ":" in found:
        return "#time"
    return "#year" if len(found) == 4 and found.isdigit() and found[:2] in ("19", "20") else "#"


@lru_cache(maxsize=256)  # questions are read again for every fact
def asked_of(text: str) -> frozenset[str]:
    """Give the aspects that a question asks about."""
    return _aspects(text, "asked")


@lru_cache(maxsize=4096)  # snippets are read again in every search
def told_of(text: str) -> frozenset[str]:
    """Give the aspects that a fact tells of."""
    return _aspects(text, "told")


@cache
def kinds() -> frozenset[str]:
    """Give the aspects that are a kind of answer (a price, a reason), not what it is about."""
    return frozenset(table_of(FOLDER / "kinds.toml"))


def rareness(aspect: str) -> float:
    """Give how rare an aspect is in facts: 0 (in all of them) to 1 (in eight at most)."""
    return _rareness().get(aspect, 1.0)


@cache
def _rareness() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(RARENESS.read_text(encoding="utf-8"))
    return loaded


def _aspects(text: str, side: str) -> frozenset[str]:
    whole, beginnings = _cues(side)
    tokens = tokens_of(text)
    found: set[str] = set()
    for start, token in enumerate(tokens):
        for size in range(1, LONGEST_CUE + 1):
            found |= whole.get(" ".join(tokens[start : start + size]), frozenset())
        for size in range(3, len(token) + 1):
            found |= beginnings.get(token[:size], frozenset())
    return frozenset(found)


@cache
def _cues(side: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Give, for one side, the aspects of whole cues and those of beginnings of words."""
    whole: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for aspect, cues in table_of(path).items():
            for cue in f"{cues.get('about', '')} {cues.get(side, '')}".split():
                table = beginnings if cue.endswith("*") else whole
                key = " ".join(token for part in cue.split("_") for token in _tokens_of_cue(part))
                table[key] = table.get(key, frozenset()) | {aspect}
    return whole, beginnings


def _tokens_of_cue(part: str) -> list[str]:
    """Give the tokens of a part of a cue: "#cm" is a number and its unit."""
    number = re.match(r"#(?:money|time|year)?", part)
    head = [number[0]] if number else []
    return head + tokens_of(part[len("".join(head)) :])
