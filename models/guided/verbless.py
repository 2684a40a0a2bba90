"""Facts in note form as sentences: the verb, the subject or the article put in that they lack.

Only where one wording surely fits; every other fact is left as it stands.
"""

import re
from functools import partial
from pathlib import Path

from models.guided.forms import is_several, listed
from models.guided.tagging import Word, lexicon, proper_names, tag
from models.guided.times import SUM
from models.tables import table_of, words_in

_TABLE = Path(__file__).with_name("telling.toml")
MOST_WORDS_OF_A_SUBJECT = 4
MOST_WORDS_BEFORE = 10  # the verb
_SUM_FIRST = re.compile(
    rf"(?:About |Around |From |Only |Up to )?{SUM}(?! (?:paid|raised|went|spent|goes|of|to)\b)"
)
_FEES = "deposit|fee|charge|supplement|fine|surcharge|discount|voucher|penalty"
# Verbs that make a sentence of what stands around them.
FINITE = (
    "is|are|was|were|has|have|had|do|does|did|cannot|'s|'re|'ve|n't|goes|gets?|takes?|"
    "runs?|comes?|costs?|needs?|opens?|closes?|starts?|ends?|works?|means?|gives?|fits?|lasts?|"
    "lies?|stands?|leads?|reads?|checks?|decides?|answers?|speaks?|knows?|wants?|asks?|pays?|"
    "covers?|applies|apply|counts?|holds?|sends?|leaves?|ships?|delivers?|arrives?|stays?|keeps?|"
    "says?|handles?|includes?|depends?|carry|carries"
)
_FINITE = re.compile(
    rf"(?i)^(?:{FINITE}|shows?|tells?|helps?|makes?|went|came|began|failed|stopped|started|opened|"
    r"closed|reopened|arrived|broke|sold|moved|changed|joins?|looks?|reopens|returns|begins?|"
    r"finish(?:es)?|departs?|meets?|offers?|provides?|uses?|serves?|weighs?|measures?|contains?|"
    r"follows?|allows?|replies|reply|wears?|dries)$"
)
_ACTS = re.compile(  # what stands without its subject: "Costs €4 a month"
    r"(?:Costs|Takes|Includes|Contains|Weighs|Measures|Lasts|Needs|Fits|Holds|Doesn't|Can't|Can be|"
    r"Cannot be|Must be|Will be|Is|Comes (?:in|with|as|from)|Works (?:with|on|in|without|from)|"
    r"Runs (?:on|from|until|for|every)|Opens (?:at|on|in|again)|Closes (?:at|on|in)|"
    r"Starts (?:at|on|in|from)|Ends (?:at|on|in)|Applies (?:to|from|until)|Arrives (?:on|in|by)|"
    r"Has (?:a|an|no|two|three))\b(?! (?:and|of)\b)"
)
_STATE = re.compile(  # "Sold only in the UK", "Closed Easter Sunday"
    r"(?P<not>(?:Not|No longer|Now|Currently|Still|Also|Only|Usually|Always|Fully|Made) )?"
    r"(?P<state>[A-Za-z-]+)\b(?P<rest>.*)$"
)
_NONE = re.compile(r"No (?!one\b|longer\b|idea\b|more than\b|problem\b|worries\b|need\b|own\b)")
# What follows "no" where it forbids, or says what is not done, and not what there is none of.
_FORBIDDEN = re.compile(
    r"(?i)\b(?:dogs?|pets?|animals|bikes?|bicycles|child(?:ren)?|kids|flash|photos?|cameras?|phones?|"
    r"shoes|boots|bags|food|drinks?|documents?|alcohol|glass(?:es)?|balls?|fires?|microwave|"
    r"dishwasher|oven|soap|bleach|helmet|comment|experience|[a-z]+(?<!park)(?<!book)(?<!clean)(?<!advertis)ing|wanted|"
    r"needed|required|accepted|allowed|taken|seen|known|given|recorded|found|sms)\b|, no\b"
)
# States that a note names where it means that something has happened.
_HAPPENED = frozenset(
    """removed sent shipped posted delivered collected moved deleted added fixed replaced paid
    booked made printed swapped updated reset kept checked tested refunded exchanged repaired stored
    charged cancelled postponed waived""".split()
)
_LEADS_ON = (
    "at|in|on|for|with|from|until|till|to|by|since|after|before|as|only|every|all|once|if|when|"
    "under|over|per|again|daily|now|and|during|outside|inside|unless"
)
_THING_IN_A_STATE = re.compile(
    r"(?P<thing>[A-Z][\w-]*(?: [a-z0-9-]+){0,2}?) (?P<not>not )?(?P<state>[a-z-]+)"
    rf"(?P<rest>$|,.*| (?:{_LEADS_ON})\b.*)$"
)
_NEED = re.compile(r"No need (?:to|for)\b")
_FREE = re.compile(
    r"Free (?:[a-z-]+ ){1,3}(?:at|in|on|for|with|behind|near|from|every|to|until|under)\b"
)
_BEHIND = re.compile(
    r" (?:for|of|in|on|to|by|at|from|with|under|over|up to|within|without|after|before|until|per|"
    r"because|behind|between|since|during|about|near|outside|inside|above|below|unless|if|when|"
    r"so far|yet|now|either|left|here|at present|planned|kept|on request)\b"
)
_AND_NONE = re.compile(
    r", (?=no (?:new |fixed |set |firm |extra |further |other )?"
    r"(?:date|fix|plans?|charge|need|fee|deadline|limit|refund|news|end date|price|list|booking)\b"
    r"(?!.*, no\b))"
)
_PRICES = re.compile(
    r"(?P<who>(?:Under|Over)[ -]?\d+s?|Adults?|Children|Child|Kids|Students?|Seniors?|Pensioners?|"
    r"Concessions?|Members?|Non-members?|Families|Family|Teachers?|Infants|Babies|Toddlers|Teens)"
    rf"(?: (?:pay|are|go|get in|at))? (?P<price>free|half price|{SUM}|\d[\d.,]*)",
    re.IGNORECASE,
)


