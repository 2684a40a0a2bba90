"""The small words that a hurried note leaves out: "the" before a thing, "on" before a day."""

import re
from functools import cache

from models.guided.grammar import (
    DETERMINERS,
    JOINING,
    NUMBERED,
    PREPOSITIONS,
    SUBJECT,
    core,
    is_participle,
    table,
    words_of,
)
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import DAY, MONTH, TIME

_BEFORE_THE = (
    r"in|on|at|under|behind|from|inside|outside|off|near|to|with|by|told|tell|called|call|asked|ring|rang|"
    r"press|use|open|update|takes|brings|repaired|replaced|refund|fix|check|checks|checked|leave"
)


_BARE_THING = re.compile(
    rf"(?i)\b({_BEFORE_THE}) ((?:station|front|back|club|box|shop|help|"
    rf"night|head|side|"
    r"store|new|right|left|old|main|top|bottom|whole) )?([a-z]+)\b(?!-)"
)


_ON_A_DAY = re.compile(
    r"(?i)\b(comes?|arrives?|lands?|starts?|opens?|ends?|closes?|reopens?|happens?|ships?|out|leaves?|"
    r"due|back|ready|here|fitted|booked|delivered|posted|sent|fixed|moved|paid|live|installed|"
    r"in stock|available|collected|printed|ready|done|rings you|calls you|collects|visits|calls|"
    r"rings|"
    r"open|closed|finished|checked|released|repaired|replaced|refunded) "
    rf"(?=(?-i:{DAY}\b|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}} {MONTH}))"
)


_TAKES_THE = re.compile(
    r"\d+(?:st|nd|rd|th) [a-z]|"
    r"(?:MD|CEO|GP|PDF|FAQ|CCTV) (?:is|are|was|were|has|will|can|does)\b"
)
# "help page" and "test drive" are things, though their first words are verbs.
_VERBS_BEFORE_NOUNS = frozenset("help hold show test book play start work".split())


@cache
def _idioms() -> frozenset[str]:
    return frozenset(part.strip() for part in table()["idioms"].split("|"))


def with_article(text: str) -> str:
    """Put "the" before a bare noun that opens a sentence."""
    words = text.split()
    first = core(words[0])
    if _TAKES_THE.match(text):
        return f"the {text}"
    if _is_of_a_name(words):
        return f"the {text}"
    if _needs_none(words, text):
        return text
    if first == "boss":
        return f"my {text}"
    second = core(words[1]) if len(words) > 1 else ""
    if first in ("accounts", "sales") and second not in words_of("team_does"):
        return f"the {text}"
    if first in words_of("teams") and len(words) > 1:
        team = "" if second in words_of("teams_already") else " team"
        return f"our {words[0]}{team} {' '.join(words[1:])}"
    kind, following = lexicon().get(first), lexicon().get(second)
    if kind != "noun" and len(words) > 1 and words[1][:1].isupper() and is_name(second):
        return text
    known = kind in ("noun", "adjective") or first in words_of("which_one")
    used_as_noun = kind == "verb" and len(words) > 2 and first in _VERBS_BEFORE_NOUNS
    of_a_noun = following == "noun" and (used_as_noun or (second and is_participle(first)))
    acts = f"{first}s" in words_of("acts") or first in words_of("ours")
    return f"the {text}" if known or of_a_noun or acts else text


def _is_of_a_name(words: list[str]) -> bool:
    """Say whether a name and a noun open it, which are one thing: "Mill Lane branch is open"."""
    second = words[1] if len(words) > 2 else ""
    named = words[0][:1].isupper() and second.islower() and lexicon().get(second) == "noun"
    return named and second not in words_of("acts")


def _needs_none(words: list[str], text: str) -> bool:
    """Say whether a sentence opens with what takes no article: a name, a time, "people"."""
    first = core(words[0])
    if not words[0][:1].islower() or first in words_of("bare") | DETERMINERS | SUBJECT:
        return True
    if is_name(first) or first in PREPOSITIONS | JOINING | words_of("leading"):
        return True
    if first in NUMBERED and len(words) > 1 and re.match(r"\d|[A-Z]\b", words[1]):
        return True
    return bool(TIME.match(text)) or first in ("half", "what", "nothing", "how", "whole-")


