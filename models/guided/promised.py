"""What we said we would do, and by when: the words behind "we said" in a thread that goes on."""

import re
from collections.abc import Sequence

from models.guided.times import DAY, MONTH
from models.prompt import Turn

_CLOCK = r"(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm)|noon|midnight)"
_SPAN = (
    r"(?:(?:an?|two|three|four|five|\d+(?:-\d+)?) (?:working )?"
    r"(?:minutes?|hours?|days?|weeks?|months?))"
)
_PART_OF = rf"(?:end|middle|beginning|start) of {MONTH}"
_DATE = rf"(?:{_PART_OF}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH}|{DAY})"
_WHEN = re.compile(
    rf"\b(?:the )?({_DATE}|{_CLOCK}|{_SPAN})\b(?! (?:before|after|ahead|notice|old|a week))",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:I'll|I will|[Ww]e'll|[Ww]e will|[Ll]et me) "
    r"(?!(?:be|have|need|know|see|go|both|try|get|hear|help|say|take it)\b)([a-z]+"
    r"(?: (?!(?:and|so|but|as|if|unless|once|because|which|who|that|how|today|tomorrow|tonight|"
    r"this|next|now|soon|by|within|in)\b)[a-z'’]+){1,6})"
)
_PART = re.compile(rf"(?i)^(?={_PART_OF})")
_UNFINISHED = re.compile(r" (?:you|on|at|to|the|a|your|with|for|of|from|up|out|back|when|it slow)$")
_PLANNED = re.compile(
    r"(?i)\b(?:will|'ll|coming|on (?:its|the|their) way|planned|expected|due|delivered|"
    r"within|takes?|arriv\w+|back|ready|list for|lands|decides?)\b"
)
_WHEN_ASKED = re.compile(r"(?i)\b(?:when|how long|what time|which day|any news)\b")
_NO_PROMISE = re.compile(
    r"(?i)\bno (?:promises?|date|guarantee)\b|\bif\b|\busually\b|\b(?:was|were)\b|\?"
)
_BY_NOW = re.compile(  # "it's Monday", "June now", "day 11", "18:30. no Piet"
    rf"(?i)(?:^\W*(?:well,? |and |update[,:]? |so )*|\b(?:it'?s|it is) )(?:now )?(?:the )?"
    rf"(?:day \d+|{MONTH}|{DAY}|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}[:.]\d\d|half|noon)"
)


def promised(thread: Sequence[Turn]) -> str:
    """Give when, or what, our last turn said it would be: "the end of May", "we'd ask the store".

    "Today" and "tomorrow" are left out, since it is said long after.
    """
    ours = [at for at, turn in enumerate(thread) if turn.who == "us"]
    if not ours:
        return ""
    last = thread[ours[-1]].text
    asked = ours[-1] > 0 and _WHEN_ASKED.search(thread[ours[-1] - 1].text)
    said = [
        sentence
        for sentence in re.split(r"(?<=[.!?])\s+", last)
        if not _NO_PROMISE.search(sentence)
    ]
    for sentence in said:
        when = _WHEN.search(sentence)
        if when and (asked or _PLANNED.search(sentence)):
            return _PART.sub("the ", _uncapped(when[1]))
    deeds = [deed for sentence in said for deed in _DEED.findall(sentence)]
    kept = [deed for deed in deeds if not _UNFINISHED.search(deed)]
    return f"we'd {kept[0]}" if kept else ""


def is_past(comment: str) -> bool:
    """Say whether a comment names a day or an hour that has come: "it's Monday"."""
    return _BY_NOW.search(comment) is not None


def _uncapped(when: str) -> str:
    """Give a time without the capital of a sentence's first word: "End of May", "Two weeks"."""
    own = re.match(rf"(?:{MONTH}|{DAY})\b", when)
    return when if own else when[:1].lower() + when[1:]
