"""Hurried words in full: "dm ref no, 2 wks, mon-fri" with its units, days, months and names."""

import re
from functools import cache
from pathlib import Path

from models.guided.tagging import lexicon, proper_names, written_out
from models.tables import table_of, words_in

_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "weds": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_SURELY_DAYS = frozenset("mon tue tues weds thu thur thurs fri".split())
_DAY = "|".join(_DAYS)
_FULL_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ANY_DAY = rf"\b(?:{_FULL_DAY}|{_DAY})\b"
_RUN_OF_DAYS = re.compile(  # "Sat Sun", "Mon–Wed", "Thu, Fri or Sat"; not "come fri sat is full"
    rf"(?i){_ANY_DAY}(?:(?:\s*(?:[-–,/&+]|\b(?:to|and|or)\b)\s*|\s+){_ANY_DAY})++"
    r"(?! (?:is|isn't|instead)\b)"
)
_A_DAY = re.compile(
    rf"(?i)(?:(?<=\bon )|(?<=\bby )|(?<=\buntil )|(?<=\bnext )|(?<=\bthis )|(?<=\bor )|"
    rf"(?<=\band )|(?<=\bfrom )|(?<=\bbefore )|(?<=\bafter )|(?<=\bany )|(?<=\dst )|(?<=\dnd )|"
    rf"(?<=\drd )|(?<=\dth )|(?<=\bfirst )|(?<=ed )|(?<=\bsold )|(?<=\bup )|(?<=\bout "
    rf")|(?<=\bopen )|(?<=\bdue )|(?<=\bready )|"
    r"(?<=\bdone )|(?<=\bsent )|(?<=\bposted )|(?<=\bhere )|(?<=\bcoming )|(?<=\bmoved to )|"
    r"(?<=\bevery )|"
    rf"(?<=\blast )|(?<=\bsince )|(?<=\btill )|(?<=\bback )|(?<=\bof )|^)({_DAY})\b"
    r"(?! (?:creams?|screens?|lotion|hats?|loungers?|decks?|protection|damage|tan|room)\b)|"
    rf"(?<!she )(?<!he )(?<!we )(?<! i )(?<!they )(?<!you )\b({_DAY})"
    rf"(?= (?:morning|afternoon|evening|night|am|pm|\d))"
    r"|(?<!she )(?<!he )(?<!we )(?<! i )(?<!they )(?<!you )"
    r"(?<!\bin )(?<!\bthe )(?<=[a-z,;.] )(sat|wed|mon|sun)\b"
    r"(?=$|[.,;]|\s+(?:any time|at \d|from \d|noon|lunch|eve\b|only\b|ok\b|okay\b|sold\b|is\b|\+|"
    r"and \d))"
)
_BETWEEN = {"-": "to", "–": "to", "/": "or", "&": "and", "+": "and"}
_MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
    "march": "March",
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATED = re.compile(rf"(?i)(?<=\d )({_MONTH})\b|(?<=\d(?:st|nd|rd|th) )({_MONTH})\b")
_MONTH_DATED = re.compile(rf"(?i)\b({_MONTH}) (?=\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d))")
_OF_A_MONTH = re.compile(  # "till end Oct"
    r"(?i)\b(till?|until|by|from|at|since|before|after|around) (?:the )?"
    rf"(end|start|beginning|middle)(?: of)? (?={_MONTH}\b(?! \d{{1,2}}\b))"
)
_IN_A_MONTH = re.compile(
    rf"(?i)\b(in|by|from|next|till|last|until|since|after|before|end of|early|late|mid) "
    rf"({_MONTH})\b"
)
_SURE_MONTH = re.compile(r"(?i)\b(jan|feb|sept|oct|nov|dec)\b")
_UNITS = (
    (r"(?-i:h)|hr|hrs|hours?", "hour"),
    (r"mins?|minutes?", "minute"),
    (r"secs?|seconds?", "second"),
    (r"(?-i:d)|days?", "day"),
    (r"wks?|weeks?", "week"),
    (r"mths?|mnths?|mo|mos|months?", "month"),
    (r"yrs?|years?", "year"),
)
_UNIT = tuple(
    (
        re.compile(
            rf"(?i)(?<![\w.:])(?<!at )(~?\d+(?:[.,]\d+)?(?:\s?(?:-|to)\s?\d+)?\+?)\s?(?:{unit})\b"
        ),
        name,
    )
    for unit, name in _UNITS
)
_OF_A_UNIT = re.compile(
    r"^ (?:old(?= [a-z])|guarantee|warranty|notice|window|limit|delay|wait|walk|drive|ride|trip|"
    r"queue|break|course|trial|pass|fix|job|slots?|sessions?|shifts?)\b"
)
_PRIVATELY = re.compile(
    r"(?i)\b(?:by|in|via|per|over|through|on|w|with) (?:a |the )?"
    r"(?:(?:private|direct) )?(?:pms?|dms?|msgs?|messages?(?= only| please|$|[.,;])|inbox)\b"
    r"(?! (?:from|to)\b)"
)
_PRIVATE_NOUN = re.compile(  # not the hour of "till 5 pm"
    r"(?i)\b(?:private|direct) (?:msg|message)\b|\b(?:dm|(?<!\d)(?<!\d )pm)\b(?=[.,;]|$)"
)
_TO_MESSAGE = re.compile(
    r"(?i)(?<!\d)(?<!\d )\b(?:dm|pm|msg)(?='?s? (?:us|me|you|him|her|them|the|"
    r"his|your|their|my|our)\b)"
)
_DETAILS_BY_MESSAGE = re.compile(  # "dm account nr"
    r"(?i)(^|[.,;/] |\bplease |\bpls |\bto |\band )(?:dm|pm|msg|private msg|private message|"
    r"inbox(?! (?:backlog|is|was|full|has)\b)) "
    r"(?:for (?:the |his |her |their |your )?(?=(?:account|order|booking|customer|reference|ref|"
    r"tracking|invoice|policy|phone|address|postcode)\b))?"
    r"(?!us\b|me\b|you\b|him\b|her\b|them\b|to\b|by\b|from\b|only\b|if\b|and\b|is\b|sent\b|or\b|on\b|"
    r"with\b|for\b|so\b|the team|at\b)([^.,;/]+?)( here| to us(?: here)?| please| pls)?(?=[.,;/]|$)"
)
_MARKS = (
    (re.compile(r"\s*(?:->|=>|→)\s*"), ". "),
    (re.compile(r"[“”]"), '"'),
    (re.compile(r"[‘’]"), "'"),
    (re.compile("[\u2190-\u21ff\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+"), " "),
    (re.compile(r"…|\.{2,}"), ". "),
    (re.compile(r"\s*[;:]-?[)(DP](?=\s|$|[.,])"), ""),
    (re.compile(r"(?i)\b([a-z])&([a-z])\b"), lambda match: f"{match[1]}&{match[2]}".upper()),
    (re.compile(r" / (?=\S+(?: \S+)?(?:[.,;]|$))"), " or "),
    (re.compile(r"(?i)\bnot incl\b\.?"), "not included"),
    (re.compile(r"(?i)\bincl(?:\.?(?= (?:in|with|for|at)\b)|(?=\.?$|[,;)]))"), "included"),
    (re.compile(r"(?i)\b(incl|excl|approx)\.(?= [\w£$€])"), r"\1"),
    (re.compile(r"!+"), "!"),
    (re.compile(r"\?+"), "?"),
    (re.compile(r"(?i)\bw/e\b"), "weekend"),
    (re.compile(r"(?i)\b([a-z]{3,}) rd\b(?!\.\d)"), lambda match: f"{match[1].capitalize()} Road"),
    (re.compile(r"(?<=\d(?:st|nd|rd|th)) ?\+ ?(?=\d)"), " and "),
    (re.compile(r"(?i)\bw/o(?:ut)?\b|\bwo\b"), "without"),
    (re.compile(r"(?i)(?<=\d)/(?:hr|h)\b"), " an hour"),
    (re.compile(r"(?i)(?<=\d)/(?:mo|mth|month)\b"), " a month"),
    (
        re.compile(r"(?i)\b([uo])(\d{1,2})s\b"),
        lambda match: f"{'under' if match[1] in 'uU' else 'over'}-{match[2]}s",
    ),
    (re.compile(r"(?i)\b(\d+) quid\b"), r"£\1"),
    (re.compile(r"(?i)\bw/(?!in\b)(?=\w)"), "with "),
    (
        re.compile(r"(?i)\bid (?=(?:love|like|say|rather|have|be|prefer|suggest|go|offer)\b)"),
        "I'd ",
    ),
    (re.compile(r"\bid\b"), "ID"),
    (
        re.compile(
            r"(?i)\b(get|need|needs|for|his|her|their|your|phone|send|wrong|right|correct) "
            r"no(?=[.,;]|$| (?:on|for|by|"
            r"privately|in|please|pls)\b)"
        ),
        r"\1 number",
    ),
    (re.compile(r"(?i)\b(?:est|eta)\.? (?=\d)"), "expected at "),
    (
        re.compile(
            r"(?i)\b(tomorrow|tmrw|tmr|tmw|2moro|mon|tues?|weds?|thurs?|fri|sat|sun|\w+day) am\b"
        ),
        r"\1 morning",
    ),
    (
        re.compile(
            r"(?i)\b(tomorrow|tmrw|tmr|tmw|2moro|mon|tues?|weds?|thurs?|fri|sat|sun|\w+day) pm\b"
        ),
        r"\1 afternoon",
    ),
    (re.compile(r"(?<=\w) \+ ?(?=[£$€])"), " plus "),
    (re.compile(r"(?i)^(yes|no) ?\+ ?(?=\d)"), r"\1 plus "),
    (re.compile(r"(?i)\bw/in\b"), "within"),
    (re.compile(r"(?i)(?<!\d)(?<!\d )\b(?:dm|pm|msg) (?=w\b|w/|with\b)"), "message us "),
    (
        re.compile(r"(?i)\b(he|she|they) (?:pm|dm|msg)'?s?\b(?! (?:us|me|you|him|her|them)\b)"),
        r"\1 sends us",
    ),
    (re.compile(r"(?i)\bshort staffed\b"), "short-staffed"),
    (re.compile(r"(?i)\bpo no\b\.?"), "PO number"),
    (re.compile(r"(?i)\b(by|till?|until|before|at) eom\b"), r"\1 the end of the month"),
    (re.compile(r"(?i)(?<=\w[ ,])auto(?= to\b|$|[.,;])|(?<=, )auto(?= to\b)"), "automatically"),
    (re.compile(r"(?i)\bif poss\b"), "if possible"),
    (re.compile(r"(?i)\bthe min\b"), "the minute"),
    (
        re.compile(r"(?i)\bur (?=(?:ill|right|sick|welcome|upset|not|so|late|early|in luck)\b)"),
        "you're ",
    ),
    (re.compile(r"(?i)(^|[.,;] |\b(?:right|yes|no) )its (?=[\w+]+\+)"), r"\1it's "),
    (re.compile(r"(?i)\bw\. ?(?=\w)"), "with "),
    (re.compile(r"(?i)\bthis am\b"), "this morning"),
    (re.compile(r"(?i)\bthis pm\b"), "this afternoon"),
    (
        re.compile(
            r"(?i)\b(till?|until|at|by|from|after|before) (\d{1,2})h\b"
            r"(?! (?:before|after|ahead|notice|later))"
        ),
        r"\1 \2:00",
    ),
    (re.compile(r"(?i)\b(with|w|at|to|from|of) no\.? (?=\d+\b)"), r"\1 number "),
    (re.compile(r"\b([A-Z]\w+) st\b"), r"\1 Street"),
    (re.compile(r"(^|[.,;] )march\b"), r"\1March"),
    (re.compile(r"(?i)^course\b(?=[,.])"), "of course"),
    (
        re.compile(
            r"(?i)(^|[.,;] )its (?=\w+ only\b|(?:safe|fine|ok|here|there|gone|"
            r"free|broken|lost|sold|true|known|not)\b)"
        ),
        r"\1it's ",
    ),
    (re.compile(r"(?<=[A-Za-z0-9)])(?: \+ ?|\+)(?=[A-Za-z£$€])"), " and "),
    (re.compile(r"^\+ |(?<=[.,;] )\+ "), "and "),
    (re.compile(r" & | n (?=[a-z])"), " and "),
    (re.compile(r"(?<=\w\w) ?& ?(?=\w)"), " and "),
    (re.compile(r"(?i) @ ?(?=\w)"), " at "),
    (re.compile(r"(?i)^@ ?(?=\d)"), "at "),
    (re.compile(r"(?i)(?<!\d )(?<!\d)\bmin\.? (?=[£$€]?\d)"), "at least "),
    (re.compile(r"(?i)\bmax\.? (?=[£$€]?\d)"), "up to "),
    (re.compile(r"(?<![\w.])~ ?(?=[£$€]?\d)"), "about "),
    (re.compile(r"(?i)(?<=\d) ?eur\b"), " euros"),
    (re.compile(r"(?i)\bx ?2\b"), "twice"),
    (re.compile(r"(?i)\b2x\b(?! \d)"), "twice"),
    (re.compile(r"(?i)\b(until|by|till) end of (?=month|week|year|day)"), r"\1 the end of the "),
    (re.compile(r"(?i)\b(beginning|start|end) of (?=month|week|year|day)"), r"the \1 of the "),
    (re.compile(r"(?i)\b(?:no|nr|num)\.? ?(?=\d{3})"), "number "),
    (
        re.compile(
            r"(?i)(?<![\w'])ill (?=take|do|send|ring|call|ask|check|raise|get|give|bring|post|"
            r"put|make|"
            r"look|fix|pass|tell|write|email|find|be|see|try|add|have|keep|let|message|pay|talk|speak|read|show|come|meet|go|make|sort|chase|swap|drop|move|change|book|get)"
        ),
        "I'll ",
    ),
    (
        re.compile(r"(?i)\b(know|think|agree|say|says|sure|means|but|if|when|and|where) its\b"),
        r"\1 it's",
    ),
    (
        re.compile(
            r"(?i)\b(over|under)[ -](\d+)s?\b(?= (?:half|free|get|go|pay|are|have|need|must|can))"
        ),
        r"\1-\2s",
    ),
    (re.compile(r"(?i)(?:^|(?<=[.,;] ))were (?=\w+ing\b)"), "we're "),
    (
        re.compile(
            r"(?i)\bits(?= (?:[£$€\d]|an?|the|not|now|still|on|in|open|closed|free|ok|fine|"
            r"allowed|stuck|"
            r"back|"
            r"ready|been|only|all|our|too|done|fixed|for|right|wrong|true|gone|off|out|up|at|\w+ed|"
            r"\w+ing)\b)"
        ),
        "it's",
    ),
)
_TO = re.compile(
    rf"(?i)\b(went|go|goes|going|moved|moving|sent|next|back|send|post|get) 2\b"
    rf"(?![.,]?\d)(?! (?:{_MONTH}|[a-z]+s\b|of\b|more\b|for\b|new\b|free\b))"
)
_NUMBER = re.compile(
    r"(?i)\b(claim|job|flight|seat|meter|subscriber|order|account|acct|booking|reference|ref|customer|phone|serial|ticket|policy|tracking|"
    r"locker|lot|batch|member|membership|card|mobile|case|tel|contact|room|model|invoice|player)"
    r" (?:(?:no|nr)\.(?= by)|(?:no|nr|num|#)(?=[\s.,;!?)]|$))"
)
_OF_A_DAY = re.compile(
    rf"\b({_FULL_DAY})s "
    r"(?=(?:paper|issue|edition|post|show|class|session|episode|train|flight|delivery|market|match|"
    r"game|email|newsletter|stream|meeting|batch|bake)\b)"
)
_TITLED = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Prof|[Cc]oach|[Cc]aptain|[Mm]anager|[Cc]hef|[Oo]fficer|[Dd]river|[Nn]urse|"
    r"[Tt]echnician|[Ee]ngineer|[Cc]olleague|[Oo]wner|[Hh]ead|[Ll]ead|[Ww]arden|[Ss]taffer)"
    r" ([a-z]{3,})\b(?!')"
)
_CODE = re.compile(r"\b(?:code|word|promo|voucher|say|use|quote) ([A-Z][A-Z0-9-]{2,})\b")
_TITLED_NAME = re.compile(_TITLED.pattern.replace("([a-z]{3,})", "([A-Z][a-z]{2,})"))


