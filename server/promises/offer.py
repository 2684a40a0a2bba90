"""Offering: promises found in a text, in the shape in which a person confirms them."""

from datetime import UTC, datetime

from server.promises.find import find
from server.schemas import FoundPromise
from server.spans import utf16


def offered(
    text: str, posted_at: datetime | None, time_zone: str, locale: str = ""
) -> list[FoundPromise]:
    """Give the promises of a text that was posted at a moment (None: now) in a time zone."""
    return [
        FoundPromise(
            start=utf16(text, one.start),
            end=utf16(text, one.end),
            quote=text[one.start : one.end],
            what=one.what,
            who=one.who,
            due=one.due,
            due_said=one.due_said,
        )
        for one in find(text, posted_at or datetime.now(UTC), time_zone, locale)
    ]
