"""The lattice of sentences for a plan, and the ways through it."""

import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from models.guided.bank import Move, moves_for
from models.guided.facts import ChosenFact
from models.guided.heard import advice
from models.guided.intents import LIGHT, PRAISING
from models.guided.notes import Carried
from models.guided.pictures import picture_of, with_picture
from models.guided.ranking import Weights, worth
from models.guided.slots import Filled, Fillings, fill
from models.guided.steps import Step
from models.guided.telling import led, told
from models.guided.yes_no import yes_or_no
from models.prompt import Brief

OPTIONS_A_STEP = 9
MOST_OF_THE_SAME = 6  # of these name the same, with a picture or without, and ask for the same
BY_CHANCE = 0.35  # so much a sentence is worth by chance, so that not all drafts are alike
WAYS = 24
# What these say is the same in every tone, where a tone has no sentence of its own.
TONELESS = frozenset(("hand", "move", "ask", "next", "unknown", "warn", "tale", "review"))
OF_ANY_FEELING = frozenset(("hand", "condole", "hear", "light", "tale", "review", "pass_on"))
ASKING_MOVES = frozenset(("ask", "move", "unknown", "short", "light"))
WORTH_PRAISING = 0.35
MOST_WORDS = 75
MOST_WORDS_OF_A_NAME = 2
OPENING = frozenset(("listen", "own"))
OPEN = frozenset(("unknown",))  # what they ask is no trouble of theirs
_UNSEEN = re.compile(  # one is sorry about it, and cannot look into it
    r"(?:^|.* and )(?:having|being|getting|the silence|the way|so much|how)\b"
)
_PRAISES = re.compile(
    r"\b(?:lovely|great|good|wonderful|nice|kind|happy|glad|brilliant|best|amazing|beautiful)\b"
)
GIVEN = frozenset(("answer", "note", "question", "ask", "move", "hand", "advise", "near"))
GRAVE = frozenset(("safety", "legal", "pr"))  # nobody smiles at what goes there
EMOJI = {"warm": 1, "playful": 2}
OWN_WORDS = 1.0  # what it is worth that the brand has told a fact so before

Kind = tuple[tuple[str, ...], bool, str]
Layer = list[Filled | None]  # None: the step is left out
Sayings = Mapping[str, Sequence[str]]  # a fact → sentences in which it was told before
NO_SAYINGS: Sayings = {}
# The language model's word on sentences of a reply: a value each, higher is better.
Judge = Callable[[Sequence[str]], list[float]]


@dataclass(frozen=True)
class Way:
    """One way through the lattice: its sentences in order, and their value together."""

    sentences: tuple[Filled, ...]
    value: float

    @property
    def text(self) -> str:
        """The draft."""
        return " ".join(sentence.text for sentence in self.sentences)


def lattice(
    steps: Sequence[Step],
    brief: Brief,
    *,
    intent: str,
    feeling: str,
    tone: str,
    facts: Sequence[ChosenFact],
    carried: Carried,
    available: Fillings,
    chance: random.Random,
    weights: Weights,
    avoid: Collection[str] = (),
    sayings: Sayings = NO_SAYINGS,
) -> list[Layer]:
    """Give the sentences that each step of the plan may be said with."""
    layers: list[Layer] = []
    for step in steps:
        if step.move == "note":
            layers += [[Filled(text, "note", "note")] for text in carried.sentences]
        elif step.move == "question":
            layers.append([Filled(carried.question, "question", "note")])
        elif step.move == "answer":
            layers += _answers(facts, sayings, brief)
        elif step.move == "advise":
            layers += [
                [Filled(text, "advise", f"advise-{text}") for text in ways_to_say]
                for ways_to_say in advice(brief.comment)
            ]
        else:
            suited = partial(
                _options, step, intent, feeling, tone, brief, available, chance, weights
            )
            options = suited(avoid)
            if not options and avoid:  # to say it again is better than to say nothing
                options = suited(())
            if options or not step.optional:
                layers.append([*options, *([None] if step.optional else [])])
    return [layer for layer in layers if layer]


def _options(
    step: Step,
    intent: str,
    feeling: str,
    tone: str,
    brief: Brief,
    available: Fillings,
    chance: random.Random,
    weights: Weights,
    avoid: Collection[str],
) -> list[Filled]:
    move = step.move
    found: list[Filled] = []
    picture = picture_of(brief.comment) if tone == "playful" else ""
    spoken = (tone, "plain") if move in TONELESS else (tone,)
    for near, manner in product((intent, *_near(intent, move)), spoken):
        for sentence in moves_for(move, near, manner):
            if sentence.case != step.case or (
                not _suits(sentence, move, feeling, intent, tone, brief.hand_over_to)
            ):
                continue
            for filled in fill(sentence, available):
                unseen = any(_UNSEEN.match(name) for name in filled.words)
                if move not in OPENING | OPEN and unseen:
                    continue
                if _says_twice(sentence, filled):
                    continue  # "lovely to hear the staff were lovely"
                if filled.words and intent in PRAISING and filled.filled < WORTH_PRAISING:
                    continue  # a thing that is named among praise must be what was praised
                filled = replace(filled, text=with_picture(filled.text, picture))
                if not any(filled.text in said for said in avoid):
                    value = worth(filled, tone, weights) + BY_CHANCE * chance.random()
                    found.append(replace(filled, worth=value))
        if found:
            break
    best: list[Filled] = []
    seen: set[str] = set()
    kinds: Counter[Kind] = Counter()
    for filled in sorted(found, key=lambda option: -option.worth):
        kind = _kind([filled])
        if filled.id not in seen and kinds[kind] < MOST_OF_THE_SAME:
            seen.add(filled.id)
            kinds[kind] += 1
            best.append(filled)
    return best[:OPTIONS_A_STEP]


