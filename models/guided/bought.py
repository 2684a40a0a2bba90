"""What somebody bought, booked or ordered of us, as we would name it: "the seeded sourdough"."""

import re
from itertools import takewhile

from models.guided.person import joined
from models.guided.phrases import lowered, noun_phrases, swears
from models.guided.tagging import Word, lexicon, proper_names, sentences, tidy, word_set

MOST_WORDS = 4
FEWEST_WORDS = 4
_GOT = re.compile(
    r"(?i)^(?:bought|ordered|purchased|booked|received|got|tried|paid|pre-?ordered|using|used|had|"
    r"sold|chose|picked|hired|rented|subscribed)$"
)
_THEIRS = re.compile(
    r"(?i)\b(?:my|our) (order|parcel|delivery|booking|subscription|appointment|reservation|repair|"
    r"refund|flight|journey|stay|meal|policy|claim|application)\b"
)
_DONE_TO = (
    r"(?i)\b(?:you|they|he|she|staff|driver|engineer|fitter)(?: \w+){{1,4}} (?:my|our) "
    r"(?:[\w']+ ){{0,3}}{}\b"
)
_PLACED = (
    r"(?i)\b(?:in|at|under|on|onto|over|from|to|into|behind|near|by|through)(?: \w+){{0,4}} {}\b"
)
_ACTED = re.compile(r"(?i)^(?:took|made|got|came|went|gave|sent|left|broke|kept|put|said|had)$")
_QUOTED = re.compile(r"['\"“‘](\w+)['\"”’]")
_BETWEEN = frozenset(
    "for up a an the my our your this these that two three some to myself me us".split()
)
_NOT_OURS = word_set("empty") | word_set("time") | word_set("trouble") | frozenset(
    """email mail reply answer message call refund money cash card bill letter text response news
    voicemail rash burn cold headache notification ticket confirmation luck trouble""".split()
)  # fmt: skip


def bought(comment: str) -> list[str]:
    """Give the first thing of ours that they say they got; nothing where none is surely named."""
    for words in sentences(comment):
        for start, end in noun_phrases(words):
            phrase = list(words[start:end])
            while phrase and phrase[0].kind in ("determiner", "possessive", "number"):
                phrase = phrase[1:]
            phrase = list(takewhile(lambda word: not _is_time(word), phrase))
            whole = end >= len(words) or not words[end].lower.endswith("ing")
            if phrase and whole and _was_got(words, start) and _is_thing(phrase):
                return [joined([Word("the", "determiner"), *lowered(phrase)])]
    theirs = _THEIRS.search(tidy(comment))
    return [f"your {theirs[1].lower()}"] if theirs else []


def subject(comment: str) -> list[str]:
    """Give what the first sentence speaks of, such as "the pistachio", where it opens with that."""
    words = (sentences(_QUOTED.sub(r"\1", comment)) or [[]])[0]
    spans = noun_phrases(words)
    if len(words) < FEWEST_WORDS or not spans or spans[0][0]:
        return []
    end = spans[0][1]
    opens = words[0].kind in ("determiner", "possessive")
    if not opens and words[0].lower in word_set("verbs"):
        return []  # "tastes like heaven"
    thing = words[1:end] if opens else words[:end]
    ours = not opens or words[0].lower in ("the", "your", "this", "these", "that")
    says = end < len(words) and words[end].kind in ("verb", "modal", "adverb")
    if not opens and thing[-1].lower not in lexicon():
        return []  # somebody's name, in small letters
    if not (ours and says and _is_thing(thing)):
        return []
    whose = Word("our" if words[0].lower == "your" else "the", "determiner")
    return [joined([whose, *_uncapped(lowered(thing))])]


def _uncapped(words: list[Word]) -> list[Word]:
    """Give words without a capital that a known word has only for opening its sentence."""
    first = words[0]
    is_name = first.lower in proper_names() or first.lower not in lexicon()
    return words if is_name else [Word(first.lower, first.kind), *words[1:]]


def of_ours(thing: str, comment: str) -> bool:
    """Say whether a thing can be what a complaint is about: not theirs, and no mere place."""
    head = re.escape(thing.split()[-1])
    if _ACTED.match(thing.split()[-1]):  # "the taxi took" the long way: no thing
        return False
    if thing.startswith("your "):  # theirs, unless we did something to it
        return re.search(_DONE_TO.format(head), tidy(comment)) is not None
    return re.search(_PLACED.format(head), tidy(comment)) is None


def _was_got(words: list[Word], at: int) -> bool:
    before = at - 1
    while before > 0 and words[before].lower in _BETWEEN:
        before -= 1
    return before >= 0 and _GOT.match(words[before].text) is not None


def _is_time(word: Word) -> bool:
    return word.kind == "number" or word.lower in word_set("time")


def _is_thing(phrase: list[Word]) -> bool:
    head = phrase[-1].lower
    kind = lexicon().get(head)
    known = kind in (None, "noun") or (kind == "adjective" and len(phrase) > 1)
    unfit = {word.lower for word in phrase} & _NOT_OURS or swears(joined(phrase))
    return known and len(head) > 2 and not unfit and len(phrase) <= MOST_WORDS
