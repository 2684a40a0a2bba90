"""Evidence: what each sentence of a text rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.checks import unsupported_promise
from server.checks.case import Case, Found
from server.checks.grounding import known
from server.checks.numbers import values
from server.checks.sentences import Sentence, sentences
from server.checks.sources import Source, sources
from server.checks.unsupported_fact import unknown_claims, unknown_names, unknown_values
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
_MOST_SOURCES = 3
_IDLE = ("one", "1", "0")
_SAID = re.compile(
    r"\b(?:we|i) (?:said|told|promised|asked|wrote|answered|gave|left|never|forgot|didn't|"
    r"spoke|guessed|missed|should have|ought)\b"
    r"|\bour (?:earlier|last|first|own|previous) (?:reply|answer|word|message)\b|"
    r"\b(?:earlier|as (?:i|we) said|back then|last time)\b"
)


@dataclass(frozen=True)
class Rests:
    """What one sentence rests on: its span in characters, the kind, the source and its words."""

    start: int
    end: int
    kind: EvidenceKind
    ref: str = ""
    quote: str = ""


def evidence(case: Case) -> list[Rests]:
    """Say for each sentence what it rests on, in the order of the text.

    A sentence that joins two sources has an entry for each, the weightier first. One with a
    value, a name, a claim or a promise that nothing holds rests on nothing.
    """
    faults = [
        *unknown_values(case),
        *unknown_names(case),
        *(fault for fault in unknown_claims(case) if fault.severity == "error"),
        *(fault for fault in unsupported_promise.check(case) if fault.severity == "error"),
    ]
    return [rests for sentence in sentences(case.text) for rests in _rests(sentence, case, faults)]


def _rests(sentence: Sentence, case: Case, faults: list[Found]) -> Iterator[Rests]:
    start, end = sentence.start, sentence.end
    if any(start <= fault.start < end for fault in faults):
        yield Rests(start, end, "nothing")
        return
    told = content(case.comment)
    left = content(sentence.text)
    given = [source for source in sources(case) if source.kind in ("snippet", "note", "thread")]
    found = False
    for _ in range(_MOST_SOURCES):
        scored = [(_score(sentence, source, left, told, case), source) for source in given]
        score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or score < _LEAST:
            break
        found = True
        yield Rests(start, end, _KINDS[best.kind], best.ref, _quote(best, sentence))
        left -= content(best.text)
        given.remove(best)
    if _SAID.search(plain(sentence.text)) and (turn := _last_of_ours(case, given)) is not None:
        yield Rests(start, end, "thread", turn.ref, turn.text)
        return
    if found:
        return
    if content(sentence.text) & told:
        theirs = Source("comment", "comment", case.comment)
        yield Rests(start, end, "comment", theirs.ref, _quote(theirs, sentence))
        return
    yield Rests(start, end, "opinion")


def _last_of_ours(case: Case, given: list[Source]) -> Source | None:
    """Give the last thing we said in the thread, unless the sentence has been put down to it."""
    ours = [turn for turn in case.thread if turn.who == "us"]
    if not ours:
        return None
    return next(
        (source for source in given if source.ref == ours[-1].id and source.kind == "thread"), None
    )


def _score(
    sentence: Sentence, source: Source, left: frozenset[str], told: frozenset[str], case: Case
) -> float:
    """Weigh what a sentence shares with a source: new words, and values most of all."""
    if not left:
        return 0.0
    shared = left & content(source.text)
    score = sum(_TOLD if word in told else _WORD for word in shared)
    held, theirs = known((source.text,)), known((case.comment,))
    for value in values(sentence.text):
        if value.text in _IDLE or not (left & content(value.text) or not content(value.text)):
            continue
        if held.holds(value):
            score += _TOLD if theirs.holds(value) else _VALUE
    return score if score >= _SHARE * len(left) else 0.0


def _quote(source: Source, sentence: Sentence) -> str:
    """Give the sentence of the source that shares most with the text."""
    words = content(sentence.text)
    parts = sentences(source.text)
    if len(parts) < 2:
        return source.text
    return max(parts, key=lambda part: len(content(part.text) & words)).text
