"""What a person tells beside the matter itself: a long wait, a loss, a joy, who was kind to them.

Patterns stand in heard.toml. Each is meant to be right rather than complete: what is not heard here
is left unsaid, and a reply that names something never said is worse than one that is short.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from models.guided.kin import CLOSEST
from models.guided.once import KEPT, once
from models.guided.person import joined, to_them
from models.guided.tagging import Word, nouns, sentences, tidy
from models.tables import filled, table_of
from models.triage.rules import hits

_NAMES = frozenset(
    """Mr Mrs Miss Ms Dr Sir Madam
    God Jesus Lord Thanks Thank Please Team Everyone Everybody Anyone Guys She He They It We You
    Algorithm YouTube Google TikTok Instagram Facebook Netflix Spotify Amazon Santa Kids Cat Dog
    Europe America Africa Asia India China Japan England Scotland Wales Ireland Britain London
    This That Who Service Staff Food Delivery Support Breakfast Room Price Quality Film Show Play
    Music Seat Seats Screen Sound Pool Beach View Cake Soup Pizza Coffee Tour Book Game Episode Song
    Album Lunch Dinner Bed Beds Hotel Flight Train Bus Shop Store App Website""".split()
)
_OWNERS = "my|our|his|her|their|a"
_ANYBODY = frozenset("lad lass girl boy man woman lady guy chap bloke class time lesson".split())
_ALSO_NAMES = frozenset(  # words that people are called by as well
    """grace joy will mark jean rose lily daisy amber ruby jack bill frank dean art pat sandy faith
    hope penny robin jade pearl olive violet holly ivy heather poppy dawn eve drew chase miles gene
    max ray rick sue carol basil josh nick rich bob jim jo rob kit ali tom tim sam ben dan ken don
    len roger norm chuck herb reed cliff glen clay grant chip harry peter victor earl""".split()
)
_WEEKDAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Christmas|Easter|My|The|Your|Our|His|Her|And|But|Then|"
    r"Just|Also|So|Its|Everything|Nobody|Somebody|Someone|Mum|Mom|Dad|Nan|Gran|Grandma|Grandad|"
    r"Husband|Wife|Son|Daughter|Postman|Customer|Finally|Today|Yesterday|Always|Never|These|Those|"
    r"Neighbour|Neighbor|Boss|Friend|Colleague"
)
_MISLAID = re.compile(
    r"(?i)\b(?:you|they|airline|staff|driver|courier|crew|walker|sitter|groomers?|kennels?|vets?|"
    r"hospital|bank|company|team|shop|school|board|hotel|movers|garage|cleaner|council|app)"
    r"(?: have|'ve)? "
    r"(?:lost|misplaced|mislaid|dropped|broke|damaged|binned|threw)\b"
)
_SHORT = {"mins": "minutes", "min": "minutes", "hrs": "hours", "hr": "hour", "wks": "weeks"}
_SHORT |= {"wk": "week", "yrs": "years", "yr": "year"}
_IN_PLACE = ("hailed", "placed", "named")  # there a name may be of a place: "on till 3 in Croydon"
_PLACED = re.compile(r"(?i)\b(?:in|at|from|near|to|of|on|via)\s+$")
_CALLED = re.compile(
    r"(?i)(?<!\bi)(?<!\bwe)(?<!\byou)(?<!\bto)(?<!\bthey)(?<!\bin)(?<!\bwith)(?<!\bof)(?<!\bmuch)"
    r"(?<!\bmy)(?<!\ball)(?<!\bthe)(?<!\bis)(?<!\ba)[ ,]+"
    r"(?:love|lovey|darling|dear|hun|sweetheart)(?=\W*$|[.!?])"
)
_NO_WAIT = re.compile(r"(?:a|one|another) (?:min|sec|moment)")
NEAR = 6  # words between a thing and the word that praises it
_NOT_LACKED = frozenset("idea way problem problems more longer one less sign doubt".split())


@cache
def _macros() -> dict[str, str]:
    table = table_of(__file__)
    number, helper = table["number"], table["helper"]
    return {
        "N": rf"(?:\d+(?:[.,]\d+)?|{'|'.join(number['words'].split())}|an?|half an|a few)",
        "UNIT": number["unit"],
        "KIN": table["lost"]["kin"],
        "CLOSEST": CLOSEST,
        "ROLES": helper["roles"],
        "OF": helper["of"],
        "VERBS": "|".join(table["tries"]["verbs"]),
    }


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(filled(pattern, _macros()))


def waits(comment: str) -> list[str]:
    """Give how long they waited or went without, such as "three days without wifi"."""
    text = tidy(comment).lower()
    table = table_of(__file__)["wait"]
    if re.search(table["enjoyed"], text):
        return []
    for pattern in table["lacking"]:
        match = _compiled(pattern).search(text)
        if match and (what := match["what"]).split()[0] not in _NOT_LACKED:
            article = "an " if what in table["an"] else "a " if what in table["a"] else ""
            return [f"{_length(match['n'])} without {article}{what}"]
    for pattern in table["spent"]:
        if match := _compiled(pattern).search(text):
            return [f"{_length(match['n'])} {to_us(match['where'])}"]
    for pattern in table["waited"]:
        match = _compiled(pattern).search(text)
        if match and not _NO_WAIT.match(match["n"]):
            return [_length(match["n"])]
    return []


def tries(comment: str) -> list[str]:
    """Give how often they had to turn to us, as a verb: "call eleven times", "write twice"."""
    text = tidy(comment).lower()
    table = table_of(__file__)["tries"]
    if match := _compiled(table["again"]).search(text):
        return [f"{table['verbs'][match['verb']]} {match['count']}"]
    if match := _compiled(table["sent"]).search(text):
        return [f"{table['made'][match['what']]} {match['count']} times"]
    return []


def told(comment: str) -> list[str]:
    """Give what somebody on our side said to them, where they quote it."""
    text = " ".join(comment.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}).split())
    table = table_of(__file__)["told"]
    found = []
    for match in _compiled(table["said"]).finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].lower()
        ours = re.search(table["speakers"], before) and not re.search(table["others"], before)
        if ours and len(match["told"].split()) <= 7:
            found.append(match["told"].strip(" .,!"))
    return found[:1]


def mislaid(comment: str) -> bool:
    """Say whether we are said to have lost or spoilt what is theirs."""
    return bool(_MISLAID.search(comment))


def losses(comment: str) -> list[str]:
    """Give whom they lost, as "your dad"; what we lost of theirs is another matter."""
    if mislaid(comment):
        return []
    if named := re.search(table_of(__file__)["lost"]["named"], tidy(comment)):
        return [named["name"] or named["name2"]]
    text = tidy(comment).lower()
    if re.search(table_of(__file__)["lost"]["unborn"], text):
        return ["your baby"]
    for pattern in table_of(__file__)["lost"]["patterns"]:
        if match := _compiled(pattern).search(text):
            return [f"your {match['kin']}"]
    whom = _compiled(r"\b(?:my|our) (?:little |dear )?(?P<kin>{KIN})\b").search(text)
    gone = re.search(r"\b(?:we|i) (?:just |sadly )?lost (?:him|her)\b(?! (?:in|at) the\b)", text)
    return [f"your {whom['kin']}"] if whom and gone else []


def remembered(comment: str) -> list[str]:
    """Give what somebody they lost was fond of, such as "he loved our show"."""
    match = re.search(table_of(__file__)["lost"]["fond"], tidy(comment).lower())
    return [to_us(match.group())] if match and losses(comment) else []


@lru_cache(maxsize=KEPT)  # the plan, the advice and every tone ask for it
def despairs(comment: str) -> bool:
    """Say whether somebody writes that they do not want to live, as triage hears it too."""
    heard = hits(comment).get("self_harm")
    return heard is not None and heard.sure


def occasions(comment: str) -> list[str]:
    """Give what one can congratulate them on: "the first marathon", "the wedding"."""
    text = tidy(comment).lower()
    if re.search(table_of(__file__)["occasion"]["ours"], text):
        return []
    for pattern, said in table_of(__file__)["occasion"]["patterns"]:
        if match := _compiled(pattern).search(text):
            return [said.format(**match.groupdict())]
    return []


@once
def helpers(comment: str) -> list[str]:
    """Give who of ours is praised, as "Hattie", "the lady at the desk" or "our driver".

    Who was kind long ago may not be with us any more, so nobody is given then.
    """
    text = " ".join(comment.split())
    table = table_of(__file__)["helper"]
    if re.search(table["long_ago"], text):
        return []
    if named := _named_helper(text):
        return [named]
    lower = tidy(comment)
    thanked = _compiled(table["thanked"]).search(lower)
    if thanked:
        return [f"the {thanked['who'].lower()}"]
    if not re.search(table["praise"], lower):
        return []
    if titled := _compiled(table["titled"]).search(text):
        return [str(titled["who"])]
    for match in _compiled(table["role"]).finditer(lower):
        anybody = re.search(table["anybody"], match.group())
        if not anybody and not _is_theirs(lower, match.start()):
            owner = "our" if match.group().lower().startswith("your") else "the"
            if owner == "our" or _compiled(r"(?:{OF})$").search(match["who"]):
                return [owner + to_us(match["who"])]
    return []


def _named_helper(text: str) -> str:
    """Give the name of somebody of ours who is praised, or ""."""
    table = table_of(__file__)["helper"]
    for name in ("thanks", "hailed", "deserving", "placed", "named", "called"):
        for match in _compiled(table[name]).finditer(text):
            who = next(group for group in match.groups() if group)
            unnamed = bool(_NAMES & set(who.split()) or _WEEKDAYS.fullmatch(who))
            placed = name in _IN_PLACE and _PLACED.search(text[: match.start()])
            role = match.group().split()[0]  # "a carer Denise", "her teacher Beth"
            by_role = name == "called" or role.islower()
            kept = "my|his|her|their" if by_role else _OWNERS
            at_work = by_role and role not in _ANYBODY
            theirs = not at_work and _is_theirs(text, match.start(), kept)
            thing = name == "named" and who.lower() in nouns() - _ALSO_NAMES
            if not (unnamed or placed or theirs or thing):
                return who
    return ""


@once
def credited(comment: str) -> list[str]:
    """Give who of ours is spoken well of beside what went wrong, as "the waitress" or "Marco"."""
    table = table_of(__file__)["credited"]
    for words in sentences(comment):
        said = joined(words)
        if not re.search(table["praised"], said, re.I) or re.search(table["denied"], said, re.I):
            continue
        if named := [who for who in helpers(comment) if who[:1].isupper() and who in said]:
            return named
        if match := _compiled(table["who"]).search(said):
            return [f"the {to_us(match['who'].lower())}"]
    return []


def glad(comment: str) -> list[str]:
    """Give the clause that says what was good, said to them: "you loved the soup"."""
    table = table_of(__file__)["glad"]
    shapes = (
        rf"(?:i|we)(?: \w+ly| just| all)? (?:{table['likes']})(?: \w+){{1,5}}",
        rf"(?:it|(?:my|our|the|this) \w+(?: \w+)?) (?:{table['did']})(?: \w+){{0,3}}",
        rf"(?:it|he|she|(?:my|our|the|this) \w+(?: \w+)?)(?: is| was| were| are|'s)"
        rf"(?: \w+)? (?:{table['good']})",
    )
    found = []
    for words in sentences(comment):
        for clause in _clauses(words):
            said = joined(clause)
            if re.search(table["doubt"], joined(words), re.I):
                continue
            if any(re.fullmatch(shape, said, re.I) for shape in shapes):
                found.append(joined(to_them(_lowered(clause))))
            elif re.fullmatch(table["useful"], said, re.I):
                found.append(f"it {joined(to_them(_lowered(clause)))}")
            elif re.fullmatch(
                rf"(?:\w+ ){{1,2}}(?:was|is|were|are) (?:\w+ )?(?:{table['good']})", said, re.I
            ) and (clause[0].kind in ("noun", "adjective")):
                found.append(f"the {joined(to_them(_lowered(clause)))}")
    return found[:2]


def is_praised(thing: str, comment: str) -> bool:
    """Say whether a thing of ours is named in a sentence that praises."""
    if thing.startswith("your "):
        return False
    head = thing.split()[-1].lower()
    told = [joined(words).lower() for words in sentences(comment)]
    praising = [said for said in told if re.search(_liking(), said) and "n't" not in said]
    return any(_is_near(head, said) for said in praising)


def _is_near(head: str, said: str) -> bool:
    """Say whether a word stands near one that praises: not "so good I missed the doorbell"."""
    near = rf"(?:(?!i\b|we\b|because\b|apparently\b)[\w'-]+[ ,]*){{0,{NEAR}}}?"
    word = rf"\b{re.escape(head)}\b"
    return bool(re.search(rf"{_liking()}[ ,]*{near}{word}|{word}[ ,]*{near}{_liking()}", said))


def unaddressed(text: str) -> str:
    """Give words without what they call us by: "I'm 86 love" says nothing of love."""
    return _CALLED.sub("", text)


def praises(comment: str) -> bool:
    """Say whether a comment likes something, and nothing in it says the opposite."""
    text = unaddressed(tidy(comment).lower())
    opposite = re.search(r"n't\b|\b(?:not|never|but|too)\b", text)
    return re.search(_liking(), text) is not None and not opposite


def _liking() -> str:
    """Give the pattern of the words that praise."""
    table = table_of(__file__)["glad"]
    return rf"\b(?:{table['likes']}|{table['good']}|{table['praised']})\b"


def stars(comment: str) -> list[str]:
    """Give how many stars they gave, where there are four or five."""
    text = tidy(comment).lower()
    table = table_of(__file__)["stars"]
    if match := re.search(table["changed"], text):
        return [{"4": "four", "5": "five"}.get(match["stars"], match["stars"])]
    return []


def wishes(comment: str) -> list[str]:
    """Give what one wishes them once their question is answered: "I hope it's a good trip!"."""
    text = tidy(comment).lower()
    table = table_of(__file__)["wish"]
    if re.search(table["unless"], text):
        return []
    return [wish for signs, wish in table["table"] if re.search(signs, text)][:1]


def advice(comment: str) -> list[Sequence[str]]:
    """Give ways to say the plain safety advice that a comment calls for, if any."""
    if despairs(comment):
        return [table_of(__file__)["despair"]["says"]]
    text = tidy(comment).lower()
    return [
        row["says"]
        for row in table_of(__file__)["advice"]
        if re.search(row["signs"], text)
        and not (row.get("unless") and re.search(row["unless"], text))
    ][:1]


def to_us(text: str) -> str:
    """Give words as we would say them: "in your queue" becomes "in our queue"."""
    return re.sub(r"\byour\b", "our", text)


def _length(said: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in said.split())


def _is_theirs(text: str, at: int, owners: str = _OWNERS) -> bool:
    """Say whether the words before name somebody of the commenter's own."""
    return re.search(rf"(?i)\b(?:{owners})\s+(?:\w+\s)?$", text[:at]) is not None


def _clauses(words: list[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in words:
        if (word.kind == "stop" and word.text not in "'’-") or word.lower in (
            "and",
            "so",
            "because",
        ):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _lowered(words: list[Word]) -> list[Word]:
    first = words[0]
    return [Word(first.lower if first.text != "I" else "I", first.kind), *words[1:]]
