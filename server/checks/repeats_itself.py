"""Repeats itself: nearly the same as one of the last replies."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from server.checks.case import Case, Found
from server.checks.sentences import Sentence, sentences
from server.checks.words import tokens

_RECENT = 20
_NEAR = 0.6  # of the pairs of words are the same
_LEAST_WORDS = 5


def check(case: Case) -> Iterator[Found]:
    """Find a text, or a sentence of it, that an earlier reply has had; a fact may be told again."""
    facts = {tokens(part.text) for fact in case.facts for part in sentences(fact.text)}
    own = _own(case.text, facts)
    recent = case.recent[:_RECENT]
    words = _words(case.text, facts)
    is_told = len(tokens(words)) < _LEAST_WORDS and len(own) < len(sentences(case.text))
    if not is_told and any(_likeness(words, _words(earlier, facts)) >= _NEAR for earlier in recent):
        yield _found(
            0,
            len(case.text),
            "Nearly the same as a reply you posted lately. Say it in other words.",
        )
        return
    said = {tokens(part.text) for earlier in recent for part in sentences(earlier)}
    for sentence in own:
        spoken = tokens(sentence.text)
        if len(spoken) >= _LEAST_WORDS and spoken in said:
            yield _found(
                sentence.start,
                sentence.end,
                "You posted this sentence lately. Say it in other words.",
            )


def _own(text: str, facts: Collection[tuple[str, ...]]) -> list[Sentence]:
    """Give the sentences that are no fact's own words."""
    return [sentence for sentence in sentences(text) if tokens(sentence.text) not in facts]


def _words(text: str, facts: Collection[tuple[str, ...]]) -> str:
    return " ".join(sentence.text for sentence in _own(text, facts))


def _found(start: int, end: int, message: str) -> Found:
    return Found("repeats_itself", "warning", start, end, message)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = tokens(text)
    return frozenset(pairwise(words))


def _likeness(one: str, other: str) -> float:
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others:
        return float(one.strip().lower() == other.strip().lower())
    return len(pairs & others) / len(pairs | others)
