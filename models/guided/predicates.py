"""A thing in a note and what is said of it without a verb: "servers down", "part due 12 March"."""

import re
from dataclasses import dataclass
from itertools import takewhile

from models.guided.articles import a_or_an, takes_on, with_article, with_articles
from models.guided.grammar import (
    DETERMINERS,
    JOINING,
    MOST_WORDS_OF_A_SUBJECT,
    NOWHERE,
    NUMBERED,
    PREPOSITIONS,
    SUBJECT,
    Said,
    core,
    has_object,
    is_participle,
    is_plural,
    words_of,
)
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import DAY, FUTURE, MONEY, OVER, SPAN, TIME

_COMING = frozenset("follow come arrive go start reopen open be return".split())
_MENDED = frozenset("fixed fitted sorted restocked tested resolved".split())
_NO_DOING = frozenset("missing including during following regarding".split())


def moved(adverbs: list[str]) -> str:
    """Give adverbs as they stand inside a verb, each with a space behind it."""
    return "".join(f"{adverb} " for adverb in adverbs)


def predicated(words: list[str], text: str) -> Said | None:
    """Complete a thing and what is said of it: "servers down", "part due 12 March"."""
    for at in range(1, min(len(words), MOST_WORDS_OF_A_SUBJECT + 1)):
        if words[at - 1][-1:] in ",;:":
            return None
        previous = core(words[at - 1])
        if not _ends_a_thing(previous, words, at):
            continue
        rest = words[at:]
        bare = core(rest[0])
        if bare in PREPOSITIONS and _predicate_later(words, at):
            continue
        said = _said_of(" ".join(words[:at]), rest)
        if said:
            return Said(with_articles(with_article(said)), True, " ".join(words[:at]))
        if bare in JOINING:
            return None
    return None


def _predicate_later(words: list[str], at: int) -> bool:
    """Say whether a phrase belongs to the thing, as in "stand at Palms closed since noon"."""
    for later in range(at + 2, min(len(words), at + 6)):
        if words[later - 1][-1:] in ",;:":
            return False
        bare = core(words[later])
        if core(words[later - 1]) in DETERMINERS | PREPOSITIONS | words_of("adverbs"):
            continue
        if bare in words_of("states") - words_of("loose_states") or (
            bare in ("closed", "down", "out", "open", "free", "wrong", "old", "full")
            and later + 1 >= len(words)
        ):
            return True
        if is_participle(bare) and not has_object(words, later):
            return True
        if bare == "being":
            return True
    return False


def _ends_a_thing(word: str, words: list[str], at: int) -> bool:
    """Say whether a word can be the last of a noun phrase."""
    if word in DETERMINERS - {"one", "all", "both"} or word in PREPOSITIONS | JOINING:
        return False
    if words[at - 1][:1].isupper() and not words[at - 1].isupper():
        return True
    if at < len(words) and re.match(r"\d", word) and re.match(r"[£$€]\d", words[at]):
        return True
    if (
        re.fullmatch(r"[\d.]+", word)
        and at < len(words)
        and (core(words[at]) == "being" or is_participle(core(words[at])))
    ):
        return True
    if re.fullmatch(r"[\d.]+", word):
        return at > 1 and core(words[at - 2]) in NUMBERED
    if re.search(r"\d", word):
        return True
    after = core(words[at]) if at < len(words) else ""
    if word == "one" and lexicon().get(after) == "noun":
        return False
    if word in words_of("ends_of_things"):
        return True
    if at == 1 and word in words_of("ours"):
        return True
    kind = lexicon().get(word)
    return (
        kind in ("noun", None)
        or is_name(word)
        or (kind == "verb" and word.endswith("ing") and at > 1)
    )


