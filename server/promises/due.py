"""Due: the moment until which a clause says that something will be done.

A day lasts until its end, in the time zone of the person who posted. What a phrase means is
written down in models/data/promises/README.md.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from server.checks.words import plain
from server.promises.days import READINGS, Posted, number
from server.promises.phrases import (
    BEFORE,
    CLOCK,
    DATE,
    PART_OF_DAY,
    VAGUE,
    ZONES,
)

END = time(23, 59, 59)
PARTS = {
    "morning": time(12), "first thing": time(12), "afternoon": time(18), "evening": END,
    "night": END, "tonight": END,
}  # fmt: skip
ASIDE = 12  # characters between a day and an hour that are named together
OFFICE_HOURS = range(1, 8)  # an hour without am or pm: three is in the afternoon


@dataclass(frozen=True)
class Due:
    """Until when, and the words that say so: their half-open span in the clause."""

    moment: datetime | None
    start: int
    end: int


def due(clause: str, here: Posted) -> Due | None:
    """Give until when a clause commits; None where it has no word of it.

    The moment is None where the words name none: soon, this summer.
    """
    low = plain(clause)
    dated = _date(low, here)
    clock = _clock(low, dated)
    said = sorted((one for one in (dated and dated[0], clock) if one), key=re.Match.start)
    if not said:
        vague = VAGUE.search(low)
        return Due(None, vague.start(), vague.end()) if vague else None
    if len(said) == 2 and said[1].start() - said[0].end() > ASIDE:
        said = said[:1]
    start = _with_preposition(low, said[0].start())
    try:
        moment = _moment(low, dated, clock, here).astimezone(UTC)
    except OverflowError:  # a clock at the end of all calendars
        return Due(None, start, said[-1].end())
    return Due(moment, start, said[-1].end())


def _with_preposition(low: str, start: int) -> int:
    lead = re.search(
        r"\b(?:by|on|before|until|at|in|within|no later than|over|this|from)\s(?:the\s)?$",
        low[:start],
    )
    return lead.start() if lead else start


def _date(low: str, here: Posted) -> tuple[re.Match[str], date | datetime] | None:
    """Give the last date of a clause, as a day or, for hours and minutes, as a moment."""
    found: list[tuple[re.Match[str], date | datetime]] = []
    for name, pattern in DATE.items():
        for match in pattern.finditer(low):
            if any(_overlap(match, other) for other, _ in found):
                continue
            read = READINGS[name](match, here)
            if read is not None:
                found.append((match, _before(low, match, name, read)))
    dated = [one for one in found if one[0].re is not DATE["today"]] or found
    return max(dated, key=lambda one: one[0].start()) if dated else None


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _before(low: str, match: re.Match[str], name: str, read: date | datetime) -> date | datetime:
    """Give the day before, where that is what is said: before Friday, before the weekend."""
    early = BEFORE.search(low[: match.start()]) or match.group().startswith("before ")
    if name == "weekend":
        by = re.search(r"\bby\s$", low[: match.start()])
        return read - timedelta(days=2) if early or by else read
    if early and not isinstance(read, datetime) and name != "month":
        return read - timedelta(days=1)
    return read


def _moment(
    low: str,
    dated: tuple[re.Match[str], date | datetime] | None,
    clock: re.Match[str] | None,
    here: Posted,
) -> datetime:
    if dated and isinstance(dated[1], datetime):
        return dated[1]
    zone = (clock and _zone(clock)) or here.at.tzinfo
    if clock:
        hour = _hour(low, clock)
        if dated:
            return datetime.combine(dated[1], hour, zone)
        moment = datetime.combine(here.at.astimezone(zone).date(), hour, zone)
        if moment <= here.at and not _half(clock) and hour.hour < 12:
            moment += timedelta(hours=12)
        return moment if moment > here.at else moment + timedelta(days=1)
    day = dated[1] if dated else here.today
    part = PART_OF_DAY.search(low)
    last = PARTS[part.group()] if part else END
    moment = datetime.combine(day, last, zone)
    return moment if moment > here.at else datetime.combine(day, END, zone)


def _clock(low: str, dated: tuple[re.Match[str], date | datetime] | None) -> re.Match[str] | None:
    """Give the last clock time of a clause; a bare number is none."""
    found = None
    for match in CLOCK.finditer(low):
        if dated and _overlap(match, dated[0]):
            continue
        if match["hour"] and int(match["hour"]) > 24:
            continue
        is_said = match["said"] or match["noon"] or _half(match) or match["minute"]
        ends_there = not re.match(r"\s?[\w%]", low[match.end() :])  # “at 3 shops” is no time
        is_led = match["lead"] and (ends_there or dated or match["follows"] is not None)
        if is_said or is_led or match["follows"] is not None:
            found = match
    return found


def _half(clock: re.Match[str]) -> str:
    """Give a for the morning, p for the afternoon, nothing where it is not said."""
    half = (clock["half"] or "").strip()
    return half[0] if half and half[0] in "ap" else ""


def _hour(low: str, clock: re.Match[str]) -> time:
    if clock["noon"]:
        if clock["noon"] == "midnight":
            return END
        return time(13) if clock["noon"].startswith("lunch") else time(12)
    minute = int(clock["minute"] or 0)
    if clock["said"]:
        hour = int(number(clock["said_hour"]))
        minute = {"half past": 30, "quarter past": 15, "quarter to": -15}[clock["said"]]
    else:
        hour = int(clock["hour"])
    half = _half(clock)
    part = PART_OF_DAY.search(low)
    is_late = part and part.group() in ("afternoon", "evening", "night", "tonight")
    if half == "p" or (not half and hour < 12 and (is_late or _is_office_hour(hour, part))):
        hour += 12 if hour < 12 else 0
    elif half == "a" and hour == 12:
        hour = 0
    if minute < 0:
        hour, minute = hour - 1, 45
    return time(hour % 24, minute)


def _is_office_hour(hour: int, part: re.Match[str] | None) -> bool:
    return part is None and hour in OFFICE_HOURS


def _zone(clock: re.Match[str]) -> ZoneInfo | None:
    if clock["zone"]:
        return ZoneInfo(ZONES[clock["zone"]])
    if clock["city"]:
        name = clock["city"].title().replace(" ", "_")
        named = [zone for zone in available_timezones() if zone.split("/")[-1] == name]
        return ZoneInfo(named[0]) if named else None
    return None
