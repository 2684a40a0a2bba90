"""A point of a note with the small words it lacks, where they are surely the right ones."""

import re
from collections import Counter
from dataclasses import replace

from models.guided.grammar import Said
from models.guided.letters import letters, parts
from models.restorer.restore import restored

FEWEST_WORDS = 3
SURE = 0.6  # of all that is put in
SURE_OF_A_VERB = 0.67  # where a verb is
SURE_OF_A_WHOLE = 0.85  # where it is put into a sentence, which lacks little
SURE_WHO = 0.9  # where it says that we did it, or what has what
_WHOLE = re.compile(r"[^,]*[^,j&][bhcf]|c")
_VERBS = frozenset(
    "it's that's there's they're is are was were be been being has have had will do does "
    "did".split()
)
_WE = frozenset("we we're we've we'll i".split())
_HAS = frozenset(("has", "have", "had"))
_ANSWERED = re.compile(r"(?i)\b(?:yes|no)\b")
_DATED = re.compile(r"(?i)(?:it|there) (?:is|was|are) (?:\d|[a-z]+day\b|from\b|till?\b|until\b)")
_A_VOWEL = re.compile(r"(?i)\b(a) (?=[aeiou](?!ne\b|ni|se|u))")


def completed(told: Said) -> Said:
    """Put in what a point lacks; what has no verb is completed only if it gets one."""
    if len(told.text.split()) < FEWEST_WORDS or _ANSWERED.search(told.text):
        return told
    found = restored(told.text)
    put = _words(found.text) - _words(told.text)
    verb = bool(put.keys() & _VERBS)
    if (told.is_whole and verb) or _DATED.match(found.text):
        return told
    least = SURE_OF_A_WHOLE if told.is_whole else SURE_OF_A_VERB if verb else SURE
    if found.sureness < (SURE_WHO if put.keys() & (_WE | _HAS) else least):
        return told
    if not (told.is_whole or _WHOLE.match(letters(parts(found.text)))):
        return told
    text = _A_VOWEL.sub(r"\1n ", found.text)
    text = text if told.text[0].isupper() else f"{text[0].lower()}{text[1:]}"
    return replace(told, text=text, is_whole=True)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w']+", text.lower()))
