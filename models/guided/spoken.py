"""Making whole sentences of telegraphic words, where they can be read in one way only.

"Listing fixed" is "The listing is fixed". What is surely missing is put in: an article, a form of
"be", the one who acts. Everything else stays in the words of the note: a gap at the start of a
sentence is English, a wrong word in it is not.
"""

import re
from collections.abc import Callable

from models.guided.addressed import ROLE
from models.guided.articles import a_or_an, takes_on, with_article, with_articles
from models.guided.grammar import Said, core, is_plural, table, words_of
from models.guided.letters import letters, parts
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import DAY, FUTURE, MONEY, MONTH, OVER
from models.guided.wanted import wanted

_DETERMINED = (
    r"d#?[ea]{0,2}(?:[qnNm]{0,3}[qnNsm]|S)|#a?[nN]{0,2}s|[ea]?a?[nq]{0,2}s|m{1,3}n?|qm{1,2}"
)
_THING = rf"(?:{_DETERMINED}|[ea]?a?[nq]{{0,2}}[nq]|nNn)"
_BARE = rf"(?:{_DETERMINED}|[nq?])"  # behind a preposition: "on order", but not "by new girl"
_TIME = r"(?:d?w(?:[tw#&]*[w#])?|d?u|d?#u)"
_PHRASE = rf"(?:[it](?:{_TIME}|{_BARE}|p|o|r|\$|#u?|l)|{_TIME}|r)"
_END = rf"(?:,?{_PHRASE}){{0,4}}"
_CLAUSES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:r,?)?c.",
        r"(?:r,?)?pr*[bhfvnNsSe].",
        rf"(?:{_TIME},?)?m{{1,2}}r*(?:[bhf].?|S(?:$|[dopwmi#$]))",
        rf"{_THING}r*(?:[bh].|f(?:$|[dopwmi#$,rt]))",
        r"d[nNm]{0,2}[nm]r*S(?:$|[dopwmi#$])",
        r"[en]?n?q(?:qm?|m)?r*(?:[Sf](?:$|[dopwmi#$trj,])|e[dopm#a])",
        rf"{_THING}(?:i{_THING})r*b.",
    )
)
_STATE = re.compile(rf"({_THING})(r*x?r*)(g?[aeg])({_END})")

_AT = re.compile(rf"({_THING})(r*)(i(?:d[ea]?[nNqsS]+|[nN]|p|o)(?:{_TIME})?)")
_WITH = re.compile(rf"({_THING})(r*)(i(?:o|p|d[nN]+))")
_WHEN = re.compile(rf"({_THING})(r*)(d?w[w#]*)")
_REACHED = re.compile(rf"({_THING})(l|##+)")
_IS_SO = re.compile(rf"(?:r|x)?a({_END})")
_IS_THERE = re.compile(rf"id[ea]?[nN]{{0,2}}[nNsS?](?:{_TIME})?")
_NONE = re.compile(r"za?[nN]{0,2}[nNsS]((?:i(?:d?[nNsS]+|m|o|p|w+))?)")
_STANDS = frozenset("in on at behind under inside outside".split())
_SOME_DAY = re.compile(
    rf"(?<!by )(?<!until )(?<!till )(?<!since )\b(?:{DAY}|\d{{1,2}} {MONTH}|\d+(?:st|nd|rd|th))\b"
)
_COSTS = re.compile(rf"({_THING})(r*)(\$)((?:i{_THING})?)")
_ANSWERS = re.compile(r"(?i)(yes|yep|yeah|no|nope)\b[,.:!]*\s+")
_REFUSES = re.compile(r"z(?:[cpbhxj&rd]|[ae]$)")
_EQUALS = re.compile(r"\s*=\s*")
_ENDS_IN_ANSWER = re.compile(
    r"(?i)(.+?)(?<!\bso)(?<!\bis)(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\ba)(?<!\bor)"
    r"(?<!\breply)(?<!\btext),? (yes|no)"
)
_BACK = re.compile(
    rf"(?i)((?:half|all|the rest|{MONEY})|(?:money|fare|price|cost|fee|deposit|postage|(?:shipping|"
    r"delivery|booking)(?: costs?| fee)?)) back\b(.*)"
)
_IF_SO = re.compile(
    r"(?i)^(if (?:not|so|yes|no|possible|needed|unsure|any doubt|in doubt|wrong)) (?=\w)(?!\w+ed\b)"
)
_BOSSES = ("owner", "boss")


