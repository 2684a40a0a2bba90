"""Words of the desk: how days, teams and links are shown to people."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from server.schemas import Count, Promise

ACTIONS = {
    "reply": "Reply", "ask": "Ask", "move": "Move to private", "hand_over": "Hand over",
    "ignore": "Leave it",
}  # fmt: skip
TEAMS = {
    "support": "Support", "pr": "PR", "product": "Product", "legal": "Legal", "safety": "Safety",
    "marketing": "Marketing",
}  # fmt: skip
# How people feel, for an eye that looks at many.
MOODS = {
    "pleased": ("happy", "grateful", "amused"),
    "neither": ("neutral", "curious", "confused"),
    "displeased": (
        "disappointed", "frustrated", "angry", "sad", "worried", "sarcastic",
    ),
}  # fmt: skip
OUTCOMES = {
    "posted": "Posted", "copied": "Copied", "handed_over": "Handed over", "ignored": "Left alone",
    "rejected": "Not used", "taken_back": "Taken back",
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


def day(moment: date) -> str:
    """Give a day in UTC as people write it: 6 March 2026."""
    return f"{moment.day} {moment:%B %Y}"


def heading(name: str) -> str:
    """Give a name of the API as a heading: Unsupported fact, Non-apology."""
    return name.replace("non_", "non-").replace("_", " ").capitalize()


def moods(feelings: Sequence[Count]) -> dict[str, int]:
    """Give how many people are pleased, displeased, or neither."""
    by = {count.value: count.people for count in feelings}
    return {mood: sum(by.get(one, 0) for one in of) for mood, of in MOODS.items()}


def trend(now: int, before: int) -> str:
    """Give how a number changed: 3 more, 2 fewer, as before, new."""
    if now == before:
        return "as before"
    if not before:
        return "new"
    return f"{now - before} more" if now > before else f"{before - now} fewer"


def duration(seconds: int) -> str:
    """Give a length of time as people say it: 40 minutes, 3 hours, 2 days."""
    for unit, length in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if seconds >= 1.5 * length or (unit == "minute" and seconds >= length):
            count = round(seconds / length)
            return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return "under a minute"


def percent(share: float) -> str:
    """Give a share of one in hundredths: 40%."""
    return f"{round(100 * share)}%"


def link(url: str) -> str:
    """Give an address that may be opened from the desk; empty for any that is no web page."""
    return url if url.startswith(("https://", "http://")) else ""
