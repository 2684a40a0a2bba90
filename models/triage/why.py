"""Why: one plain line that names what in the comment led to the advice."""

import re
from collections.abc import Callable, Sequence

from models.prompt import Brief
from models.triage.features import plain
from models.triage.rules import Hit

QUOTE_LIMIT = 70  # characters
MOST_CLAUSES = 3
CLAUSE = re.compile(r"(?<=[.!?…;])\s+|\n+|(?<=,)\s+(?=\w+ \w+ \w+)")
NUMBER = re.compile(r"\d[\d ()+-]{4,}\d")

KIND = {
    "praise": "praise", "thanks": "thanks", "question": "a question", "complaint": "a complaint",
    "mistake_report": "a mistake of ours", "suggestion": "a suggestion", "criticism": "criticism",
    "accusation": "an accusation", "story": "a story of theirs", "joke": "a joke",
    "purchase_intent": "wants to buy", "comparison": "compares us with others",
    "disappointment": "a disappointment", "concern": "a worry", "crisis": "trouble right now",
    "spam": "advertising", "troll": "bait", "off_topic": "nothing to do with us",
}  # fmt: skip
WARNING = "warn other readers here"  # what a reply to nobody's own matter is for
ADVICE = {
    "reply": "can be answered here",
    "ask": "one detail is missing, so ask for it",
    "move": "needs personal details, so take it to a private message",
    "ignore": "needs no reply",
}
TEAM = {
    "support": "support", "pr": "PR", "product": "the product team", "legal": "legal",
    "safety": "the safety lead", "marketing": "marketing",
}  # fmt: skip


def why_of(
    brief: Brief,
    *,
    rule: Hit | None = None,
    intents: Sequence[str] = (),
    action: str = "",
    team: str = "",
    support: Callable[[str], float] | None = None,
) -> str:
    """Give the line for a rule that held, or for what the network advises.

    Two intents say that it may be either.
    """
    if rule is not None:
        row = rule.rule
        words = "" if row.quiet else f" (\u201c{told(brief.comment, rule.words)}\u201d)"
        advice = WARNING if row.action == "reply" else _advice(row.action, row.team)
        return f"{row.why}{words}: {advice}."
    assert support is not None
    quote = shortened(telling_clause(brief.comment, support))
    kind = ", perhaps ".join(KIND[intent] for intent in intents)
    perhaps = "perhaps " if len(intents) > 1 else ""
    return f"\u201c{quote}\u201d: {perhaps}{kind}; {_advice(action, team)}."


def foreign(name: str) -> str:
    """Give the line for a comment that is not in English."""
    language = name or "another language"
    return (
        f"Seems to be in {language}, which Candor cannot judge: read it first. "
        "The draft may be in English."
    )


def told(comment: str, words: str) -> str:
    """Give the clause that holds the words, as it was typed; of a long one, what is about them.

    A clause with a long number is not given, only the words.
    """
    clause = next((one for one in CLAUSE.split(comment) if words in plain(one)), "")
    line = " ".join((clause or comment).split())
    at = line.lower().find(words)
    if at < 0 or NUMBER.search(line):  # typed with other marks; or a number that may be private
        return shortened(words)
    if not clause:
        return shortened(line[at:])
    room = max(0, QUOTE_LIMIT - len(words)) // 2
    start = line.rfind(" ", 0, at - room + 1) + 1 if len(line) > QUOTE_LIMIT and at > room else 0
    return ("\u2026" if start else "") + shortened(line[start:])


def telling_clause(comment: str, support: Callable[[str], float]) -> str:
    """Give the clause without which the decision would have the least support."""
    clauses = [clause for clause in CLAUSE.split(comment.strip()) if clause.strip()]
    if len(clauses) < 2:
        return comment
    considered = clauses[:MOST_CLAUSES]
    without = [
        support(" ".join(clauses[:index] + clauses[index + 1 :]))
        for index in range(len(considered))
    ]
    return considered[without.index(min(without))]


def shortened(words: str) -> str:
    """Give the words on one line, cut between words when they are long."""
    line = " ".join(words.split()).strip(' ,;:.\u201c\u201d"')
    if len(line) <= QUOTE_LIMIT:
        return line
    return line[:QUOTE_LIMIT].rsplit(" ", 1)[0] + "\u2026"


def _advice(action: str, team: str) -> str:
    if action == "hand_over":
        return f"hand over to {TEAM[team]}"
    return ADVICE[action]