def in_full(words: str, before: str = "") -> Said:
    """Give telegraphic words as a sentence where that takes no guess, else as they are.

    `before` is what the sentence before them speaks of.
    """
    text = words.strip(" .,;!")
    if not text:
        return Said("", False)
    text = uncapped(text)
    if text.lower() in table()["wholes"]:
        return Said(table()["wholes"][text.lower()], True)
    for complete in _STEPS:
        if said := complete(text, before):
            return said
    return Said(with_articles(_IF_SO.sub(r"\1, ", text)), False)


def _answered(text: str, before: str) -> Said | None:
    """Complete what stands behind "yes" or "no", or before it."""
    answer = _ANSWERS.match(text)
    if answer is None:
        behind = _ENDS_IN_ANSWER.fullmatch(text)
        if behind is None or re.search(r"(?i)\b(?:yes|no)\b", behind[1]):
            return None
        of_a_thing = re.match(_THING, letters(parts(behind[1])))
        told = f"{behind[1]}: {behind[2]}" if of_a_thing else f"{behind[2]}, {behind[1]}"
        return Said(told, False)
    word = "yes" if answer[1][0] in "yY" else "no"
    rest = text[answer.end() :]
    if re.match(r"(?i)no (?=[\w£$€])", text) and not _REFUSES.match(letters(parts(text))):
        return None  # "no dogs"
    said = in_full(rest, before)
    return Said(f"{word}, {uncapped(said.text)}", True, said.subject)


def _equal(text: str, before: str) -> Said | None:
    """Put "is" for the sign between two things, else a colon."""
    halves = _EQUALS.split(text)
    if len(halves) != 2:
        return None
    one, other = halves
    what = rf"(?:{_THING}|[#$]){_END}"
    if re.fullmatch(rf"{_THING}#?", letters(parts(one))) and re.fullmatch(
        what, letters(parts(other))
    ):
        return Said(f"{with_article(one)} {_be(one)} {other}", True, one)
    return Said(f"{one}: {other}", False)


def _clause(text: str, before: str) -> Said | None:
    """Keep what has a subject and a verb of its own."""
    words = parts(text)
    kinds = letters(words)
    if not any(pattern.match(f"{kinds} ") for pattern in _CLAUSES):
        return None
    if re.match(r"r?,?[cp]", kinds) or re.match(_TIME, kinds):
        subject = next(word for word in words if core(word) not in words_of("adverbs"))
        return Said(with_articles(text), True, subject.split("'")[0])
    verb = re.match(rf"{_THING}(?:i{_THING})?", kinds)
    return Said(with_articles(_with_the(text)), True, _upto(words, verb.end() if verb else 1))


