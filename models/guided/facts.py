"""Which facts answer a comment, and how a fact is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.guided.ranker import chance
from models.guided.rarity import rarity
from models.guided.tagging import lexicon, tidy

_WORD = re.compile(r"[a-zà-ÿ]+|\d+")
STEM = 5  # letters
_SIGNS = {  # a kind of question in the comment, and what a fact that answers it has
    "price": (
        r"how much|price|cost|cheap|expensive|£|\$|€|fee|charge|pay|money|refund",
        r"[£$€]\s?\d|\d+\.\d\d|\d ?p\b|\d ?(?:euro|pound|dollar)|free|refund|price|cost|fee",
    ),
    "time": (
        r"when|what time|open|clos|how long|until|still|late|date|day|soon|yet|wait",
        r"\d{1,2}[:.]\d\d|\b\d{1,2}\s?(?:am|pm)\b|days?\b|weeks?|months?|hours?|"
        r"january|february|march|april|may|june|july|august|september|october|november|december",
    ),
    "place": (
        r"where|which shop|near|find|location|branch",
        r"\bat the\b|\bin the\b|street|road|shop|desk|store|online",
    ),
    "can": (
        r"\b(?:can|could|do|does|is|are|will|would)\b.*\?|possible|allowed",
        r"\b(?:can|cannot|not|only|must|no|yes|may)\b",
    ),
    "how": (
        r"how (?:do|can|to|would)|who do i|where do i|get .{1,20} back",
        r"\bcan be\b|\byou can\b|\bwith (?:the|our|a)\b|\bunder\b|\bthrough\b|\bform\b|"
        r"\bin the app\b|"
        r"settings|\bby (?:email|phone|post)\b|listed",
    ),
    "why": (
        r"why|reason|what happened|explain|how come",
        r"because|due|broke|failed|error|wrong|mistake|after|was|were",
    ),
    "fault": (
        r"wrong|broken|late|missing|never|not|cold|damaged|still",
        r"\b(?:we|our)\b.*(?:did not|didn't|failed|forgot|wrong|error|mistake|late)|"
        r"cancelled|fault|delay",
    ),
}
_QUESTIONS = re.compile(r"[^.!?\n]*\?")
BELONGS = 0.33  # the chance below which a fact is never said
SURE = 0.7  # the chance above which a fact is taken without a doubt
ASKING = {"question", "purchase_intent", "comparison"}
_TROUBLED = {"complaint", "mistake_report", "concern", "crisis", "accusation"}
LIGHT = {"praise", "thanks", "joke", "story", "off_topic"}


@dataclass(frozen=True)
class ChosenFact:
    """A fact that belongs in the reply: its place in the brief, and its chance of being used."""

    index: int
    text: str
    chance: float


def choose_facts(
    comment: str, facts: Sequence[str], *, intent: str, post: str = "", note: str = ""
) -> list[ChosenFact]:
    """Give the facts that answer the comment, likeliest first."""
    chances = [
        chance("fact", features) for features in fact_features(comment, facts, intent, post, note)
    ]
    chosen = [
        ChosenFact(i, fact, c)
        for i, (fact, c) in enumerate(zip(facts, chances, strict=True))
        if c > (SURE if intent in LIGHT and "?" not in comment else BELONGS)
    ]
    return sorted(chosen, key=lambda fact: -fact.chance)


def fact_features(
    comment: str, facts: Sequence[str], intent: str, post: str, note: str
) -> list[dict[str, float]]:
    """Give the features of each fact for the fitted judgement."""
    asked, shown, noted = rare_stems(comment), rare_stems(post), rare_stems(note)
    questions = _QUESTIONS.findall(comment)
    in_question = rare_stems(" ".join(questions))
    stems_of = [rare_stems(fact) for fact in facts]
    overlaps = [_overlap(asked, stems) for stems in stems_of]
    best_at = max(range(len(facts)), key=lambda at: overlaps[at], default=0)
    left = {stem: w for stem, w in asked.items() if facts and stem not in stems_of[best_at]}
    rows = []
    for index, fact in enumerate(facts):
        others = [value for at, value in enumerate(overlaps) if at != index]
        stems = stems_of[index]
        shared = sum(stem in asked for stem in stems)
        row = {
            "overlap": overlaps[index],
            "covered": _overlap(stems, asked),
            "post": _overlap(shown, stems),
            "note": _overlap(noted, stems),
            "has_note": float(bool(note)),
            "best": float(overlaps[index] >= max(others, default=0.0)),
            "lead": overlaps[index] - max(others, default=0.0),
            "alone": float(not others),
            "two": float(len(facts) == 2),
            "mark": float("?" in comment),
            "asking": float(intent in ASKING),
            "troubled": float(intent in _TROUBLED),
            "light": float(intent in LIGHT),
            "beaten": float(overlaps[index] < 0.1 < max(others, default=0.0)),
            "second": float(index != best_at),
            "adds": _overlap(left, stems) if index != best_at else 0.0,
            "shares_none": float(shared == 0),
            "shares_one": float(shared == 1),
            "in_question": _overlap(in_question, stems),
            "questions": float(len(questions) > 1) * float(index != best_at),
            "more": float(len(facts) > 2),
            "many": float(len(facts) > 3),
            "second_of_many": float(index != best_at and len(facts) > 2),
        }
        for name, (question, answer) in _SIGNS.items():
            asks = bool(re.search(question, comment, re.I))
            has = bool(re.search(answer, fact, re.I))
            row[f"{name}_both"] = float(asks and has)
            row[f"{name}_neither"] = float(asks and not has)
            if index != best_at:  # what was asked for has been said by the fact that fits best
                said = bool(re.search(answer, facts[best_at], re.I))
                row[f"{name}_again"] = float(asks and has and said)
                row[f"{name}_new"] = float(asks and has and not said)
        rows.append(row)
    return rows


def overlap(comment: str, fact: str) -> float:
    """Give the share (0 to 1) of a comment's rare words that a fact has too."""
    return _overlap(rare_stems(comment), rare_stems(fact))


def as_sentence(fact: str) -> str:
    """Give a fact as a sentence: a capital first, a stop last."""
    text = re.sub(r"\s+", " ", fact).strip()
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?" else f"{text}."


def as_clause(fact: str) -> str | None:
    """Give a fact as a clause for the inside of a sentence; None where it is several sentences."""
    text = re.sub(r"\s+", " ", fact).strip().rstrip(".")
    if re.search(r"[.!?;:]\s", text) or len(text.split()) > 22:
        return None
    first = re.match(r"[A-Za-z]+", text)
    if not first:
        return text
    word = first.group()
    is_name = (
        word == "I" or word.isupper() or lexicon().get(word.lower()) in (None, "noun", "adjective")
    )
    return text if is_name else text[:1].lower() + text[1:]


def word_stems(text: str) -> set[str]:
    """Give the beginnings of a text's words, by which it is found."""
    return {word[:STEM] for word in _words(text)}


def rare_stems(text: str) -> dict[str, float]:
    """Give the beginnings of a text's rare words, and how rare each is (0 to 1)."""
    words = _words(text)
    return {word[:STEM]: rarity(word) for word in words if rarity(word) > 0.25 or word.isdigit()}


def _words(text: str) -> list[str]:
    return _WORD.findall(tidy(text).lower())


def _overlap(of: dict[str, float], within: dict[str, float]) -> float:
    total = sum(of.values())
    return sum(weight for stem, weight in of.items() if stem in within) / total if total else 0.0
