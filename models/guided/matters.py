"""What a comment is about, in our own words: "the damaged table and the missing leg", "the price".

Patterns stand in matters*.toml, each with the name of what it hears. A name is a noun phrase that
stands after "sorry about" (a fault) or "I hear you on" (a view), and states no fact of ours. How
people were treated or hurt comes before things; a name that tells little is the last resort.
"""

import re
from functools import cache
from pathlib import Path

from models.guided.once import once
from models.guided.phrases import swears
from models.guided.tagging import lexicon, nouns, tidy, word_set
from models.tables import filled, table_of

MOST_AT_ONCE = 2
MOST_LETTERS_OF_A_SMALL_WORD = 4
_NO_MATTER = frozenset(
    """again ever once here there about after until what that this so no not one ones lots
    two three many more very just really still even only already anything nothing everything
    something someone everyone anyone nobody both each half yours ours mine rest while arm
    arms leg legs foot feet ankle wrist finger head heart back hand voice
    word words news silence sweat promise promises law rule news dawn
    man woman lad girl boy guy bloke lady cleaner driver courier waiter waitress barista manager
    officer teacher nurse doctor vet engineer technician plumber builder builders movers cleaners
    mechanic stylist receptionist agent rider postman guard coach staff""".split()
)
_BESIDE = frozenset(
    ("being kept in the dark", "the silence from us", "the canned answers", "the missing apology")
)
_PLURAL = re.compile(r"\b(kids|children|parents) was\b")
_ASIDE = re.compile(  # what stands there is only where it was: "the box at your till"
    r"\b(?:at|by|near|behind|beside|opposite|beneath|above|below) (?:the|your|our|my|a) (?:\w+ )?$"
)
_ONCE = re.compile(  # what stands there is of another thing, or of another day
    r"\b(?:(?:when|until|since|after|before) (?:i|we|she|he) had (?:an? |the )?|"
    r"(?:from|in|on) an? \w+ with (?:an? |the )?|(?:the|that) one with (?:an? |the )?|if )$"
)
_STARTS = "(?<![a-z])"  # nothing is heard from the middle of a word on
_UNITS = {"min": "minute", "hr": "hour", "wk": "week"}
_DOUBLED = frozenset("get log top submit scan cancel set transfer".split())
_AMOUNT = (
    r"(?:\d+|an?|half an|a few|several|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirty|forty|fifty) "
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|nights?)(?![ -]olds?\b)"
)
_MACROS = {
    "X": r"(?P<t>[a-z][a-z-]{2,})",
    "N": rf"(?P<n>{_AMOUNT})",
    "AMOUNT": _AMOUNT,
    "Q": r"(?:\d+|two|three|four|five|six|seven|eight|ten|several)",
}
_FOLDER = Path(__file__).parent
_FILES = {
    "harm": ("matters_harm",),
    "fault": ("matters_everyday", "matters", "matters_life"),
    "vague": ("matters_everyday",),
    "view": ("matters",),
}
_SAME = (  # names of one family are said once
    frozenset("delivery deliveries parcel package order post deliver".split()),
    frozenset("charge charges fee fees money bill price refund payment payments".split()),
    frozenset("wait delay delays delay, queue queues hold waiting late".split()),
    frozenset("state smell dirty mess hair damp mould".split()),
    frozenset("treated treatment spoken service".split()),
    frozenset("cancelled cancellation cancelling".split()),
    frozenset("date spoiled rotten mouldy".split()),
    frozenset("broken working trouble crashes error damaged dead".split()),
    frozenset("outage without dropping".split()),
    frozenset("silence answers dark reaching circles".split()),
)


@cache
def _rows(kind: str) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    rows, macros = [], _MACROS | table_of(_FOLDER / "matters_words")
    for file in _FILES[kind]:
        for signs, *names in table_of(_FOLDER / file)[kind]:
            signs = filled(signs, macros)
            starts = "" if signs.startswith(("^", "(?:^")) else _STARTS
            rows.append((re.compile(f"{starts}(?:{signs})"), tuple(names)))
    return rows


_FEARED = re.compile(  # "are my photos gone?": not known, and maybe not so
    r"(?:^|(?<=[.!?…]) )(?:so |and |but |or |wait |hang on |omg |sorry )*"
    r"(?:are|is|was|were|did|does|do|has|have|will|would|could it be|am)(?:n't| not)? "
    r"(?:i|we|you|it|they|these|this|that|those|there|the|my|our|your|any)\b"
    r"(?![^.!?]*\b(?:why|when|how|what|where|who|ever|going to|still|again|yet|because|"
    r"since|reason|anyone|someone|anybody|somebody|realise|realize|know|think|even|really|supposed|meant)\b)"
    r"[^.!?]*\?+"
)


def _told(comment: str) -> str:
    """Give a comment in small letters without what it only asks about."""
    return _FEARED.sub(" ", tidy(comment).lower())