def _helped(text: str, before: str) -> Said | None:
    """Complete what begins with a verb that helps another: "won't happen again"."""
    first, _, rest = text.partition(" ")
    first, second = first.lower(), core(rest.split()[0]) if rest else ""
    if first not in words_of("helping") | {"can", "could", "should", "must"} or not second:
        return None
    if letters(parts(rest))[0] in "ir,jw#&$" or (first == "do" and second != "not"):
        return None
    named = _name_of(before)
    if first in ("can", "could"):
        if second in ("be", "have", "take", "cost", "come", "go"):
            return None
        theirs = second in words_of("you_can") and not re.search(r"\byou\b", text)
        return Said(f"{'you' if theirs else 'we'} {with_articles(text)}", True)
    if first == "should" and re.match(
        r"(?i)should(?:n't)? have been (?:told|informed|warned|asked|offered)\b", text
    ):
        return Said(f"you {text}", True, "you")
    if second in ("be", "been", "happen", "arrive", "cost", "take", "work", "go", "have"):
        of_it = first not in ("don't", "do", "have", "had") and not named
        return Said(f"it {with_articles(text)}", True, "it") if of_it else None
    if first in ("should", "must", "are", "were", "aren't", "weren't"):
        return None
    if first == "don't" and second not in words_of("we_do_not"):
        return Said(f"please {with_articles(text)}", True)
    who = named or "we"
    said = with_articles(text)
    if first == "will" and not named:
        who = "I" if re.search(r"(?i)\bmyself\b", text) else "we"
        return Said(f"{who}'ll {said[5:]}", True, who)
    return Said(f"{who} {said}", True, who)


def _acted(text: str, before: str) -> Said | None:
    """Give what one who was named does: "wants to call you"."""
    named = _name_of(before)
    acts = letters(parts(text))[0] in "Sf" and core(text.split()[0]) in words_of("acts")
    return Said(f"{named} {text}", True, named) if named and acts else None


def _name_of(subject: str) -> str:
    """Give the name of one who was spoken of last; "" where none was."""
    named = re.search(r"(?:^|[a-z] )([A-ZÀ-Þ][a-zà-ÿ]+)$", subject)
    return named[1] if named and named[1].lower() not in ("we", "you", "it", "they") else ""


def _done_by_us(text: str, before: str) -> Said | None:
    """Complete what we have done or are doing: "told the depot", "fixing the map now"."""
    words = parts(text)
    kinds, first = letters(words), core(words[0])
    if first in words_of("i_did") and re.fullmatch(rf".(?:{_THING}|o){_END}", kinds):
        return Said(f"I've {with_articles(text)}", True, "I")
    if first in words_of("we_did") and re.match(r".t?[dopm]", kinds):
        return Said(f"we {with_articles(text)}", True, "we")
    if re.match(r"e(?:o|d[^wu])", kinds) and not _name_of(before):
        have = "" if OVER.search(text) else "'ve"
        return Said(f"we{have} {with_articles(text)}", True, "we")
    if first in words_of("doing") and re.match(r".[dopw#$m]", kinds):
        return Said(f"we're {with_articles(text)}", True, "we")
    return None


def _none_of(text: str, before: str) -> Said | None:
    """Complete what there is none of: "no fee", "no date"."""
    words = parts(text)
    match = _NONE.fullmatch(letters(words))
    head = core(words[-1 - len(match[1])]) if match else ""
    if match is None or head not in words_of("none_of"):
        return None
    yet = " yet" if head in words_of("not_yet") and not match[1] else ""
    be = "are" if is_plural(head) and not yet else "is"
    return Said(f"there {be} {text}{yet}".replace("there is", "there's"), True)


def _given_back(text: str, before: str) -> Said | None:
    """Complete what comes back to them: "fare back in full"."""
    match = _BACK.fullmatch(text)
    if match is None or not re.fullmatch(rf"{_END}|ia", letters(parts(match[2]))):
        return None
    your = "" if re.match(rf"(?i)half|all|the|{MONEY}", match[1]) else "your "
    return Said(f"you get {your}{text}", True, "you")


def _mishap(text: str, before: str) -> Said | None:
    """Complete what went wrong, named in two words or three: "scanner fault", "known bug"."""
    words = text.split()
    if not (len(words) in (1, 2, 3) and core(words[-1]) in words_of("mishaps")):
        return None
    if words[0] == "known":
        return Said(f"it's a {text}", True)
    if words[0] == "wrong" or not re.fullmatch(r"a?n*[nN]", letters(words)):
        return None
    return Said(f"it was {a_or_an(text)}{text}", True)


