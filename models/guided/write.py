"""Guided drafts for a comment, in every tone that is wanted, best first."""

import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.guided.gathered import Gathered, gather
from models.guided.kept import alike, says_the_same
from models.guided.lattice import NO_SAYINGS, Judge, Layer, Sayings, Way, lattice, ways
from models.guided.manner import Manner, Rules, manner_of, rules_of
from models.guided.meant import UNKNOWN
from models.guided.plan import plan, shortened
from models.guided.ranking import Weights, shipped
from models.guided.slots import Filled
from models.prompt import Brief

# Said with what is given, not from the bank.
FIXED = frozenset(("answer", "note", "question", "advise"))
LETTERS = 60  # so many of them cost a brief draft as much as naming a thing is worth
NO_DESCRIPTIONS: Mapping[str, str] = {}


@dataclass(frozen=True)
class GuidedDraft:
    """One draft in one tone; `value` compares drafts of the same comment and tone."""

    text: str
    tone: str
    value: float
    sentences: tuple[Filled, ...] = ()


def no_judge(texts: Sequence[str]) -> list[float]:
    """Value all sentences alike, where no model is there to judge."""
    return [0.0] * len(texts)


def write_guided(
    brief: Brief,
    *,
    intent: str,
    feeling: str,
    tones: Sequence[str],
    judge: Judge = no_judge,
    is_sound: Callable[[str, str], bool] = lambda text, tone: True,
    count: int = 3,
    seed: int = 0,
    avoid: Collection[str] = (),
    shorter: bool = False,
    descriptions: Mapping[str, str] = NO_DESCRIPTIONS,
    like: str = "",
    sayings: Sayings = NO_SAYINGS,
    kinds: Mapping[str, float] = UNKNOWN,
    weights: Weights | None = None,
) -> list[GuidedDraft]:
    """Give up to `count` drafts a tone, those first that `is_sound` (text, tone) says are sound.

    `descriptions` says how a tone of one's own sounds; the brand's guidelines are kept to.
    `sayings` has, for a fact, sentences in which the brand told it before.
    `kinds` says how likely each kind of comment is: where triage doubts, the opening suits any.
    `weights` ranks the sentences otherwise than as shipped.
    What is left alone (the action ignore) gets none.
    Every tone says what the first one says, or what `like` says: a draft that there is already.
    Where none is sound the best are given all the same: a person sees what is wrong with them.
    """
    if brief.action == "ignore":
        return []
    gathered = gather(brief, intent=intent, feeling=feeling, kinds=kinds)
    rules = rules_of(brief.brand.guidelines)
    weights = weights or shipped()
    drafts: list[GuidedDraft] = []
    for tone in tones:
        manner = manner_of(tone, descriptions.get(tone, ""))
        chance = random.Random(f"{seed}{tone}{brief.comment}")
        layers = _layers(
            gathered, manner, rules, brief_one=shorter or manner.is_brief, chance=chance,
            weights=weights, avoid=avoid, sayings=sayings,
        )  # fmt: skip
        found = ways(alike(layers, like) if like else layers, judge, manner.preset, weights)
        if shorter or manner.is_brief:
            found.sort(key=lambda way: len(way.text) / LETTERS - way.value)
        if shorter:
            found = [way for way in found if len(way.text) < len(brief.draft)] or found
        if like:
            found.sort(key=lambda way: not says_the_same(way.text, like))
        fresh = [way for way in found if way.text not in avoid]
        kept = (way for way in fresh if rules.allow(way.text) and is_sound(way.text, tone))
        sound = _different(kept, count)
        chosen = sound or _different(found[:count], count)
        like = like or next((way.text for way in chosen), "")
        drafts += [
            GuidedDraft(rules.signed(way.text), tone, way.value, way.sentences) for way in chosen
        ]
    return drafts


def _layers(
    gathered: Gathered,
    manner: Manner,
    rules: Rules,
    *,
    brief_one: bool,
    chance: random.Random,
    weights: Weights,
    avoid: Collection[str],
    sayings: Sayings,
) -> list[Layer]:
    """Give the sentences for each step of a draft in one tone."""
    steps = plan(
        gathered.brief,
        gathered.intent,
        manner.preset,
        gathered.facts,
        gathered.carried,
        gathered.available,
        doubtful=gathered.doubtful,
        feeling=gathered.feeling,
        sour=gathered.sour,
    )
    layers = lattice(
        shortened(steps) if brief_one else steps,
        gathered.brief,
        intent=gathered.intent,
        feeling=gathered.feeling,
        tone=manner.preset,
        facts=gathered.facts,
        carried=gathered.carried,
        available=gathered.available,
        chance=chance,
        weights=weights,
        avoid=avoid,
        sayings=sayings,
    )
    return [[option and _said(option, manner, rules) for option in layer] for layer in layers]


def _said(option: Filled, manner: Manner, rules: Rules) -> Filled:
    """Give a sentence as the manner and the brand's guidelines would have it."""
    return replace(
        option,
        text=rules.pictured(manner.said(option.text)),
        unnamed=rules.pictured(manner.said(option.unnamed)),
        emoji=0 if rules.without_emoji else option.emoji,
    )


def _different(found: Iterable[Way], count: int) -> list[Way]:
    """Take the best ways that share no bank sentence, then fill up with the next best.

    Looks no further than it must: to say whether a way is sound takes time.
    """
    taken: list[Way] = []
    rest: list[Way] = []
    used: set[str] = set()
    for way in found:
        ids = {sentence.id for sentence in way.sentences if sentence.move not in FIXED}
        if ids & used:
            rest.append(way)
            continue
        used |= ids
        taken.append(way)
        if len(taken) == count:
            break
    return (taken + rest)[:count]
