"""Enough grammar of hurried notes: where the verb stands, and what kind of word each one is."""

import re
from dataclasses import dataclass
from functools import partial

from models.guided.forms import is_several
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import MONEY
from models.tables import table_of, words_in


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
DETERMINERS = frozenset(
    "the a an this that these those my our your his her its their each every any some both all no "
    "another one two three four five six seven eight nine ten several many few".split()
)
PREPOSITIONS = frozenset(
    "in on at by for from with without to of under over behind inside outside near after before "
    "until till since during against between beside off up down through per via into onto within "
    "about around above below as across past than like beyond along because".split()
)
JOINING = frozenset(
    "if when because that which who as since while unless once where so and but or than".split()
)
NUMBERED = frozenset(
    "room row page locker platform gate bay line level step size version chapter part section lane "
    "number bus train route pitch court table seat seats coach shelf street unit apartment flat "
    "building block floor hall kiosk stand zone episode ep volume issue year grade type model rep "
    "season day week stage track question rule item batch order code comp".split()
)


table = partial(table_of, __file__)  # sets of words, and points that are said in one way only
words_of = partial(words_in, __file__)  # one of those sets


def core(word: str) -> str:
    """Give a word in lower case without the marks around it."""
    return word.strip(".,;:!?()\"'").lower()


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
    return is_several(head) and not (is_name(head) and subject[:1].isupper())
