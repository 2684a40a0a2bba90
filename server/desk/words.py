"""Words of the desk: how days, teams and links are shown to people."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from server.schemas import Promise

TEAMS = {
    "support": "Support", "pr": "PR", "product": "Product", "legal": "Legal", "safety": "Safety",
    "marketing": "Marketing",
}  # fmt: skip
LAST_MINUTE = (23, 59)  # a day without an hour lasts until its end


def until(promise: Promise) -> str:
    """Give until when a promise is to be kept, where it was made: by Friday 6 March, 17:00."""
    if promise.due is None:
        return f"no day named ({promise.due_said})" if promise.due_said else "no day named"
    local = promise.due.astimezone(ZoneInfo(promise.time_zone))
    hour = "" if (local.hour, local.minute) == LAST_MINUTE else f", {local:%H:%M}"
    return f"by {local:%A} {local.day} {local:%B}{hour}"


def lateness(promise: Promise, now: datetime | None = None) -> str:
    """Give how near or how late an open promise is; empty where it names no day."""
    if promise.due is None:
        return ""
    now = now or datetime.now(UTC)
    zone = ZoneInfo(promise.time_zone)
    days = (promise.due.astimezone(zone).date() - now.astimezone(zone).date()).days
    if promise.due < now:
        return "late since today" if days == 0 else f"{_days(-days)} late"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {_days(days)}")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def day(moment: datetime) -> str:
    """Give a day in UTC as people write it: 6 March 2026."""
    return f"{moment.day} {moment:%B %Y}"


def heading(check: str) -> str:
    """Give a check's name as a heading: Unsupported fact."""
    return check.replace("_", " ").capitalize()


def link(url: str) -> str:
    """Give an address that may be opened from the desk; empty for any that is no web page."""
    return url if url.startswith(("https://", "http://")) else ""
