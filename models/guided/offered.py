"""What a note offers, as a sentence: "free retouch" is "I'd like to offer you a free retouch"."""

import re

from models.guided.articles import a_or_an, with_articles
from models.guided.grammar import Said, core, is_plural
from models.guided.letters import letters, parts
from models.guided.tagging import lexicon

_ASIDE = re.compile(
    r"(?i)^(?:please |just |also |and |but |or |maybe |so |offer (?:you |to )?)+(?=\w)"
)
_HAVE = re.compile(r"(?i)^(?:you )?can (?=have\b|keep\b|take\b|choose\b)")
_INVITED = re.compile(r"(?i)^invite you (?:to |for )?")
_WE_GIVE = frozenset(
    "refund replace swap resend send post ship pay waive credit cover knock lend loan hold keep "
    "repair fix reset remake exchange extend upgrade reserve give get put rebook book deliver "
    "throw add redo reship reimburse drop deduct clean collect match honour take let bring "
    "show print".split()
)
_YOU_DO = frozenset("come pop choose pick try join visit have bring drop".split())
_DONE = re.compile(
    r"(?i)\b(?:already|done|sent|gone|refunded|issued|booked|set up|is|are|was|will|back in|"
    r"in stock|want|to you)\b"
)
_SAYS = frozenset("ask say quote mention tell use show".split())
_NO_OBJECT = ("is", "are", "was", "of", "on", "and", "or", "plus")
_NONE = re.compile(r"(?i)^(?:no|not|nothing|never|any|each|same|such|half size)\b")
_UNCOUNTED = frozenset(
    "entry postage delivery shipping access parking help advice repair money credit tea coffee "
    "dinner lunch breakfast cake half everything food wine beer insurance support training "
    "membership time space work".split()
)
_CONDITION = re.compile(
    r"(?i)^(.+?),? ((?:if|when|once|until|till|as soon as|whenever|while|from|by|before|after|on|"
    r"at|with|for|in|or|to|off|next|any|this|whatever|today|tonight|tomorrow|[a-z]+day)\b.*)$"
)
_THING = re.compile(r"(?:[dz]?[#$]?[#$u]*[aeg]{0,2}[nNmq]{0,3}[nNsSmq]|\$|#|e?\$)r?")
_GOT = re.compile(
    r"(?i)^(?:half|every \w+|all of it|[£$€₹]\d[\d.,]*|\d[\d.,]*%?)(?: \w+){0,2}? "
    r"(?:back|free|off|credit)\b"
)
_BACK = re.compile(r"(?i)^(?:all |every |your )?(?:money|fare|deposit|postage|cash) back\b")


def offered(text: str) -> Said | None:
    """Give what they are offered as a sentence; None where no frame surely fits."""
    text = _ASIDE.sub("", text).strip(" ,")
    if not text or _NONE.match(text):
        return None
    words = parts(text)
    first, second = core(words[0]), core(words[1]) if len(words) > 1 else ""
    if _HAVE.match(text):
        return Said(f"you {_HAVE.sub('can ', text)}", True, "you")
    if _INVITED.match(text):
        return Said(f"we'd like to invite you to {_with_the(_INVITED.sub('', text))}", True, "we")
    if _GOT.match(text):
        said = re.sub(r"(?i)\b(free|off) (?=(?:next|first) \w+)", _with_your, text)
        return Said(f"you get {said}", True, "you")
    if _BACK.match(text):
        return Said(f"you get {_your(text)}", True, "you")
    if first in ("keep", "have") and second in ("it", "them", "both", "that", "this", "those"):
        return Said(f"you can {text}", True, "you")
    verb = lexicon().get(second) not in ("verb",) and second not in _NO_OBJECT
    if first in _WE_GIVE and second and verb and not _is_thing_of_two(words):
        return Said(f"we'll {with_articles(text)}", True, "we")
    if first in _SAYS and second:
        return Said(f"just {text}", True, "you")
    if first in _YOU_DO and second:
        return Said(f"you're welcome to {with_articles(text)}", True, "you")
    return _of_a_thing(text)


def _of_a_thing(text: str) -> Said | None:
    if _DONE.search(text):
        return None
    condition = _CONDITION.match(text)
    thing, rest = (condition[1], f" {condition[2]}") if condition else (text, "")
    items = [item for item in re.split(r"(?i),? (?:and|plus) |, ", thing) if item]
    if not items or not all(_THING.fullmatch(letters(parts(item))) for item in items):
        return None
    listed = " and ".join(_with_a(item) for item in items)
    return Said(f"I'd like to offer you {listed}{rest}", True, "you")


def _is_thing_of_two(words: list[str]) -> bool:
    """Say whether a verb and a noun are one thing: "swap shop", "repair kit on us"."""
    return bool(re.match(r"(?i)(?:kit|shop|token|card|voucher|label|service)s?$", core(words[1])))


def _with_a(thing: str) -> str:
    words = thing.split()
    head = core(words[-1] if words[-1].lower() not in ("too", "free", "back") else words[-2:][0])
    kinds = letters(parts(thing))
    counted = kinds[0] in "d#$mo" or is_plural(head) or head in _UNCOUNTED
    if re.match(r"(?i)(?:half|all|one|both|any|another|two|three|your|a|an|the)\b", thing):
        return thing
    return thing if counted else f"{a_or_an(thing)}{thing}"


def _with_the(text: str) -> str:
    kinds = letters(parts(text))
    return text if kinds[:1] in "dmoe" or kinds[:1] == "g" else f"the {text}"


def _your(text: str) -> str:
    bare = re.sub(r"(?i)^(?:all |every )", "", text)
    whole = bare != text
    bare = bare if bare.lower().startswith("your") else f"your {bare}"
    return f"all {bare}" if whole else bare


def _with_your(match: re.Match[str]) -> str:
    return f"{match[1]} {'with ' if match[1].lower() == 'free' else ''}your "
