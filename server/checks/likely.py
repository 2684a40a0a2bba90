"""Likely faults: what the trained judge says of each sentence of a case."""

from models.checks.features import Around
from models.checks.judge import judged
from server.checks.case import Case
from server.checks.sentences import Sentence
from server.schemas import Severity

# From which log-odds on a sentence has a fault; chosen on drafts that the judge had not seen.
_LEAST = {
    "unsupported_fact": 0.0,
    "unsupported_promise": -0.4,
    "blame": -0.2,
    "argues": 0.0,
    "boilerplate": 0.0,
    "hard_sell": 0.3,
    "wrong_tone": -0.6,
    "disclosure": 0.6,
    "non_apology": -0.8,
    "private_data": 0.4,
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


def is_likely(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge finds a fault in a sentence of a case."""
    return judged(sentence.text, _around_of(case))[name] >= _LEAST[name]


def is_sure(name: str, sentence: Sentence, case: Case) -> bool:
    """Whether the judge is so sure of a fault that hints against it count for less."""
    return judged(sentence.text, _around_of(case))[name] >= _SURE[name]


def severity_of(name: str, sentence: Sentence, case: Case, severity: Severity) -> Severity:
    """Give the severity of a fault that the judge alone finds: `severity` where it is sure."""
    return severity if is_sure(name, sentence, case) else "info"


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
