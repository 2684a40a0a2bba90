"""Triage: what kind of comment this is, what to do, and why."""

from models.prompt import Brief
from models.triage.decide import decide
from models.triage.language import language
from models.triage.machine import without_orders
from server.schemas import Triage

__all__ = ["language", "triage", "without_orders"]


def triage(brief: Brief) -> Triage:
    """Triage the comment of a brief; its action and hand-over are not looked at.

    Whatever else of the brief is known helps: platform, post, thread, what the brand does, facts
    and the manager's note.
    """
    decision = decide(brief)
    return Triage.model_validate(vars(decision))