@once
def faults(comment: str) -> list[str]:
    """Give the name of what went wrong, two things joined by "and"; nothing where none is known."""
    if harmed := harms(comment):
        return harmed
    text = _told(comment)
    named = _different(_found("fault", text)) or _different(_found("vague", text))[:1]
    if len(named) == 1 and named[0] in _BESIDE:  # the silence is seldom all there is
        named = [*(view for view in views(comment) if view != "the price"), *named]
    named.sort(key=lambda name: name in _BESIDE)
    return [" and ".join(named[:MOST_AT_ONCE])] if named else []


@once
def harms(comment: str) -> list[str]:
    """Give the name of what was done to people: mistreated, hurt, frightened, robbed."""
    text = tidy(comment).lower()
    for signs, names in _rows("harm"):
        match = signs.search(text)
        if match and (name := _name(match, names)):
            return [name]
    return []


def is_vague(comment: str) -> bool:
    """Say whether the name of what went wrong tells little, so that their own clause tells more."""
    if harms(comment):
        return False
    return set(_found("fault", _told(comment))) <= _BESIDE | {"having to chase us"}


def _found(kind: str, text: str) -> list[str]:
    """Give the names that the rows of a kind hear, in the order of the text."""
    found: list[tuple[int, int, str]] = []
    for signs, names in _rows(kind):
        match = signs.search(text)
        name = _name(match, names) if match else ""
        if match and name and not any(_overlaps(match, start, end) for start, end, _ in found):
            found.append((match.start(), match.end(), name))
    return [name for _, _, name in sorted(found)]


def _different(names: list[str]) -> list[str]:
    """Give names without those that say nearly the same as one before."""
    taken: list[str] = []
    for name in names:
        if not any(_stems(name) & _stems(other) or _alike(name, other) for other in taken):
            taken.append(name)
    return taken


def _alike(name: str, other: str) -> bool:
    ours, theirs = set(name.split()), set(other.split())
    return any(family & ours and family & theirs for family in _SAME)


def views(comment: str) -> list[str]:
    """Give the name of what they hold an opinion of; nothing where none is known."""
    text = tidy(comment).lower()
    for signs, names in _rows("view"):
        match = signs.search(text)
        if match and (name := _name(match, names)):
            return [name]
    return []


def _name(match: re.Match[str], names: tuple[str, ...]) -> str:
    if _ONCE.search(match.string[: match.start()]):
        return ""
    caught = {key: value for key, value in match.groupdict().items() if value}
    if any(_ASIDE.search(match.string[: match.start(key)]) for key in caught.keys() & {"t", "x"}):
        return ""
    if "n" in caught:
        caught["long"] = _hyphened(caught["n"])
    if "v" in caught:
        caught["ving"] = _doing(caught["v"])
    if "t" in caught and match.end("t") == match.end():
        caught["t"] = _compound(caught["t"], match.string[match.end() :])
    for name in names:
        wanted = re.findall(r"\{(\w+)\}", name)
        if all(key in caught and _is_sayable(key, caught[key]) for key in wanted):
            return _PLURAL.sub(r"\1 were", name.format(**caught))
    return ""


def _compound(noun: str, after: str) -> str:
    """Give a noun with the noun that it belongs to: "screen" before "protector"."""
    following = re.match(r" ([a-z]{4,})(?![a-z'])", after)
    if not following or following[1] in word_set("empty") | word_set("time") | _NO_MATTER:
        return noun
    is_noun = lexicon().get(following[1]) == "noun" and following[1] in nouns()
    return f"{noun} {following[1]}" if is_noun else noun


def _hyphened(amount: str) -> str:
    """Give an amount as it stands before a noun: "25-minute", "hour-long"."""
    count, unit = amount.rsplit(" ", 1)
    if count in ("a few", "several"):
        return "long"
    one = _UNITS.get(unit.rstrip("s"), unit.rstrip("s"))
    return f"{one}-long" if count in ("a", "an") else f"{count.replace(' an', '')}-{one}"


def _doing(verb: str) -> str:
    """Give a verb as a noun: "booking", "logging in"."""
    first, *rest = verb.split()
    doubled = first + first[-1] if first in _DOUBLED else first
    stem = doubled.removesuffix("e") if not doubled.endswith("ee") else doubled
    return " ".join([f"{stem}ing", *rest])


def _is_sayable(key: str, caught: str) -> bool:
    """Say whether what was caught is a thing that can be named."""
    if key != "t":
        return True
    head = caught.split()[-1]
    known = lexicon().get(head)
    unsayable = head in _NO_MATTER or head in word_set("empty") | word_set("time")
    return not unsayable and known in (None, "noun") and not swears(caught)


def _stems(name: str) -> set[str]:
    return {word[:5] for word in name.split() if len(word) > MOST_LETTERS_OF_A_SMALL_WORD}


def _overlaps(match: re.Match[str], start: int, end: int) -> bool:
    return match.start() < end and start < match.end()
