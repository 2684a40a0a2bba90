"""Carrying out a note: the manager's hurried point, as sentences said to the commenter."""

import re
from dataclasses import dataclass

from models.guided.tagging import tag, tidy

_TO_THEM = re.compile(
    r"(?i)^(?:please |pls |just |can you |could you )*"
    r"(?:tell|let|inform|remind|explain to|say to|give)\s+"
    r"(?:him|her|them|the customer|customer|this person|everyone|people)"
    r"(?:\s+know)?(?:\s+that)?[:,]?\s+"
)
_SAYING = re.compile(
    r"(?i)^(?:please |pls |just |and |then |also )*"
    r"(?:say|mention|add|explain|answer|reply)(?:\s+that)?[:,]?\s+"
)
_ASKING = re.compile(
    r"(?i)^(?:please |pls |just |and |then |also )*ask\s+"
    r"(?:(?:him|her|them)\s+)?(?:for|about|if)?\s*(.+)$"
)
_SORRY = re.compile(
    r"(?i)\b(?:say sorry|apologi[sz]e|sorry|our (?:fault|mistake|error|bad)|my (?:fault|mistake)|"
    r"we (?:messed|screwed|got it wrong))\b"
)
_THANKS = re.compile(r"(?i)\b(?:thank (?:him|her|them)|say thanks?|thanks)\b")
_NOT = re.compile(
    r"(?i)^(?:do not|don't|dont|no|never|nothing about|not)\s+"
    r"(?:promise|mention|say|offer|admit|commit|talk|compensation|refund talk|outcome|promises?)\b"
)
_ADJECTIVE = (
    r"(?:(?:very|really|more|a bit|extra) )?(?:short|brief|concise|plain|simple|clear|straight|"
    r"honest|nice|kind|warm|gentle|friendly|polite|formal|professional|funny|light|playful|calm|"
    r"careful|personal|human|sincere)(?:er)?"
)
_MANNER = re.compile(  # how to say it, which is no part of what is said
    r"(?i)^(?:please |pls |just |and |also |but )*"
    r"(?:(?:be|stay|sound|(?:keep|make) (?:it|this)) )?"
    rf"{_ADJECTIVE}(?:(?:,| and|, and|,? but) {_ADJECTIVE})*"
    r"(?:(?: please| pls)?$|(?:[:,]| that) )"
)
_PARTS = re.compile(
    r"(?<=[a-z0-9)])[.;!]+\s+|\s+/\s+|\s+->\s+|"
    r",\s+(?=(?:ask|tell|say|offer|dont|don't|no promise)\b)"
)
_DAYS = {"mon": "Monday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday"}
_BEFORE_A_DAY = frozenset("on by until next this or from before after".split())
_BASE = {"is": "are", "has": "have", "was": "were", "goes": "go", "does": "do"}
_AGREEING = re.compile(
    r"\byou (is|has|was|goes|does|wants|needs|gets|knows|thinks|asks|pays|keeps)\b"
)
_PRONOUNS = {
    "she's": "you're",
    "he's": "you're",
    "she'll": "you'll",
    "he'll": "you'll",
    "they're": "they're",
    "she": "you",
    "he": "you",
    "her": "you",
    "him": "you",
    "his": "your",
    "hers": "yours",
    "himself": "yourself",
    "herself": "yourself",
    "i": "I",
}


@dataclass(frozen=True)
class Carried:
    """What a note asks for: sentences to say, a question to ask, and moves to make."""

    sentences: tuple[str, ...] = ()
    question: str = ""
    apologise: bool = False


def carry_out(note: str) -> Carried:
    """Give what a note asks for, in full words and said to the commenter."""
    sentences: list[str] = []
    question = ""
    for part in _PARTS.split(note.strip()):
        part = part.strip(" .,;!")
        part = _MANNER.sub("", part).strip()
        if not part or _NOT.match(part):
            continue
        asked = _ASKING.match(part)
        if asked:
            question = _as_question(asked.group(1))
            continue
        said = _SAYING.sub("", _TO_THEM.sub("", part)).strip()
        if _SORRY.fullmatch(said) or _THANKS.fullmatch(said) or len(said.split()) < 2:
            continue
        sentence = _as_sentence(
            _SORRY.sub("", said).strip(" ,:") if said.lower().startswith("sorry") else said
        )
        if sentence:
            sentences.append(sentence)
    return Carried(tuple(sentences), question, bool(_SORRY.search(note)))


def _as_question(asked: str) -> str:
    text = _second_person(tidy(asked)).strip(" ?.")
    if re.match(r"(?i)^(?:which|what|when|where|who|how|why)\b", text):
        words = text.split()
        if len(words) <= 3 or not re.search(
            r"(?i)\b(?:is|are|was|were|do|does|did|you|it)\b", text
        ):
            return (
                f"{text[:1].upper()}{text[1:]} was it?"
                if len(words) <= 2
                else f"Could you tell us {text}?"
            )
        return f"Could you tell us {text}?"
    if re.match(r"(?i)^(?:you|your)\b", text):
        return (
            f"Could you tell us if {text}?"
            if text.lower().startswith("you ")
            else f"Could you tell us {text}?"
        )
    return (
        f"Could you tell us {text}?"
        if re.match(r"(?i)^(?:the|a|an)\b", text)
        else f"Could you tell us the {text}?"
    )


def _as_sentence(said: str) -> str:
    text = _second_person(tidy(said)).strip(" .,;")
    if not text:
        return ""
    words = tag(text)
    first = words[0]
    if first.lower in ("offer", "offering"):
        text = "We can offer you " + text.split(" ", 1)[1] if " " in text else ""
    elif first.kind == "verb" and first.lower.endswith("ing"):
        text = f"We're {text}"
    elif first.kind == "verb" and first.lower in (
        "refund",
        "replace",
        "send",
        "fix",
        "post",
        "swap",
        "call",
        "check",
    ):
        text = f"We'll {text}"
    text = text[:1].upper() + text[1:]
    return f"{text}."


def _second_person(text: str) -> str:
    words: list[str] = []
    for word in text.split():
        core = word.rstrip(".,;:!?)")
        names_day = bool(words) and words[-1].lower() in _BEFORE_A_DAY
        said_so = _PRONOUNS.get(core.lower()) or (_DAYS.get(core) if names_day else None) or core
        words.append(said_so + word[len(core) :])
    said = " ".join(words)
    return _AGREEING.sub(
        lambda match: f"you {_BASE.get(match.group(1), match.group(1)[:-1])}", said
    )
