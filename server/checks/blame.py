"""Blame: fault put on the person, on somebody else, or on circumstances."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.likely import is_likely, is_sure, severity_of
from server.checks.mood import is_light, is_trouble
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.sources import sources
from server.checks.words import content, plain

_HELD = (
    0.5  # of a sentence's content words stand in our facts: then a fact explains, nobody is blamed
)
_OWNED = re.compile(
    r"\b(?:we|i) (?:should|sent|made|got|failed|forgot|didn't|did not|broke|lost|let|left|"
    r"printed|missed|charged|overcharged|gave|told|never|put|were wrong|was wrong)\b"
    r"|\b(?:our|my) (?:own )?(?:fault|mistake|error|doing|failing|failure|slip|job|lapse|"
    r"label|planner|system)\b|\bon us\b|\b(?:is|was|were) ours\b|\bwe still\b|\bit was "
    r"us\b|\b(?:none|no one|nobody|not)\b[^.]{0,20} to blame\b|"
    r"\bnot (?:your|his|her|their) fault\b|\bnothing wrong\b|\bisn't (?:your|you)\b"
)
_SOFT = re.compile(
    r"\b(?:let me|i'll|we'll|could you|can you|may|hope|thank|glad|lovely|tell me|please "
    r"(?:don't|stop)|if you)\b"
)


def check(case: Case) -> Iterator[Found]:
    """Find sentences that put the fault elsewhere, unless a fact or the note says the same."""
    is_troubled = is_trouble(case)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        rule = search("blame", low) or (is_troubled and search("blame_in_trouble", low))
        is_found = bool(rule) and not _SOFT.search(low)
        if not (is_found or is_likely("blame", sentence, case)):
            continue
        if _OWNED.search(low) or _is_held(sentence, case):
            continue
        if is_light(case) and not is_sure("blame", sentence, case):
            continue
        yield Found(
            "blame",
            severity_of("blame", sentence, case, "warning", is_ruled=is_found and is_troubled),
            sentence.start,
            sentence.end,
            (
                "This puts the fault on someone else. Say what we did and what we do now, or leave "
                "it out."
            ),
        )


def _is_held(sentence: Sentence, case: Case) -> bool:
    words = content(sentence.text) - content(case.comment)
    ours: frozenset[str] = frozenset()
    ours = ours.union(*(content(source.text) for source in sources(case) if source.is_ours))
    return not words or len(words & ours) >= _HELD * len(words)
