"""Kinds of comments: the coarsest word on what a comment is, and how likely each kind is."""

from collections.abc import Mapping

DOUBTFUL = 0.5  # where the kind is less likely, nobody can tell what is meant
KINDS: dict[str, tuple[str, ...]] = {
    "trouble": (
        "complaint", "mistake_report", "disappointment", "criticism", "accusation", "concern",
        "crisis",
    ),
    "friendly": ("praise", "thanks", "joke", "story", "off_topic", "troll"),
    "question": ("question", "purchase_intent", "comparison"),
    "wish": ("suggestion",),
    "spam": ("spam",),
}  # fmt: skip
_KIND_OF = {intent: kind for kind, intents in KINDS.items() for intent in intents}


def kind_of(intent: str) -> str:
    """Give the kind that an intent belongs to."""
    return _KIND_OF[intent]


def kinds_of(intents: Mapping[str, float]) -> dict[str, float]:
    """Give the probability of each kind from those of the intents."""
    return {kind: sum(intents.get(name, 0.0) for name in names) for kind, names in KINDS.items()}
