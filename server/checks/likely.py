"""Likely faults: what the trained judge says of each sentence of a case."""

import math
from collections.abc import Mapping

from models.checks.features import Around
from models.checks.judge import judged
from server.checks.case import Case, once
from server.checks.sentences import Sentence
from server.schemas import Severity

# From which log-odds on a sentence has a fault; chosen on drafts that the judge had not seen.
_LEAST = {
    "unsupported_fact": -0.3,
    "unsupported_promise": 0.0,
    "blame": 0.0,
    "argues": 0.0,
    "boilerplate": 0.8,
    "hard_sell": 0.7,
    "wrong_tone": -0.4,
    "disclosure": 0.4,
    "non_apology": -0.8,
    "private_data": 0.8,
}

# Below these odds the judge is too unsure to warn: what it alone finds is a hint.
_SURE = {
    "unsupported_fact": 3.2,
    "unsupported_promise": 2.0,
    "blame": 1.8,
    "argues": 3.0,
    "boilerplate": 1.6,
    "hard_sell": 1.2,
    "wrong_tone": 2.0,
    "disclosure": 1.5,
    "non_apology": 0.0,
    "private_data": 1.5,
}

# What argues or sells is seldom true as well: it is told once, as what it is more.
_RIVALS = {
    "unsupported_fact": ("argues", "hard_sell"),
    "argues": ("blame", "unsupported_fact"),
    "blame": ("argues",),
}
# What blames may as well argue or invent: the judge may be sure of a fault, and of no name for it.
_ALIKE = ("unsupported_fact", "blame", "argues", "hard_sell")
_SOME = 0.0  # from which log-odds on a sentence has one of these faults
_FAINT = -1.0  # below these odds the judge hears next to nothing


def is_likely(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge finds a fault in a sentence of a case, and no rival that is likelier.

    Where faults that are alike are likely together and none is by itself, the likeliest is found.
    """
    odds = judged(sentence.text, _around_of(case))
    return _is_heard(name, odds) or (
        name == max(_ALIKE, key=odds.__getitem__)
        and _odds_of_some(odds) >= _SOME
        and not any(_is_heard(other, odds) for other in _ALIKE)
    )


def _is_heard(name: str, odds: Mapping[str, float]) -> bool:
    return odds[name] >= max(_LEAST[name], *(odds[rival] for rival in _RIVALS.get(name, (name,))))


def _odds_of_some(odds: Mapping[str, float]) -> float:
    """Give the log-odds that a sentence has any of the faults that are alike."""
    none = math.fsum(math.log1p(math.exp(odds[name])) for name in _ALIKE)
    return math.log(math.expm1(none))


def is_outdone(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge rather reports a fault with which this one is seldom told."""
    odds = judged(sentence.text, _around_of(case))
    return any(
        odds[rival] > odds[name] and _is_heard(rival, odds) for rival in _RIVALS.get(name, ())
    )


def is_unheard(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge hears so little of a fault that a faint sign of it is none."""
    return judged(sentence.text, _around_of(case))[name] < _FAINT


def is_sure(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge is so sure of a fault that hints against it count for less."""
    return judged(sentence.text, _around_of(case))[name] >= _SURE[name]


def severity_of(
    name: str, sentence: Sentence, case: Case, severity: Severity, *, is_ruled: bool = False
) -> Severity:
    """Give `severity` to a fault that is sure: by the judge, or by a rule it does not doubt."""
    if is_ruled and not is_unheard(name, sentence, case):
        return severity
    return severity if is_sure(name, sentence, case) else "info"


@once
def _around_of(case: Case) -> Around:
    ours = [fact.text for fact in case.facts]
    if case.note.strip():
        ours.append(case.note)
    ours += [turn.text for turn in case.thread if turn.who == "us"]
    if case.post.strip():
        ours.append(case.post)
    if case.brand is not None:
        ours.append(f"{case.brand.name}: {case.brand.what}")
    theirs = [turn.text for turn in case.thread if turn.who != "us"]
    return Around(case.comment, tuple(ours), (*theirs, case.author))
