"""A point of a note with the small words it lacks, or told in other words, where that is sure."""

import re
from dataclasses import replace

from models.guided.grammar import Said
from models.guided.letters import letters, parts
from models.guided.sound import has_verb, is_sound, words_in
from models.restorer.restore import restored
from models.teller import tell

FEWEST_WORDS = 3
SURE = 0.6  # of all that is put in
SURE_OF_A_VERB = 0.67  # where a verb is
SURE_OF_A_WHOLE = 0.85  # where it is put into a sentence, which lacks little
SURE_WHO = 0.9  # where it says that we did it, or what has what
LIKELY = 0.8  # a token in the mean, where a point is said in other words
_WHOLE = re.compile(r"[^,]*[^,j&][bhcf]|c")
_VERBS = frozenset(
    "it's that's there's they're is are was were be been being has have had will do does "
    "did".split()
)
_WE = frozenset("we we're we've we'll i".split())
_WHO = _WE | frozenset("you you're you've you'll it it's they they're he she this that".split())
_TAUGHT = frozenset(("say", "offer", "ask", "own"))
_CAPITALS = frozenset(("I", "I'm", "I've", "I'll"))
_HAS = frozenset(("has", "have", "had"))
_ANSWERED = re.compile(r"(?i)\b(?:yes|no)\b")
_DATED = re.compile(r"(?i)(?:it|there) (?:is|was|are) (?:\d|[a-z]+day\b|from\b|till?\b|until\b)")
_A_VOWEL = re.compile(r"(?i)\b(a) (?=[aeiou](?!ne\b|ni|se|u))")


def completed(told: Said, kind: str) -> Said:
    """Give a point with what it lacks, or in other words; `kind`: what it is for."""
    found = _with_small_words(told)
    return found if found.is_whole else _in_other_words(found, kind)


def _with_small_words(told: Said) -> Said:
    """Put in what a point lacks; what has no verb is completed only if it gets one."""
    if len(told.text.split()) < FEWEST_WORDS or _ANSWERED.search(told.text):
        return told
    found = restored(told.text)
    put = words_in(found.text) - words_in(told.text)
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


def _in_other_words(told: Said, kind: str) -> Said:
    """Give a point as the teller says it, where it guesses neither who nor when."""
    if len(told.text.split()) < FEWEST_WORDS or _ANSWERED.search(told.text):
        return told
    said = tell.told(told.text, kind if kind in _TAUGHT else "say")
    if said is None or not (is_sound(said.text) and has_verb(said.text)):
        return told
    put = words_in(said.text) - words_in(told.text)
    guesses = said.text.split()[0].lower() in put.keys() & _WHO
    if not put or said.mean < (SURE_WHO if guesses else LIKELY):
        return told
    text = said.text.rstrip(".")
    keeps = told.text[0].isupper() or text.split()[0] in _CAPITALS
    return replace(told, text=text if keeps else f"{text[0].lower()}{text[1:]}", is_whole=True)
