"""Evidence: what each sentence of a text rests on."""

import re
from dataclasses import dataclass

from server.checks import unsupported_fact
from server.checks.case import Case
from server.checks.grounding import known
from server.checks.numbers import values
from server.checks.sentences import Sentence, sentences
from server.checks.sources import Source, sources
from server.checks.words import content, plain
from server.schemas import EvidenceKind

_KINDS: dict[str, EvidenceKind] = {
    "snippet": "snippet", "note": "note", "comment": "comment", "thread": "thread",
    "post": "snippet", "brand": "snippet",
}  # fmt: skip
_VALUE = 2.5  # a shared number or date says more than a shared word
_WORD = 1.0
_TOLD = 0.35  # a word that the comment has as well says little about a fact
_LEAST = 1.0
_SHARE = 0.2  # of a sentence's weight must be found in a source of ours
_COURTESY = re.compile(
    r"^\W*(?:thanks?|thank you|cheers|sorry|i'm (?:so |very )?sorry|we're (?:so |very )?sorry|hope|i hope|we hope|enjoy|congratulations|well done|good luck|welcome|hello|hi|hey|take care|please|could you|can you|would you|may i|which|what|where|when|how|do you|did you|is it|was it|let us know|tell us|message us|i'll (?:pass|raise|tell|ask|find|let|look|check|see)|we'll (?:pass|raise|tell|ask|find|look|check|see)|let me)\b"
)


@dataclass(frozen=True)
class Rests:
    """What one sentence rests on: its half-open span in characters, the kind, the id of the source, its words."""

    start: int
    end: int
    kind: EvidenceKind
    ref: str = ""
    quote: str = ""


def evidence(case: Case) -> list[Rests]:
    """Say for each sentence what it rests on; a sentence with an unknown value or name rests on nothing."""
    faults = [*unsupported_fact.unknown_values(case), *unsupported_fact.unknown_names(case)]
    claims = list(unsupported_fact.unknown_claims(case))
    return [_rests(sentence, case, [*faults, *claims]) for sentence in sentences(case.text)]


def _rests(sentence: Sentence, case: Case, faults: list[unsupported_fact.Found]) -> Rests:
    if any(sentence.start <= fault.start < sentence.end for fault in faults):
        return Rests(sentence.start, sentence.end, "nothing")
    told = content(case.comment)
    scored = [(_score(sentence, source, told, case), source) for source in sources(case) if source.ref != "author"]
    ours = [(score, source) for score, source in scored if source.kind in ("snippet", "note", "thread")]
    best_score, best = max(ours, key=lambda pair: pair[0], default=(0.0, None))
    if best is not None and best_score >= _LEAST:
        return Rests(sentence.start, sentence.end, _KINDS[best.kind], best.ref, _quote(best, sentence))
    theirs = next(source for source in sources(case) if source.kind == "comment")
    if content(sentence.text) & told:
        return Rests(sentence.start, sentence.end, "comment", theirs.ref, _quote(theirs, sentence))
    return Rests(sentence.start, sentence.end, "opinion")


def _score(sentence: Sentence, source: Source, told: frozenset[str], case: Case) -> float:
    words = content(sentence.text)
    if not words:
        return 0.0
    shared = words & content(source.text)
    score = sum(_TOLD if word in told else _WORD for word in shared)
    held = known((source.text,))
    theirs = known((case.comment,))
    for value in values(sentence.text):
        if held.holds(value) and not (value.kind == "number" and value.numbers[0] <= 1):
            score += _TOLD if theirs.holds(value) else _VALUE
    return score if score >= _SHARE * len(words) else 0.0


def _quote(source: Source, sentence: Sentence) -> str:
    """Give the sentence of the source that shares most with the text."""
    words = content(sentence.text)
    parts = sentences(source.text)
    if len(parts) < 2:
        return source.text
    return max(parts, key=lambda part: len(content(part.text) & words)).text