def _says_twice(sentence: Move, filled: Filled) -> bool:
    """Say whether a sentence praises with a word that stands in what it names as well."""
    praising = set(_PRAISES.findall(sentence.text.lower()))
    return any(praising & set(_PRAISES.findall(words.lower())) for words in filled.words)


def _answers(facts: Sequence[ChosenFact], sayings: Sayings, brief: Brief) -> list[Layer]:
    texts = [told(fact.text) for fact in facts]
    if not (facts[0].is_near or brief.note):
        answer = yes_or_no(brief.comment, facts[0].text, brief.post)
        texts[0] = led(answer, texts[0]) if answer else texts[0]
    return [
        [
            Filled(text, "answer", f"fact-{fact.index}"),
            *(
                Filled(said, "answer", f"fact-{fact.index}", worth=OWN_WORDS)
                for said in sayings.get(fact.text, ())
            ),
        ]
        for fact, text in zip(facts, texts, strict=True)
    ]


def _near(intent: str, move: str) -> tuple[str, ...]:
    """Give intents whose sentences of a move also suit this one, where it has none of its own."""
    if move == "hand":
        return ("concern", "accusation", "crisis", "question")
    if intent in LIGHT:
        return ("praise", "thanks", "joke")
    if intent in ("question", "purchase_intent", "comparison", "suggestion", "criticism"):
        return ("question", "suggestion", "criticism")
    return ("complaint", "concern")


def _suits(
    sentence: Move, move: str, feeling: str, intent: str, tone: str, hand_over_to: str
) -> bool:
    if sentence.emoji > EMOJI.get(tone, 0) or (sentence.emoji and hand_over_to in GRAVE):
        return False
    if sentence.emoji and feeling in ("sad", "worried") and move != "light":
        return False
    if "?" in sentence.text and move not in ASKING_MOVES:
        return False  # whether a draft asks is for the plan to say, in every tone alike
    if sentence.team and sentence.team != hand_over_to:
        return False
    return move in OF_ANY_FEELING or ("sad" in sentence.feelings) == (
        feeling == "sad" and intent == "story"
    )


def ways(
    layers: Sequence[Layer], judge: Judge, tone: str, weights: Weights, count: int = WAYS
) -> list[Way]:
    """Give the best ways through the lattice by the summed value of their sentences.

    What stands alone in its layer is said in every way, so nobody has to judge it.
    """
    choices = [layer for layer in layers if len(layer) > 1]
    texts = [option.text for layer in choices for option in layer if option]
    values = judge(texts) if texts else []
    judged = {text: weights["judged"] * value for text, value in zip(texts, values, strict=True)}
    beam = [Way((), 0.0)]
    for layer in layers:
        grown = [
            Way(
                (*way.sentences, _beside(option, way)) if option else way.sentences,
                way.value + (option.worth + judged.get(option.text, 0.0) if option else 0.0),
            )
            for way in beam
            for option in layer
            if option is None or _goes_with(option, way, tone)
        ]
        beam = _best_of_each(grown or beam, count)
    return [way for way in beam if way.sentences]


def _kind(sentences: Sequence[Filled]) -> Kind:
    """Give what sentences name, whether they have a picture, and what they ask for."""
    words = tuple(word for sentence in sentences for word in sentence.words)
    asks_for = "".join(sentence.asks_for for sentence in sentences)
    return words, any(sentence.emoji for sentence in sentences), asks_for


def _best_of_each(found: Sequence[Way], count: int) -> list[Way]:
    """Give the best ways, at most half of them naming the same: what is named may be unsayable."""
    taken: list[Way] = []
    named: Counter[Kind] = Counter()
    for way in sorted(found, key=lambda way: -way.value):
        kind = _kind(way.sentences)
        if named[kind] < count // 2:
            named[kind] += 1
            taken.append(way)
    return taken[:count]


def _beside(option: Filled, way: Way) -> Filled:
    """Give a sentence as it stands in a way: a name that was said is not said again."""
    if option.addressed and any(sentence.addressed for sentence in way.sentences):
        return replace(option, text=option.unnamed, addressed=False)
    return option


def _goes_with(option: Filled, way: Way, tone: str) -> bool:
    if option.emoji + sum(sentence.emoji for sentence in way.sentences) > EMOJI.get(tone, 0):
        return False
    told = option.move in GIVEN  # what is given is said in every tone, however long it gets
    if not told and len(option.text.split()) + len(way.text.split()) > MOST_WORDS and way.sentences:
        return False
    said = [phrase for sentence in way.sentences for phrase in sentence.words]
    return not any(_repeats(phrase, other) for phrase in option.words for other in said)


def _repeats(phrase: str, other: str) -> bool:
    """Say whether two phrases are the same, or one longer phrase holds the other."""
    return phrase == other or (
        min(len(phrase.split()), len(other.split())) > MOST_WORDS_OF_A_NAME
        and (phrase in other or other in phrase)
    )
