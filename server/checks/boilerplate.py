"""Boilerplate: worn phrases that would fit any comment, with shorter words where there are some."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from server.checks.case import Case, Found, look_once
from server.checks.likely import is_likely, severity_of
from server.checks.sentences import sentences
from server.checks.words import lines, plain

_ANY = r"(?:[\w'\u2019-]+,? ){1,4}?"


class Phrase(NamedTuple):
    """One worn phrase: letters that any match holds, its pattern, and better words if known."""

    letters: str
    pattern: re.Pattern[str]
    instead: str | None


@lru_cache(maxsize=1)
def _phrases() -> tuple[Phrase, ...]:
    found = []
    for line in lines("boilerplate.txt"):
        phrase, bar, instead = line.partition(" | ")
        pattern = re.sub(r"\* ?", lambda _: _ANY, phrase.strip().replace(")*", ")STAR"))
        pattern = pattern.replace(")STAR", ")*")
        replacement = None if not bar else "" if instead.strip() == "-" else instead.strip()
        end = "" if pattern[-1] in "!)" else r"(?!\w)"
        compiled = re.compile(rf"(?<![\w#]){pattern}{end}")
        found.append(Phrase(_letters(phrase), compiled, replacement))
    return tuple(found)


def _letters(phrase: str) -> str:
    """Give the longest run of letters outside all groups: no match goes without it."""
    bare = phrase
    while (shorter := re.sub(r"\([^()]*\)[?*]?", "\0", bare)) != bare:
        bare = shorter
    return max(re.split(r"[\0*?\[\]\\{}+]|\w(?=[?{*])", bare), key=len)


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
    low = plain(sentence)
    taken: list[tuple[int, int, str | None]] = []
    for letters, pattern, instead in _phrases():
        if letters not in low:
            continue
        for match in pattern.finditer(low):
            start, end = match.span()
            if all(end <= begun or ended <= start for begun, ended, _ in taken):
                taken.append((start, end, instead))
    return tuple(sorted(taken, key=lambda place: place[0]))
