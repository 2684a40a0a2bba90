"""Questions of a few words, that lack a verb or their order: "dogs?", "you ship to Leeds?"."""

import re

from models.guided.person import joined, to_them
from models.guided.tagging import Word, lexicon, proper_names, tag, word_set

_LEFT = re.compile(
    r"(?i)^(?:(?:are there|is there|have you|you|still|got) )*(?:any )?(?P<what>\w+s "
    r")?left(?P<more> (?:in|at|on|for|of|from) .+)?$"
)
_HOW_MUCH = re.compile(
    r"(?i)^how much for (?P<what>(?:the|a|an|one|this|that|these|two) ?.{0,30})$"
)
_HOW = re.compile(
    r"(?i)^how (?P<how>loud|heavy|big|wide|tall|long|deep|thick|warm|old|hot|cold|sweet|strong|"
    r"fast|far|sharp|soft)"
    r"(?: is (?:it|this|that))?$"
)
_WHICH_IS_THIS = re.compile(
    r"(?i)^(?P<which>(?:what|which)(?: \w+){1,2}) (?P<be>is|are|was|were) (?P<it>this|that|it|"
    r"these|those|they)"
    r"(?P<more> (?:from|in|by|on))?$"
)
_SHIPS = (
    "ship|sell|deliver|carry|take|have|stock|repair|fix|make|post|offer|accept|cover|serve|need|hire|teach|"
    "rent|buy|use|allow|do"
)
_YOU_DO = re.compile(
    rf"(?i)^(?:you|u|yous)(?P<adverb> still| also| only)? (?P<verb>{_SHIPS}|got)\b(?P<rest> .+)?$"
)
_STILL = re.compile(rf"(?i)^still (?P<verb>{_SHIPS})\b(?P<rest> .+)$")
_DOING = re.compile(
    r"(?i)^(?P<still>still )?(?P<verb>taking|hiring|selling|doing|accepting|shipping|delivering|"
    r"offering|"
    r"recruiting|stocking|making)\b(?P<rest> (?!costs?\b|times?\b|fees?\b|prices?\b|charges?\b).+)$"
)
_IT_DOES = re.compile(r"(?i)^(?P<verb>fits|works|comes|suits|includes) (?P<rest>.+)$")
_IT_IS = re.compile(
    r"(?i)^(?P<adjective>gluten[- ]free|vegan|vegetarian|veggie|halal|kosher|organic|waterproof|"
    r"recyclable|"
    r"dishwasher safe|machine washable|dairy[- ]free|nut[- ]free|sugar[- ]free|cruelty[- ]free|"
    r"wheelchair "
    r"accessible|accessible|step[- ]free|dog[- ]friendly|kid[- ]friendly|refundable|washable|"
    r"adjustable|"
    r"handmade|compostable|available|sold out|in stock|still available|free)(?: too| as well| or "
    r"not)?$"
)
_PERHAPS = frozenset("discount workshop warranty waitlist newsletter app recipe code".split())
_MASS = frozenset(
    """delivery shipping postage parking membership entry admission breakfast wifi gluten alcohol
    food water linux android windows milk dairy cash sugar egg soy wheat hiring access storage
    insurance training""".split()
)
_MODERN = frozenset(
    "password wifi app apps website podcast hashtag playlist subtitles crypto esim".split()
)
_NO_THING = frozenset(
    """what which who how why when where one ones thing things way point problem luck shame joke
    idea mum dad people coincidence same last next second year week day today tomorrow time
    now then there here yes no ok lol minute difference god hell fuck source proof reason
    kidding life world anyone someone hello sir""".split()
)
_NO_END = frozenset(
    "free single sir sub single compatible friendly original safe ok okay real news".split()
)
MOST_WORDS_OF_A_THING = 5
LETTERS_OF_A_THING = 4


def short_clause(text: str) -> str:
    """Give the clause of a question that lacks words or their order: "you ship to Leeds"."""
    if left := _LEFT.match(text):
        what = (left["what"] or "").lower()
        return f"whether there are any {what}left{theirs(left['more'] or '', ' ')}"
    if price := _HOW_MUCH.match(text):
        be = "are" if price["what"].lower().startswith(("these", "two")) else "is"
        return f"how much {theirs(price['what'])} {be}"
    if how := _HOW.match(text):
        return f"how {how['how'].lower()} it is"
    if which := _WHICH_IS_THIS.match(text):
        this = f"{which['it']} {which['be']}".lower()
        return f"{which['which'].lower()} {this}{which['more'] or ''}"
    if does := _YOU_DO.match(text):
        verb = "have" if does["verb"].lower() == "got" else does["verb"].lower()
        return f"whether we{(does['adverb'] or '').lower()} {verb}{theirs(does['rest'] or '', ' ')}"
    if does := _STILL.match(text):
        return f"whether we still {does['verb'].lower()}{theirs(does['rest'], ' ')}"
    if doing := _DOING.match(text):
        still = (doing["still"] or "").lower()
        return f"whether we're {still}{doing['verb'].lower()}{theirs(doing['rest'], ' ')}"
    if does := _IT_DOES.match(text):
        return f"whether it {does['verb'].lower()} {theirs(does['rest'])}"
    if state := _IT_IS.match(text):
        return f"whether it's {state['adjective'].lower()}"
    return ""


def thing_of(text: str) -> str:
    """Give a noun phrase of a few words with its article; "" where it is anything else."""
    tagged = tag(re.sub(r"(?i)^(?:any|some|the|your|a|an|no) ", "", text))
    kinds = [
        "noun" if at and tagged[at - 1].kind == "to" and word.text[:1].isupper() else word.kind
        for at, word in enumerate(tagged)
    ]
    if not tagged or len(tagged) > MOST_WORDS_OF_A_THING or len(text) < LETTERS_OF_A_THING:
        return ""
    if set(kinds) - {
        "noun",
        "adjective",
        "number",
        "preposition",
        "determiner",
        "possessive",
        "to",
    }:
        return ""
    odd = any(word.lower in _NO_THING for word in tagged)
    if (
        kinds[0] == "number"
        or tagged[-1].lower in _NO_END
        or any(word.lower in word_set("time") for word in tagged)
    ):
        return ""
    if (
        kinds[0] not in ("noun", "adjective", "number")
        or kinds[-1] not in ("noun", "number")
        or odd
    ):
        return ""
    lead = next(
        (word for word, kind in zip(tagged, [*kinds[1:], ""], strict=True) if kind != "noun"),
        tagged[-1],
    )
    head = tagged[0] if kinds[0] == "noun" and len(tagged) == 1 else lead
    if head.kind != "noun" or (head.lower not in _MODERN and head.lower not in lexicon()):
        return ""
    bare = theirs(joined(tagged))
    opening = tagged[0].lower
    is_name = opening not in lexicon() or opening in proper_names() or tagged[0].text.isupper()
    bare = bare if is_name else bare[:1].lower() + bare[1:]
    if re.match(r"(?i)your ", text):
        return f"our {bare}"
    several = head.lower.endswith("s") and not head.lower.endswith("ss")
    if several or head.lower in _MASS or is_name:
        return bare
    return f"{'a' if head.lower in _PERHAPS else 'the'} {bare}"


def theirs(text: str, before: str = "") -> str:
    """Give words of theirs as said to them, with `before` in front where there are any."""
    if not text:
        return ""
    return before + joined(
        to_them([Word("you", "pronoun") if word.lower == "u" else word for word in tag(text)])
    )
