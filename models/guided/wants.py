"""What sort of thing a question wants, a price or a place, and whether a fact has that at all.

A fact may be about the very thing that was asked and yet not answer: who asks when something ends
is not helped by when it begins, nor who asks for its price by its length.
"""

import re
from functools import cache, lru_cache

from models.guided.nearness import root, words_of
from models.guided.tagging import tidy
from models.guided.times import SUM
from models.tables import table_of

MOST_WORDS = 20  # a longer comment may ask for more than its question says
_BEFORE = re.compile(
    r"(?i)^(?:(?:hi|hello|hey|hiya|ok|so|and|but|sorry|please|pls|omg|wow|lovely|love it|nice|"
    r"great|take my money|looks good|guys|gorgeous|beautiful|there)\b[\s,.!-]*)+"
)
_BEHIND = re.compile(
    r"(?i)(?:[\s,.?!]*(?:\b(?:please|pls|plz|thanks|thank you|thx|ta|guys|tho|though|then|lol|x+|"
    r"cheers|hun)\b|[^\w\s,.?!£$€%)]))+\W*$"
)
_MORE = re.compile(  # what shows that more is asked than one thing
    r"(?i)\b(?:and|or|n|plus|also|but|because)\b|[+&\n]|[,;.?!] |"
    r"(?<!when )(?<!where )(?<!how )(?<!much )(?<!long )(?<!time )(?<!many )\b(?<!^)"
    r"(?:can|do) (?:i|we)\b"
)
_SUM = re.compile(SUM)
_BEGINS = re.compile(
    r"(?i)\b(?:starts?|started|starting|begins?|opens?|opened|opening|first|doors|kick-?off)\b"
)
_ENDS = re.compile(
    r"(?i)\b(?:ends?|ended|ending|finish\w*|clos(?:es?|ed|ing)|shuts?|over|last|until|till|til|late|"
    r"latest|deadline)\b"
)
_BESIDE = re.compile(  # what costs something beside the thing itself
    r"(?i)\b(?:post(?:age|al|ing)?|shipping|deliver\w*|courier|deposits?|parking|refunds?|fines?|"
    r"late|supplements?|surcharge|gift[- ]?wrap\w*|insurance|repairs?|cancel\w*|lost|replacement|"
    r"returns?|booking fee|lockers?|excess)\b"
)
_OF_A_SORT = frozenset(
    "much many long time times hour hours cost costs price prices cheap often soon quick "
    "quickly late early what's where's when's who's".split()
)
_RANGE = re.compile(
    r"(?i)\d(?: ?[ap]m)? ?(?:to|-|–|until|till|and) ?\d|\bfrom\b.*\b(?:to|until)\b|\bhours?\b|"
    r"\bminutes?\b|24/7|\bdays?\b|\bweeks?\b"
)
_ENDS_ASKED = re.compile(
    r"(?i)\b(?:when|what time|what day|what date)\b[^?]*\b(?:end|ends|finish|finishes|close|closes|"
    r"closing|shut|shuts|be over|last)\b|\bhow late\b|"
    r"\b(?:last|final) (?:bus|train|boat|day|date|order)"
)
_BEGINS_ASKED = re.compile(
    r"(?i)\b(?:when|what time|how early|what day|what date)\b[^?]*\b(?:start|starts|begin|begins|"
    r"open|opens|opening|kick off|first)\b"
)


@lru_cache(maxsize=256)
def wanted(comment: str) -> frozenset[str]:
    """Give the sorts of things that a comment surely wants, where it asks for nothing else."""
    said = bare_words(comment)
    if len(said.split()) > MOST_WORDS or _MORE.search(said) or said.count("?"):
        return frozenset()
    return frozenset(sort for sort, (asks, _, _) in _sorts().items() if asks.search(said))


def is_bare(comment: str) -> bool:
    """Say whether a comment is one question that names nothing but the sort: "how much is it?"."""
    said = bare_words(comment)
    return any(bare.fullmatch(said) for _, _, bare in _sorts().values() if bare.pattern)


def bare_words(comment: str) -> str:
    """Give a comment without a greeting before it, or thanks behind it."""
    return _BEHIND.sub("", _BEFORE.sub("", tidy(comment).strip())).strip(" ?!.,")


@lru_cache(maxsize=1024)
def has(fact: str, sort: str) -> bool:
    """Say whether a fact has what can be of a sort."""
    said = tidy(fact) if sort == "price" else _SUM.sub("a sum", tidy(fact))
    return bool(_sorts()[sort][1].search(said))


def lacks(comment: str, fact: str) -> bool:
    """Say whether a fact surely does not answer a comment: it has nothing of what is wanted."""
    sorts = wanted(comment)
    return bool(sorts) and (
        not any(has(fact, sort) for sort in sorts) or _is_other_end(comment, fact)
    )


def tells(comment: str, fact: str) -> bool:
    """Say whether a fact has what a question wants that names nothing else than the fact does."""
    if not wanted(comment) or not (is_bare(comment) or _names_no_more(comment, fact)):
        return False
    beside = "price" in wanted(comment) and _BESIDE.search(fact)
    return not (beside or lacks(comment, fact))


def _names_no_more(comment: str, fact: str) -> bool:
    """Say whether a question names something, and all of it stands in a short fact."""
    if len(fact.split()) > MOST_WORDS:
        return False
    named = {root(word) for word in words_of(bare_words(comment)) if word not in _OF_A_SORT}
    return bool(named) and named <= {root(word) for word in words_of(fact)}


def _is_other_end(question: str, fact: str) -> bool:
    """Say whether the end of something is asked and only its beginning told, or the reverse."""
    ends, begins = bool(_ENDS_ASKED.search(question)), bool(_BEGINS_ASKED.search(question))
    if ends == begins or _RANGE.search(fact):
        return False
    told_end, told_begin = bool(_ENDS.search(fact)), bool(_BEGINS.search(fact))
    return (ends and told_begin and not told_end) or (begins and told_end and not told_begin)


@cache
def _sorts() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    return {
        sort: (
            re.compile(row["asks"], re.IGNORECASE | re.MULTILINE),
            re.compile(row["has"], re.IGNORECASE if sort != "who" else 0),
            re.compile(row["bare"], re.IGNORECASE),
        )
        for sort, row in table_of(__file__).items()
    }
