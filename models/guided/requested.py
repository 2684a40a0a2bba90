"""What a note wants of the commenter, in words that are no question yet: "bring both bits in"."""

import re

from models.guided.addressed import said_to_them
from models.guided.articles import with_articles
from models.guided.grammar import core
from models.guided.inquiries import inquiry
from models.guided.letters import letters, parts
from models.guided.tagging import lexicon

_ASIDE = re.compile(
    r"(?i)^(?:please |kindly |just |also |then |and |but |so |can (?:he|she|they|you) )+(?=\w)"
)
_TELL = re.compile(
    r"(?i)^(?:tell|ask|get|want|have) (?:him|her|them|you|the customer) (?:to )?(?=[a-z]+)"
)
_WANTING = re.compile(
    r"(?i)^(?:(?:you |he |she |they |we |i )?(?:need|needs|want|get|check|find out|require|send|"
    r"message|email|ask|confirm|know|have|give|share)(?: to (?:know|see|have|check))?"
    r"(?: (?:us|me|him|her|them|you))?(?: with| for| about| to)?"
    r"(?: (?:his|her|their|your|the))?)\s+(?=\w)"
)
_NEEDING = re.compile(
    r"(?i)^(?:please |also )?(?:we |i )?(?:need|want|get|check|find out|require)\b"
    r"(?! (?:him|her|them|you|it) )"
)
_ASKS = re.compile(
    r"(?i)^(?:(?:is|are|was|were|does|did|has|can|could|would|will|which|what|who|how|why)\b|"
    r"(?:when|where) (?:is|are|was|were|do|does|did|has|have|can|could|would|will|should)\b|"
    r"(?:do|have) (?:you|they|we|any|your|their)\b)"
)
_OF_THEM = re.compile(
    r"(?i)^((?:which|what|when|where|how|why)(?: \w+)?) (does|do|did|is|are|was|has|have|can|could|"
    r"would|will|should) (?:he|she|they)\b(.*?)[ ?]*$"
)
_WELL = re.compile(
    r"(?i)(?:is |are )?(?:any(?:one|body) |he |she |they |you |all )?"
    r"(hurt|injured|ok|okay|alright)(?: first)?\W*"
)
_OF_YOU = {"does": "do", "is": "are", "was": "were", "has": "have"}
_CONDITION = re.compile(
    r"(?i)^(if .+?),? (?=(?:ask|ring|call|see|use|stop|message|send|email|dm|pm|try|show|bring)\b)"
)
_NUMBER = re.compile(r"(?i)^(if .+?),? (\d{3,})$")
_DONT = re.compile(r"(?i)^(?:don't|do not|never) (?=\w)")
_PLEAS = frozenset(
    "forward hold freeze rinse bin keep bring stop use try wait see press switch turn open check "
    "ring call email run put take leave unplug plug restart wash soak cool apply register book "
    "come pop wear drink eat avoid look go read return quote show tell say mention have".split()
)
_PRIVATE = re.compile(
    r"(?i)[, ]*\b(?:(?:by|in|via|to|as) )?(?:a )?(?:private message|(?<!\d )[dp]m)\b(?: for\b)?"
)
_THING = re.compile(r"d?[aeg]{0,2}[nNmq]{0,3}[nNsSmq](?:i?d?[aeg]{0,2}[nNmq]{0,2}[nNsSmq])?")
MOST_WORDS_OF_A_THING = 4


def is_wanted(point: str) -> bool:
    """Say whether a point begins with what is wanted: "need a photo", "get the spelling"."""
    return bool(_NEEDING.match(point) or _OF_THEM.match(point))


def requested(point: str, others: frozenset[str]) -> tuple[str, str]:
    """Give a question, or else a plea; both "" where neither is surely sound."""
    bare = _TELL.sub("", _ASIDE.sub("", point)).strip(" ,.")
    bare = re.sub(r"(?i)(?:(?<=\w )|^)no(?= by private message|$)", "number", bare)
    if well := _WELL.fullmatch(bare):
        return "Is anyone hurt?" if well[1].lower() in ("hurt", "injured") else "Are you OK?", ""
    if asked := _OF_THEM.match(bare):
        verb = _OF_YOU.get(asked[2].lower(), asked[2].lower())
        rest = said_to_them(asked[3], others - {"he", "she", "they"})
        return f"{asked[1][:1].upper()}{asked[1][1:]} {verb} you{' ' if rest else ''}{rest}?", ""
    if number := _NUMBER.match(bare):
        return "", f"{said_to_them(number[1], others)}, please ring {number[2]}"
    if condition := _CONDITION.match(bare):
        question, plea = requested(bare[condition.end() :], others)
        given = said_to_them(condition[1], others)
        if question:
            return f"{given[:1].upper()}{given[1:]}, {question[:1].lower()}{question[1:]}", ""
        return "", f"{given}, {plea}" if plea else ""
    if _DONT.match(bare):
        return "", f"please {said_to_them(bare, others)}"
    if _ASKS.match(bare):
        return inquiry(f"{re.sub(r'(?i) first$', '', bare.rstrip('?'))}?", others), ""
    words = bare.split()
    if words and core(words[0]) in _PLEAS and len(words) > 1 and not _WANTING.match(bare):
        return "", f"please {with_articles(said_to_them(bare, others))}"
    wanted = _PRIVATE.sub("", _WANTING.sub("", bare)).strip(" ,.+")
    private = " by private message" if _PRIVATE.search(bare) else ""
    return (_for_a_thing(wanted, private, others), "") if wanted else ("", "")


def _for_a_thing(wanted: str, private: str, others: frozenset[str]) -> str:
    """Ask for details of theirs, for what a clause names, or for one thing."""
    wanted = wanted.split(", ")[0] if private else wanted
    if lexicon().get(core(wanted.split()[0])) == "verb":
        return ""
    if question := inquiry(f"ask for {wanted}{private}", others):
        return question
    clause = re.match(r"(?i)(?:which|what|who|how|whether) \w+", wanted)
    short = len(wanted.split()) <= MOST_WORDS_OF_A_THING
    thing = short and _THING.fullmatch(letters(parts(wanted)))
    return inquiry(f"ask {wanted}{private}", others) if clause or thing or private else ""
