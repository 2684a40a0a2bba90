"""Samples: what is in a store before a test begins."""

from datetime import UTC, datetime
from typing import Any

from server.schemas import Suggestion, SuggestionRequest, Triage
from server.store import Store

ADVICE = Triage(intent="complaint", feeling="sad", risk="none", action="reply", why="A lid broke.")


def keep_suggestion(
    store: Store, request: SuggestionRequest, text: str = "", device_id: str = "", **more: Any
) -> str:
    """Keep a finished suggestion for a request of a device; give its id."""
    values: dict[str, Any] = {"status": "completed", "tone": "plain", "triage": ADVICE}
    values |= {"model": "echo", "prompt_version": "1", "created_at": datetime.now(UTC)}
    made = Suggestion(id=store.new_suggestion_id(), text=text, **values | more)
    store.save_suggestion(made, request, device_id)
    return made.id
