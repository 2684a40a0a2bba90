"""The decision: from a comment to intent, feeling, risk, action and why.

Rules come first, because some things must never be missed; the network decides the rest. Words
that talk to a machine are set aside before anything else, so that they move nothing.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.prompt import Brief
from models.triage.features import plain
from models.triage.kinds import DOUBTFUL, kind_of, kinds_of
from models.triage.language import NAMES, language
from models.triage.machine import SENTENCE, without_orders
from models.triage.network import Network, Probabilities, shipped
from models.triage.plain import leaning
from models.triage.rules import DANGER, Hit, hits
from models.triage.together import together
from models.triage.why import foreign, why_of

# Chosen on dev, see README.md. A missed risk costs more than a false alarm, so
# the risk is shown early; handing over for it, which costs a colleague's time, takes more.
HIGH_RISK = 0.19
HAND_OVER = 0.5
ADVERTISES = 0.5  # chance of spam from which an advertisement's own number is no leaked detail
IN_EARNEST = 0.1  # chance of high risk below which words that may be a figure of speech are one
LEAN = {"reply": 0.0, "ask": 0.3, "move": 0.0, "hand_over": -0.3, "ignore": 0.0}  # log-odds
SET_ASIDE = "What it says to a machine is set aside."
SECRETS = re.compile(
    r"\b(pin|card|password|otp|bvn|key|phrase|booking code|agent|officer|verify|locked)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Decision:
    """What kind of comment it is and what to do; `kinds`: how likely each kind is (`kinds.py`)."""

    intent: str
    feeling: str
    risk: str
    action: str
    hand_over_to: str
    why: str
    kinds: Mapping[str, float] = field(default_factory=dict)


def decide(brief: Brief, network: Network | None = None) -> Decision:
    """Decide about the comment of a brief."""
    found = hits(brief.comment)
    network = network or shipped()
    dangers = [found[name] for name in DANGER if name in found]
    in_danger = any(_is_meant(hit, brief, network) for hit in dangers)
    if "injection" in found and not in_danger:
        rest = without_orders(brief.comment)
        if not rest:
            return _by_rule(found["injection"], brief, risk="low")
        decision = decide(replace(brief, comment=rest), network)
        return replace(decision, why=f"{decision.why} {SET_ASIDE}")
    if "slur" in found and "slur_report" not in found:
        found.pop("discrimination", None)  # it insults; nobody reports being insulted
    if "fake_helpdesk" in found and not in_danger:
        asks_secrets = bool(SECRETS.search(brief.comment))
        return _by_rule(found["fake_helpdesk"], brief, risk="high" if asks_secrets else "low")
    probabilities = leaning(brief.comment, together(brief, network))
    advertises = "spam" in found and probabilities["intent"]["spam"] >= ADVERTISES
    graves = (
        hit
        for name, hit in found.items()
        if hit.rule.action == "hand_over" and (name in DANGER or not advertises)
    )
    grave = next((hit for hit in graves if _is_meant(hit, brief, network)), None)
    if grave:
        return _grave(grave, probabilities, brief)
    for name, risk in (("slur", "low"), ("spam", "none")):
        if name in found:
            return _by_rule(found[name], brief, risk=risk)
    code = language(brief.comment)
    if code != "en":
        return Decision("question", "neutral", "low", "reply", "", foreign(NAMES.get(code, "")))
    return _by_network(network, probabilities, brief)


def _is_meant(hit: Hit, brief: Brief, network: Network) -> bool:
    """Say whether the words are in earnest, in the comment or in their sentence alone."""
    sentences = [part for part in SENTENCE.split(brief.comment) if hit.words in plain(part)]
    return hit.sure or any(
        network.probabilities(replace(brief, comment=part))["risk"]["high"] >= IN_EARNEST
        for part in (brief.comment, *sentences)
    )


def _by_rule(hit: Hit, brief: Brief, risk: str) -> Decision:
    rule = hit.rule
    return Decision(
        rule.intent, rule.feeling, risk, rule.action, rule.team, why_of(brief, rule=hit)
    )


def _grave(hit: Hit, probabilities: Probabilities, brief: Brief) -> Decision:
    return Decision(
        intent=_likeliest(probabilities["intent"], leave=("spam", "troll", "joke", "praise")),
        feeling=_likeliest(probabilities["feeling"], leave=("happy", "amused")),
        risk="high",
        action="hand_over",
        hand_over_to=hit.rule.team,
        why=why_of(brief, rule=hit),
        kinds=kinds_of(probabilities["intent"]),
    )


def _by_network(network: Network, probabilities: Probabilities, brief: Brief) -> Decision:
    intent, feeling = _likeliest(probabilities["intent"]), _likeliest(probabilities["feeling"])
    likely_high = probabilities["risk"]["high"]
    risk = (
        "high" if likely_high >= HIGH_RISK else _likeliest(probabilities["risk"], leave=("high",))
    )
    odds = {name: math.log(p + 1e-9) + LEAN[name] for name, p in probabilities["action"].items()}
    left_out = ("ignore",) if risk == "high" else ()  # what may be grave is never left alone
    action = "hand_over" if likely_high >= HAND_OVER else _likeliest(odds, leave=left_out)
    team = _likeliest(probabilities["hand_over_to"], leave=("",)) if action == "hand_over" else ""
    decision = Decision(intent, feeling, risk, action, team, "", kinds_of(probabilities["intent"]))
    kind, value = ("risk", "high") if risk == "high" else ("action", action)

    def support(text: str) -> float:
        return network.probabilities(replace(brief, comment=text))[kind][value]

    return replace(
        decision,
        why=why_of(
            brief,
            intents=_meant(intent, decision.kinds, probabilities["intent"]),
            action=action,
            team=team,
            support=support,
        ),
    )


def _meant(intent: str, kinds: Mapping[str, float], chances: Mapping[str, float]) -> list[str]:
    """Give the intent, and in doubt the likeliest of another kind as well."""
    kind = kind_of(intent)
    if kinds[kind] >= DOUBTFUL:
        return [intent]
    others = [name for name in chances if kind_of(name) not in (kind, "spam")]
    return [intent, max(others, key=lambda name: chances[name])]


def _likeliest(values: dict[str, float], leave: tuple[str, ...] = ()) -> str:
    return max((value for value in values if value not in leave), key=lambda value: values[value])
