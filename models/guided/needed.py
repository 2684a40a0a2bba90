"""What the facts say is needed of somebody: "order number needed privately", "other models"."""

import re
from collections.abc import Sequence

from models.prompt import Brief

_NUMBER = (
    r"(?:order|booking|account|customer|claim|carriage|coach|tracking|membership|member|ticket|policy|"
    r"reference|serial|batch|invoice|registration|flight|seat|subscriber|meter|model|lot|barrel|"
    r"locker|job|case|parcel|loan|reservation) (?:number|code|reference)s?"
)
_DETAIL = (
    rf"(?:{_NUMBER}|postcode|receipt|photo of the \w+|photo|proof of purchase|phone number|"
    r"e-?mail address|name on the (?:booking|account|order)|date of (?:purchase|birth)|address)"
)
_DETAILS = (
    rf"(?:(?:the|your|an?|their) )?({_DETAIL}"
    rf"(?:(?:,| and|, and) (?:(?:the|your|an?) )?{_DETAIL})*)"
)
_NEEDED = (
    re.compile(
        rf"(?i)\b(?:needs?|needed|requires?|required:|asks? for|message us|send(?:s|ing)? us|"
        rf"quote|quoting|"
        rf"(?:booked|sorted|arranged|done|replaced|refunded|credited) (?:by message )?with|once "
        rf"(?:we|support) "
        rf"(?:have|has)) {_DETAILS}\b"
    ),
    re.compile(
        rf"(?i)\b{_DETAILS} (?:is |are )?(?:needed|required|by (?:DM|PM|message|private message)|"
        r"in (?:a )?private message|privately|please)\b"
    ),
    re.compile(rf"(?i)\bwith (?:the |your |an? )?({_NUMBER}|receipt|photo)(?=[.,;]|$)"),
)
_DEPENDS = re.compile(
    r"(?i)\bdepend(?:s|ing) on (?:the |your )?(model|size|postcode|branch|date|device|plan|route|"
    r"age)\b|"
    r"\bother (model|size|plan|branche?|version)s?\b"
)
_ASKS = {
    "model": "which model you have",
    "size": "which size it is",
    "postcode": "your postcode",
    "branch": "which branch it was",
    "branche": "which branch it was",
    "date": "which day it was",
    "device": "which device you're using",
    "plan": "which plan you have",
    "route": "which route it was",
    "age": "how old it is",
    "version": "which version you have",
}
_TOLD = {
    "number": r"#\w*\d{3,}|\b[A-Z]{1,5}[- .]?\d{3,}\b|\b(?:no|number|nr|ref)\.? ?:?#?\d{3,}|"
    r"\b\d{5,}\b",
    "photo": r"\b(?:photo|pic|picture|video)s? (?:attached|below|sent|here)\b",
    "postcode": r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b",
    "model": r"\bmodel \S+",
    "size": r"\b(?:size|sz) ?\S+|\b(?:XS|S|M|L|XL)\b",
}
_PRIVATE = re.compile(
    r"(?i)\byour\b.*\b(?:numbers?|codes?|reference|e-?mail|address|postcode|name|receipt|phone)\b|"
    r"\b(?:name|e-?mail) (?:on|of) (?:your|the)\b|\bdate of birth\b"
)


def needed_of(facts: Sequence[str], told: str) -> list[str]:
    """Give what facts say is needed and nobody has told yet: "your order number"; best first."""
    found = []
    for fact in facts:
        for pattern in _NEEDED:
            match = pattern.search(fact)
            if match and not re.search(r"(?i)\b(?:no|without)\W*$", fact[: match.start(1)]):
                found.append(_yours(match[1]))
                break
    for fact in facts:
        if match := _DEPENDS.search(fact):
            found.append(_ASKS[(match[1] or match[2]).lower()])
    return [what for what in dict.fromkeys(found) if not is_told(what, told)]


def told_by(brief: Brief) -> str:
    """Give all that the commenter has told, here and before."""
    return "\n".join([brief.comment, *(turn.text for turn in brief.thread if turn.who != "us")])


def is_private(what: str) -> bool:
    """Say whether nobody tells such a thing where all can read it."""
    return bool(_PRIVATE.search(what))


def _yours(details: str) -> str:
    parts = re.split(r"(?i),? and |, ", details)
    bare = [re.sub(r"(?i)^(?:the|your|an?|their) ", "", part.strip()) for part in parts]
    bare = [part if re.match(r"[A-Z]{2}", part) else part[:1].lower() + part[1:] for part in bare]
    return " and ".join(_their(part) for part in bare)


def _their(part: str) -> str:
    if part.startswith(("name on", "date of")):
        return re.sub(r"\bthe (?=booking|account|order)", "your ", f"the {part}")
    return f"a {part}" if part.startswith(("photo", "phone")) else f"your {part}"


def is_told(what: str, told: str) -> bool:
    """Say whether somebody has told already what would be asked for."""
    return any(
        word in what and re.search(pattern, told, re.NOFLAG if "A-Z" in pattern else re.IGNORECASE)
        for word, pattern in _TOLD.items()
    )
