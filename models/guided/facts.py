"""Which facts answer a comment, and how a fact is said."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.guided.belonging import belonging
from models.guided.heard import losses
from models.guided.intents import ASKING, LIGHT
from models.guided.matching import Features, meeting, questions
from models.guided.nearness import STEM
from models.guided.rarity import rarity
from models.guided.tagging import tidy
from models.guided.times import SUM
from models.guided.usual import group_of, usual
from models.guided.wants import lacks, tells
from models.guided.yes_no import yes_or_no
from models.internal import is_internal

_WORD = re.compile(r"[a-zà-ÿ]+|\d+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")  # its words ask nothing
_QUESTIONS = re.compile(r"[^.!?\n]*\?")
_TWO = re.compile(
    r"(?i)\?.+\?|\b(?:and|also|plus)\b[, ]+(?:do|does|is|are|can|could|will|how|what|when|where|"
    r"which|you can|who)\b|\bdifference\b|\bcompared?\b"
)
_WONDERS = re.compile(
    r"(?i)\b(?:wants?|like|love|need) to know\b|\bwonder(?:s|ed|ing)? (?:if|whether|how|wh\w+)\b|"
    r"\bany idea (?:if|how|wh\w+)\b"
)
_MORE = re.compile(r"(?i)\b(?:and|or|also|difference|compared?)\b|,")
_PRICE = re.compile(SUM)
_GIVES_BACK = re.compile(
    r"(?i)refund|\bfree\b|claim|compens|credit|waive|\bback\b|deposit|charged|\bfines?\b|voucher|"
    r"\bno (?:fee|charge)"
)
_OF_MONEY = re.compile(
    r"(?i)[£$€₹₦]|\b(?:prices?|costs?|pa(?:y|ys|id|ying)|cheap\w*|expensive|how much|fees?|"
    r"charg\w*|bill\w*|afford|worth|money|refund\w*|quid|deposit|free|buy|order\w*|sell|book\w*|discount|"
    r"quote)\b|\d ?(?:euros?|pounds?|dollars?|p)\b"
)
BELONGS = 0.45  # the chance above which a fact is said
BELONGS_LIGHTLY = 0.6  # the same where nothing is wrong and nothing asked
ANSWERS = 0.7  # above this it surely answers a question
NEAR = 0.3  # above this it is said to one, with a word that it may not answer
LACKING = 0.15  # the most for one that has nothing of what is wanted
FITS = 0.72  # the least chance of what tells all that was asked, and little else
OF_THE_POST = 0.3  # how much its words count in a search beside those of the comment
MOST_FACTS = 4
FEW = 3
# What a further fact needs beside the first one, where few are given: most belong to an answer.
ALSO = {"asking": 0.1, "light": 0.5}
ALSO_ELSE = 0.12
ALSO_NEAR = 0.3  # beside one that is only near
ALSO_GRAVE = 0.4  # to who despairs or has lost somebody
ALSO_PRICED = 0.3  # where it is a price, and nobody spoke of money
ALSO_OF_MANY = 0.36  # more of them come from a search, and most are beside the point
# How usual a fact must be to be told more readily, and what one needs that is seldom told.
USUAL = -0.6
USUAL_NEEDS = 0.3
ALSO_USUAL = 0.3
SELDOM = -1.0
ALSO_SELDOM = {"asking": 0.2, "light": 0.5, "critical": 0.15, "troubled": 0.15}
SURELY = 0.85  # above this one short question is answered, and what adds nothing is not told
MOST_WORDS_OF_ONE = 14
MOST_WORDS_ON_THE_POST = 5  # a comment of so few, that asks nothing, may be of what the post tells
OF_TWO = 0.7  # so much of it is enough where two things are asked at once
PRICED = 0.9  # what a price needs where nothing is asked, and nobody spoke of money
_TROUBLED = {"complaint", "mistake_report", "concern", "crisis", "accusation"}


@dataclass(frozen=True)
class ChosenFact:
    """A fact that belongs in the reply: its place in the brief, and its chance of being used."""

    index: int
    text: str
    chance: float
    is_near: bool = False  # to what was asked, and may not answer it


@dataclass(frozen=True)
class _Asked:
    """A comment as facts are chosen for it."""

    comment: str
    intent: str
    few: bool  # facts are given, not found by a search

    @property
    def group(self) -> str:
        return group_of(self.intent)

    @property
    def asks(self) -> bool:
        marked = self.intent in ASKING or "?" in self.comment
        return marked or bool(_WONDERS.search(self.comment))

    @property
    def unpriced(self) -> bool:
        """Whether nobody spoke of money."""
        return not _OF_MONEY.search(self.comment)


def choose_facts(
    comment: str, facts: Sequence[str], *, intent: str, post: str = "", note: str = ""
) -> list[ChosenFact]:
    """Give the facts that are to be said, in the order in which they are given.

    Where none surely answers a question, the one that comes nearest is first, if any comes near.
    """
    of = _Asked(_MARKUP.sub(" ", comment), intent, len(facts) <= FEW)
    if not facts or (of.group == "light" and not of.asks and losses(of.comment)):
        return []  # who tells of a death is not told our opening hours
    few_words = len(of.comment.split()) <= MOST_WORDS_ON_THE_POST
    if not of.asks and (of.group == "light" or not few_words):
        post = ""  # many others stand under it: that a fact is of the post says nothing of this one
    features = fact_features(of.comment, facts, intent, post, note)
    ranked = _ranked(of, facts, features)
    if not ranked or ranked[0].chance <= _first_needs(of, features[ranked[0].index]):
        return []
    first = replace(ranked[0], is_near=_is_near(of, ranked[0], post))
    chosen = [first, *_further(of, first, ranked[1:MOST_FACTS], features)]
    return chosen if first.is_near else sorted(chosen, key=lambda fact: fact.index)


def _ranked(of: _Asked, facts: Sequence[str], features: Sequence[Features]) -> list[ChosenFact]:
    """Give the facts that may be told, the likeliest first."""
    chances = [
        max(chance, FITS if row["fits"] else 0.0)
        for chance, row in zip(belonging(features), features, strict=True)
    ]
    if answering := [at for at, fact in enumerate(facts) if tells(of.comment, fact)]:
        best = max(answering, key=lambda at: chances[at])
        chances[best] = max(chances[best], FITS)
    ranked = [
        ChosenFact(at, fact, min(chance, LACKING) if lacks(of.comment, fact) else chance)
        for at, (fact, chance) in enumerate(zip(facts, chances, strict=True))
    ]
    ranked = [fact for fact in ranked if not is_internal(fact.text)]
    if of.unpriced and of.group == "light":
        ranked = [fact for fact in ranked if fact.chance > PRICED or not _prices(fact.text)]
    return sorted(ranked, key=lambda fact: -fact.chance)


def _is_near(of: _Asked, first: ChosenFact, post: str) -> bool:
    """Say whether the likeliest fact may not answer what was asked."""
    surely = ANSWERS if of.group == "asking" else BELONGS
    return of.asks and first.chance <= surely and not yes_or_no(of.comment, first.text, post)


def _further(
    of: _Asked, first: ChosenFact, others: Sequence[ChosenFact], features: Sequence[Features]
) -> list[ChosenFact]:
    """Give the facts that are told beside the first one."""
    also = ALSO.get(of.group, ALSO_ELSE) if of.few else ALSO_OF_MANY
    also *= OF_TWO if _TWO.search(of.comment) else 1
    also = max(also, ALSO_NEAR) if first.is_near else also
    also = max(also, ALSO_GRAVE) if of.intent == "crisis" or losses(of.comment) else also
    answered = first.chance > SURELY and of.group == "asking" and _asks_one_thing(of.comment)
    chosen = []
    for fact in others:
        if answered and _adds_nothing(features[fact.index], fact.chance):
            continue
        needs = _further_needs(also, features[fact.index], of.group) if of.few else also
        if of.unpriced and of.group == "asking" and _prices(fact.text):
            needs = max(needs, ALSO_PRICED)
        if fact.chance > needs:
            chosen.append(fact)
    return chosen


def _first_needs(of: _Asked, row: Features) -> float:
    """Give the chance that the likeliest fact needs: less where such a one is usually told."""
    least = NEAR if of.asks else BELONGS_LIGHTLY if of.group == "light" else BELONGS
    usually = of.few and row["usual"] > USUAL and of.group != "light" and not of.asks
    return min(least, USUAL_NEEDS) if usually else least


def _further_needs(also: float, row: Features, group: str) -> float:
    """Give the chance that a further fact needs: more where it stands alone and is seldom told."""
    if row["usual"] > USUAL and group != "light":
        return also * ALSO_USUAL
    met = row["told_hit"] + row["told_hit_post"] + row.get("met_by_best", 0.0)
    return also if met or row["usual"] > SELDOM else max(also, ALSO_SELDOM[group])


def _adds_nothing(row: Features, chance: float) -> bool:
    """Say whether a fact is seldom told, and of nothing asked that the best one leaves open."""
    seldom = row["usual"] < SELDOM or chance < NEAR
    return seldom and not (row.get("adds_met") or row.get("adds_kinds"))


def _asks_one_thing(comment: str) -> bool:
    """Say whether a comment is one short question for one thing."""
    short = len(comment.split()) <= MOST_WORDS_OF_ONE and comment.count("?") <= 1
    return short and not _MORE.search(comment) and len(questions(comment)) == 1


def _prices(fact: str) -> bool:
    """Say whether a fact tells what something costs, and not what is given back."""
    return bool(_PRICE.search(fact)) and not _GIVES_BACK.search(fact)


def fact_features(
    comment: str, facts: Sequence[str], intent: str, post: str, note: str
) -> list[Features]:
    """Give the features of each fact for the fitted judgement."""
    asked, shown, noted = rare_stems(comment), rare_stems(post), rare_stems(note)
    questions = _QUESTIONS.findall(comment)
    in_question = rare_stems(" ".join(questions))
    stems_of = [rare_stems(fact) for fact in facts]
    overlaps = [_overlap(asked, stems) for stems in stems_of]
    best_at = max(range(len(facts)), key=lambda at: overlaps[at], default=0)
    left = {stem: w for stem, w in asked.items() if facts and stem not in stems_of[best_at]}
    rows = []
    for index, met in enumerate(meeting(comment, post, facts)):
        others = [value for at, value in enumerate(overlaps) if at != index]
        stems = stems_of[index]
        shared = sum(stem in asked for stem in stems)
        second = index != best_at
        rows.append(
            met
            | {
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
                "usual": usual(facts[index], intent),
                "beaten": float(overlaps[index] < 0.1 < max(others, default=0.0)),
                "second": float(second),
                "adds": _overlap(left, stems) if second else 0.0,
                "shares_none": float(shared == 0),
                "shares_one": float(shared == 1),
                "in_question": _overlap(in_question, stems),
                "second_of_questions": float(len(questions) > 1) * float(second),
                "more": float(len(facts) > 2),
                "many": float(len(facts) > 3),
                "second_of_many": float(second and len(facts) > 2),
            }
        )
    return rows


def overlap(comment: str, fact: str) -> float:
    """Give the share (0 to 1) of a comment's rare words that a fact has too."""
    return _overlap(rare_stems(comment), rare_stems(fact))


