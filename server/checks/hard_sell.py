"""Hard sell: a product, link or offer where nobody asked for one."""

from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.likely import is_likely, severity_of
from server.checks.mood import is_grave, is_trouble, opens_the_door
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.words import content, plain

_ASKING = frozenset(
    {"question", "suggestion", "concern", "purchase_intent", "comparison", "complaint", "criticism"}
)
_WANTED = 0.4  # of its new words stand in the note


def check(case: Case) -> Iterator[Found]:
    """Find sentences that sell; what was asked for may be offered plainly, without pushing."""
    is_open = opens_the_door(case) and not is_grave(case)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        pushes = search("pushes", low)
        is_ruled = pushes or search("hard_sell", low)
        is_offered = is_ruled or is_likely("hard_sell", sentence, case)
        if not (pushes or (is_offered and not is_open)) or _is_wanted(sentence, case):
            continue
        if not pushes and case.intent in _ASKING and _is_told(sentence, case):
            continue
        why = "Nothing is sold under a complaint." if is_trouble(case) else "Nobody asked for this."
        yield Found(
            "hard_sell",
            "warning" if is_ruled else severity_of("hard_sell", sentence, case, "warning"),
            sentence.start,
            sentence.end,
            f"{why} Leave the sentence out, or wait until they ask.",
            ("",),
        )


def _is_told(sentence: Sentence, case: Case) -> bool:
    """Whether a fact holds the sentence: then it tells a person who asks what is so."""
    words = content(sentence.text) - content(case.comment)
    facts = content(" ".join(fact.text for fact in case.facts))
    return len(words & facts) >= _WANTED * len(words)


def _is_wanted(sentence: Sentence, case: Case) -> bool:
    """Whether the note asks for what the sentence says: then it is the person's own choice."""
    words = content(sentence.text) - content(case.comment)
    return bool(words) and len(words & content(case.note)) >= _WANTED * len(words)
