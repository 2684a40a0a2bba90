"""Points of a note that are an amount: a time, a price, a measure, what is given or comes back."""

import re

from models.guided.articles import takes_on
from models.guided.grammar import PREPOSITIONS, Said, core, is_plural, words_of
from models.guided.tagging import lexicon
from models.guided.times import MONEY, SPAN, TIME

_TAKES = re.compile(rf"(?i){SPAN}(?:$| (?:to|by|for|at|via|max|usually|while|if|on)\b)")
_ALONE = re.compile(rf"(?i)^(?:{SPAN}|(?:about |around )?[\d.,:]+(?: probably| possibly| or so)?)$")
_WAS = re.compile(rf"(?i){SPAN} (?:ago|late|early)\b")
_BACK = re.compile(
    rf"(?i)^((?:half|all|full|money|fare|price|cost|fee|deposit|postage|delivery|shipping|{MONEY}|\d+)"
    r"(?: (?!goe?s?\b|comes?\b|is\b|are\b|was\b|all\b|\d)\w+){0,3}?) back\b(.*)$"
)
_OFF = re.compile(rf"(?i)^({MONEY}|half price|half)( off)?\b(.*)$")
_GIVEN = re.compile(rf"(?i)^(?:full|half|partial|new|another|extra|spare|second|{MONEY})(?!\w)")
_PRICE = re.compile(rf"(?i)^(?:about |around |only |just |at least |at most )*(?:{MONEY})")
_MEASURED = re.compile(
    r"(?i)^(?:about |around |roughly |up to |only |just )*\d[\d.,]*(?:-\d+)? ?(?:cm|mm|m|km|kg|g|"
    r"ml|l|litres|"
    r"miles|inches|degrees|grams|kilos|metres|%)(?= |$)"
)
_LEFT = re.compile(r"(?i)^(?:only )?(\d+|one|two|three|four|five|six)(?: .+)? left$")
_DATE = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]+)? "
    r"(?=[a-z].*\b(?:hall|church|park|station|school|library|pub|centre|square|theatre|room|house|shop)\b)"
)
MOST_WORDS_OF_A_TIME = 4


def amount(words: list[str], text: str, before: str = "") -> Said | None:
    """Complete an amount; None where the words are none."""
    ordinal = re.match(
        r"\d+(?:st|nd|rd|th) (?!(?:of|at|from|by|till|until|in|on|to|and|or|morning|evening|after|"
        r"before|January|February|March|April|May|June|July|August|September|October|November|"
        r"December)\b|\d)",
        text,
    )
    unpaid = re.match(
        rf"(?i){MONEY} (?:(?:never|not|already|just|now) )*(?:\w+ed|paid|sent|taken|given|put)\b",
        text,
    )
    if ordinal or unpaid:
        return None
    if TIME.match(text) and (takes_on(text) or len(words) <= MOST_WORDS_OF_A_TIME):
        return Said(f"it's {'on ' if takes_on(text) else ''}{_with_a_place(text)}", True, "it")
    if re.match(r"(?i)\d+ and over\b", text):
        return Said(f"it's for {text}", True)
    if core(words[0]) == "free" and len(words) > 1:
        return _free(words, text)
    if left := _LEFT.match(text):
        return Said(f"there {'is' if left[1].lower() in ('1', 'one') else 'are'} {text}", True)
    if re.match(r"\d+ (?:if|for|per|each|when|with|without|at)\b", text):
        return Said(f"it's {text}", True, "it")
    if _ALONE.match(text) and not before:
        return Said(f"it's {text}", True, "it")
    if _TAKES.match(text) and (" " in text.split(" ", 1)[1] or not before or _takes_time(before)):
        return Said(f"it takes {text}", True)
    if _WAS.match(text):
        return Said(f"it was {text}", True)
    if back := _BACK.match(text):
        what = re.sub(r"(?i)^full ", "", back[1])
        your = "" if re.match(rf"(?i)(?:half|all)$|{MONEY}|\d", what) else "your "
        full = " in full" if re.match(r"(?i)full", back[1]) else ""
        return Said(f"you get {your}{what} back{full}{back[2]}", True, "you")
    off = _OFF.match(text)
    if off and (off[2] or off[1].lower() == "half price"):
        return Said(f"{'there’s' if off[2] else 'it’s'} {text}".replace("’", "'"), True)
    gift = next((at for at, word in enumerate(words[:5]) if core(word) in words_of("gifts")), -1)
    if gift > 0 and _GIVEN.match(text):
        several = is_plural(" ".join(words[: gift + 1]))
        a = "" if several or re.match(r"(?i)another|half|[£$€\d]", text) else "a "
        return Said(
            f"there {'are' if several else 'is'} {a}{text}".replace("there is", "there's"), True
        )
    for_it = re.match(rf"(?i)^({MONEY}) ([a-z]+)$", text)
    if for_it and lexicon().get(for_it[2]) == "noun" and for_it[2] not in words_of("gifts"):
        return Said(f"it's {for_it[1]} for {for_it[2]}", True)
    if _PRICE.match(text) or _MEASURED.match(text):
        return Said(f"it's {text}", True, "it")
    return None


def _takes_time(subject: str) -> bool:
    """Say whether a bare time behind a thing is how long it takes."""
    head = core(subject.split()[-1])
    known = (
        words_of("comers") | words_of("gifts") | {"order", "payment", "months", "money", "parcel"}
    )
    return head in known or subject.lower() in ("it", "we", "i", "you", "there")


def _with_a_place(text: str) -> str:
    """Put "at" between a date and the place behind it."""
    date = _DATE.match(text)
    known = date and re.match(r"(?:at|in|on|by|from|the) ", text[date.end() :])
    return f"{date.group()}at {text[date.end() :]}" if date and not known else text


def _free(words: list[str], text: str) -> Said | None:
    """Complete what is free: "free delivery", "free ticket for screening 3"."""
    second = core(words[1])
    if second in PREPOSITIONS or TIME.match(" ".join(words[1:])):
        return None
    if lexicon().get(second) not in ("noun", None, "adjective", "verb") and second != "one":
        return None
    tail = next((at for at, word in enumerate(words) if at > 1 and core(word) in ("if", "when")), 0)
    if tail:
        thing = " ".join(words[1:tail])
        be = "are" if is_plural(thing) else "is"
        return Said(f"the {thing} {be} free {' '.join(words[tail:])}", True)
    thing = " ".join(words[1:])
    if second == "one":
        return Said(f"there's a {text}", True)
    gift = next((word for word in words[1:5] if core(word) in words_of("gifts")), "")
    if (
        gift
        and not is_plural(gift)
        and core(gift) not in ("entry", "delivery", "postage", "shipping")
    ):
        return Said(f"there's a {text}{'' if 'for' in words or ',' in text else ' for you'}", True)
    return Said(f"the {thing} {'are' if is_plural(thing) else 'is'} free", True)
