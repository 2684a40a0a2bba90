"""How words are put: the forms of regular verbs, and several things one after another."""

import re
from collections.abc import Sequence

_MANY = frozenset("people children men women staff kids police ones feet".split())
_ONE = frozenset("news series lens gas canvas atlas its always chris james".split())
_DOUBLED = ("refer", "admit", "emit", "omit")  # though they have more than one syllable


def third(verb: str) -> str:
    """Give a verb as he or she does it: "opens", "watches", "tries"."""
    if verb == "have":
        return "has"
    if re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def past(verb: str) -> str:
    """Give the past of a regular verb, which is its participle too: "opened", "stopped"."""
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) or verb in _DOUBLED
    return f"{verb}{verb[-1]}ed" if doubled else f"{verb}ed"


def is_several(word: str) -> bool:
    """Say whether a word is of several things by its form: "boxes", "people"; no name is."""
    many = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return word in _MANY or (many and word not in _ONE and not word[0].isupper())


def listed(names: Sequence[str]) -> str:
    """Give names as one says them: "the room, the bed and the view"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