@dataclass(frozen=True)
class _Point:
    """A thing, the adverbs that stand behind it, and what is said of it behind them."""

    subject: str
    many: bool
    adverbs: list[str]
    rest: list[str]

    @property
    def bare(self) -> str:
        """The first word of what is said of it."""
        return core(self.rest[0])

    @property
    def behind(self) -> str:
        """What is said of it."""
        return " ".join(self.rest)

    @property
    def further(self) -> str:
        """What is said of it behind the first word."""
        return " ".join(self.rest[1:])

    def with_verb(self, one: str, several: str) -> str:
        """Give thing and words with a verb between them, for one thing or for several."""
        verb = several if self.many else one
        return f"{self.subject} {verb} {' '.join([*self.adverbs, *self.rest])}"

    def is_so(self) -> str:
        """Give it as what is so now."""
        return self.with_verb("is", "are")


def _said_of(subject: str, rest: list[str]) -> str:
    """Give a thing and what stands behind it joined by a form of "be"; "" where that guesses."""
    if whole := _said_whole(subject, rest):
        return whole
    count = sum(1 for _ in takewhile(lambda word: core(word) in words_of("adverbs"), rest))
    point = _Point(subject, is_plural(subject), rest[:count], rest[count:])
    if not point.rest:
        return point.is_so() if point.adverbs[-1] in ("too", "again", "soon") else ""
    for complete in (_to_come, _in_a_state, _done, _there, _at_a_time, _measured, _placed):
        said = complete(point)
        if said is not None:
            return said
    return ""


def _said_whole(subject: str, rest: list[str]) -> str:
    """Give it where no adverb can stand between: a number, an address, a count of things."""
    be = "are" if is_plural(subject) else "is"
    text = " ".join(rest)
    number = re.match(r"\d{3,}[ \d]*$|\+\d|\S+@\S+$|(?:https?:|www\.)\S+$", text)
    if number or [core(word) for word in rest[:2]] == ["half", "price"]:
        return f"{subject} {be} {text}"
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return f"{subject} {be} from {text}"
    if core(rest[0]) == "by" and len(rest) > 2 and core(rest[1]) == "the":
        return f"{subject} {be} {text}"
    several = re.match(r"(?i)(?:\d+|two|three|four|five|six|seven|eight|nine|ten) [a-z]", subject)
    days = re.match(rf"(?:{DAY}|today|tomorrow|tonight)\b", text)
    placed = days or core(rest[0]) in PREPOSITIONS - {"off", "up", "down", "of"}
    return f"there are {subject} {text}" if several and be == "are" and placed else ""


def _to_come(point: _Point) -> str | None:
    """Complete what is being done to a thing, or what it will do: "being repaired", "to follow"."""
    if point.bare == "being":
        return point.is_so()
    if point.bare != "to" or len(point.rest) == 1:
        return None
    verb = core(point.rest[1])
    if lexicon().get(verb) not in ("verb", "noun") or verb in DETERMINERS:
        return None
    if point.rest[1][:1].isupper():
        return None
    return f"{point.subject} will {point.further}" if verb in _COMING else ""


def _in_a_state(point: _Point) -> str | None:
    """Complete a state: "closed since noon", "back on Friday", "out of stock"."""
    bare, behind = point.bare, point.behind
    if bare in ("old", "new", "short", "right", "half") and (
        len(point.rest) == 1 or core(point.rest[1]) in PREPOSITIONS | {"price", "stock", "staffed"}
    ):
        return point.is_so()
    if bare not in words_of("states") - {"right", "old", "new", "best", "short", "half"}:
        return None
    if bare not in ("due", "back", "out") and _is_noun_behind(point):
        return ""
    if bare in ("back", "due") and point.further:
        comes = bare == "back" and re.match(r"(?:by|at|around|about|from|on|in) ", point.further)
        be = "will be" if comes else "are" if point.many else "is"
        on = "on " if takes_on(point.further) else ""
        return f"{point.subject} {be} {moved(point.adverbs)}{bare} {on}{point.further}"
    if is_participle(bare) and FUTURE.search(behind) and bare in _MENDED:
        return point.with_verb("will be", "will be")
    if is_participle(bare) and re.search(r"\bsince\b", behind):
        return point.with_verb("has been", "have been")
    return point.with_verb("was", "were") if OVER.search(behind) else point.is_so()