LONG_FOR_CAPITALS = 6  # letters: a shorter noun in capitals is a name of its own, as "PALS"


@cache
def _names() -> frozenset[str]:
    """Give names that people and places have and no other word is spelt like, in lower case."""
    known = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").split()
    return (proper_names() | set(known)) - words_in(__file__, "no_names")


def is_name(word: str) -> bool:
    """Say whether a word, in any case, is surely somebody's or some place's name."""
    return word.lower() in _names()


def in_full_words(note: str, named: frozenset[str] = frozenset()) -> str:
    """Give a note with its shorthand written out and its names in capitals.

    `named` has further names, in lower case: those that the comment and the post have.
    """
    text = note.strip()
    for mark, proper in _MARKS:
        text = mark.sub(proper, text)
    text = _DETAILS_BY_MESSAGE.sub(r"\1send \2 by private message", text)
    text = _NUMBER.sub(r"\1 number", text)
    text = _PRIVATELY.sub("by private message", text)
    text = _TO_MESSAGE.sub("message", text)
    text = _PRIVATE_NOUN.sub("private message", text)
    text = _TO.sub(r"\1 to", text)
    text = " ".join(_word(word) for word in text.split())
    for unit, name in _UNIT:
        text = unit.sub(lambda match, name=name: _in_units(match, name), text)  # type: ignore[misc]
    text = _RUN_OF_DAYS.sub(_days_in_full, text)
    text = _A_DAY.sub(lambda match: _DAYS[(match[1] or match[2] or match[3]).lower()], text)
    text = _OF_A_MONTH.sub(r"\1 the \2 of ", text)
    text = _MONTH_DATED.sub(lambda match: f"{_MONTHS[match[1].lower()]} ", text)
    text = _DATED.sub(lambda match: _MONTHS[(match[1] or match[2]).lower()], text)
    text = _IN_A_MONTH.sub(lambda match: f"{match[1]} {_MONTHS[match[2].lower()]}", text)
    text = _SURE_MONTH.sub(lambda match: _MONTHS[match[1].lower()], text)
    text = _OF_A_DAY.sub(r"\1's ", text)
    text = _TITLED.sub(_titled, text)
    named = named | frozenset(match[2].lower() for match in _TITLED_NAME.finditer(text))
    text = " ".join(_capital(word, named) for word in text.split())
    for code in _CODE.findall(note):
        text = re.sub(rf"(?i)\b{re.escape(code)}\b", code, text)
    return text