def as_sentence(fact: str) -> str:
    """Give a fact as a sentence: a capital first, a stop last."""
    text = re.sub(r"\s+", " ", fact).strip()
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?" else f"{text}."


def word_stems(text: str) -> set[str]:
    """Give the beginnings of a text's words, by which it is found."""
    return {word[:STEM] for word in _words(text)}


def search_weights(comment: str, post: str) -> Counter[str]:
    """Give the stems by which a comment's facts are searched, and what each weighs."""
    weights: Counter[str] = Counter()
    for text, weight in ((comment, 1.0), (post, OF_THE_POST)):
        rare = rare_stems(text)
        whole = sum(rare.values())
        weights.update({stem: weight * rare_by / whole for stem, rare_by in rare.items()})
    return weights


def rare_stems(text: str) -> dict[str, float]:
    """Give the beginnings of a text's rare words, and how rare each is (0 to 1)."""
    words = _words(text)
    return {word[:STEM]: rarity(word) for word in words if rarity(word) > 0.25 or word.isdigit()}


def _words(text: str) -> list[str]:
    return _WORD.findall(tidy(text).lower())


def _overlap(of: dict[str, float], within: dict[str, float]) -> float:
    total = sum(of.values())
    return sum(weight for stem, weight in of.items() if stem in within) / total if total else 0.0
