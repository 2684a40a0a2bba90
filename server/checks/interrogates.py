"""Interrogates: more questions than one can answer in a comment."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.sentences import sentences
from server.checks.words import plain

_MOST = 2
_ASKING = re.compile(r"\b(?:what|which|who|whose|when|where|why|how|whether)\b")


def check(case: Case) -> Iterator[Found]:
    """Find three or more questions, in as many sentences or in one."""
    asking = [sentence for sentence in sentences(case.text) if sentence.asks]
    number = sum(
        max(1, len(_ASKING.findall(plain(sentence.text)))) if "," in sentence.text else 1
        for sentence in asking
    )
    if number <= _MOST:
        return
    yield Found(
        "interrogates",
        "warning",
        asking[0].start,
        asking[-1].end,
        f"{number} questions at once. Ask the one that you need to help.",
    )