def _is_noun_behind(point: _Point) -> bool:
    """Say whether a noun that is no time stands behind the first word."""
    follows = core(point.rest[1]) if len(point.rest) > 1 else ""
    known = lexicon().get(follows) == "noun" and follows not in PREPOSITIONS
    return known and not TIME.match(point.further)


def _done(point: _Point) -> str | None:
    """Complete what was done to a thing, or what it does: "sent yesterday", "leaking"."""
    bare, behind = point.bare, point.behind
    if not is_participle(bare):
        doing = bare.endswith("ing") and len(bare) > 4 and lexicon().get(bare) != "noun"
        return point.is_so() if doing and bare not in _NO_DOING else None
    if FUTURE.search(behind) and not OVER.search(behind):
        return point.with_verb("will be", "will be")
    if re.search(r"\b(?:until|till)\b", behind):
        return point.is_so()
    if re.search(r"\bsince\b", behind) or (len(point.rest) == 1 and not point.adverbs):
        return point.with_verb("has been", "have been")
    now = "now" in [*map(core, point.rest), *point.adverbs]
    if now or "already" in point.adverbs or "just" in point.adverbs:
        have = "have" if point.many else "has"
        return f"{point.subject} {have} {moved(point.adverbs)}been {behind}"
    return point.with_verb("was", "were")


def _there(point: _Point) -> str | None:
    """Complete what there is or was: "less sugar now", "power cut last night"."""
    first = core(point.subject.split()[0])
    if first in ("less", "more", "fewer", "much"):
        return f"there's {point.subject} {point.behind}"
    happened = OVER.match(point.behind) and not point.many
    if happened and not point.subject[:1].isupper() and first not in DETERMINERS | SUBJECT:
        return f"there was {a_or_an(point.subject)}{point.subject} {point.behind}"
    return None


def _at_a_time(point: _Point) -> str | None:
    """Complete a time: "engineer Friday"."""
    if not (TIME.match(point.behind) or re.match(rf"(?i){DAY}\b", point.behind)):
        return None
    comes = core(point.subject.split()[-1]) in words_of("comers")
    verb = ("come" if comes else "are") if point.many else ("comes" if comes else "is")
    on = "on " if takes_on(point.behind) else ""
    return f"{point.subject} {verb} {moved(point.adverbs)}{on}{point.behind}"


def _measured(point: _Point) -> str | None:
    """Complete a price or a length of time: "repair £30", "refund 5 days"."""
    behind = point.behind
    off = re.match(rf"(?i){MONEY} (?:off|back|cheaper|more|less)", behind)
    if re.match(rf"(?i)(?:{MONEY})(?:\s|$|/)", behind) and not off:
        return point.is_so()
    if re.match(rf"(?i){SPAN}\b", behind):
        return point.is_so() if point.adverbs else point.with_verb("takes", "take")
    return None


def _placed(point: _Point) -> str | None:
    """Complete a place or what a thing is like: "behind the till", "not safe"."""
    bare, behind, adverbs = point.bare, point.behind, point.adverbs
    if bare in PREPOSITIONS - NOWHERE - {"by"} or (bare == "for" and adverbs):
        if len(point.rest) == 1 and bare not in ("off", "in", "up"):
            return ""
        over = OVER.search(behind) and not FUTURE.search(behind)
        return point.with_verb("was", "were") if over else point.is_so()
    kind = lexicon().get(bare)
    if adverbs and core(adverbs[0]) in ("not", "still", "already", "never", "only"):
        told = kind in ("adjective", "determiner", "number") or bare in DETERMINERS
        if told or re.match(r"\d", bare):
            return point.is_so()
    alone = kind == "adjective" and len(point.rest) == 1
    return point.is_so() if alone and not point.subject.endswith("s'") else None