table = partial(table_of, _TABLE)  # the words and rows that facts are told by
words_of = partial(words_in, _TABLE)  # those of one kind: states, roles, what is told as a mass …


def phrased(text: str) -> str:
    """Give a part of a fact, without its stop, as a sentence where one wording surely fits."""
    if prices := _each_pays(text):
        return prices
    first, stop, rest = re.match(r"([^;]*)(;?)(.*)$", text, re.DOTALL).groups()  # type: ignore[union-attr]
    said = _phrased(first)
    if said == first:
        said = _with_article(first)
    return and_none(f"{said}{stop}{rest}")


def and_none(text: str) -> str:
    """Give a verb to what there is none of at the end: ", and there's no date"."""
    return _AND_NONE.sub(", and there's ", text)


def _phrased(text: str) -> str:
    state = "" if _says(" ".join(text.split()[1:])) else _of_state(text)
    if state:
        return state
    if _says(text):
        acts = _ACTS.match(text)
        if acts and not _says(text[acts.end() :]):
            begins = "it's" if acts[0] == "Is" else f"it {uncapped(acts[0])}"
            return begins + text[acts.end() :]
        return text
    if of_a_fee := re.match(rf"({SUM}) ({_FEES})\b(?=$|,| (?:for|on|at|per))", text):
        return f"there's a {of_a_fee[0]}{text[of_a_fee.end() :]}"
    if _SUM_FIRST.match(text):
        return f"it's {uncapped(text)}"
    if _NEED.match(text):
        return f"there's n{text[1:]}"
    if _NONE.match(text) and not _FORBIDDEN.search(text):
        head = _head(text[3:])
        return f"there {'are' if is_several(head) else 'is'} n{text[1:]}".replace(
            "there is", "there's"
        )
    if _FREE.match(text) and _head(text[5:]) in words_of("mass"):
        return f"there's {uncapped(text)}"
    return _is_in_a_state(text) or text


def _of_state(text: str) -> str:
    """Put a subject before what something is: "it's sold only in the UK"."""
    if re.match(r"Made (?:in|of|from|by|with|to) ", text):
        return f"it's {uncapped(text)}"
    match = _STATE.match(text)
    state = match["state"].lower() if match else ""
    happened = state in _HAPPENED and not re.match(r"(?:Not|Also) |Fixed in ", text)
    if match is None or state not in words_of("states") or happened:
        return ""
    we_are = state in ("open", "closed")
    leads_on = rf",| (?:{_LEADS_ON})\b" + (r"| (?:\d|[A-Z])" if we_are else "")
    if match["rest"] and not re.match(leads_on, match["rest"]):
        return ""
    return f"{'we' if we_are else 'it'}'{'re' if we_are else 's'} {uncapped(text)}"


