"""What is said lightly under posts, over and over, and which words of theirs a reply may name.

Patterns stand in lights.toml. Such a comment is met as a whole: with a sentence that fits however
it is meant, or none, where anything in it tells of trouble.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from models.guided.irony import mocks
from models.guided.kin import CLOSEST
from models.guided.matters import faults
from models.guided.person import joined, to_them
from models.guided.phrases import swears
from models.guided.tagging import proper_names, tag, tidy, word_set
from models.tables import filled, table_of, words_in

MOST_WORDS = 30
_KIN = (
    rf"{CLOSEST}|mam|daddy|hubby|partner|nana|granny|grandmother|granddad|grandpa|grandfather|"
    r"uncle|aunt|auntie|"
    r"cousin|best friend|friend|mother[- ]in[- ]law|father[- ]in[- ]law|boyfriend|girlfriend|sis|"
    r"little one|toddler|kids?|boys?|girls?"
)
_PLACE = r"(?:the )?[a-z][\w.'-]+(?: (?-i:[A-Z])[\w'-]+){0,2}"
_NO_WORDS = re.compile(r"[^\w]+|_+")
_ENDS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Light:
    """What a light comment is, by the names of lights.toml, and what of it may be named, or "".

    `gives_way`: to what else they tell, where that can be named. `sure`: whatever triage says.
    """

    case: str
    caught: str = ""
    gives_way: bool = False
    sure: bool = False


@dataclass(frozen=True)
class _Row:
    case: str
    signs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    post: re.Pattern[str] | None
    most: int
    pictures: str
    sure: bool
    asks: bool
    gives_way: bool
    quiet: bool


@lru_cache(maxsize=64)  # the plan and the slots both ask for it
def light_of(comment: str, post: str = "", *, lightly: bool = True) -> Light | None:
    """Give what a comment is lightly said for; nothing where it says more, or is in earnest.

    `lightly`: triage takes it for praise, a story or a joke; else only what is sure is heard.
    """
    if not _NO_WORDS.sub("", comment):
        return _pictured(comment)
    text = tidy(comment)
    count = len(text.split())
    if _is_serious(comment) or swears(text) or mocks(comment) or faults(comment):
        return None
    whole = _ENDS.sub("", text)
    whole = f"{whole}?" if text.rstrip().endswith("?") else whole
    for row in _rows():
        if row.signs is None or count > row.most or (row.post and not row.post.search(post)):
            continue
        if not (row.sure or lightly) or (whole.endswith("?") and not row.asks):
            continue
        if row.quiet and set(whole.lower().split()) & word_set("trouble"):
            continue
        match = row.signs.search(whole)
        if match is None or (row.unless and row.unless.search(whole)):
            continue
        caught = _caught(match)
        if caught is not None:
            return Light(row.case, caught, row.gives_way, row.sure)
    return None


def _pictured(comment: str) -> Light | None:
    counts = Counter(ch for ch in comment if not ch.isspace())
    for picture, _ in counts.most_common():
        for row in _rows():
            if picture in row.pictures:
                return Light(row.case)
    return None


def _caught(match: re.Match[str]) -> str | None:
    """Give the words that were caught, said to them; None where they are no place after all."""
    groups = {name: said for name, said in match.groupdict().items() if said}
    for name, said in groups.items():
        if name.endswith("place"):
            bare = said.removeprefix("the ").removeprefix("The ")
            if bare[:1].isupper():
                return said
            known = bare.lower() in proper_names() or bare in words_in(__file__, "places")
            return said.replace(bare, bare.capitalize()) if known else None
        return joined(to_them(tag(said)))
    return ""


def _is_serious(comment: str) -> bool:
    """Say whether anything in a comment tells of trouble."""
    return re.search(table_of(__file__)["serious"], tidy(comment).lower()) is not None or bool(
        set(table_of(__file__)["sour"]) & set(comment)
    )


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            case,
            _compiled(row.get("signs")),
            _compiled(row.get("unless")),
            _compiled(row.get("post")),
            row.get("most", MOST_WORDS),
            row.get("pictures", ""),
            row.get("sure", False),
            row.get("asks", False),
            row.get("gives_way", False),
            row.get("quiet", False),
        )
        for case, row in table_of(__file__).items()
        if isinstance(row, dict)
    )


def _compiled(signs: str | None) -> re.Pattern[str] | None:
    if not signs:
        return None
    return re.compile(filled(signs, {"KIN": _KIN, "PLACE": _PLACE}), re.IGNORECASE)
