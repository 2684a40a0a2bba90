"""Boilerplate: worn phrases that would fit any comment, with shorter words where there are some."""

import re
from collections.abc import Iterator
from functools import lru_cache

from server.checks.case import Case, Found
from server.checks.words import lines, plain

_ANY = r"(?:[\w'’-]+,? ){1,4}?"


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str | None], ...]:
    """Read the list: each phrase as a pattern, with what to write instead (None: nothing known)."""
    found = []
    for line in lines("boilerplate.txt"):
        phrase, bar, instead = line.partition(" | ")
        pattern = re.sub(r"\* ?", lambda _: _ANY, phrase.strip().replace(")*", ")STAR"))
        pattern = pattern.replace(")STAR", ")*")
        replacement = None if not bar else "" if instead.strip() == "-" else instead.strip()
        found.append((re.compile(rf"(?<![\w#]){pattern}(?!\w)" if pattern[-1] not in "!)" else rf"(?<![\w#]){pattern}"), replacement))
    return tuple(found)


def check(case: Case) -> Iterator[Found]:
    """Find worn phrases; each stretch of text is named once."""
    low = plain(case.text)
    taken: list[tuple[int, int]] = []
    for pattern, replacement in _phrases():
        for match in pattern.finditer(low):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            yield Found(
                "boilerplate",
                "warning",
                start,
                end,
                f"“{case.text[start:end].strip()}” would fit any comment. Say it about this one, or leave it out.",
                () if replacement is None else (replacement,),
            )
