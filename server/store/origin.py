"""Where a promise or a hand-off comes from: whom it is about, on which page."""

from typing import Any, Protocol

from sqlalchemy import Connection, Select, select

from server.errors import Invalid
from server.schemas import FieldError, Platform, SuggestionRequest
from server.store.tables import brand_voices, suggestions


class About(Protocol):
    """What may be said of the origin of a thing; None is read from its suggestion."""

    suggestion_id: str | None
    brand_voice_id: str | None
    platform: Platform | None
    author: str | None
    url: str | None


def suggestion_row(suggestion_id: str | None) -> Select[Any] | None:
    """Give what chooses a suggestion's row; whoever holds it is the only one to add to it."""
    chosen = select(suggestions.c.id)
    return chosen.where(suggestions.c.id == suggestion_id) if suggestion_id else None


def of_suggestion(connection: Connection, given: About) -> dict[str, Any]:
    """Give platform, author, url and brand voice: as said, else as the suggestion has them.

    Raises Invalid where the suggestion or the brand voice is not there.
    """
    known: dict[str, Any] = {
        "platform": "generic", "author": "", "url": "", "brand_voice_id": None,
    }  # fmt: skip
    if given.suggestion_id:
        chosen = select(suggestions).where(suggestions.c.id == given.suggestion_id)
        row = connection.execute(chosen).mappings().first()
        if row is None:
            raise _missing("suggestion_id", "There is no such suggestion; leave it out.")
        request = SuggestionRequest.model_validate(row["request"])
        known = {
            "platform": row["platform"],
            "author": row["author"],
            "url": request.thread.url,
            "brand_voice_id": row["brand_voice_id"],
        }
    if given.brand_voice_id:
        there = select(brand_voices.c.id).where(brand_voices.c.id == given.brand_voice_id)
        if connection.execute(there).first() is None:
            raise _missing("brand_voice_id", "There is no such brand voice; leave it out.")
    said = {name: getattr(given, name) for name in known}
    return {name: known[name] if said[name] is None else said[name] for name in known}


def _missing(field: str, detail: str) -> Invalid:
    return Invalid(detail, errors=(FieldError(pointer=f"/{field}", detail=detail),))
