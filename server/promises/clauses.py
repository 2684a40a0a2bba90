"""Clauses: the parts of a text in which somebody of ours commits to do something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.checks.commitments import commitments
from server.checks.sentences import Sentence, sentences
from server.checks.words import plain

_ADVERBS = r"(?:(?:also|now|then|just|gladly|personally|certainly|definitely|all|both|always)\s)*"
_WILL = r"(?:'ll|\swill|\sshall|\sis going to|\sare going to|'re going to|'m going to)"
_NO_NAME = r"(?!who|which|that|it|there|this|what|you|and|but)"
# Ways to commit that are no "we will": each names its subject as `who`, its verb as `act`.
_OTHER_WAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<who>we|i)(?:'re|'m| are| am) {_ADVERBS}(?P<act>(?!going to\b)[a-z]+ing)\b",
        r"\b(?P<who>i|we) promise to (?P<act>[a-z]+)",
        rf"\b(?P<who>(?:you|your (?:[\w'-]+ ){{1,4}}?))(?:'ll|will| will|is going to) {_ADVERBS}"
        r"(?P<act>[a-z]+)",
        r"\b(?P<who>)(?P<act>expect|consider it done)\b",
        rf"\b(?P<who>{_NO_NAME}[a-z][\w'-]+){_WILL} {_ADVERBS}"
        r"(?P<act>[a-z]+)",
        rf"\b(?P<who>(?:the|our|my|a|an|his|her) (?:[\w'-]+ ){{1,4}}?)(?:will|shall|is going to|are"
        rf" going to) {_ADVERBS}(?P<act>[a-z]+)",
        r"\b(?P<who>(?:the|your|a) (?:answer|reply|refund)|it) (?:is|are) (?P<act>coming|going)\b",
        r"\band (?P<who>)will (?P<act>[a-z]+)",
    )
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)")
_CONDITION = re.compile(
    r"(?:^|[,;:–—-]\s*|\b(?:and|but|so|or)\s)(?:even\s)?(?:if|unless|should (?:it|you|this|that|"
    r"they)|provided|were it|in case|as long as|had we|whether)\b"
    r"|(?<!check)(?<!see)(?<!ask)(?<!know)(?<!tell)(?<!out)(?<!sure)\s(?:if|unless|provided)\s(?:you|"
    r"it|that|this|they|we|the)\b"
)
_SAID_BY_OTHERS = re.compile(
    r"(?<!what )\b(?:you|they|he|she|people|everyone|somebody) (?:said|say|says|wrote|told|"
    r"promised|were told|heard|claim)\b|'d told|\b(?<!what he )(?<!what she )says\b|\bwas what\b"
    r"|\b(?:according to|word is|i bet|i'll bet|my bet|my guess|i doubt|doubt|i wish|we hope|"
    r"i hope|hopefully|fingers crossed|too early to say)\b"
    r"|\b(?:don't|do not|doesn't) (?:think|believe|expect)\b"
)
_NEVER = re.compile(r"\b(?:not|never|won't|can't|cannot|no longer|nothing|nobody|no one|neither)\b")
_BREAK = re.compile(r"[;:]\s|\s[–—-]\s|[.!?…]+(?=\s|$)|, (?=because|so|but)\b")
_NEXT_CLAUSE = re.compile(r",?\s(?:and|but|or|so|then)\s*$|[,;:]\s*$")


_NO_VERBS = ("we'll", "i'll", "we", "i", "that", "you", "to")  # “I promise we'll …”
_MEMBER = re.compile(r"(?:someone|somebody|one|a member) (?:from|of|in|at) $", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:['’](?:ll|m|re)|\s(?:will|shall|is|are|am|can promise|promise))\b.*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Clause:
    """One commitment: its span in the text, who gives it, its verb, and what leads up to it."""

    start: int
    end: int
    who: str
    act: str
    act_at: int  # where the verb begins in the text
    lead: str  # what stands before it in its sentence: “Next month we'll …”


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text that may commit us, in order, none within another."""
    for sentence in sentences(text):
        if sentence.asks:
            continue
        masked = _QUOTED.sub(lambda quoted: "_" * len(quoted.group()), sentence.text)
        low = plain(masked)
        if _CONDITION.search(low) or _SAID_BY_OTHERS.search(low):
            continue
        yield from _in_sentence(Sentence(sentence.start, sentence.end, masked), low)


def _in_sentence(sentence: Sentence, low: str) -> Iterator[Clause]:
    heads = sorted({**_usual_heads(sentence.text), **_other_heads(low, sentence.text)}.items())
    heads = [
        head
        for place, head in enumerate(heads)
        if place == 0 or head[1][1] >= heads[place - 1][1][1] + 3
    ]
    ends = [start for start, _ in heads[1:]] + [len(low)] * bool(heads)
    before = 0
    for (start, (who, act_at, act)), limit in zip(heads, ends, strict=True):
        end = start + len(_NEXT_CLAUSE.sub("", low[start:limit]))
        if stop := _BREAK.search(low, act_at, end):
            end = stop.start()
        end = start + len(low[start:end].rstrip(" .!?,"))
        if not _NEVER.search(low, start, act_at + len(act)):
            yield Clause(
                sentence.start + start,
                sentence.start + end,
                who.strip(),
                act,
                sentence.start + act_at,
                sentence.text[before:start],
            )
        before = limit


def _usual_heads(text: str) -> dict[int, tuple[str, int, str]]:
    """Give who, where the verb is and the verb of each "we will", by where it begins."""
    heads = {}
    for found in commitments(text):
        low = plain(found.text)
        verb = re.search(rf"(?<=[\s']){re.escape(found.act)}\b", low)
        if verb and found.act not in _NO_VERBS:
            start = found.start
            if member := _MEMBER.search(text[:start]):
                start = member.start()
            act_at = found.start + verb.start()
            who = _AUXILIARY.sub("", text[start:act_at])
            heads[start] = (who, act_at, found.act)
    return heads


def _other_heads(low: str, text: str) -> dict[int, tuple[str, int, str]]:
    heads = {}
    for pattern in _OTHER_WAYS:
        for match in pattern.finditer(low):
            start = match.end("who") - len(match["who"].rpartition(" and ")[2])
            heads[start] = (text[start : match.end("who")], match.start("act"), match["act"])
    return heads
