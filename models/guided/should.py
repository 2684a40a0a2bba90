"""What should have been, said of what went wrong: "the alarm should have rung".

A clause of theirs is turned round: what was not done should have been, what was done should not.
Words stand in should.toml; what is not there is not turned.
"""

import re
from dataclasses import dataclass
from functools import cache

from models.guided.clauses import clauses
from models.guided.forms import past, third
from models.guided.kin import CLOSEST
from models.guided.once import once
from models.guided.person import joined, to_them
from models.guided.phrases import noun_phrases, swears
from models.guided.tagging import Word, sentences, tidy
from models.tables import filled, table_of, words_in

_NOBODY = ("nobody", "no-one", "noone")
_UNSURE = frozenset(("if", "when", "while", "because", "though", "so"))
_VAGUE = frozenset("i we this that these those there everything nothing who".split())
_WE = ("our lot", "our guys", "our people", "our company", "our bunch")
_PEOPLE = ("he", "she", "they")
_IT = ("it", "they")
_OF_THEIRS = re.compile(
    rf"(?i)^(?:my|our) (?:\w+ ){{0,2}}?(?:{CLOSEST}|partner|kids?|boy|girl|child|children|baby|"
    r"friends?|neighbou?rs?|boss|doctor|vet|dog|cat|family|colleagues?|body|head|heart|back|tooth|teeth|"
    r"arm|legs?|hands?|feet|foot|skin|hair|money|tenants?|customers?|students?)$"
)
_NOT = re.compile(
    r"^(?P<aux>do|does|did|has|have|had|wo|will|would|ca|can|could)"
    r" (?:n't|not)(?: (?:even|ever|actually|just|yet|once|bother to))* "
)
_NEVER = re.compile(
    r"^(?:(?:has|have|had|just|still) )*never(?: (?:even|once|actually|bothered to))* "
)
_BETWEEN = re.compile(
    r"^(?:(?:just|then|even|also|still|literally|actually|simply|has|have|had) )+"
)
_HAS_NONE = re.compile(r"^(?:has|have|had) (?:\w+ )?\w+s\b")  # "had stains": a thing, no deed
_BE = re.compile(
    r"^(?:'s|is|are|was|were|came|arrived|turned up|(?:has|have|had|'s) been)"
    r"(?: (?:so|all|completely|totally|really|very|absolutely|stone|freezing|still|just|always|"
    r"both))* "
)
_ENDS = re.compile(
    r"\b(?:and|but|so|because|then|which|who|where|while|when|if|unless|until|though|that|since|i|we|you|"
    r"they|he|she|has|have|had|is|was)\b"
)
_NO = (
    r"(?:^|[.!?,;:] ?|\b(?:and|there (?:was|is|were|are|'s)) )no (?P<what>{there})\b"
    r"(?! (?:for|in) (?:\d|two|three|four|five|six|a week|days|weeks))"
    r"(?= (?:in|on|at|anywhere|either|and|again|all|left|when)\b|[.,!?;]|$)"
)
_AFFIRMED = (  # as it is said of what should have been
    (re.compile(r"(?i)\b(?:anything|owt|nowt|one word|a word|a thing)\b"), "something"),
    (re.compile(r"(?i)\b(?:any ?more|no more|any longer)\b"), ""),
    (re.compile(r"(?i)\bany\b"), "some"),
)
_TOLD_NOBODY = re.compile(r" (?:told|asked|warned)$")
_LEFT_OUT = re.compile(r" (?:given|sent|brought|picked|shown|paid|say|told (?:something|nothing))$")
_MENTIONED = re.compile(r" (?:mentioned|noticed)$")
_BREAKS_OFF = re.compile(
    r"(?i)(?:^|\s)(?:a|an|the|of|to|in|at|on|for|with|my|your|our|his|her|their|not|n't|as|or|is|was|"
    r"be|some|than|about|from)$"
)
_ABLE = ("ca", "can", "could")
_LASTING = ("do", "does", "wo", "will", "ca", "can")
MOST_WORDS_BEHIND = 7
MOST_WORDS_OF_A_SUBJECT = 5


@dataclass(frozen=True)
class _Verb:
    """A verb: its form behind "should have", and its past."""

    participle: str
    bare: str


@cache
def _verbs(kind: str) -> dict[str, _Verb]:
    """Give the verbs of a kind by each of their forms."""
    found: dict[str, _Verb] = {}
    for entry in table_of(__file__)[kind].split():
        bare, *forms = entry.split(":")
        told, participle = forms or [past(bare)] * 2
        for form in (bare, told, participle, third(bare)):
            found[form] = _Verb(participle, bare)
    return found


