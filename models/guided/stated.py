"""A thing in a note and what is said of it without a verb: "listing fixed", "crew on it"."""

import re

from models.guided.addressed import ROLE
from models.guided.articles import takes_on, with_article, with_articles
from models.guided.grammar import Said, core, is_plural, words_of
from models.guided.letters import letters, parts
from models.guided.tagging import lexicon
from models.guided.times import DAY, FUTURE, MONTH, OVER

_DETERMINED = (
    r"d#?[ea]{0,2}(?:[qnNm]{0,3}[qnNsm]|S)|#a?[nN]{0,2}s|[ea]?a?[nq]{0,2}s|m{1,3}n?|qm{1,2}"
)
THING = rf"(?:{_DETERMINED}|[ea]?a?[nq]{{0,2}}[nq]|nNn)"
_BARE = rf"(?:{_DETERMINED}|[nq?])"  # behind a preposition: "on order", but not "by new girl"
TIMED = r"(?:d?w(?:[tw#&]*[w#])?|d?u|d?#u)"
_PHRASE = rf"(?:[it](?:{TIMED}|{_BARE}|p|o|r|\$|#u?|l)|{TIMED}|r)"
END = rf"(?:,?{_PHRASE}){{0,4}}"
_STATE = re.compile(rf"({THING})(r*x?r*)(g?[aeg])({END})")
_AT = re.compile(rf"({THING})(r*)(i(?:d[ea]?[nNqsS]+|[nN]|p|o)(?:{TIMED})?)")
_WITH = re.compile(rf"({THING})(r*)(i(?:o|p|d[nN]+))")
_WHEN = re.compile(rf"({THING})(r*)(d?w[w#]*)")
_REACHED = re.compile(rf"({THING})(l|##+)")
_COSTS = re.compile(rf"({THING})(r*)(\$)((?:i{THING})?)")
_IS_SO = re.compile(rf"(?:r|x)?a({END})")
_IS_THERE = re.compile(rf"id[ea]?[nN]{{0,2}}[nNsS?](?:{TIMED})?")
_STANDS = frozenset("in on at behind under inside outside".split())
_SOME_DAY = re.compile(
    rf"(?<!by )(?<!until )(?<!till )(?<!since )\b(?:{DAY}|\d{{1,2}} {MONTH}|\d+(?:st|nd|rd|th))\b"
)
_BOSSES = ("owner", "boss", "director", "manager", "head", "supervisor")


def stated(text: str, before: str) -> Said | None:
    """Put a form of "be" between a thing and its state: "listing fixed"."""
    words = parts(text)
    kinds = letters(words)
    match = _STATE.fullmatch(kinds)
    if match is None or _opens_as_order(words):
        return None
    subject, state = joined(words[: match.end(1)]), core(words[match.start(3)])
    if subject.endswith("'s") or state == "left":  # "the writer left", "the box left here"
        return None
    if match[3][0] == "g":
        rest = with_articles(joined(words[match.start(3) :]))
        return _is(subject, f"{_between(words, match)}{rest}")
    if state in ("told", "informed", "notified") and not match[4] and not match[2]:
        return Said(f"I've {state} {with_the(subject)}", True, "I")
    known = state in words_of("states") or (match[3] == "e" and set(match[1]) != {"m"})
    if (
        not known
        or state in words_of("said_of_people")
        or (match[3] == "a" and match[4][:1] == "#")
    ):
        return None
    between = _between(words, match)
    rest = joined(words[match.start(3) :])
    said = _verb(subject, state, rest, between)
    return Said(f"{with_the(subject)} {said}", True, subject) if said else None


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


def placed(text: str, before: str) -> Said | None:
    """Put "is" between a thing and where it is, when, or how it is reached."""
    words = parts(text)
    kinds = letters(words)
    if _opens_as_order(words):
        return None
    if kinds[0] == "d" and not _REACHED.fullmatch(kinds):
        return None  # "the man in the shop" is only a thing
    if (match := _AT.fullmatch(kinds)) and core(words[match.start(3)]) in _STANDS:
        subject = joined(words[: match.end(1)])
        place = core(words[match.start(3) + 1])
        sure = place in words_of("the") or len(match[3]) > 2 or match[3][1] in "po"
        if core(subject.split()[-1]) in words_of("mishaps") or not sure:
            return None
        rest = with_articles(joined(words[match.start(3) :]))
    elif (match := _WITH.fullmatch(kinds)) and core(words[match.start(3)]) in ("with", "by"):
        subject, rest = joined(words[: match.end(1)]), joined(words[match.start(3) :])
    elif match := _WHEN.fullmatch(kinds):
        return _comes(joined(words[: match.end(1)]), joined(words[match.start(3) :]))
    elif match := _REACHED.fullmatch(kinds):
        subject, rest = joined(words[: match.end(1)]).rstrip(":"), joined(words[match.start(2) :])
        rest = f"at {rest}" if match[2] == "l" and "@" not in rest else rest
        return _is(subject, rest)
    elif match := _COSTS.fullmatch(kinds):
        subject, rest = joined(words[: match.end(1)]), joined(words[match.start(3) :])
    else:
        return None
    return _is(subject, f"{_between(words, match)}{rest}")


def _comes(subject: str, time: str) -> Said | None:
    """Put a verb between a thing and its day."""
    if not takes_on(time):
        return None
    last = core(subject.split()[-1])
    if last in words_of("comers"):
        comes = "come" if is_plural(subject) else "comes"
        return Said(f"{with_the(subject)} {comes} on {time}", True, subject)
    return _is(subject, f"on {time}") if last in words_of("events") else None


def _is(subject: str, rest: str) -> Said:
    return Said(f"{with_the(subject)} {form_of_be(subject)} {rest}", True, subject)


def so(text: str, before: str) -> Said | None:
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
    said = _verb("it", state, joined(words[match.start(1) - 1 :]), "") if match else ""
    if not said:
        return None
    adverb = f"{words[0]} " if match and match.start(1) == 2 else ""
    if adverb:
        said = re.sub(r"^(is|was|has|will) ", rf"\1 {adverb}", said)
    return Said(re.sub(r"^it is\b", "it's", f"it {said}"), True, "it")


def with_the(text: str) -> str:
    """Put "the" before one bare thing; several stay as they are."""
    first = core(text.split()[0])
    if first in _BOSSES and len(text.split()) > 1 and text.split()[1][:1].isupper():
        return f"our {text}"
    kinds = letters(parts(text))
    several = re.match(r"[ea]{0,2}[nN]{0,2}[sS]", kinds)
    return text if several else with_article(text)


def joined(words: list[str]) -> str:
    """Give words and commas as text again."""
    return " ".join(words).replace(" ,", ",")


def form_of_be(subject: str) -> str:
    """Give "is" or "are", as a thing is one or several."""
    return "are" if is_plural(subject) else "is"


def _between(words: list[str], match: re.Match[str]) -> str:
    """Give the adverbs between a thing and what is said of it, with a space behind."""
    adverbs = words[match.start(2) : match.end(2)]
    return f"{' '.join(adverbs)} " if adverbs else ""


def _opens_as_order(words: list[str]) -> bool:
    """Say whether the first word may be what they are told to do: "swap unopened bags free"."""
    first = core(words[0])
    known = first in words_of("ours") | words_of("ours_to_you") | words_of("theirs")
    return known and lexicon().get(first) != "adjective"
