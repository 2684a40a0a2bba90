"""Days: what the words of a date mean, counted from when and where they were posted.

What each phrase means is written down in models/data/promises/README.md.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from dateutil.parser import ParserError, parse
from dateutil.relativedelta import MO, relativedelta
from dateutil.relativedelta import weekday as weekday_of

from server.promises.phrases import MONTHS, NTH, NUMBERS, WEEKDAYS

SATURDAY, FRIDAY = 5, 4
FEASTS = {
    "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year": (1, 1), "halloween": (10, 31),
    "valentine's day": (2, 14),
}  # fmt: skip
MONTH_FIRST = {  # where no locale says otherwise
    "America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise",
    "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    "America/Indiana/Indianapolis", "America/Kentucky/Louisville", "US/Eastern", "US/Central",
    "US/Mountain", "US/Pacific",
}  # fmt: skip


@dataclass(frozen=True)
class Posted:
    """When and where a text was posted, and whether its dates have the day first."""

    at: datetime  # in its own time zone
    day_first: bool

    @property
    def today(self) -> date:
        """Give the day on which it was posted, there."""
        return self.at.date()


def posted(at: datetime, time_zone: str, locale: str = "") -> Posted:
    """Give what dates are counted from; without a locale the time zone says how dates look."""
    region = locale.partition("-")[2]
    month_first = region == "US" if region else time_zone in MONTH_FIRST
    return Posted(at.astimezone(ZoneInfo(time_zone)), not month_first)


def number(words: str) -> float:
    """Give the number that words or digits say: 12, twelve, a couple of."""
    return float(words) if words.isdigit() else NUMBERS[words.strip()]


def _span(match: re.Match[str], here: Posted) -> date | datetime | None:
    count, unit = number(match["count"]), match["unit"]
    whole = round(count)
    if match["working"]:
        return _after_working_days(here.today, whole)
    weeks = {"week": 1, "fortnight": 2}.get(unit)
    try:
        if unit in ("minute", "min", "hour", "hr"):
            return here.at + timedelta(minutes=count * (1 if unit.startswith("min") else 60))
        if weeks:
            return here.today + timedelta(weeks=whole * weeks)
        return here.today + relativedelta(**{f"{unit}s": whole})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return None  # no calendar goes that far


def _after_working_days(day: date, count: int) -> date:
    for _ in range(min(count, 366)):
        day += timedelta(days=1)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
    return day


def _calendar(match: re.Match[str], here: Posted) -> date | None:
    """Read a date with dateutil; a day without a year is the next one."""
    words = re.sub(r"\b(?:the|of)\b|(?<=\d)(?:st|nd|rd|th)\b", " ", match.group())
    words = re.sub(r"^\s*(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?", " ", words)
    words = words.replace(".", "/") if re.fullmatch(r"[\d./]+", words) else words
    start = datetime(here.today.year, 1, 1)
    try:
        day = parse(words, default=start, dayfirst=here.day_first).date()
        has_year = bool(re.search(r"20\d\d|\d[/.]\d+[/.]\d", words))
        return day if has_year or day >= here.today else day.replace(year=day.year + 1)
    except (ParserError, OverflowError, ValueError):
        return None


def _iso(match: re.Match[str], here: Posted) -> date | None:
    try:
        return date.fromisoformat(match.group())
    except ValueError:
        return None


def _day_of_month(match: re.Match[str], here: Posted) -> date | None:
    wanted = int(match["nth_of"])
    if not 1 <= wanted <= 31:
        return None
    month = here.today.replace(day=1)
    while monthrange(month.year, month.month)[1] < wanted or month.replace(day=wanted) < here.today:
        month += relativedelta(months=1)
    return month.replace(day=wanted)


def _next_of_month(number: int, here: Posted) -> date:
    """Give the first day of the next month of that number; the one that runs counts."""
    year = here.today.year + (number < here.today.month)
    return date(year, number, 1)


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.strip(". ")[:3]))


def _month(match: re.Match[str], here: Posted) -> date:
    first = _next_of_month(_month_number(match["of_month"]), here)
    if match.group().startswith("before"):
        return first - timedelta(days=1)
    if match["edge"] == "middle" or match.group().startswith("mid"):
        return first.replace(day=15)
    if match["edge"] in ("start", "beginning"):
        return first.replace(day=7)
    return _last_of_month(first)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _nth_weekday(match: re.Match[str], here: Posted) -> date:
    first = _next_of_month(_month_number(match["nth_month"]), here)
    nth = -1 if match["nth"] == "last" else NTH.index(match["nth"]) + 1
    start = _last_of_month(first) if nth < 0 else first
    return start + relativedelta(weekday=weekday_of(_weekday_number(match["nth_day"]), nth))


def _weekday_number(name: str) -> int:
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name.strip(". ")[:3]))


def _monday(here: Posted) -> date:
    """Give the Monday of the week that runs."""
    return here.today + relativedelta(weekday=MO(-1))


def _weekday(match: re.Match[str], here: Posted) -> date:
    number = _weekday_number(match["weekday"])
    if (match["which"] or "").strip() == "next":
        return _monday(here) + timedelta(days=7 + number)
    ahead = (number - here.today.weekday() - 1) % 7 + 1
    return here.today + timedelta(days=ahead)


def _weekend(match: re.Match[str], here: Posted) -> date:
    later = 7 if match["which_end"].strip() == "next" else 0
    return _monday(here) + timedelta(days=6 + later)


def _week(match: re.Match[str], here: Posted) -> date:
    if match["which_week"].strip() == "next":
        return _monday(here) + timedelta(days=7 + FRIDAY)
    is_weekend = here.today.weekday() > FRIDAY
    return _monday(here) + timedelta(days=6 if is_weekend else FRIDAY)


def _this_month(match: re.Match[str], here: Posted) -> date:
    later = match["which_month"].strip() == "next"
    return _last_of_month(here.today + relativedelta(months=1) if later else here.today)


def _this_year(match: re.Match[str], here: Posted) -> date:
    return date(here.today.year + (match["which_year"].strip() == "next"), 12, 31)


def _quarter(match: re.Match[str], here: Posted) -> date:
    month = 3 * int(match["quarter"])
    return _last_of_month(date(here.today.year + (month < here.today.month), month, 1))


def _feast(match: re.Match[str], here: Posted) -> date:
    name = match["feast"].replace("’", "'")
    for year in (here.today.year, here.today.year + 1):
        day = easter(year) if name == "easter" else date(year, *FEASTS[name])
        if day >= here.today:
            return day
    raise AssertionError("A feast comes every year.")


def _days_ahead(count: int) -> Callable[[re.Match[str], Posted], date]:
    return lambda match, here: here.today + timedelta(days=count)


READINGS: dict[str, Callable[[re.Match[str], Posted], date | datetime | None]] = {
    "span": _span,
    "from_now": _span,
    "hour": lambda match, here: here.at + timedelta(hours=1),
    "calendar": _calendar,
    "iso": _iso,
    "slashed": _calendar,
    "nth_weekday": _nth_weekday,
    "day_of_month": _day_of_month,
    "month": _month,
    "day_after": _days_ahead(2),
    "tomorrow": _days_ahead(1),
    "weekday": _weekday,
    "weekend": _weekend,
    "week_after": lambda match, here: _monday(here) + timedelta(days=14 + FRIDAY),
    "week": _week,
    "this_month": _this_month,
    "quarter": _quarter,
    "this_year": _this_year,
    "feast": _feast,
    "today": _days_ahead(0),
}
