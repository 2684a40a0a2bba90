"""Enough grammar of hurried notes: where the verb stands, and what kind of word each one is."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import MONEY, SPAN, TIME


@dataclass(frozen=True)
class Said:
    """Words, whether they make a whole sentence, and of whom or what it speaks; without a stop."""

    text: str
    is_whole: bool
    subject: str = ""


BE = re.compile(
    r"(?i)^(?:is|are|was|were|am|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|hadn't|do|"
    r"does|did|don't|doesn't|didn't|can|could|will|would|may|might|must|shall|should|can't|cannot|"
    r"couldn't|won't|wouldn't|shouldn't|mustn't|shan't|needn't)$"
)
CONTRACTED = re.compile(
    r"(?i)^(?:i'm|i've|i'll|i'd|we're|we've|we'll|we'd|you're|you've|you'll|you'd|it's|it'll|it'd|"
    r"he's|he'll|he'd|she's|she'll|she'd|they're|they've|they'll|they'd|that's|that'll|there's|"
    r"there'll|here's|who's|what's|nobody's|everyone's|everything's|nothing's)$"
)
SUBJECT = frozenset(
    "i we you it he she they this that there nobody everyone everybody someone somebody anyone "
    "everything nothing something who all both none one most some".split()
)
OBJECTS = frozenset("me us him them you it her this that these those everyone all both".split())
DETERMINERS = frozenset(
    "the a an this that these those my our your his her its their each every any some both all no "
    "another one two three four five six seven eight nine ten several many few".split()
)
PREPOSITIONS = frozenset(
    "in on at by for from with without to of under over behind inside outside near after before "
    "until till since during against between beside off up down through per via into onto within "
    "about around above below as across past than like beyond along because".split()
)
# Prepositions that lead to no place and no time.
NOWHERE = frozenset("of to for than like as because per about".split())
JOINING = frozenset(
    "if when because that which who as since while unless once where so and but or than".split()
)
NUMBERED = frozenset(
    "room row page locker platform gate bay line level step size version chapter part section lane "
    "number bus train route pitch court table seat seats coach shelf street unit apartment flat "
    "building block floor hall kiosk stand zone episode ep volume issue year grade type model rep "
    "season day week stage track question rule item batch order code comp".split()
)
MOST_WORDS_OF_A_SUBJECT = 9
LEAST_WORDS_BEFORE_AN_END = 3  # of a verb that ends a point and may be a noun as well


@cache
def table() -> dict[str, Any]:
    """Give what grammar.toml holds: sets of words, and points that are said in one way only."""
    path = Path(__file__).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words_of(name: str) -> frozenset[str]:
    """Give one of the sets of words in grammar.toml."""
    return frozenset(table()[name].split())


def core(word: str) -> str:
    """Give a word in lower case without the marks around it."""
    return word.strip(".,;:!?()\"'").lower()


def verb_at(words: list[str]) -> int:
    """Give where the finite verb stands; 0 where it comes first, -1 where there is none."""
    if not words:
        return -1
    relative = False  # the next verb is one of "who bought that week", not of the whole
    for at, word in enumerate(words[: MOST_WORDS_OF_A_SUBJECT + 3]):
        bare = core(word)
        if at and bare == "but":
            return -1  # what is said before it has no verb: "free but may cry"
        if at and bare in ("if", "when", "because", "where", "so", "until", "unless", "after"):
            return -1  # a verb behind these is no verb of the whole
        if (
            at
            and not relative
            and bare in ("that", "which", "who", "whose")
            and (
                bare != "that"
                or (at + 1 < len(words) and core(words[at + 1]) not in words_of("pointed_at"))
            )
        ):
            relative = True
            continue
        if at and words[at - 1][-1:] in ",;:" and at > 1:
            return -1
        if CONTRACTED.match(word.strip(",.;:!?")) or (
            BE.match(bare) and not word.startswith("May")
        ):
            if relative and at < len(words) - 1:
                relative = False
                continue
            return at
        if at and _is_finite(words, at):
            if relative:
                relative = False
                continue
            return at
        if not at and _opens_as_verb(words):
            return 0
        if bare.endswith("'s") and at + 1 < len(words) and _after_its_be(words[at + 1]):
            return at  # "the part's here"
    return -1


def _after_its_be(word: str) -> bool:
    bare = core(word)
    return (
        bare in words_of("states") | words_of("adverbs")
        or bare.endswith("ing")
        or (bare in PREPOSITIONS | {"a", "an", "the"})
    )


def _opens_as_verb(words: list[str]) -> bool:
    """Say whether a point begins with a verb of "it" or "she": "goes out on Monday"."""
    bare = core(words[0])
    after = core(words[1]) if len(words) > 1 else ""
    if bare in words_of("past") - words_of("both_forms") or (
        bare in ("made", "said") and after in DETERMINERS | OBJECTS
    ):
        return True
    if not bare.endswith("s") or bare not in words_of("acts"):
        return False
    if lexicon().get(bare) == "noun" and after in ("", "is", "are", "was", "were", "will"):
        return False
    if (
        after.endswith("ly")
        or after in words_of("adverbs") | {"free", "fine", "well"}
        or TIME.match(" ".join(words[1:]))
    ):
        return True
    if lexicon().get(bare) == "verb" or after in DETERMINERS | OBJECTS:
        return True
    return after in PREPOSITIONS and bare in words_of("goes")


def _is_finite(words: list[str], at: int) -> bool:
    bare = core(words[at])
    previous = core(words[at - 1])
    after = core(words[at + 1]) if at + 1 < len(words) else ""
    if words[at - 1][-1:] in ",;:" or previous == "being":
        return False
    if not any(_is_thing(core(word)) for word in words[:at]):
        return False
    of_one = (
        (at == 1 and previous in SUBJECT)
        or previous in ("i", "we", "they", "he", "she")
        or (at == 2 and core(words[0]) in SUBJECT and previous in words_of("adverbs"))
    )
    if bare in words_of("acts") and previous in ("still", "never", "always", "also", "only", "now"):
        return True
    third_person = bare.endswith("s") and lexicon().get(bare) == "verb"
    if bare in words_of("acts") or third_person:
        if of_one or bare in ("needs", "wants"):
            return previous not in DETERMINERS or of_one
        return _is_act(words, at)
    if of_one and previous not in ("this", "that", "all", "both", "some", "one", "most"):
        return (
            bare not in words_of("states")
            and bare not in words_of("adverbs")
            and lexicon().get(bare) in ("verb", "noun", None)
        )
    if (
        bare == "left"
        and after
        and after not in PREPOSITIONS - {"in", "for", "on", "at", "without"}
    ):
        return previous not in DETERMINERS
    if bare in words_of("past"):
        if bare not in words_of("both_forms"):
            return previous not in DETERMINERS
        return has_object(words, at)
    if bare == "got":
        return previous not in DETERMINERS - {"all", "both", "one", "some", "most"}
    of_people = previous in words_of("of_people")
    if of_people and re.search(r"[a-z]{2}ed$", bare) and not _is_agent(words, at):
        return True
    if bare in words_of("happens"):
        return previous not in DETERMINERS | {"not", "never"} and not _is_agent(words, at)
    if re.search(r"[a-z]{2}ed$", bare) and bare not in words_of("states"):
        return has_object(words, at) and previous not in DETERMINERS
    plural = (previous.endswith("s") and is_plural(previous)) or previous in words_of("several")
    third = f"{bare}es" if re.search(r"(?:o|s|sh|ch|x)$", bare) else f"{bare}s"
    base = third in words_of("acts") and lexicon().get(bare) != "noun"
    base = base and not TIME.match(" ".join(words[at:]))
    return plural and base and after not in ("",) and not bare.endswith("s")


def _is_act(words: list[str], at: int) -> bool:
    """Say whether a word that may be a noun as well is what a thing does: "desk texts if late"."""
    bare, previous = core(words[at]), core(words[at - 1])
    after = core(words[at + 1]) if at + 1 < len(words) else ""
    if previous in (DETERMINERS - {"one", "all", "both"}) | PREPOSITIONS | words_of("states"):
        return False
    if lexicon().get(bare) == "verb" or is_name(previous):
        return True
    if after in DETERMINERS | OBJECTS | PREPOSITIONS | words_of("behind_verbs"):
        return True
    if re.match(r"\d", after) or TIME.match(" ".join(words[at + 1 :])):
        return True
    if not after:
        placed = any(core(word) in PREPOSITIONS for word in words[:at])
        known = bare in words_of("acts") and placed and not previous[:1].isdigit()
        return bare in words_of("ends_with") or (known and at > LEAST_WORDS_BEFORE_AN_END)
    return lexicon().get(after) in ("adjective", "noun") and not previous.endswith("s")


def _is_thing(word: str) -> bool:
    """Say whether a word can stand for a thing or a person."""
    return (
        word in SUBJECT
        or lexicon().get(word) in ("noun", None, "number", "verb")
        or is_name(word)
        or bool(re.search(r"\d", word))
        or word in words_of("things_too")
    )


def _is_agent(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and core(words[at + 1]) == "by"


def has_object(words: list[str], at: int) -> bool:
    """Say whether something that the verb acts on stands behind it: "sold hers"."""
    if at + 1 >= len(words):
        return False
    after = core(words[at + 1])
    if words[at][-1:] in ",;:":
        return False
    if after in OBJECTS | (DETERMINERS - {"this", "all", "both"}) or after in (
        "yours",
        "hers",
        "ours",
    ):
        return not TIME.match(" ".join(words[at + 1 :]))
    if after in ("this", "all", "both"):
        return not TIME.match(" ".join(words[at + 1 :]))
    if re.match(r"\d", after):
        return not TIME.match(" ".join(words[at + 1 :])) and not re.match(
            rf"(?i)(?:{SPAN} (?:ago|early|late|later)|{SPAN}$|\d+(?:st|nd|rd|th)\b|{MONEY}$)",
            " ".join(words[at + 1 :]),
        )
    if TIME.match(" ".join(words[at + 1 :])) or after in PREPOSITIONS | JOINING:
        return False
    behind = core(words[at + 2]) if at + 2 < len(words) else ""
    of_a_thing = after in words_of("states") and lexicon().get(behind) == "noun"
    if of_a_thing and not TIME.match(" ".join(words[at + 2 :])):
        return True
    if after in words_of("adverbs") or after in words_of("states") or after.endswith("ly"):
        return False
    if after in ("out", "off", "away", "down", "up", "early", "twice", "online", "free", "once"):
        return False
    return lexicon().get(after) in ("noun", None, "adjective") or is_name(after)


def is_participle(word: str) -> bool:
    """Say whether a word can be the participle of a passive: "sent", "refunded"."""
    regular = re.search(r"[a-z]{2}ed$", word) and lexicon().get(word) != "noun"
    known = word in words_of("both_forms") | words_of("participles") or bool(regular)
    return known and word not in words_of("no_participles")


def is_plural(subject: str) -> bool:
    """Say whether a thing is several: "both", "3 chairs", "kids and dogs", "boxes in the shop"."""
    if not subject:
        return False
    front = re.split(
        r"(?i) (?:for|of|in|on|at|from|with|to|by|under|over|until|without|before|after|near) ",
        subject,
    )[0]
    words = front.split()
    head = core(words[-1]) if words else ""
    first = core(words[0]) if words else ""
    if re.fullmatch(r"[\d.]+", head) and len(words) > 1:
        head = core(words[-2])
    if first in ("both", "all", "several", "many", "few", "some", "they", "these", "those", "most"):
        return first not in ("all", "some", "most") or head.endswith("s") or head in ("all", "some")
    if " and " in f" {front} " and not re.search(r"(?i)\b(?:black and white|bed and)\b", front):
        return True
    number = re.match(
        r"(?i)(?:only )?(?:(?!1 )\d+|two|three|four|five|six|seven|eight|nine|ten) ", front
    )
    if re.match(r"\d+ of \d|(?!1$)\d{1,2}$", subject):
        return True
    if number and not re.search(MONEY, front) and len(words) > 1:
        return True
    if head in ("people", "staff", "children", "kids", "police", "men", "women", "ones", "feet"):
        return True
    return (
        head.endswith("s")
        and head[-2:] not in ("ss", "us", "is", "as", "'s")
        and head not in ("news", "series", "chris", "james", "its", "lens", "gas", "bus", "always")
        and not (is_name(head) and subject[:1].isupper())
    )


def pronoun(subject: str) -> str:
    """Give the word for what was spoken of: a name again, "they" of several, "it" of all else."""
    if not subject or subject.lower() in ("we", "i", "you", "there", "this", "that"):
        return "it"
    words = subject.split()
    if len(words) <= 4 and words[-1][:1].isupper() and words[-1][1:].islower():
        return words[-1]
    if subject.lower() in ("he", "she", "they", "it"):
        return subject.lower()
    return "they" if is_plural(subject) else "it"
