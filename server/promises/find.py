"""Finding promises in a text that was posted: who will do what, by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from server.checks.words import plain
from server.promises.clauses import Clause, clauses
from server.promises.days import Posted, posted
from server.promises.deeds import OURSELVES, is_person, is_promise
from server.promises.due import Due, due

_AND = re.compile(r",? and (?:then |also )?(?=[a-z])")
_OPENS = re.compile(r"(?i)^[\s,]*(?:(?:and|but|so|then|give (?:us|me)(?: until)?)\s*)?$")
_LEADS_IN = re.compile(r"^[\s,]*(?:and|then|but|so)?[\s,]*$")


@dataclass(frozen=True)
class Found:
    """One promise: its half-open span in characters, who, what, until when, and the words of it."""

    start: int
    end: int
    who: str
    what: str
    due: datetime | None
    due_said: str


def find(text: str, at: datetime, time_zone: str, locale: str = "") -> list[Found]:
    """Find the promises of a text.

    `at` is when it was posted and `time_zone` where (an IANA name); `locale` says how dates such
    as 03/04 are written. Dues are in UTC; one that names no day or hour is None.
    """
    here = posted(at, time_zone, locale)
    found = []
    for whole in clauses(text):
        for clause in _each_with_its_date(whole, text, here):
            words = text[clause.start : clause.end]
            said, source = due(words, here), words
            if said is None:
                said, source = _of_lead(clause.lead, here), clause.lead
            when = source[said.start : said.end] if said else ""
            is_dated = said is not None and said.moment is not None
            deed = plain(text[clause.act_at : clause.end])
            who = plain(clause.who).strip()
            if is_promise(who, clause.act, deed, dated=is_dated, when=plain(when)):
                what = _what(clause, words, said if source is words else None)
                moment = said.moment if said else None
                found.append(Found(clause.start, clause.end, _who(clause), what, moment, when))
    return found


def _each_with_its_date(clause: Clause, text: str, here: Posted) -> Iterator[Clause]:
    """Part “refund you today and send one by Friday”: each half has a date of its own."""
    for joint in _AND.finditer(text, clause.act_at, clause.end):
        first = due(text[clause.start : joint.start()], here)
        second = due(text[joint.end() : clause.end], here)
        if first and second and first.moment and second.moment and second.start > 0:
            yield replace(clause, end=joint.start())
            act = re.match(r"[a-z']+", plain(text[joint.end() :]))
            yield replace(
                clause,
                start=joint.end(),
                end=clause.end,
                act_at=joint.end(),
                act=act.group() if act else clause.act,
                lead="",
            )
            return
    yield clause


def _of_lead(lead: str, here: Posted) -> Due | None:
    """Give the date that leads up to a clause: “Next month we'll …”."""
    said = due(lead, here)
    if said is None or not _LEADS_IN.match(lead[said.end :]):
        return None
    return said if _OPENS.match(lead[: said.start]) else None


def _what(clause: Clause, words: str, said: Due | None) -> str:
    """Give what is to be done: the clause from its verb on, without the words of until when."""
    begin = clause.act_at - clause.start if _is_deed_of(clause) else 0
    if said is None or said.start < begin:
        return words[begin:].strip(" ,")
    return (words[begin : said.start].rstrip(" ,") + words[said.end :]).strip(" ,") or words


def _is_deed_of(clause: Clause) -> bool:
    """Say whether the verb alone says what is done: “send a lid”, but not “you'll have a lid”."""
    who = plain(clause.who).strip()
    is_ours = who in (*OURSELVES, "they", "he", "she") or is_person(who)
    return is_ours and not clause.act.endswith("ing") and clause.act not in ("expect", "consider")


def _who(clause: Clause) -> str:
    """Give who is to do it: a person or a team that is named, else we or I."""
    who = plain(clause.who).strip()
    if who in ("let me", "i"):
        return "I"
    if who in ("they", "he", "she") or (who not in OURSELVES and is_person(who)):
        return clause.who.strip()
    return "we"