def _days_in_full(run: re.Match[str]) -> str:
    """Give days in a row with what stands between them: "Sat Sun" is "Saturday and Sunday"."""
    first, *others = re.split(rf"(?i)({_ANY_DAY})", run.group())[1:-1]
    told = _day(first)
    marks = [mark.strip() for mark in others[::2]]
    for mark, day in zip([*marks[:-1], marks[-1] or "and"], others[1::2], strict=True):
        told += f"{',' if mark in ('', ',') else f' {_BETWEEN.get(mark, mark)}'} {_day(day)}"
    return told


def _day(short: str) -> str:
    return _DAYS.get(short.lower(), short.capitalize())


def _in_units(match: re.Match[str], name: str) -> str:
    amount = match[1].replace("~", "about ")
    single = amount in ("1", "about 1") or _OF_A_UNIT.match(match.string[match.end() :])
    joint = "-" if _OF_A_UNIT.match(match.string[match.end() :]) else " "
    return f"{amount}{joint}{name}{'' if single else 's'}"


def _word(word: str) -> str:
    """Give one word in full: "tmrw," is "tomorrow,"."""
    core = word.strip(".,!?;:()\"'")
    if len(core) == 1 and core.isupper():
        return word
    lower = core.lower()
    capitals = core.isupper() and lexicon().get(lower) == "noun" and len(core) < LONG_FOR_CAPITALS
    if core == "ID" or capitals:
        return word
    if lower in _SURELY_DAYS:
        return word.replace(core, _DAYS[lower])
    full = table_of(__file__)["words"].get(lower)
    if full is not None:
        return word.replace(core, full)
    if re.fullmatch(r"(?i)x{0,3}[sl]|\dxl", core) and len(core) > 1:
        return word.replace(core, core.upper())
    return written_out(word)


def _capital(word: str, named: frozenset[str]) -> str:
    core = word.strip('.,!?;:()"')
    bare = re.sub(r"'s?$", "", core)
    if not bare.islower() or not bare.isalpha():
        return word
    if bare in table_of(__file__)["capitals"]:
        return word.replace(bare, bare.upper(), 1)
    known = bare in named or is_name(bare)
    return word.replace(bare, bare.capitalize(), 1) if known else word


def _titled(match: re.Match[str]) -> str:
    known = match[2] in lexicon() or re.search(r"(?:ed|ing|es)$", match[2])
    return match.group() if known else f"{match[1]} {match[2].capitalize()}"