def _stated(text: str, before: str) -> Said | None:
    """Put a form of "be" between a thing and its state: "listing fixed"."""
    words = parts(text)
    kinds = letters(words)
    match = _STATE.fullmatch(kinds)
    if match is None or _opens_as_order(words):
        return None
    subject, state = _upto(words, match.end(1)), core(words[match.start(3)])
    if subject.endswith("'s") or state == "left":  # "the writer left", "the box left here"
        return None
    if match[3][0] == "g":
        rest = with_articles(_joined(words[match.start(3) :]))
        return _is(subject, f"{_between(words, match)}{rest}")
    if state in ("told", "informed", "notified") and not match[4] and not match[2]:
        return Said(f"I've {state} {_with_the(subject)}", True, "I")
    known = state in words_of("states") or (match[3] == "e" and set(match[1]) != {"m"})
    if (
        not known
        or state in words_of("said_of_people")
        or (match[3] == "a" and match[4][:1] == "#")
    ):
        return None
    between = _between(words, match)
    rest = _joined(words[match.start(3) :])
    said = _verb(subject, state, rest, between)
    return Said(f"{_with_the(subject)} {said}", True, subject) if said else None


def _verb(subject: str, state: str, rest: str, between: str) -> str:
    """Give a state with the form of "be" that its time wants."""
    many = is_plural(subject)
    on = "on " if state in ("back", "due", "out") and takes_on(rest[len(state) :].strip()) else ""
    rest = with_articles(f"{state} {on}{rest[len(state) :].strip()}".strip())
    lasting = state in words_of("states") - words_of("changes") or rest.startswith("sold out")
    if state in ("booked", "scheduled", "planned") and takes_on(rest.split(" ", 1)[-1]):
        return f"{'are' if many else 'is'} {between}{state} for {rest.split(' ', 1)[1]}"
    if not lasting and _SOME_DAY.search(rest) and not OVER.search(rest) and not FUTURE.search(rest):
        return ""  # it may be done or still to come
    if OVER.search(rest) or re.match(rf"{state} by (?:the |our )?{ROLE}\b", rest):
        return f"{'were' if many else 'was'} {between}{rest}"
    if re.search(r"\bsince\b", rest) and not between.startswith("still"):
        return f"{'have' if many else 'has'} {between}been {rest}"
    if FUTURE.search(rest):
        return f"will {between}be {rest}"
    if lasting or re.search(r"\b(?:until|till|from|for)\b", rest) or between.startswith("not"):
        return f"{'are' if many else 'is'} {between}{rest}"
    return f"{'have' if many else 'has'} {between}been {rest}"


def _placed(text: str, before: str) -> Said | None:
    """Put "is" between a thing and where it is, when, or how it is reached."""
    words = parts(text)
    kinds = letters(words)
    if _opens_as_order(words):
        return None
    if kinds[0] == "d" and not _REACHED.fullmatch(kinds):
        return None  # "the man in the shop" is only a thing
    if (match := _AT.fullmatch(kinds)) and core(words[match.start(3)]) in _STANDS:
        subject = _upto(words, match.end(1))
        place = core(words[match.start(3) + 1])
        sure = place in words_of("the") or len(match[3]) > 2 or match[3][1] in "po"
        if core(subject.split()[-1]) in words_of("mishaps") or not sure:
            return None
        rest = with_articles(_joined(words[match.start(3) :]))
    elif (match := _WITH.fullmatch(kinds)) and core(words[match.start(3)]) in ("with", "by"):
        subject, rest = _upto(words, match.end(1)), _joined(words[match.start(3) :])
    elif match := _WHEN.fullmatch(kinds):
        return _comes(_upto(words, match.end(1)), _joined(words[match.start(3) :]))
    elif match := _REACHED.fullmatch(kinds):
        subject, rest = _upto(words, match.end(1)).rstrip(":"), _joined(words[match.start(2) :])
        rest = f"at {rest}" if match[2] == "l" and "@" not in rest else rest
        return _is(subject, rest)
    elif match := _COSTS.fullmatch(kinds):
        subject, rest = _upto(words, match.end(1)), _joined(words[match.start(3) :])
    else:
        return None
    return _is(subject, f"{_between(words, match)}{rest}")


