"""What a note forbids to say, and takes back where it was said before."""

import re

from models.guided.shorthand import in_full_words, is_name

_HUSHED = re.compile(  # "dont say suspended": what else says it is not said either
    r"(?i)\b(?:don't|do not|not to|never) (?:say|mention|name|discuss|(?:tell|talk)(?: (?:him|"
    r"her|them))? "
    r"about) ([^.,;]+)|\bno (?:talk|word|mention) (?:of|about) ([^.,;]+)"
)
WITHHELD = re.compile(  # "one suspended (don't say)"
    r"(?i)[^,.;()]+\((?:don't|do not|not to|never) (?:say|mention|tell|post|share)[^)]*\)"
)
_TAKEN_BACK = re.compile(
    r"(?i)(?:but |so |and |please )*(?:"
    r"(?:don't|do not|not to|never) (?:say|tell|mention|write|post|share|publish)"
    r"(?: (?:that|this|it|so|yet|him that|her that|him|her|them))?"
    r"|not (?:for |in )?(?:the )?(?:public|publicly|official|announced)\b.*"
    r"|(?:leave|keep) (?:that|it|this)(?: (?:bit|part))? "
    r"(?:out|quiet|private|secret|internal|to (?:ourselves|yourself|us)|between us)\b.*"
    r"|(?:under )?embargo\b.*|internal(?: only)?|confidential|secret|between us"
    r"|keep (?:quiet|schtum|mum))"
)
LONG = 5  # letters of a word by which a sentence is known to tell what is hushed
SHORTER = 4  # the same of a fact, which is only one of several
_SAYING_LITTLE = frozenset(
    "that this them they what with from more here anythi someth when where which your about".split()
)


def takes_back(point: str) -> bool:
    """Say whether a point of a note forbids what stands before it: "dont say", "not public"."""
    return bool(_TAKEN_BACK.fullmatch(point))


def hushed_in(note: str, least: int) -> frozenset[str]:
    """Give the stems of what a note forbids to speak of, of words of so many letters at least."""
    return frozenset().union(*(stems(" ".join(told), least) for told in _HUSHED.findall(note)))


def stems(text: str, least: int) -> frozenset[str]:
    """Give the stems of names, and of the words of so many letters at least."""
    words = re.findall(r"[A-Za-z]+", text)
    long = (word.lower()[:6] for word in words if len(word) >= least or _names(word))
    return frozenset(long) - _SAYING_LITTLE


def forbids(note: str, fact: str) -> bool:
    """Say whether a note wants a fact unsaid: "dont mention rush fee"."""
    return bool(hushed_in(in_full_words(note), SHORTER) & stems(fact, SHORTER))


def _names(word: str) -> bool:
    return word[0].isupper() and word[1:].islower() and is_name(word)
