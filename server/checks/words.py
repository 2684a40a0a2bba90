"""Words of a text: plain quotes, stems, and which words carry content."""

import re
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

STOP_WORDS = frozenset(
    "a about above after again against all also am an and any are aren't as at back be "
    "because been before being"
    " below between both but by can can't cannot could couldn't did didn't do does "
    "doesn't doing don't down"
    " during each either else enough even ever every few for from further get gets "
    "getting go goes going gone got"
    " had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers "
    "herself him himself his how"
    " i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just keep "
    "let let's like made make makes"
    " many may me might more most much must my myself need needs never no nor not now of "
    "off on once one ones"
    " only or other others our ours ourselves out over own per please put quite rather "
    "really right same see she"
    " she'd she'll she's should shouldn't since so some something sort still such sure "
    "take than that that'd"
    " that'll that's the their theirs them themselves then there there'll there's these "
    "they they'd they'll"
    " they're they've thing things this those though through to together too under until "
    "up us use used very"
    " want was wasn't way we we'd we'll we're we've well were weren't what what's "
    "whatever when where which while who"
    " who's whole whose why will with without won't would wouldn't yes yet you you'd "
    "you'll you're you've your"
    " yours yourself ll re ve s t d m".split()
)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Give the text in small letters with plain quotes; each character keeps its place."""
    lowered = text.translate(_QUOTES).lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(_one(ch) for ch in text.translate(_QUOTES))
    )


def _one(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Give a rough stem: plurals, -ing, -ed and -ly are cut off."""
    base = word.removesuffix("'s")
    if len(base) > 4:
        for ending, instead in (
            ("ies", "y"),
            ("ied", "y"),
            ("sses", "ss"),
            ("ing", ""),
            ("ed", ""),
            ("ly", ""),
        ):
            if base.endswith(ending) and len(base) - len(ending) >= 3:
                base = base[: -len(ending)] + instead
                break
        else:
            if base.endswith("es") and base[-3] in "sxzh":
                base = base[:-2]
            elif base.endswith("s") and not base.endswith(("ss", "us", "is")):
                base = base[:-1]
    elif len(base) == 4 and base.endswith("s") and not base.endswith("ss"):
        base = base[:-1]
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lse":
        base = base[:-1]
    return base.rstrip("e") if len(base) > 3 and base.endswith("e") else base


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, in order."""
    return tuple(_WORD.findall(plain(text)))


@lru_cache(maxsize=1024)
def content(text: str) -> frozenset[str]:
    """Give the stems of the words that carry content."""
    return frozenset(
        stem(word) for word in tokens(text) if word not in STOP_WORDS and len(word) > 1
    )


def lines(name: str) -> tuple[str, ...]:
    """Read a data file: one entry a line; empty lines and lines that open with # are left out."""
    text = (DATA / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and line[0] != "#")


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Give the words that English writes small: a capital there is no name."""
    return frozenset(lines("words.txt")) | STOP_WORDS
