"""Boilerplate: worn phrases that would fit any comment, with shorter words where there are some."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from server.checks.case import Case, Found, look_once
from server.checks.likely import is_likely, severity_of
from server.checks.patterns import Patterns
from server.checks.sentences import sentences
from server.checks.words import lines, plain

_ANY = r"(?:[\w'\u2019-]+,? ){1,4}?"


@cache
def _phrases() -> tuple[Patterns, tuple[str | None, ...]]:
    """Give the worn phrases, and for each better words if known; empty ones: leave it out."""
    expressions, instead = [], []
    for line in lines("boilerplate.txt"):
        phrase, bar, better = line.partition(" | ")
        pattern = re.sub(r"\* ?", lambda _: _ANY, phrase.strip().replace(")*", ")STAR"))
        pattern = pattern.replace(")STAR", ")*")
        end = "" if pattern[-1] in "!)" else r"(?!\w)"
        expressions.append(rf"(?<![\w#]){pattern}{end}")
        instead.append(None if not bar else better.strip().removesuffix("-"))
    return Patterns(expressions), tuple(instead)


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find worn phrases; each stretch of text is named once."""
    worn = [
        (sentence.start + start, sentence.start + end, instead)
        for sentence in sentences(case.text)
        for start, end, instead in _worn(sentence.text)
    ]
    for start, end, instead in worn:
        written = case.text[start:end].strip()
        yield Found(
            "boilerplate",
            "warning",
            start,
            end,
            f"“{written}” would fit any comment. Be specific, or leave it out.",
            () if instead is None else (instead,),
        )
    for sentence in sentences(case.text):
        if any(start < sentence.end and sentence.start < end for start, end, _ in worn):
            continue
        if is_likely("boilerplate", sentence, case):
            yield Found(
                "boilerplate",
                severity_of("boilerplate", sentence, case, "warning"),
                sentence.start,
                sentence.end,
                "This would fit any comment. Be specific, or leave it out.",
                ("",),
            )


@lru_cache(maxsize=4096)  # while somebody types, most sentences stay as they were
def _worn(sentence: str) -> tuple[tuple[int, int, str | None], ...]:
    phrases, instead = _phrases()
    taken: list[tuple[int, int, str | None]] = []
    for place, match in phrases.all(plain(sentence)):
        start, end = match.span()
        if all(end <= begun or ended <= start for begun, ended, _ in taken):
            taken.append((start, end, instead[place]))
    return tuple(sorted(taken, key=lambda place: place[0]))