def _is_in_a_state(text: str) -> str:
    """Put "is" between a thing and what it is: "Car park free after 6 pm"."""
    match = _THING_IN_A_STATE.match(text)
    if match is None or match["state"] not in words_of("states") or match["state"] in _HAPPENED:
        return ""
    subject = match["thing"]
    if not _is_subject(subject) or any(
        word.kind == "verb" for word in tag(match["rest"].replace(",", " "))
    ):
        return ""
    be = "are" if is_several(_head(subject)) else "is"
    negated = "n't" if match["not"] else ""
    return f"{_with_the(subject)} {be}{negated} {match['state']}{match['rest']}"


def _with_article(text: str) -> str:
    """Put "the" before a sentence whose subject needs an article."""
    words = tag(text)
    ends = next((at for at, word in enumerate(words) if _is_finite(word)), 0)
    if not 1 <= ends <= MOST_WORDS_BEFORE or any(
        word.kind in ("stop", "pronoun") for word in words[:ends]
    ):
        return text
    verb = words[ends].lower
    singular = (
        verb in ("is", "was", "has", "does", "'s", "had", "did")
        or verb.endswith("s")
        or (words[ends].kind == "modal")
        or verb
        in ("went", "came", "began", "failed", "stopped", "started", "broke", "reopened", "arrived")
    )
    front = _BEHIND.split(" ".join(word.text for word in words[:ends]))[0]
    return _with_the(text) if singular and _needs_article(front) else text


def _needs_article(subject: str) -> bool:
    """Say whether a subject is a known thing of which there is one, without an article."""
    words = tag(subject)
    if len(words) > MOST_WORDS_OF_A_SUBJECT or words[-1].lower not in words_of("counts"):
        return False
    if words[0].kind not in ("noun", "adjective", "verb", "number") or words[0].text[0].isdigit():
        return False
    known = words[0].lower in lexicon() and words[0].lower not in proper_names()
    plain = all(w.text.islower() and w.kind in ("noun", "adjective", "verb") for w in words[1:])
    return known and plain and words[0].text[1:].islower() and not is_several(words[0].lower)


def _is_subject(text: str) -> bool:
    """Say whether words surely are a thing: a noun last, all of them known, nothing else."""
    words = tag(text)
    kinds = {word.kind for word in words}
    known = all(word.lower in lexicon() or word.text.isdigit() for word in words)
    several = any(is_several(word.lower) for word in words[:-1])  # "Bikes travel free"
    led = words[0].kind == "verb" and words[0].lower.endswith("ed")  # "Missed classes"
    kinds = {word.kind for word in words[led:]}
    return known and not several and kinds <= {"noun", "adjective"} and words[-1].kind == "noun"


def _with_the(text: str) -> str:
    subject = text.split()[0]
    head = _head(text)
    if is_several(head) or head not in words_of("counts") or not subject[1:].islower():
        return text
    if subject.lower() in proper_names() or subject.lower() not in lexicon():
        return text
    return f"the {uncapped(text)}"


def _each_pays(text: str) -> str:
    """Give a list of prices by who pays: "under-12s are free, students pay £6 and adults £9"."""
    parts = [_PRICES.fullmatch(part.strip()) for part in re.split(r", | and ", text)]
    if len(parts) < 2 or None in parts:
        return ""
    said, paid = [], False
    for part in parts:
        assert part is not None
        who = re.sub(r"(?i)^(under|over)[ -]?(\d+)s?$", r"\1-\2s", part["who"])
        who = {"child": "children", "family": "families"}.get(who.lower(), who.lower())
        who = who if who[-1] == "s" or who == "children" else f"{who}s"
        price = part["price"]
        if price[0].isalpha():
            said.append(f"{who} are {price}" if price == "free" else f"{who} pay {price}")
        else:
            said.append(f"{who} {price}" if paid else f"{who} pay {price}")
            paid = True
    return listed(said)


def _head(text: str) -> str:
    """Give the noun that a phrase is about: of "age limit for dogs" the limit."""
    words = re.split(r"[,(]", _BEHIND.split(f"{text} ")[0])[0].split()
    return words[-1].lower() if words else ""


def _says(text: str) -> bool:
    return any(_is_finite(word) for word in tag(text))


def _is_finite(word: Word) -> bool:
    if word.text == "May":
        return False
    acts = word.kind == "modal" or word.lower in ("can", "will", "may")
    return acts or (word.text != "'s" and bool(_FINITE.match(word.text)))


def uncapped(text: str) -> str:
    """Give words without the capital that opens them, unless it is the first one's own."""
    first = text.split()[0]
    return text if len(first) > 1 and not first[1:].islower() else text[:1].lower() + text[1:]
