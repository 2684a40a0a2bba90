"""Making whole sentences of telegraphic words: "line cut by roadworks" → "The line was cut by …".

Only what is surely missing is put in: an article, a form of "be", the one who acts. Words that make
no sentence even so are left as they are, and the caller sets them behind a lead of its own.
"""

import re
from dataclasses import dataclass

from models.guided.points import said_as
from models.guided.tagging import Word, lexicon, tag, word_set

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FINITE = re.compile(
    r"(?i)^(?:is|are|was|were|am|has|have|had|do|does|did|'s|'re|'m|'ve|goes|went|comes|came|arrives|arrived|lands|gets|"
    r"got|"
    r"takes|took|says|said|makes|made|gives|gave|runs|ran|starts|ends|opens|closes|works|needs|"
    r"means|"
    r"brings|sends|sent|rings|rang|writes|wrote|checks|knows|knew|thinks|keeps|kept|left|lost|sold|"
    r"found|put|sat|paid|forgot|missed|fitted|leaves|stays|costs|fits|lasts|reads|looks|asks|wants|"
    r"can|could|will|would|may|might|must|shall|should|won|ca|wo|'ll|'d|can't|won't)$"
)
_PARTICIPLE = (
    r"cut|sent|lost|found|broken|made|put|given|moved|cancelled|canceled|closed|booked|fixed|"
    r"delayed|"
    r"damaged|repaired|replaced|gone|taken|printed|corrected|cleared|changed|refunded|postponed|"
    r"checked|"
    r"blocked|punctured|dyed|stolen|refused|removed|updated|swapped|ordered|packed|posted|restored|"
    r"affected|added|stopped|forgotten|stuck|sorted|informed|told|notified|alerted|solved|approved|"
    r"paused|extended|passed|raised|reopened|cleaned|received|arranged|scheduled|reported|discontinued|missed|rebooked"
)
_NOT_BEFORE = "".join(
    rf"(?<!\b{word})"
    for word in ("is", "was", "are", "were", "be", "been", "has", "have", "we", "you", "I", "being")
)
_AFTER = (
    "by|in|at|on|to|from|since|yesterday|today|this|last|now|until|till|again|out|off|because|online|"
    r"tonight|tomorrow|next|an|with|already|free|over|under|due|twice|before|after|when|\d+\w*|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_OF_A_DAY = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s "
    r"(?=(?:paper|issue|edition|post|show|class|session|episode|train|flight|delivery|market|match|"
    r"game|email|newsletter|stream|meeting)\b)"
)
_THEIR_DETAIL = re.compile(
    r"(?i)^needs? (?:(?:player|order|account|booking|serial|phone|user|customer|e-?mail) )?"
    r"(?:ID|number|reference|address|postcode|e-?mail|name|receipt|photo|details|dates?)\b"
)
_STATE = re.compile(  # "two galleries shut till May", "servers down 22:00-01:30"
    r"(?i)^((?:(?:the|both|all|two|three|four|five|some|most|\d+) )?(?:\w+ )?\w+) "
    r"((?:short[- ]staffed|understaffed|over|shut|closed|down|open|out of stock|"
    r"sold out|full|off|late|delayed|on hold|offline|stuck)"
    r"(?= (?:till|until|since|from|for|at|on|again|today|all|due|because|in|while|last|yesterday|"
    r"this|\d)|$).*)$"
)
_OVER = re.compile(r"(?i)\b(?:yesterday|last (?:night|week)|this morning)\b|\d[:.]\d\d ?-")
_PLACED = re.compile(r"(?i)^((?:\w+ )?\w+) ((?:in|on|at|under|inside|behind) .+)$")
_DOWN = re.compile(r"(?i)^(\w+ (?:at|in|on|near) .+?) (down|out|closed|open|off|full|broken)$")
_NUMBERED = re.compile(
    r"(?i)^(?:part [A-Z]\b|(?:page|minute|step|chapter|room|line|level|rule|question|part) \d)"
)
_SENT_PRIVATELY = re.compile(
    r"(?i)^(?:please )?(?:dm|pm|message|send) (?:us )?(?:in )?(?:(?:dm|pm) )?(?:your |the )?"
    r"((?:account|order|booking|reference|customer|phone|serial|ticket|policy) ?"
    r"(?:number|no|nr|reference|code)?|email|address|postcode|name)$"
)
_PASSIVE = re.compile(
    rf"(?i)^((?:\S+ ){{0,3}}?\S+?){_NOT_BEFORE} ({_PARTICIPLE})(?= (?:{_AFTER})\b|$)"
)
_ITS = re.compile(  # a state with nobody in it
    r"(?i)^(?:back|ready|due|closed|open|available|sold out|out of stock|in stock|off sale|"
    r"full(?= (?:until|till|on|today|at|for|this|up)|$)|"
    r"free of charge|on its way|on the way|on sale|planned|cancelled|postponed|under way|normal|"
    r"known(?! (?:bug|issue|fault|problem))|on (?:the|our) (?:roadmap|list|agenda|cards))\b"
)
_MENDED_IN = re.compile(  # "fix in 4.2 out tomorrow"
    r"(?i)^(?:the )?(fix|patch|update) (in \S+)[,:]? ((?:out|due|coming|live) .+)$"
)
_DONE = re.compile(rf"(?i)^(?:{_PARTICIPLE})(?= (?:{_AFTER}|for)\b|$)")
_DONE_HAPPENED = re.compile(
    r"(?i)^((?:[a-z]+ ){1,2}[a-z]+) (this morning|today|yesterday|last night|last week|overnight)$"
)
_DONE_NOW = re.compile(  # "taken down now", "already passed on to Marek"
    rf"(?i)^(?:now |already )?(?:{_PARTICIPLE}) (?:(?:down|up|off|on|out|back|away) ?)?"
    r"(?:now|already|to .+|)$"
)
_HAPPENED = re.compile(
    r"(?i)^((?:[a-z]+ ){1,2}[a-z]+) (this morning|today|yesterday|last night|last week|overnight)$"
)
_ASKED = (  # what the person is asked to do
    "send|bring|keep|post|put|ring|call|email|text|message|show|try|press|stop|wait|skip|return|come|"
    "pick|drop|click|restart|update|use|leave|look|write"
)
_PLEASE = re.compile(r"(?i)^(?:send|email|message|ring|call|text|show|write|bring) ")
_MASS = frozenset("people staff both all most some half each anyone everyone nobody".split())
_DEEDS = frozenset("lift reprint restock repair refund update fix patch print delay swap".split())
_UNITS = {"min": "minutes", "secs": "seconds", "sec": "seconds", "mths": "months", "mo": "months"}
_IT_IS = re.compile(
    r"(?i)\bits(?= (?:an?|the|not|now|still|on|in|open|closed|free|ok|fine|allowed|stuck|back|"
    r"ready|been|only|all|our|too|done|fixed)\b)"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_TO = re.compile(rf"(?i)\b(went|go|goes|going|moved|moving|sent|next|back) 2\b(?! (?:{_MONTHS}))")
_DATED = re.compile(rf"(?<=\d )(?:{_MONTHS})[a-z]*\b")
_FREE = re.compile(r"(?i)^free ((?!of\b)[a-z]+(?: [a-z]+)?)$")
_EXTRA = re.compile(
    r"(?i)^(?:an? )?((?:extra|special) .+?) (?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)$"
)
_CREW = re.compile(
    r"(?i)^(?:the |our )?((?:\w+ )?(?:team|crew|engineers?|workshop|kitchen|driver|staff|"
    r"colleagues?)) "
    r"(on it|there|on site|on the way|informed|aware|(?:working|flushing|looking|checking|fixing|"
    r"cleaning|testing|searching|repairing|dealing)\b.*)$"
)
_BACK = re.compile(r"(?i)^(?:the )?(\w+) back (?=(?:by|at|around|about|from|on|in|to)\b)")
_ON_A_DAY = re.compile(rf"\b(stock|back|open|here|ready|due|out) ({_DAY})\b")
_CAUSE = re.compile(
    r"(?i)\bbecause (?=([a-z]+) (?:broke|was|had|is|has|did|failed|got|came|went|were)\b)"
)
_GAPPED = re.compile(  # "part arrives Thursday, engineer Friday"
    r"(?i)^(\w+ (?:arrives?|comes?|is due|lands?) .+), (?!the |an? |we |you |it )(\w+) "
    r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_PAID = re.compile(
    r"(?i)^(?:\w+ )?(?:fees?|charges?|postage|deposit|ticket|tickets|order|payments?|difference)\b"
)
_WE = re.compile(
    r"(?i)^(we(?:'ll| will| can|'re going to) (?:fix|update|send|replace|correct|post|ship|swap|"
    r"bring|"
    r"restock|check|refund)) (?=[a-z]+\b)"
)
_WE_DO = re.compile(r"(?i)^(?:we )?will (?:fix|correct|update|check|replace)$")
_ON_ITS_WAY = re.compile(r"(?i)^(?:the )?([a-z]+(?: [a-z]+)?) on (?:the |its |their )?way$")
_IT_DOES = re.compile(
    r"(?i)^(?:runs|fits|comes|works|costs|takes|lasts|contains|has|closes|opens|starts|ends|"
    r"includes|"
    r"weighs|measures) "
)


@dataclass(frozen=True)
class Said:
    """Words and whether they make a whole sentence; without a capital or a stop."""

    text: str
    is_whole: bool


def in_full(words: str) -> Said:
    """Give telegraphic words as a sentence where that takes no guess, else as they are."""
    text = _IT_IS.sub("it's", _TO.sub(r"\1 to", words))
    text = re.sub(
        r"(?<=\d )(?:min|secs?|mths|mo)\b", lambda match: _UNITS[match.group().lower()], text
    )
    text = re.sub(r"(?i)\b(?:by|in|via|per) (?:pm|dm|pms|dms|msg)\b", "by private message", text)
    text = re.sub(r"(?i)^pm (?=us\b)", "message ", text)
    text = re.sub(
        r"(?i)\b(comes|arrives|due|back|ready|here) (?=\d+(?:st|nd|rd|th)\b)", r"\1 on the ", text
    )
    text = re.sub(r"\b([Ii]n|by|until|from|since) may\b", r"\1 May", text)
    text = _ON_A_DAY.sub(r"\1 on \2", text)
    text = _OF_A_DAY.sub(r"\1's ", text)
    text = re.sub(r"\s\+\s", " and ", text).replace(" & ", " and ")
    text = _DATED.sub(lambda match: match.group().capitalize(), text)
    text = re.sub(r"(?i)\b(until|by) end of (?=month|week|year)", r"\1 the end of the ", text)
    text = _CAUSE.sub(_because, text)
    text = _GAPPED.sub(r"\1, the \2 \3", text)
    if said := said_as(text):
        return Said(said, True)
    equal = re.match(r"^((?:\S+ ){0,2}\S+)\s*=\s*(?=[^=]+$)", text)
    if equal:
        verb = "are" if _is_plural(equal.group(1)) else "is"
        text = f"{equal.group(1)} {verb} {text[equal.end() :]}"
    yes = re.match(r"(?i)^(yes|no|nope|true|right)\b[,!.]*\s+(?=\S)", text)
    if yes and yes.group(1).lower() in ("yes", "true", "right"):
        rest = in_full(text[yes.end() :])
        return Said(f"yes, {rest.text}" if yes.group(1).lower() == "yes" else rest.text, True)
    tagged = tag(text)
    if not tagged:
        return Said(text, False)
    return _repaired(text, tagged)


def _because(match: re.Match[str]) -> str:
    cause = match.group(1).lower()
    return "because the " if lexicon().get(cause) == "noun" and cause not in _MASS else "because "


def _repaired(text: str, tagged: list[Word]) -> Said:
    first = tagged[0]
    if private := _SENT_PRIVATELY.match(text):
        return Said(f"please send us your {private[1]} by private message", True)
    if re.match(r"(?i)^please (?!\w+ (?:is|are|was|were)\b)", text):
        return Said(text, True)
    if re.match(r"(?i)^(?:if|when|once) .+[, ](?:we|you|it|they)\b", text):
        return Said(text, True)
    if free := _FREE.match(text):
        return Said(f"the {free[1]} {'are' if _is_plural(free[1]) else 'is'} free", True)
    if extra := _EXTRA.match(text):
        return Said(f"there's an {extra[1]} on {extra[2]}", True)
    if crew := _CREW.match(text):
        verb = "are" if _is_plural(crew[1]) else "is"
        return Said(f"the {crew[1]} {verb} {crew[2]}", True)
    if (back := _BACK.match(text)) and lexicon().get(back[1].lower()) == "noun":
        return Said(f"the {back[1]} will be back {text[back.end() :]}", True)
    if ours := _WE.match(text):
        rest = text[ours.end() :]
        return Said(
            f"{ours[1]} {f'the {rest}' if _PAID.match(rest) else _with_article(rest)}", True
        )
    if re.match(r"(?i)^keep (?:(?:the|that|this) \w+(?: \w+)?|it|them|both)$", text):
        return Said(f"you can {text}", True)
    if way := _ON_ITS_WAY.match(text):
        is_or_are = "are on their" if _is_plural(way[1]) else "is on its"
        return Said(f"the {way[1]} {is_or_are} way", True)
    if re.match(r"(?i)^known (?:bug|issue|fault|problem)$", text):
        return Said(f"it's a {text}", True)
    if mended := _MENDED_IN.match(text):
        return Said(f"the {mended[1]} is {mended[2]}, {mended[3]}", True)
    if re.match(r"(?i)^not (?:\w+ )?\w+$", text):
        return Said(f"it's {text}", True)
    if _DONE_NOW.match(text):
        return Said(f"it has been {text}", True)
    if (sudden := _HAPPENED.match(text)) and _is_one_thing(sudden[1]):
        return Said(f"there was {_a(sudden[1])} {sudden[2]}", True)
    if _IT_DOES.match(text):
        return Said(f"it {text}", True)
    if _WE_DO.match(text):
        return Said(f"we {text.removeprefix('we ')} it", True)
    if re.match(r"(?i)^no (?:date|timing|timeline|decision|news|plan)s?$", text):
        return Said(f"there's {text} yet", True)
    if (state := _STATE.match(text)) and not _has_finite(tag(state[1])):
        plural = _is_plural(state[1]) or re.match(r"(?i)(?:two|three|four|five|\d+) ", state[1])
        be = ("were" if plural else "was") if _OVER.search(text) else ("are" if plural else "is")
        return Said(_with_article(f"{state[1]} {be} {state[2]}"), True)
    if re.match(r"(?i)^no \w+(?:\s\w+)?(?:$|,| at | on | for | in | left| yet| needed)", text):
        return Said(f"there's {text}", True)
    if re.match(r"(?i)^(?:need|needs)\b", text):
        need = "we need your" if _THEIR_DETAIL.match(text) else "we need"
        return Said(re.sub(r"(?i)^needs?\b", need, text), True)
    if re.match(rf"(?i)^(?:{_ASKED})\b(?! (?:is|are|was|were|will|has)\b)", text):
        return Said(f"please {_to_us(text)}" if _PLEASE.match(text) else text, True)
    if re.match(r"(?i)^(?:can|could|will|won't|may) ", text):
        return Said(f"we {text}", True)
    if first.kind == "verb" and first.lower.endswith("ing") and _acts(tagged):
        return Said(f"we're {text}", True)
    if _ITS.match(text):
        return Said(f"it's {text}", True)
    if _DONE.match(text):
        return Said(f"it was {text}", True)
    passive = _PASSIVE.match(text)
    if passive and not _has_finite(tag(passive.group(1))):
        rest = text[passive.end(1) :]
        verb = "were" if _is_plural(passive.group(1)) else "was"
        if re.search(r"(?i)\b(?:tonight|tomorrow|next (?:week|month))\b", rest):
            verb = "will be"
        if " since " in rest:
            verb = "have been" if verb == "were" else "has been"
        return Said(_with_article(f"{passive.group(1)} {verb}{rest}"), True)
    if there := _DOWN.match(text):
        return Said(f"the {there[1]} is {there[2]}", True)
    placed = _PLACED.match(text)
    if placed and _is_thing(placed[1].split()[-1].lower()) and not _has_finite(tagged):
        return Said(f"the {placed[1]} {'are' if _is_plural(placed[1]) else 'is'} {placed[2]}", True)
    if first.kind in ("pronoun", "possessive", "determiner") or first.lower in ("there", "it"):
        return Said(text, any(word.kind in ("verb", "modal") for word in tagged))
    if _has_finite(tagged[1:6]):
        return Said(_with_article(text), True)
    return Said(text, _has_finite(tagged[1:]) and first.kind != "noun")


def _to_us(text: str) -> str:
    """Fill in what they are asked to send: "send pic" is "send us a photo"."""
    text = re.sub(r"(?i)^(send|email|message) (?=pics?\b|photos?\b|order|receipt)", r"\1 us ", text)
    text = re.sub(r"(?i)(?<!\ba )\b(?:pic|photo)\b", "a photo", text)
    return re.sub(r"(?i)(?<!your )(?<!the )\border number\b", "your order number", text)


def _has_finite(words: list[Word]) -> bool:
    return any(
        _FINITE.match(word.text) or word.kind == "modal"
        for at, word in enumerate(words)
        if not (word.text == "'s" and words[at + 1 : at + 2] and words[at + 1].kind == "noun")
    )


def _acts(words: list[Word]) -> bool:
    """Say whether an opening "-ing" is what we do, not part of a name ("dispensing lead")."""
    named = len(words) > 1 and words[1].kind in ("noun", "adjective", "verb")
    return len(words) > 2 and (not named or words[1].lower in word_set("time"))


def _is_one_thing(words: str) -> bool:
    tagged = tag(words)
    return tagged[-1].kind == "noun" and not _is_plural(words) and not _has_finite(tagged)


def _a(words: str) -> str:
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"


def _is_thing(word: str) -> bool:
    return lexicon().get(word) == "noun" or word in _DEEDS


def _is_plural(subject: str) -> bool:
    head = subject.split()[-1].lower()
    return (head.endswith("s") and not head.endswith("ss")) or subject.lower().startswith("both")


def _with_article(text: str) -> str:
    """Put "the" before a bare noun that opens a sentence."""
    words = tag(text)
    first = words[0]
    if _NUMBERED.match(text):
        return text
    if re.match(r"\d+(?:st|nd|rd|th) [a-z]|[A-Z]{2,4} (?:is|are|was|were|has|will)\b", text):
        return f"the {text}"
    bare = (
        first.text.islower()
        and first.lower not in _MASS
        and (
            (first.kind == "noun" and lexicon().get(first.lower) == "noun")
            or first.lower in _DEEDS
            or first.lower in ("new", "right", "whole", "spare", "missing")
        )
        and first.lower not in word_set("time")
        and not (first.lower.endswith("s") and len(words) < 3)
    )
    return f"the {text}" if bare else text