def with_articles(text: str) -> str:
    """Put "the" before bare things inside: "behind till" is "behind the till"."""

    def put(match: re.Match[str]) -> str:
        verb, before, thing = match[1], match[2] or "", match[3]
        if thing.lower() == "back" and verb.lower() in ("call", "called", "ring", "rang"):
            return match.group()
        if thing.lower() == "till" and re.match(
            r"\s*(?:\d|noon|midnight|[A-Z])", text[match.end() :]
        ):
            return match.group()
        if thing.lower() not in words_of("the"):
            return match.group()
        if f"{verb.lower()} {(before + thing).lower()}" in _idioms():
            return match.group()
        after = text[match.end() :].split()
        following = core(after[0]) if after else ""
        if (
            not before
            and lexicon().get(following) == "noun"
            and not TIME.match(" ".join(after))
            and (following not in PREPOSITIONS and following not in words_of("states"))
        ):
            return match.group() if following not in words_of("the") else f"{verb} the {thing}"
        if re.match(r"\d", following) and thing.lower() in NUMBERED:
            return match.group()
        return f"{verb} the {before}{thing}"

    return _BARE_THING.sub(put, text)


_DAY_BEHIND = re.compile(
    r"(?<=[a-z])(?<!\bon)(?<!\bby)(?<!\buntil)(?<!\bnext)(?<!\bthis)(?<!\blast)(?<!\bevery)(?<!\bany)"
    r"(?<!\bfrom)(?<!\btill)(?<!\bto)(?<!\bbefore)(?<!\bafter)(?<!\bsince)(?<!\bor)(?<!\band)(?<!\bof)"
    r"(?<!\blate)(?<!\bearly)(?<!\beach)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bthe)(?<!\ba)(?<!\bbetween)"
    r"(?<!\bfor)(?<!\bduring)(?<!\btomorrow)(?<!\btoday)(?<!\bon "
    r"the)(?<!\bgot)(?<!\bget)(?<!\bhas)(?<!\bhave)(?<!\bneed)(?<!\bskip)(?<!day)(?<!Easter)(?<!Good)(?<!uary)(?<!ber)(?<!June)(?<!July)(?<!March)(?<!April)(?<!May)(?<!\bnow)(?<!except)(?<!\bthan)(?<!\bnot)(?<!\bas)"
    rf"(?= (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    rf"(?:[4-9]|[12]\d|3[01])(?:st|nd|rd|th)|\d{{1,2}} {MONTH})"
    r"(?:$|[.,;!?]| (?:morning|afternoon|evening|night|at|by|after|before|between|from|or|and|\d|"
    r"in "
    r"the)\b))"
)
_AT_A_TIME = re.compile(
    r"(?i)\b((?!at|the|by|from|until|till|to|before|after|since|around|about|between|and|or|latest|now|is|are|was|"
    r"only|than|past|left|version|number|of|for|it's|not)[a-zà-ÿ]{2,}) "
    r"(?=\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\d{1,2}:\d\d\b(?! ?-))"
)


def dated(text: str) -> str:
    """Put "on" before a day on which something comes: "back Friday", "arrives 12th"."""
    said = _ON_A_DAY.sub(r"\1 on ", text)
    said = re.sub(
        rf"(?i)\b(back|due|out|ready|live|returns|starts|opens|coming|available) (?={MONTH}\b)",
        r"\1 in ",
        said,
    )
    said = re.sub(
        r"(?i)\boff (?=(?:first|next) (?:order|visit|box|month|booking|bill)\b)", "off your ", said
    )
    said = _DAY_BEHIND.sub(" on", said)
    said = _AT_A_TIME.sub(r"\1 at ", said)
    return re.sub(
        r"(?i)\b(on|by|until|till|from|before|after|since) (?=\d{1,2}(?:st|nd|rd|th)\b(?! (?:Jan|"
        r"Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))",
        r"\1 the ",
        said,
    )


def a_or_an(text: str) -> str:
    """Give "a " or "an ", as the text begins."""
    if re.match(r"(?i)(?:same|only|first|last|next|usual|wrong|right|whole|best|worst)\b", text):
        return "the "
    return "an " if text[:1].lower() in "aeiou" else "a "


def takes_on(time: str) -> bool:
    """Say whether "on" belongs before a time: a day or a date, and no "next" before it."""
    return bool(
        re.match(rf"(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})|\d{{1,2}}(?:st|nd|rd|th))", time)
    )