@once
def should(comment: str) -> list[str]:
    """Give what should have been, as clauses such as "the driver shouldn't have left it there"."""
    found = []
    for words in sentences(re.sub(r"(?i)\bno one\b", "nobody", comment)):
        if words[-1].text == "?" or words[0].kind == "question":
            continue
        for by, clause in clauses(words):
            if by not in _UNSURE and (turned := _turned(clause)):
                found.append(turned)
    lacking = _lacking(comment)
    return [*dict.fromkeys([*found, *lacking])][:2]


def _turned(clause: list[Word]) -> str:
    first = clause[0].lower
    if first in (*_NOBODY, *_PEOPLE, "it", "you"):
        subject, rest = clause[:1], clause[1:]
    else:
        subject, rest = _parted(clause)
    if not subject:
        return ""
    said = joined(to_them(subject))
    whose = "we" if first == "you" or said in _WE else said
    text = " ".join(word.lower for word in rest)
    if first in _NOBODY:
        return _done("somebody should have", text, "spoken", rest)
    for signs in (_NOT, _NEVER):
        if match := signs.match(text):
            behind = text[match.end() :]
            if first in _PEOPLE:
                able = match.groupdict().get("aux", "") in _ABLE
                return "" if able else _done("somebody should have", behind, "spoken", rest)
            if match.groupdict().get("aux", "") not in _LASTING or first == "you":
                return _done(
                    f"{whose} should have", behind, "spoken" if first == "you" else "wanted", rest
                )
            return _done(f"{whose} should", behind, "wanted", rest, now=True)
    if match := _BE.match(text):
        state, _, behind = text[match.end() :].partition(" ")
        if state not in words_in(__file__, "states") or first in ("you", *_PEOPLE):
            return ""
        be = "be" if match.group().split()[0] in ("is", "are", "'s") else "have been"
        return _said(f"{whose} shouldn't {be} {state}", behind, rest)
    if first in ("he", "she") or _HAS_NONE.match(text):
        return ""
    return _done(
        f"{whose} shouldn't have",
        _BETWEEN.sub("", text),
        "failed" if first in _IT else "deeds",
        rest,
    )


def _done(opening: str, text: str, kind: str, rest: list[Word], *, now: bool = False) -> str:
    """Give a clause with the verb that a text opens with; "" where the verb tells nothing."""
    form, _, behind = text.partition(" ")
    verb = _verbs(kind).get(form)
    wanted = table_of(__file__)["behind"].get(verb.bare, "") if verb else ""
    if not verb or (wanted and not re.match(rf"(?:{wanted})\b", behind)):
        return ""
    return _said(f"{opening} {verb.bare if now else verb.participle}", behind, rest)


def _said(opening: str, behind: str, rest: list[Word]) -> str:
    """Give the whole clause, with what stood behind the verb said to them; "" where it is long."""
    tail = rest[len(rest) - len(behind.split()) :] if behind else []
    if ends := _ENDS.search(" ".join(word.lower for word in tail)):
        tail = tail[: len(ends.string[: ends.start()].split())]
    said = joined(to_them(tail))
    for signs, word in _AFFIRMED:
        said = signs.sub(word, said)
    said = re.sub(rf"(?i)(?:^|[ ,]+)(?:{table_of(__file__)['late']})$", "", said.strip()).strip(
        " ,-"
    )
    whole = f"{opening} {said}".strip()
    if len(said.split()) > MOST_WORDS_BEHIND or swears(said) or _BREAKS_OFF.search(said):
        return ""
    if _LEFT_OUT.search(whole):
        return ""
    return f"{whole} you" if _TOLD_NOBODY.search(whole) else _MENTIONED.sub(r"\g<0> it", whole)


def _parted(clause: list[Word]) -> tuple[list[Word], list[Word]]:
    """Give the subject and the rest of a clause whose subject can be said to have done right."""
    spans = noun_phrases(clause)
    named = clause[0].kind in ("possessive", "determiner") and clause[0].lower not in _VAGUE
    if not named or not spans or spans[0][0]:
        return [], []
    end = spans[0][1]
    if len(spans) > 1 and spans[1][0] == end + 1 and clause[end].kind == "preposition":
        end = spans[1][1]  # "the barista at Mill Lane"
    subject = clause[:end]
    said = joined(subject)
    unfit = end > MOST_WORDS_OF_A_SUBJECT or _OF_THEIRS.match(said) or swears(said)
    vague = clause[0].lower in ("no", "any", "some", "every", "each", "another", "this", "that")
    return ([], []) if unfit or vague else (subject, clause[end:])


def _lacking(comment: str) -> list[str]:
    """Give what should have been there: "no soap" → "there should have been soap"."""
    table = table_of(__file__)
    match = re.search(filled(_NO, {"there": table["there"]}), tidy(comment).lower())
    if not match:
        return []
    what = match["what"]
    an, one = re.fullmatch(table["of_an"], what), re.fullmatch(table["of_one"], what)
    article = "an " if an else "a " if one else ""
    return [f"there should have been {article}{what}"]
