"""Guided drafts for a comment, in every tone that is wanted, best first."""

import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.guided.facts import choose_facts
from models.guided.faults import problems
from models.guided.fillings import fillings
from models.guided.intents import ASKING, FAULT, OURS, PRAISING
from models.guided.kept import alike, says_the_same
from models.guided.lattice import NO_SAYINGS, Judge, Sayings, Way, lattice, ways
from models.guided.manner import Manner, Rules, manner_of, rules_of
from models.guided.meant import UNKNOWN, in_earnest, is_doubtful, is_glad
from models.guided.notes import carry_out, forbids, with_courtesies
from models.guided.plan import plan, shortened
from models.guided.slots import Filled
from models.prompt import Brief

# Said with what is given, not from the bank.
FIXED = frozenset(("answer", "note", "question", "advise"))
MOST_SOUR = 0.5  # how likely trouble is where a cheerful feeling is still believed
LETTERS = 60  # so many of them cost a brief draft as much as naming a thing is worth
NO_DESCRIPTIONS: Mapping[str, str] = {}


@dataclass(frozen=True)
class GuidedDraft:
    """One draft in one tone; `value` compares drafts of the same comment and tone."""

    text: str
    tone: str
    value: float


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
) -> list[GuidedDraft]:
    """Give up to `count` drafts a tone, those first that `is_sound` (text, tone) says are sound.

    `descriptions` says how a tone of one's own sounds; the brand's guidelines are kept to.
    `sayings` has, for a fact, sentences in which the brand told it before.
    `kinds` says how likely each kind of comment is: where triage doubts, the opening suits any.
    Every tone says what the first one says, or what `like` says: a draft that there is already.
    Where none is sound the best are given all the same: a person sees what is wrong with them.
    """
    facts = choose_facts(
        brief.comment, brief.facts, intent=intent, post=brief.post, note=brief.note
    )
    if brief.action != "reply" and facts and facts[0].is_near:
        facts = []  # whoever takes it over, or what they answer, says the rest
    facts = [fact for fact in facts if not forbids(brief.note, fact.text)]
    around = (brief.brand.name, brief.post, *brief.facts, *(turn.text for turn in brief.thread))
    carried = carry_out(brief.note, brief.comment, "\n".join(around))
    answered = bool(facts or carried.sentences)
    triaged, intent = intent, in_earnest(intent, brief, answered, feeling, kinds)
    doubtful = is_doubtful(intent, brief.comment, kinds)
    is_sour = kinds.get("trouble", 0.0) > MOST_SOUR  # no pleasure is taken in it
    mended = intent in (*PRAISING, "criticism") and triaged in FAULT
    if mended and brief.action in ("ask", "move"):
        brief = replace(brief, action="reply")  # what is praise after all needs no asking
    carried = with_courtesies(
        carried,
        opens_sorry=intent in OURS and brief.action != "hand_over",
        opens_thanking=intent in PRAISING,
        asks=intent in ASKING,
    )
    available = fillings(brief, facts, intent=intent)
    fond = is_glad(brief.comment) or ("happened" in available and not problems(brief.comment))
    if feeling == "sad" and fond and "lost" not in available:
        feeling = "happy"  # tears of joy
    rules = rules_of(brief.brand.guidelines)
    drafts: list[GuidedDraft] = []
    for tone in tones:
        manner = manner_of(tone, descriptions.get(tone, ""))
        brief_one = shorter or manner.is_brief
        steps = plan(
            brief,
            intent,
            manner.preset,
            facts,
            carried,
            available,
            doubtful=doubtful,
            feeling="" if is_sour else feeling,
        )
        if brief_one:
            steps = shortened(steps)
        layers = lattice(
            steps,
            brief,
            intent=intent,
            feeling=feeling,
            tone=manner.preset,
            facts=facts,
            carried=carried,
            available=available,
            chance=random.Random(f"{seed}{tone}{brief.comment}"),
            avoid=avoid,
            sayings=sayings,
        )
        layers = [[option and _said(option, manner, rules) for option in layer] for layer in layers]
        found = ways(alike(layers, like) if like else layers, judge, manner.preset)
        if brief_one:
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
        drafts += [GuidedDraft(rules.signed(way.text), tone, way.value) for way in chosen]
    return drafts


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
