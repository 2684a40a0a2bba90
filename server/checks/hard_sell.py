"""Hard sell: a product, link or offer where nobody asked for one."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found, look_once
from server.checks.grounding import known
from server.checks.likely import is_likely, is_sure, is_unheard, severity_of
from server.checks.mood import is_grave, is_question, is_trouble, opens_the_door
from server.checks.numbers import values
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.sources import known_words, sources
from server.checks.words import content, plain

_ASKING = frozenset(
    {"question", "suggestion", "concern", "purchase_intent", "comparison", "complaint", "criticism"}
)
_PRICE = re.compile(r"[£$€₹]\s?\d|\b\d+(?:\.\d\d)? ?(?:pounds|quid|euros?|dollars|bucks|p\b(?!\.))")
_PAID_BACK = re.compile(
    r"\b(?:refund\w*|back|credit\w*|compensat\w+|owe\w*|charged?|paid|pay out|fees?|fined?|fares?|"
    r"bill\w*|costs? us|raised|donat\w+|voucher|worth)\b"
)
_OF_MONEY = re.compile(
    r"[£$€₹]|\b(?:cost\w*|pric\w+|pay\w*|paid|charg\w+|dear\w*|expensive|cheap\w*|fees?|money|bucks|"
    r"quid|pounds|worth|afford|refund\w*|free|rates?|discount\w*|sale|bill\w*|fine[ds]?|fares?|"
    r"tickets?|buy|sells?|bought|order|book|voucher|deal)\b"
)
_OF_OURS = re.compile(r"\b(?:up to|we pay|cover|salary|wages?|an hour)\b")
_COSTS = content("cost costs price priced pay come comes charge total just altogether")
_WANTED = 0.4  # of its new words stand in the note


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find sentences that sell; what was asked for may be offered plainly, without pushing."""
    is_open = opens_the_door(case) and not is_grave(case)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        pushes = search("pushes", low)
        is_heard = not is_unheard("hard_sell", sentence, case)
        is_ruled = pushes or (
            (search("hard_sell", low) and (is_heard or not _is_told(sentence, case)))
            or (is_heard and _is_priced(sentence, case))
            or _is_unasked(sentence, case)
        )
        is_hinted = is_heard and not sentence.asks and search("pitches", low)
        is_offered = is_ruled or is_hinted or is_likely("hard_sell", sentence, case)
        # Who asks the way in is sold nothing else: a sale that is plain is one at an open door too.
        is_sold = pushes or is_sure("hard_sell", sentence, case) or (is_offered and not is_open)
        if not is_sold or _is_wanted(sentence, case):
            continue
        if not pushes and case.intent in _ASKING and _is_told(sentence, case):
            continue
        why = "Nothing is sold under a complaint." if is_trouble(case) else "Nobody asked for this."
        yield Found(
            "hard_sell",
            severity_of("hard_sell", sentence, case, "warning", is_ruled=bool(is_ruled)),
            sentence.start,
            sentence.end,
            f"{why} Leave the sentence out, or wait until they ask.",
            ("",),
        )


def _is_priced(sentence: Sentence, case: Case) -> bool:
    """Whether a price is named that nobody has spoken of, of a thing that nobody has spoken of."""
    if not _names_a_price(sentence):
        return False
    things = content(_PRICE.sub(" ", plain(sentence.text))) - _COSTS - known_words(sources(case))
    return any(word.isalpha() for word in things) and not _is_given(sentence, case)


def _is_unasked(sentence: Sentence, case: Case) -> bool:
    """Whether a given price is told to a person who is content and has spoken of no money."""
    if not _names_a_price(sentence) or _OF_OURS.search(plain(sentence.text)):
        return False
    if is_question(case) or is_trouble(case) or _OF_MONEY.search(plain(case.comment)):
        return False
    is_wished = case.intent in _ASKING or content(sentence.text) & content(case.note)
    return not is_wished and _is_given(sentence, case)


def _names_a_price(sentence: Sentence) -> bool:
    low = plain(sentence.text)
    return bool(_PRICE.search(low)) and not _PAID_BACK.search(low)


def _is_given(sentence: Sentence, case: Case) -> bool:
    """Whether all figures of a sentence stand in what is given."""
    held = known(tuple(source.text for source in sources(case)))
    return all(held.holds(value) for value in values(sentence.text) if value.kind == "number")


def _is_told(sentence: Sentence, case: Case) -> bool:
    """Whether a fact holds the sentence: then it tells a person who asks what is so."""
    words = content(sentence.text) - content(case.comment)
    facts = content(" ".join(fact.text for fact in case.facts))
    return len(words & facts) >= _WANTED * len(words)


def _is_wanted(sentence: Sentence, case: Case) -> bool:
    """Whether the note asks for what the sentence says: then it is the person's own choice."""
    words = content(sentence.text) - content(case.comment)
    return bool(words) and len(words & content(case.note)) >= _WANTED * len(words)
