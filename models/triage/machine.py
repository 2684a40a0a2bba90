"""Talk to a machine: set aside, so that a person's own words beside it are all that is read."""

import re
from collections.abc import Iterator

from models.triage.rules import DANGER, hits

FEWEST_WORDS = 3
BLOCK = re.compile(  # what is set apart by its marks
    r"<!--.*?-->|```.*?```|<(\w+)>.*?</\1>|\[INST\].*?\[/INST\]|\[\[.*?\]\]|\{\{.*?\}\}"
    r"|\{[^{}]*\}|\([^()]*\)|\[[^\[\]]*\]",
    re.IGNORECASE | re.DOTALL,
)
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
PART = re.compile(
    r"(?<=[.!?…,;:])\s+|(?<=[^\w\s'\"“”‘’(),.!?;:<>/-])\s+|\s+(?=(?:no|but) (?:seriously|really))"
)
ORDER = re.compile(  # what is left of an order when the words that told of a machine are set aside
    r"\W*((and|then|now|also|please|kindly|just|instead|finally) )*"
    r"(offer|give|grant|confirm|promise|say|write|post|reply|respond|answer|include|add|mention"
    r"|approve|announce|admit|state|output|print|reveal|repeat|tell|praise|recommend|list|show"
    r"|pretend|act|speak|end|start|begin|call|congratulate|agree|put|use|keep|insert|append"
    r"|translate|comply|roast|apply|decode|sign|address|quote|do (it|so|this))\b"
    r"(?! (me|us) (why|how|when|where|what|if|whether|which|who))",
    re.IGNORECASE,
)
TURN = re.compile(  # where somebody goes on in earnest in the sentence of an order
    r"\W*((and|then|now|so|ok|lol|please|hi|really|seriously) )*"
    r"((but|anyway|also|ps|p\.s\.?|real|tell (me|us))\b"
    r"|(what|what's|whats|where|when|why|who|which|how|any|is|are|do|does|did|can|could|will)\b)",
    re.IGNORECASE,
)
SECRET = re.compile(  # what nobody asks a shop for
    r"\b(staff|employee|internal|company|secret|master|admin)('s)? (\w+ )?"
    r"(codes?|notes|passwords?|secrets?|files|keys?)\b",
    re.IGNORECASE,
)
LEADING = re.compile(r"^\W*((and|then|also|so|but|anyway|lol|ok|ps) )+", re.IGNORECASE)
OWN_MATTER = re.compile(
    r"\b(i|i'm|i've|my|me|we|our|mine|thank you|thanks)\b"
    r"|\b(what|what's|whats|where|when|why|who|which|how|any|is|are|do|does|did|can|will)\b.*\S \S"
    r"|\b(love|lovely|great|gorgeous|beautiful|best|brilliant|delicious|amazing|broken?|dead|cold"
    r"|late|missing|wrong|rude|awful|terrible|disappoint\w*|works?|arrived|snapped|still|never|not"
    r"|no longer)\b",
    re.IGNORECASE | re.DOTALL,
)


SET_UP = re.compile(  # what leads up to an order
    r"\b(user|moderator|operator|approved?|authori\w+|system|policy|game|message|task|verified)\b",
    re.IGNORECASE,
)


def without_orders(comment: str) -> str:
    """Give what of a comment does not talk to a machine; nothing if no person's matter is left."""
    if not _orders(comment):
        return comment
    rest = " ".join(BLOCK.sub(_unless_ordering, comment).split())
    left = " ".join(" ".join(_own_sentences(rest)).split()) if _orders(rest) else rest
    comes_first = rest.startswith(left) and not SET_UP.search(left)
    enough = len(left.split()) >= FEWEST_WORDS and (comes_first or OWN_MATTER.search(left))
    return left if enough and not _orders(left) else ""


def _own_sentences(text: str) -> Iterator[str]:
    for sentence in SENTENCE.split(text):
        if not _is_order(sentence):
            yield sentence
        elif not _orders(parts := " ".join(_own_parts(sentence))):
            yield parts


def _own_parts(sentence: str) -> Iterator[str]:
    """Yield what stands before an order, and what turns to something else behind it."""
    ordering = False
    for part in PART.split(sentence):
        if _is_order(part):
            ordering = True
        elif not ordering or TURN.match(part) or not hits(part).keys().isdisjoint(DANGER):
            yield LEADING.sub("", part)
            ordering = False


def _unless_ordering(block: re.Match[str]) -> str:
    return " " if _orders(block[0]) or _is_order(block[0].strip("()[]{} ")) else block[0]


def _is_order(text: str) -> bool:
    return bool(ORDER.match(text) or SECRET.search(text)) or _orders(text)


def _orders(text: str) -> bool:
    return "injection" in hits(text)
