"""Who takes a comment over, as a note names them: "give to Owen in claims", "Jo to ring her"."""

import re

from models.guided.addressed import ROLE
from models.guided.grammar import words_of
from models.guided.letters import letters, parts

_ASIDE = r"(?i)^(?:urgent:? |please |straight |this |now )*"
_WHOM = (
    r"(?!(?:the )?(?:safe|top|front|him|her|them|you|us|his|your|their|desk|door|room|shop|side|"
    r"\d+)\b)(?!\S*@)(?P<whom>.+?)(?P<now> now| today| straight away| asap| at once)?$"
)
_PASSED = re.compile(
    rf"{_ASIDE}(?:pass|forward|send|hand|give|escalate|fwd|goes|take)"
    rf"(?: (?:it|this|them|that|him|her|you))?(?: on| over| straight| up)? to {_WHOM}"
)
_OVER = re.compile(rf"{_ASIDE}(?:(?:over |straight )?to|for) {_WHOM}")
_TO_DO = re.compile(
    r"(?P<who>(?:(?:our|the|my) )?(?!(?:free|happy|able|due|likely|wants?|needs?|has|going)\b)"
    rf"(?:(?:[a-z]+ ){{0,2}}[A-ZÀ-Þ][a-zà-ÿ]+(?: \([^)]*\))?|(?:[a-z]+ )?{ROLE})) to "
    r"(?P<does>(?:ring|call|phone|write|email|contact|visit|meet|get back|"
    r"come|look|check|post|send|reply|message|speak|talk|fix|sort|answer|take|handle)\b.*)"
)
_ALONE = re.compile(r"(?:d?q?m{1,3}|d?[aeg]?[nN]{0,2}q)(?:i(?:d?[nNsSa]{1,3}|m))?")


def handed_to(point: str, *, surely: bool) -> str:
    """Give whom a point passes the comment to; "" where it passes it to nobody.

    `surely` says that the point is known to name who takes it over: "for Ruth", "Irfan in meters".
    """
    passed = _PASSED.match(point) or (_OVER.match(point) if surely else None)
    if passed:
        return f"{_team(passed['whom'])}{passed['now'] or ''}"
    return _team(point) if surely and _ALONE.fullmatch(letters(parts(point))) else ""


def will_do(point: str) -> str:
    """Give what somebody is to do as what they will: "Jo to ring you" is "Jo will ring you"."""
    to_do = _TO_DO.fullmatch(point)
    return f"{to_do['who']} will {to_do['does']}" if to_do else ""


def name_in(whom: str) -> str:
    """Give the name of one whom something is passed to; "" where there is none."""
    name = re.search(r"\b[A-ZÀ-Þ][a-zà-ÿ]+\b(?!')", whom)
    return name[0] if name else ""


def _team(whom: str) -> str:
    """Give those whom something is passed to: "product" is "our product team"."""
    bare = whom.strip(" .")
    if bare.lower() in words_of("teams"):
        return f"our {bare} team"
    first = bare.split()[0]
    if first[:1].isupper() or first.lower() in ("the", "our", "my", "your"):
        return bare
    return f"the {bare}"