def _is(subject: str, rest: str) -> Said:
    return Said(f"{_with_the(subject)} {_be(subject)} {rest}", True, subject)


def _comes(subject: str, time: str) -> Said | None:
    """Put a verb between a thing and its day."""
    if not takes_on(time):
        return None
    last = core(subject.split()[-1])
    if last in words_of("comers"):
        comes = "come" if is_plural(subject) else "comes"
        return Said(f"{_with_the(subject)} {comes} on {time}", True, subject)
    return _is(subject, f"on {time}") if last in words_of("events") else None


def _so(text: str, before: str) -> Said | None:
    """Put "it's" before a state or a place with nothing named: "fixed in 3.8.2"."""
    words = parts(text)
    kinds = letters(words)
    if before and is_plural(before):
        return None
    if _IS_THERE.fullmatch(kinds) and not before and core(words[1]) == "the":
        return Said(f"it's {with_articles(text)}", True, "it")
    match = _IS_SO.fullmatch(kinds)
    state = core(words[match.start(1) - 1]) if match else ""
    if state not in words_of("states") - words_of("changes"):
        return None
    if state in words_of("we_are") | words_of("said_of_people") | words_of("which_one"):
        return None
    said = _verb("it", state, _joined(words[match.start(1) - 1 :]), "") if match else ""
    if not said:
        return None
    adverb = f"{words[0]} " if match and match.start(1) == 2 else ""
    if adverb:
        said = re.sub(r"^(is|was|has|will) ", rf"\1 {adverb}", said)
    return Said(re.sub(r"^it is\b", "it's", f"it {said}"), True, "it")


_STEPS: tuple[Callable[[str, str], Said | None], ...] = (
    _answered,
    _equal,
    _clause,
    _helped,
    _acted,
    lambda text, before: wanted(text),
    _done_by_us,
    _none_of,
    _given_back,
    _mishap,
    _stated,
    _placed,
    _so,
)


def _opens_as_order(words: list[str]) -> bool:
    """Say whether the first word may be what they are told to do: "swap unopened bags free"."""
    first = core(words[0])
    known = first in words_of("ours") | words_of("ours_to_you") | words_of("theirs")
    return known and lexicon().get(first) != "adjective"


def _between(words: list[str], match: re.Match[str]) -> str:
    """Give the adverbs between a thing and what is said of it, with a space behind."""
    adverbs = words[match.start(2) : match.end(2)]
    return f"{' '.join(adverbs)} " if adverbs else ""


def _be(subject: str) -> str:
    return "are" if is_plural(subject) else "is"


def _upto(words: list[str], end: int) -> str:
    return _joined(words[:end])


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" ,", ",")


def _with_the(text: str) -> str:
    """Put "the" before one bare thing; several stay as they are."""
    first = core(text.split()[0])
    if first in _BOSSES and len(text.split()) > 1 and text.split()[1][:1].isupper():
        return f"our {text}"
    kinds = letters(parts(text))
    several = re.match(r"[ea]{0,2}[nN]{0,2}[sS]", kinds)
    return text if several else with_article(text)


def uncapped(text: str) -> str:
    """Give a sentence for the inside of another: no capital, unless a name stands there."""
    first = re.match(r"[A-Za-z']+", text)
    if not first or first[0] == "I" or first[0].startswith("I'"):
        return text
    kind = lexicon().get(first[0].lower().split("'")[0])
    known = kind not in (None, "noun") and not is_name(first[0])
    return text[:1].lower() + text[1:] if known and first[0][1:].islower() else text
