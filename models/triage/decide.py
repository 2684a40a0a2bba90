"""The decision: from a comment to intent, feeling, risk, action and why.

Rules come first, because some things must never be missed; the network decides the rest. Words
that talk to a machine are set aside before anything else, so that they move nothing.
"""

import re
from dataclasses import dataclass, replace

from models.prompt import Brief
from models.triage.network import Network, Probabilities, shipped
from models.triage.rules import Hit, hits
from models.triage.why import why_of

# A miss costs more than a false alarm: chosen on folds of train and dev, see README.md.
HIGH_RISK = 0.30
SET_ASIDE = ("injection",)
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
OWN_MATTER = re.compile(r"\b(i|i'm|i've|my|me|we|our|mine)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Decision:
    """What kind of comment it is and what to do."""

    intent: str
    feeling: str
    risk: str
    action: str
    hand_over_to: str
    why: str


def decide(brief: Brief, network: Network | None = None) -> Decision:
    """Decide about the comment of a brief."""
    found = hits(brief.comment)
    if "injection" in found:
        rest = without_injection(brief.comment)
        if not rest:
            return _by_rule(found["injection"], brief, risk="low")
        return decide(replace(brief, comment=rest), network)
    grave = next((hit for hit in found.values() if hit.rule.action == "hand_over"), None)
    if "fake_helpdesk" in found:
        return _by_rule(found["fake_helpdesk"], brief, risk="low")
    network = network or shipped()
    probabilities = network.probabilities(brief)
    if grave:
        return _grave(grave, probabilities, brief)
    if "spam" in found:
        return _by_rule(found["spam"], brief, risk="none")
    return _by_network(network, probabilities, brief)


def without_injection(comment: str) -> str:
    """Give the sentences that do not talk to a machine, if a person's own matter is among them."""
    kept = [sentence for sentence in SENTENCE.split(comment) if "injection" not in hits(sentence)]
    rest = " ".join(kept).strip()
    if len(rest.split()) < 4 or not OWN_MATTER.search(rest):
        return ""
    return "" if "injection" in hits(rest) else rest


def _by_rule(hit: Hit, brief: Brief, risk: str) -> Decision:
    rule = hit.rule
    return Decision(rule.intent, rule.feeling, risk, rule.action, rule.team, why_of(brief, rule=hit))


def _grave(hit: Hit, probabilities: Probabilities, brief: Brief) -> Decision:
    return Decision(
        intent=_likeliest(probabilities["intent"], leave=("spam", "troll", "joke", "praise")),
        feeling=_likeliest(probabilities["feeling"], leave=("happy", "amused")),
        risk="high",
        action="hand_over",
        hand_over_to=hit.rule.team,
        why=why_of(brief, rule=hit),
    )


def _by_network(network: Network, probabilities: Probabilities, brief: Brief) -> Decision:
    intent, feeling = _likeliest(probabilities["intent"]), _likeliest(probabilities["feeling"])
    high = probabilities["risk"]["high"] >= HIGH_RISK
    risk = "high" if high else _likeliest(probabilities["risk"], leave=("high",))
    action = "hand_over" if high else _likeliest(probabilities["action"])
    team = _likeliest(probabilities["hand_over_to"], leave=("",)) if action == "hand_over" else ""
    decision = Decision(intent, feeling, risk, action, team, "")
    kind, value = ("risk", "high") if high else ("action", action)

    def support(text: str) -> float:
        return network.probabilities(replace(brief, comment=text))[kind][value]

    return replace(decision, why=why_of(brief, decision=(intent, risk, action, team), support=support))


def _likeliest(values: dict[str, float], leave: tuple[str, ...] = ()) -> str:
    return max((value for value in values if value not in leave), key=lambda value: values[value])
