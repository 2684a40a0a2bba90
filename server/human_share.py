"""Human share: how much of a text is the person's own."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\S+")


def human_share(text: str, suggested: Iterable[str]) -> float | None:
    """Give the share (0 to 1) of the words of a text that no suggested text has in that order.

    It is taken against the suggested text that is nearest; None where the text is empty.
    """
    words = _WORD.findall(text)
    if not words:
        return None
    kept = max((LCSseq.similarity(words, _WORD.findall(other)) for other in suggested), default=0)
    return 1 - kept / len(words)
