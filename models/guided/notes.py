"""Carrying out a note: the manager's hurried point, as sentences said to the commenter."""

import re
from dataclasses import dataclass, replace

from models.guided.addressed import bystanders, said_to_them
from models.guided.articles import dated
from models.guided.inquiries import inquiry, pleading
from models.guided.orders import is_undecided, is_unsaid, to_be_said
from models.guided.pieces import points
from models.guided.shorthand import in_full_words, is_name
from models.guided.spoken import in_full
from models.guided.tagging import lexicon, written_out

_SORRY = re.compile(
    r"(?i)\b(?:we'?re (?:very |so |really )?sorry$|"
    r"(?:say (?:very |so |really )?sorry|apologi[sz]e)(?: (?:properly|sincerely|first|again|fully|"
    r"nicely|profusely)\b| for (?:the|that|this|it|our|any)\b(?: \w+)?|$)?|"
    r"(?:very |so |really |big |huge )?(?:sorry|apologies)(?: first\b| again\b)?|"
    r"(?<!not )our (?:fault|mistake|error|bad|slip|miss|doing|mess|cock-?up)|my (?:fault|mistake|"
    r"bad|error)|"
    r"we (?:messed|screwed|got it wrong))\b"
)
_THANKS = re.compile(
    r"(?i)\b(?:thank (?:him|her|them|the|you)?\b|say (?:thanks?|thank you)|thanks|thank$)"
)
_ONLY_SORRY = re.compile(
    r"(?i)(?:(?:please |just |and |also |but )*(?:say )?(?:we'?re |i'?m )?(?:very |so |really |"
    r"big |"
    r"huge )?(?:sorry|apologies|apologi[sz]e)|our (?:fault|mistake|error|bad|slip|miss|doing|"
    r"mess)|my (?:fault|"
    r"mistake|bad|error))"
    r"(?: (?:to hear.*|properly|sincerely|first|again|fully|nicely|profusely|too|both|though|for "
    r"that|"
    r"about that|"
    r"to (?:him|her|them|both|all|the \w+|everyone|you)(?: too)?|(?:for|about) [^,.;]+|from "
    r"[^,.;]+))*"
)
_BACK = re.compile(r"(?i)\b(?:you|u|ye|guys)\b.*\bback\b")
_SAYS = re.compile(r"(?i)^(?:the |my )?(?:boss|manager|owner) says? (?:that )?")
_PASSED = re.compile(
    r"(?i)^(?:please )?(?:pass|forward|send|hand|give|escalate|fwd|goes|take)(?: (?:it|this|them|"
    r"that|him|her))?"
    r"(?: on| over)? to (?!(?:the )?(?:safe|top|front|him|her|them|you|us|his|your|their|desk|"
    r"door|room|shop|side)\b)"
    r"(.+)$"
)
_NAME = re.compile(r"(?:(?<=[a-zà-ÿ,;&] )|(?<=[a-z]\. ))[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")


_HUSHED = re.compile(  # "dont say suspended": what else says it is not said either
    r"(?i)\b(?:don't|do not|not to|never) (?:say|mention|name|discuss|(?:tell|talk)(?: (?:him|"
    r"her|them))? "
    r"about) ([^.,;]+)|\bno (?:talk|word|mention) (?:of|about) ([^.,;]+)"
)
_LONG = re.compile(r"[A-Za-z]{5,}")
_TAKEN_BACK = re.compile(
    r"(?i)^(?:but )?(?:don't|do not|not to) (?:say|tell|mention|write|post) (?:that|this|it|so|"
    r"him that|her that)$"
)


@dataclass(frozen=True)
class Carried:
    """What a note asks for: sentences to say, a question to ask, and moves to make."""

    sentences: tuple[str, ...] = ()
    question: str = ""
    apologise: bool = False
    thank: bool = False


_SAYING_LITTLE = frozenset(
    "that this them they what with from more here anythi someth when where which your about".split()
)
FEW_WORDS = 7
HALF = 0.5  # of the words of a note in English are known, and more
LEADS = ("Here's how it stands: ", "What I can tell you: ", "This is what I know: ")


