"""The points of a hurried note: where one ends and the next begins."""

import re

from models.guided.grammar import core, words_of
from models.guided.orders import is_unsaid
from models.guided.shorthand import is_name
from models.guided.tagging import tag

_ENDS = re.compile(
    r"(?<=[A-Za-z0-9)%\"'])[.;!]+(?:\s+|$)|(?<!\d)\s*[.;!]+\s+|\s+/\s+|\s+(?:->|→|=>)\s+|\n+|"
    r"\s+[-–—]\s+(?!\d)|(?<=\?)\s+|"
    r",\s+(?=(?:and |but |also |please )*(?:ask|tell|say|offer|don't|do not|no promise|thank|pin|"
    r"no link|"
    r"apologi[sz]e)\b)"
)
_DONT = re.compile(
    r"(?i)(?<!\bwe)(?<!\byou)(?<!\bi)(?<!\bthey)(?<!\bwho)(?<!\bthat)(?<!\band)(?<!\bbut)(?<!\bplease)(?<!\bto)(?<!,)"
    r" (?=(?:don't|do not) (?:eat|open|drink|bin|throw|touch|ride|wear|worry|promise|mention|"
    r"grovel|argue|"
    r"apologi[sz]e|send it|use it|name|say|offer)\b)"
)
_ABBREVIATED = re.compile(r"(?i)\b(?:mr|mrs|ms|dr|st|approx|e\.g|i\.e|co|vs|inc|ltd|max|min)\.$")
_COMMA = re.compile(  # between points of a hurried note, not inside a sentence
    r",\s+(?![^(]*\))(?!which \w+ \w|(?:who|so that|or|as well|including|not the|etc)\b)"
)
_AND = re.compile(
    r"(?i)\s+and\s+(?=(?:(?:also |then |please |just )*(?:ask|tell|thank|apologi[sz]e|say|offer|"
    r"don't)|we|i|he|she|they|"
    r"you|it's|there's|that's)\b)"
)
_LEANS = re.compile(r"(?i)^(?:if|when|once|because|as|since|although|while|after|before|unless)\b")
_ASKING = re.compile(
    r"(?i)(?:,|\s+and)\s+(?=(?:did|does|do|is|are|was|were|can|could|has|have|which|what|when|where|"
    r"who|how)\b)"
)
_LAST_WORDS = re.compile(r",\s+(?=\w+(?: \w+){0,2}\?$)")
_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_LABEL = re.compile(r"^([a-z][\w' ]{1,18}): (?=\S)")
_NEEDS = re.compile(
    r"(?i)(?:we )?(?:needs?|want|ask|send)\b(?!.*\b(?:you|him|her|them) (?:a|the|new)\b)"
)
MOST_WORDS_OF_A_TAIL = 5
MOST_WORDS_OF_A_DETAIL = 3


def points(note: str) -> list[list[str]]:
    """Give the points of each sentence of a note, in order."""
    note = _ASIDE.sub(
        lambda match: "" if is_unsaid(match[1].strip(" ?!.")) else match.group(), note
    )
    bare = [[piece.strip(" .,;!-") for piece in _by_commas(part)] for part in _parted(note)]
    return [[_unlabelled(piece) for piece in pieces if piece] for pieces in bare]


def _parted(note: str) -> list[str]:
    note = _DONT.sub(". ", note)
    parts: list[str] = []
    at = 0
    for match in _ENDS.finditer(note):
        before = note[at : match.start()]
        if match.group().strip() == "." and _ABBREVIATED.search(f"{before}."):
            continue
        parts.append(before)
        at = match.end()
    parts.append(note[at:])
    return [part.strip() for part in parts if part.strip()]


def _by_commas(part: str) -> list[str]:
    if part.endswith("?"):
        return [piece for half in _ASKING.split(part) for piece in _LAST_WORDS.split(half)]
    pieces = [piece for comma in _COMMA.split(part) for piece in _AND.split(comma)]
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    if len(pieces) == 1:
        return pieces
    joined: list[str] = []
    for piece in pieces:
        if joined and _leans_on(joined[-1], piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _leans_on(before: str, piece: str) -> bool:
    """Say whether a piece belongs to the one before it: "shelf 9", "only if you want"."""
    bare = piece.strip(" .!")
    if is_unsaid(before) or is_unsaid(bare):
        return False
    if _LEANS.match(before) and "," not in before:
        return True
    if re.match(
        r"(?i)(?:only if|unless|if (?:you|he|she|they)(?:'d)? (?:want|like)|not \w+$|or |"
        r"and |"
        r"but only|due |out (?:on |tomorrow|today|now|\d)|just (?!had|have|been|sent|"
        r"told|done)|"
        r"born|aged|dated|latest|at the latest|earliest|tops|sharp|prompt|max|instead|"
        r"too$|as well)",
        bare,
    ):
        return True
    words = bare.split()
    if (
        _NEEDS.match(before)
        and len(words) <= MOST_WORDS_OF_A_DETAIL
        and (not _verbs(bare) or re.match(r"(?i)(?:what|which|when|where)\b", bare))
    ):
        return True
    if (
        len(words) <= 3
        and is_name(before.split()[-1])
        and not _verbs(bare)
        and _ORDINAL.search(bare)
    ):
        return True
    if _SPEAKS.match(bare) or _SPEAKS.match(before):
        return False
    first = core(words[0])
    tail = len(words) <= MOST_WORDS_OF_A_TAIL
    if tail and (first in _PREPOSITIONS or _TIMES.match(bare)):
        return not _verbs(bare)
    if tail and words[0][:1].isupper() and before.split()[-1][:1].isupper() and not _verbs(bare):
        return True
    numbered = len(words) == 2 and words[1].isdigit()
    return numbered and not _verbs(bare)


def _verbs(text: str) -> bool:
    said = [word for word in tag(text) if word.kind in ("verb", "modal", "pronoun")]
    participles = words_of("states")
    return any(word.lower not in participles for word in said)


def _unlabelled(point: str) -> str:
    """Take away a label that what stands behind it names again: "date: no date yet"."""
    label = _LABEL.match(point)
    if not label:
        return point
    rest = point[label.end() :]
    if core(label[1].split()[-1]) in (core(word) for word in rest.split()):
        return rest
    if core(label[1]) in ("offer", "promise"):
        return f"{label[1]} {rest}" if core(label[1]) == "offer" else rest
    return point


_PREPOSITIONS = frozenset(
    "in on at by for from with without to under over behind inside outside near after before until "
    "till during between via".split()
)
_ORDINAL = re.compile(
    r"(?i)\b(?:first|second|third|fourth|fifth|year|years|from|of|our|the|\d+(?:st|nd|rd|th)?)\b"
)
_TIMES = re.compile(
    r"(?i)^(?:(?:this|next|last|every|any|all|each) )?(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)days?|"
    r"today|tomorrow|tonight|yesterday|morning|evening|afternoon|weekdays?|weekends?|daily|"
    r"\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[:.]\d\d|\d+ ?(?:am|pm)\b|\d{1,2}-\d{1,2}\b|"
    r"\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|(?:january|february|march|april|june|july|august|september|october|november|december))"
)
_SPEAKS = re.compile(
    r"(?i)^(?:and |but |also |then |please |just )*(?:ask|tell|say|thank|apologi[sz]e|sorry|"
    r"offer|mention|"
    r"yes|no|need|needs|our fault|my fault|our mistake)\b(?! (?:charge|receipt) needed)"
)
