"""Whether words are sentences: each with a verb, and none with a label."""

import re
from collections import Counter

from models.guided.tagging import tag
from models.guided.verbless import FINITE

_FINITE = re.compile(rf"(?i)^(?:{FINITE})$")
_ODD = re.compile(r": |[=→|]|^\W|\([^)]*$|^[^(]*\)|\"[^\"]*$")


def is_sound(text: str) -> bool:
    """Say whether every sentence has a verb, and nothing stands as a label."""
    sentences = re.split(r"(?<=[.!?]) ", text)
    return not any(_ODD.search(sentence) for sentence in sentences) and all(map(acts, sentences))


def words_in(text: str) -> Counter[str]:
    """Count the words of a text, in lower case."""
    return Counter(re.findall(r"[\w']+", text.lower()))


def has_verb(text: str) -> bool:
    """Say whether words surely have a verb of their own."""
    return any(_FINITE.match(word.text) or word.kind == "modal" for word in tag(text))


def acts(text: str) -> bool:
    """Say whether words may have a verb of their own: one that is no participle."""
    return has_verb(text) or any(
        word.kind == "verb" and not word.lower.endswith(("ed", "ing", "en")) for word in tag(text)
    )
