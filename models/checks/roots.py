"""Roots: rough roots of words, and which words only join others."""

from functools import lru_cache

_SMALL = frozenset(
    "a an the this that these those and or but so if as at by for from in into of on onto off out "
    "over to up with about than then there here i i'm i'll i'd i've me my we we're we'll we'd "
    "we've us our ours you you're you'll you'd you've your yours he he's she she's it it's its "
    "him his her they they're them their is isn't are aren't was wasn't were weren't be been "
    "being am do does did don't doesn't didn't done have has had haven't hasn't hadn't will "
    "won't would wouldn't can can't could couldn't should shouldn't may might must not no nor "
    "never what which who whom whose when where why how all any some each every both either "
    "neither one that's there's what's who's let let's just also only very too still yet "
    "please".split()
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_ENDINGS = ("ingly", "edly", "ies", "ied", "ing", "est", "ers", "ed", "es", "er", "ly", "s")


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """Give a rough root of a word, so that "refunds" and "refunded" are one."""
    base = word.removesuffix("'s")
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            base = base[: -len(ending)]
            break
    if len(base) > 3 and base[-1] == base[-2]:
        base = base[:-1]
    return base.removesuffix("e").removesuffix("i").removesuffix("y") or base


@lru_cache(maxsize=20_000)
def base_of(word: str) -> str:
    """Give the root of a word, or its number in figures."""
    return _NUMBERS.get(word) or root(word)


def is_small(word: str) -> bool:
    """Whether a word only joins others."""
    return word in _SMALL


def is_mark(word: str) -> bool:
    """Whether a word is a mark or an emoji."""
    return not word[0].isalnum() and word[0] not in "£$€₹"
