"""A few words of a comment that tell what it is about, to stand in quotation marks."""

import re

from models.guided.heard import praises
from models.guided.phrases import swears
from models.guided.rarity import rarity
from models.guided.tagging import lexicon, tag, tidy, word_set

FEWEST_WORDS = 2
MOST_WORDS = 4
RARE = 0.5
_PARTS = re.compile(r"(?<!\d)[.,]|[.,](?!\d)|[;:!…\n()\"“”]+| [-–—] ")
_BARE = re.compile(  # says nothing by itself, or is nothing that one says again
    r"(?i)^(?:hi|hello|hey|thanks?|thank|cheers|please|sorry|dear|lol|haha|omg|ffs|honestly|really|"
    r"seriously|ok|okay|well|yes|no way|good (?:morning|evening|day)|for (?:real|once)|"
    r"no (?:hard|idea|problem|worries|thanks|offence|joke|doubt|harm|reason|charge|note|extra|"
    r"catch|cost|fees?|tip|fuss|waste|stress)|"
    r"at (?:least|all)|of course|not (?:sure|again)|last (?:week|night)|this (?:week|morning)|so|"
    r"i|we|you|he|she|they|it|this|that|there|who|what|why|how|where|if|to|is|are|was|were|"
    r"which|than|as|maybe|including|update|re|like|not|do|did|does|can|could|would|will)\b|"
    r"^\d+ \w+ (?:ago|later)$|\bold$|\bstars?\b|"
    r"\b(?:ago|today|yesterday|please|thanks|and|or|the|a|an|of|to|in|at|my|your|our|is|was|are|i)$"
)
_GRAVE = re.compile(
    r"(?i)\b(?:scam\w*|fraud\w*|thie\w+|thef\w+|steal\w*|stole\w*|liars?|lie[sd]?|lying|crook\w*|"
    r"racis\w*|illegal|criminal|court|lawyer|police|dead|death|die[ds]?|kill\w*|cancer|"
    r"disgust\w*|shame\w*|pathetic|stupid|hate|worst|rubbish|boycott\w*|never again|avoid|"
    r"ignore|vote|votes|president|minister|trump|biden|putin|god|jesus|your|you|yours|us|insane)\b|"
    r"[@#/]|\d{4,}"
)


_AMISS = frozenset("wrong only different third fourth fifth missing empty never nowhere".split())
_FINE = frozenset(
    "good fine nice lovely ok okay grand beautiful polite perfect great excellent reason".split()
)


def said(comment: str, *, glad: bool) -> list[str]:
    """Give the two to four words in a row that tell most, as they were written.

    `glad`: from a friendly comment, where words of trouble are no matter to name.
    """
    tidied = tidy(comment)
    plain = " ".join(comment.replace("’", "'").split())
    found: list[tuple[float, str]] = []
    for part in _PARTS.split(tidied):
        words = part.strip(" '*~-").split()
        text = " ".join(words)
        short = FEWEST_WORDS <= len(words) <= MOST_WORDS
        if not short or "?" in text or _BARE.search(text) or text not in plain:
            continue  # a quotation is in their own spelling
        worth = _worth(text, glad=glad)
        if worth > RARE:
            found.append((worth, text))
    return [max(found)[1]] if found else []


def _worth(text: str, *, glad: bool) -> float:
    tagged = tag(text)
    lowers = {word.lower for word in tagged}
    nouns = [word for word in tagged if word.kind == "noun" and word.lower not in word_set("time")]
    if not nouns or swears(text) or _GRAVE.search(text) or _names_somebody(text):
        return 0.0
    strange = any(
        w.text.islower() and w.text.isalpha() and w.lower not in lexicon() for w in tagged
    )
    opens = tagged[0].kind in ("number", "adjective", "noun") or tagged[0].lower == "no"
    if strange or not opens:
        return 0.0
    trouble = tagged[0].lower == "no" or bool(lowers & (word_set("trouble") | _AMISS))
    if trouble == glad or (not glad and lowers & _FINE):
        return 0.0
    if glad and not (praises(text) or tagged[0].lower == "zero"):
        return 0.0
    counts = any(word.kind == "number" for word in tagged) + (tagged[0].lower == "zero")
    return sum(rarity(word.lower) for word in nouns) / len(nouns) + 0.3 * counts


def _names_somebody(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split()[1:])
