"""Whether a fact surely says yes or no to a question that asks just that."""

import re

from models.guided.nearness import EMPTY, root
from models.guided.tagging import tidy
from models.guided.wants import bare_words

MOST_WORDS = 14
_ASKS = re.compile(
    r"(?i)^(?:(?:is|are|r)(?! (?:he|she|they|you|u|we|this|that) (?:the|a|an)\b)|do|does|can|could|"
    r"may|will)\b(?! not\b|n't)(?P<rest> [^?]+)\??$"
)
_UNSURE = re.compile(
    r"(?i)\b(?:or|how|what|when|where|which|who|why|he|she|always|ever|any|every|all|only|even|"
    r"really|actually|still|no|not|never|without|than|more|less|better|worse|too|enough|anything|"
    r"anyone|need|have to|has to|must|should|mind|guys know|tell|someone|"
    r"please (?:add|bring|make))\b|n't\b|[,;:]"
)
_DENIES = re.compile(
    r"(?i)\b(?:no|not|never|none|nothing|nobody|cannot|neither|nor|without|closed|sold out|ended|"
    r"discontinued|stopped|gone|unavailable|out of stock|full|cancelled|instead|except|unless|"
    r"only|yet|waiting list|used to|was|were|planned|being|might|some)\b|n't\b"
)
_NOT = re.compile(r"(?i)\b(?:is|are|can|do|does|will|was|were)(?:n't| not)\b|\bcannot\b")
_ANSWERS = re.compile(r"(?i)^no\b|\byes\b")
_ONLY = re.compile(r"(?i)\bonly\b")
_TO_A_PLACE = re.compile(
    r"(?i)\b(?:deliver\w*|ship\w*|post|send)\b.*\b(?:to|in)\b (?P<place>[a-zà-ÿ' ]{3,25})$"
)
_DELIVERS = re.compile(r"(?i)\b(?:deliver\w*|ship\w*|post\w*|send\w*)\b")
_OF_IT = re.compile(r"(?i)^\w+ (?:it|this|that|these|those|they|he|she)\b")
_NAMED = re.compile(
    r"(?:The|A|An|Our|This|That|New|Old)(?: [\w'’-]+){1,3}|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+"
)
# Verbs that a question has and its answer need not.
_PLAIN = frozenset(
    """bring get take have make sell offer use want go come allow allowed ok okay possible pay buy
    order find available stock accept welcome put see hi hello there""".split()
)


def yes_or_no(comment: str, fact: str, post: str = "") -> str:
    """Give "Yes" or "No" where the fact surely says so; "" where that would be a guess."""
    said = bare_words(comment)
    asks = _ASKS.match(said)
    if asks is None or len(said.split()) > MOST_WORDS or _UNSURE.search(asks["rest"]):
        return ""
    if _ANSWERS.match(fact):
        return ""
    place = _TO_A_PLACE.search(said)
    if place and _ONLY.search(fact) and _DELIVERS.search(fact):
        there = {root(word) for word in _words(place["place"])}
        if there and not there & {root(word) for word in _words(fact)}:
            return "No"
    first = re.split(r"[.;:,](?=\s|$)", fact)[0]
    asked = {root(word) for word in _words(asks["rest"]) if word not in _PLAIN}
    if not asked or not asked <= {root(word) for word in _words(first)}:
        return ""
    if _OF_IT.match(said) and _is_of_another(first, f"{comment} {post}"):
        return ""
    if not _DENIES.search(first):
        return "Yes"
    denied = _NOT.sub("", first)
    return "No" if denied != first and not _DENIES.search(denied) else ""


def _is_of_another(told: str, shown: str) -> bool:
    """Say whether a fact begins with a thing, or a name, that neither comment nor post has."""
    named = _NAMED.match(told)
    if named is None:
        return False
    known = {root(word) for word in _words(shown)}
    names = re.findall(r"(?<= )[A-Z][\w'’-]*", named[0])
    return not known & {root(word) for word in _words(named[0])} or any(
        root(name.lower()) not in known for name in names
    )


def _words(text: str) -> list[str]:
    found = re.findall(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*", tidy(text).lower())
    return [word for word in found if word not in EMPTY and len(word) > 1]
