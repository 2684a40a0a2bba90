"""A clause of theirs with its slips mended: "its alowed in norway" is "it's allowed in Norway".

Only slips of the finger that have one reading are mended: a letter doubled or single, two letters
changed about, a missing apostrophe, a name without its capital.
"""

import re
from functools import cache

from models.guided.inverted import words_of
from models.guided.rarity import rarity
from models.guided.tagging import lexicon, tag

LEAST = 5  # letters of a word that can be a slip
RARE = 1.0  # so rare is a word that nobody may have meant
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*")
_ITS = re.compile(r"\b([Ii])ts (?=(\S+)(?: (\S+))?)")
_SAID_OF_IT = frozenset(
    "a an the not so too very still only just really all been going gonna no that".split()
)
_SHOUTED = frozenset("ALL ANY IN ON NOT NO NOW IS IT THE AND OR TO OF FOR WITH YOU THIS".split())


def respelt(clause: str) -> str:
    """Give a clause with its slips mended."""
    return _WORD.sub(lambda match: _spelt(match[0]), _ITS.sub(_its, clause))


def _its(match: re.Match[str]) -> str:
    """Put the apostrophe into "its" where what follows is said of it: "its rammed"."""
    word = match[2].lower().strip(",.")
    after = tag(match[3])[0].kind if match[3] else "stop"
    kind = tag(f"is {word}")[-1].kind
    said = kind in ("adjective", "verb") and word != "best" and after not in ("noun", "adjective")
    return f"{match[1]}t's " if said or word in _SAID_OF_IT else match[0]


@cache
def _spelt(word: str) -> str:
    if word in _SHOUTED:
        return word.lower()
    if word in words_of("places"):
        return word.capitalize()
    if word != word.lower() or word in lexicon() or not word.isalpha():
        return word
    meant = {other for other in _slips(word) if lexicon().get(other) and rarity(other) < RARE}
    return meant.pop() if len(word) >= LEAST and len(meant) == 1 else word


def _slips(word: str) -> set[str]:
    """Give the words of which one may be a slip."""
    cuts = range(len(word))
    doubled = {word[:at] + word[at] + word[at:] for at in cuts}
    single = {word[:at] + word[at + 1 :] for at in cuts if word[at : at + 1] == word[at - 1 : at]}
    changed = {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in cuts if at + 1 < len(word)
    }
    return doubled | single | changed
