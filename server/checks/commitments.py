"""Promises in a text: who will do what, by when, and whether anything known allows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from server.checks.sentences import Sentence, sentences
from server.checks.words import plain

WHEN = (
    r"(?:(?:by|before|until|from|within|in|on|at|this|next|first thing|later|no later "
    r"than|for)\s+)?"
    r"(?:(?:the\s)?(?:end|start|middle)\sof\s(?:the\s|this\s|next\s)?\w+|today|tonight|"
    r"tomorrow(?:\s\w+)?|this\s(?:morning|afternoon|evening|week|weekend|month|summer|"
    r"autumn|spring|winter|year)"
    r"|next\s(?:week|month|year|spring|summer|autumn|winter|\w+day)|(?:the\s)?weekend|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+ing)?"
    r"|straight\saway|right\saway|immediately|at\sonce|asap|shortly|soon|"
    r"(?:the\s)?same\sday|lunch(?:time)?|noon|midnight"
    r"|(?:a|an|one|two|three|four|five|six|seven|ten|twelve|\d+|a\sfew|"
    r"a\scouple\sof)\s(?:minutes?|hours?|days?|weeks?|months?|working\sdays?)"
    r"|(?:january|february|march|april|june|july|august|september|october|november|"
    r"december)(?:\s\d+)?|the\syear\sis\sout"
    r"|(?:half\spast\s|quarter\s(?:to|past)\s)?(?:one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|\d{1,2}(?:[:.]\d\d)?)\s?(?:am|pm|o'clock)?)\b"
)
_WHEN = re.compile(
    rf"\b(?:by|before|within|until)\s(?!me\b|us\b|you\b|now\b){WHEN}|\b(?:today|tonight|"
    rf"tomorrow|this (?:morning|afternoon|evening|week|weekend|month)|next (?:week|month|"
    rf"year)|straight away|right away|immediately|at once|from (?:now on|next \w+|\w+day)|"
    rf"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|an|one|two|three|four|five|"
    rf"\d+) (?:minutes?|hours?|days?|weeks?))\b"
)
_OURS = re.compile(
    r"\b(?:(?:we|i|someone|somebody|they|he|she)(?:'ll| will| shall|'m going to|'re going "
    r"to| are going to| am going to| can promise| promise)"
    r"|(?:our|the|a|an|my)\s(?:[\w'-]+\s){1,3}?(?:will|'ll|is going to|are going to)|let "
    r"me|[\w'-]+'ll)\s(?:(?:also|now|then|just|gladly|happily|personally|of course|"
    r"certainly|definitely|both|all|not|never)\s)*([a-z'-]+)"
)


@dataclass(frozen=True)
class Commitment:
    """One promise: its span, its words, who gives it, its act, and until when, as written."""

    start: int
    end: int
    text: str
    who: str
    act: str
    when: str


@lru_cache(maxsize=512)
def commitments(text: str) -> tuple[Commitment, ...]:
    """Find what a text promises to do; small steps such as "I'll pass it on" are among them."""
    return tuple(found for sentence in sentences(text) for found in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[Commitment]:
    low = plain(sentence.text)
    for match in _OURS.finditer(low):
        if low[: match.start()].endswith(
            ("if ", "when ", "whether ", "hope ", "how ", "what ", "where ")
        ):
            continue
        tail = re.match(
            r"[^,;.!?—\u2013]*(?:, (?:by|before|within|on|today|tomorrow)[^,;.!?]*)?",
            low[match.start() :],
        )
        end = match.start() + (tail.end() if tail else len(match.group()))
        clause = sentence.text[match.start() : end].rstrip()
        when = _WHEN.search(low, match.start(), end)
        who = re.split(r"'| will| shall| are | am | is ", match.group(), maxsplit=1)[0]
        yield Commitment(
            sentence.start + match.start(),
            sentence.start + match.start() + len(clause),
            clause,
            who.strip(),
            match.group(1),
            when.group() if when else "",
        )