def carry_out(note: str, comment: str = "", around: str = "") -> Carried:
    """Give what a note asks for, in full words and said to the commenter.

    "He" and "she" are the commenter, unless the comment or the note itself speaks of such a person.
    `around` is what else may hold names: the post, the thread, the facts.
    """
    if not _is_english(note):
        return Carried((_sentence(note.strip(), knew=False),))
    named = _names_in(comment, around)
    full = in_full_words(note, named)
    shared = any(name in full for name in _people_in(comment))
    others = bystanders(full, comment, shared)
    fragments: list[str] = []
    sentences: list[str] = []
    questions: list[str] = []
    lead_at, about = 0, ""
    for point in points(full):
        if is_undecided(point):
            continue
        if sentences and _TAKEN_BACK.match(point):
            sentences.pop()
            continue
        if question := inquiry(point, others):
            questions.append(question)
            continue
        if plea := pleading(point, others):
            sentences.append(plea)
            continue
        if is_unsaid(point) or point.endswith("?"):  # what nobody is sure of is not said
            continue
        if passed := _PASSED.match(point):
            whom, now = re.fullmatch(
                r"(.+?)( now| today| straight away| asap| at once)?", passed[1]
            ).groups()  # type: ignore[union-attr]
            sentences.append(
                f"I'm passing this on to {_team(said_to_them(whom, others))}{now or ''}."
            )
            continue
        said = to_be_said(point)
        if not said or is_unsaid(said) or _ONLY_SORRY.fullmatch(said):
            continue
        if re.match(r"(?i)back\b", said) and _BACK.search(comment):
            said = f"we're {said}"
        is_sorry = re.match(r"(?i)sorry\b", said)
        said = (
            re.sub(r"(?i)^(?:so |very )?sorry(?: that| but)?[ ,:]+", "", said) if is_sorry else said
        )
        said = re.sub(
            r"(?i), (?:so |very |really )?(?:sorry|our (?:fault|mistake|error)|my (?:fault|"
            r"mistake))$",
            "",
            said,
        )
        told = in_full(said_to_them(_SAYS.sub("", said), others), about)
        if not told.text:
            continue
        tail = not told.is_whole and sentences and not fragments and len(told.text.split()) <= 4
        if tail and not re.search(r"(?i)^(?:if|or|and|but|so|yes|no)\b", told.text):
            sentences[-1] = f"{sentences[-1].rstrip('.')}, {told.text}."
            continue
        if not told.is_whole:
            lead_at = lead_at if fragments else len(sentences)
            fragments.append(told.text)
            continue
        about = told.subject or about
        sentences.append(_sentence(told.text, knew=bool(is_sorry)))
    hushed = {
        word.lower()[:6] for told in _HUSHED.findall(full) for word in _LONG.findall(" ".join(told))
    }
    sentences = [
        said for said in sentences if not hushed & {w.lower()[:6] for w in _LONG.findall(said)}
    ]
    if fragments:
        lead_at = min(lead_at, len(sentences))
        lead = LEADS[len(note) % len(LEADS)]
        sentences.insert(lead_at, f"{lead}{', '.join(fragments)}.")
    return Carried(
        tuple(dict.fromkeys(sentences)),
        questions[0] if questions else "",
        bool(_SORRY.search(full)) and "not sorry" not in full.lower(),
        bool(_THANKS.search(full)) and "no thanks" not in full.lower(),
    )


def _is_english(note: str) -> bool:
    """Say whether a note is written in English, as far as its words tell."""
    words = [word for word in re.findall(r"[A-Za-zÀ-ž]+", note) if len(word) > 1]
    known = sum(
        word.lower() in lexicon() or is_name(word) or written_out(word) != word for word in words
    )
    return len(words) < FEW_WORDS or known > HALF * len(words)


def forbids(note: str, fact: str) -> bool:
    """Say whether a note wants a fact unsaid: "dont mention rush fee"."""
    hushed = {
        word.lower()[:6]
        for told in _HUSHED.findall(in_full_words(note))
        for word in re.findall(r"[A-Za-z]{4,}", " ".join(told))
    } - _SAYING_LITTLE
    return bool(hushed & {word.lower()[:6] for word in re.findall(r"[A-Za-z]{4,}", fact)})


def with_courtesies(
    carried: Carried, *, opens_sorry: bool, opens_thanking: bool, asks: bool = False
) -> Carried:
    """Give a carried note with the thanks and the apology in it that the opening does not say."""
    said = list(carried.sentences)
    if carried.thank and not opens_thanking:
        said.append(f"Thank you for {'asking' if asks else 'telling us'}.")
    if carried.apologise and not opens_sorry:
        said.insert(0, "I'm sorry about that.")
    return replace(carried, sentences=tuple(said))


def _sentence(text: str, *, knew: bool) -> str:
    text = dated(text)
    said = f"{text[:1].upper()}{text[1:]}"
    said = said if said[-1:] in ".?!" else f"{said}."
    if knew and re.match(r"(?:It|You|This|That|The \w+ (?:is|was|are|were))\b", said):
        said = f"I know {said[:1].lower()}{said[1:]}"
    if knew and said.startswith("We didn't "):
        said = f"{said.rstrip('.')}, and we should have."
    return said


def _team(whom: str) -> str:
    """Give those whom something is passed to: "product" is "our product team"."""
    bare = whom.strip(" .")
    if bare.lower() in (
        "product",
        "support",
        "safety",
        "legal",
        "marketing",
        "pr",
        "finance",
        "accounts",
        "ops",
    ):
        return f"our {bare} team"
    first = bare.split()[0]
    if first[:1].isupper() or first.lower() in ("the", "our", "my", "your"):
        return bare
    return f"the {bare}"


def _names_in(comment: str, around: str) -> frozenset[str]:
    """Give the words, in lower case, that are spelt as names in what was written before."""
    held = _NAME.findall(comment) + _NAME.findall(around)
    return frozenset(
        name.lower() for name in held if name.lower() not in lexicon() or is_name(name)
    )


def _people_in(comment: str) -> list[str]:
    return [
        name for name in _NAME.findall(comment) if name.lower() not in lexicon() or is_name(name)
    ]
