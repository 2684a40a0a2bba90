"""Values in a text: numbers, prices, dates, times, codes, links; and whether sources hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from server.checks.words import plain

ValueKind = Literal["link", "mail", "time", "date", "code", "number"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
WORDS: dict[str, float] = {word: float(n) for n, word in enumerate(_UNITS)}
WORDS |= {word: 20.0 + 10 * n for n, word in enumerate(_TENS)}
WORDS |= {
    f"{ten}{joint}{_UNITS[unit]}": 20.0 + 10 * n + unit
    for n, ten in enumerate(_TENS)
    for unit in range(1, 10)
    for joint in ("-", " ")
}
ORDINALS = {word: 3.0 + n for n, word in enumerate(_ORDINALS)}
WORDS |= ORDINALS

_number_word = "|".join(sorted((re.escape(word) for word in WORDS), key=len, reverse=True))
_month = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_day = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)day"
_small = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"

_PATTERNS: tuple[tuple[ValueKind, re.Pattern[str]], ...] = (
    ("mail", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "link",
        re.compile(
            r"https?://[^\s)]+|www\.[^\s)]+|\b(?<!\w)(?<!\w-)[\w-]+(?:\.[\w-]+)*\.(?:com|org|"
            r"net|example|io|app|shop|info|eu|de|fr|nl|ie|ca|in|gov|edu|co(?:\.\w\w)?|uk|us|me|be|ly|dev|biz|tv|"
            r"test)\b(?:/[^\s,;:!?)]*[^\s,;:!?).])?/?"
        ),
    ),
    ("code", re.compile(r"(?<![\w@#])[@#][\w.]*\w")),
    (
        "time",
        re.compile(
            r"\b[0-2]?\d[:h][0-5]\d(?!\d)\s?(?:[ap]\.?m\b\.?)?|"
            r"\b[0-2]?\d\.[0-5]\d\s?[ap]\.?m\b\.?|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|o'clock|uhr\b|h\b)"
            r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
            r"twelve)\s(?:[ap]\.?m\b|o'clock)"
            rf"|\b(?:half|quarter|five|ten|twenty|twenty-five)\s(?:past|"
            rf"to)\s(?:{_small})\b(?!\s?(?:%|per|of))"
            r"|\b(?:noon|midday)\b"
        ),
    ),
    (
        "date",
        re.compile(
            rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b"
            rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s(?:{_month})\b(?:\s\d{{4}}\b)?"
            rf"|\b(?:{_month})\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
            rf"|\b(?:{_month.replace('|may|', '|').replace('mar(?:ch)?', 'march')})\b|\b{_day}\b"
        ),
    ),
    (
        "code",
        re.compile(
            r"\b(?=[a-z-]*\d)(?=[\d-]*[a-z])(?!\d+-[a-z]+\b)[a-z\d]+(?:-[a-z\d]+)+\b"
            r"|\b(?!\d+(?:st|nd|rd|th|s|k|m|x|kg|g|mg|km|cm|mm|ml|l|h|p|gb|mb|tb|w|v|c|cl|min|"
            r"hrs?|am|pm|mph|gsm|ft|lb|lbs|oz|yrs?|bn|hp|kwh|kw|nm|hz|db|cc|pcs|kr|ct|euros?|"
            r"cedis|mins?|secs?|days?)\b)"
            r"(?:[a-z]{1,8}\d[a-z\d]*|\d+[a-z][a-z\d]*)\b"
            r"|\+?\b\d[\d ()-]{6,}\d\b"
        ),
    ),
    (
        "number",
        re.compile(
            rf"(?<!\w)(?<!\d[.,])\d+(?:[,.  ]\d{{3}})*(?:[.,]\d+)?(?![\d])|"
            rf"\b(?:{_number_word})(?:[\s-](?:hundred|thousand|million))?\b"
            r"|\b(?:a\s)?(?:hundred|thousand|million|dozen|fortnight)\b"
        ),
    ),
)
_APPROXIMATELY = re.compile(
    r"\b(?:about|around|nearly|almost|just under|just over|under|over|roughly|some|a bit "
    r"over|more than|less than|close to"
    r"|up to|well over|not quite|barely|round|getting on for|knocking on|or so|ish|"
    r"approx\w*|north of|a good)\s*[£$€]?$"
)
# Unit of a value → factors that give the same thing in other units.
CONVERSIONS: dict[str, tuple[float, ...]] = {
    "day": (1 / 7, 24, 1 / 30),
    "week": (7, 0.25, 2.0),
    "month": (1 / 12, 30, 4),
    "year": (12, 0.1, 52),
    "hour": (60, 1 / 24),
    "minute": (1 / 60, 60),
    "fortnight": (14, 2),
    "kg": (1000,),
    "g": (0.001,),
    "km": (1000,),
    "m": (100, 1000, 0.001),
    "cm": (10, 0.01),
    "mm": (0.1, 0.001),
    "l": (1000, 100, 10),
    "ml": (0.001,),
    "p": (0.01,),
    "c": (0.01,),
    "ct": (0.01,),
    "gb": (1000, 1024),
    "k": (1000,),
    "%": (0.01,),
}
_UNIT = re.compile(
    r"\s?(%)|[\s-]?(day|week|month|year|hour|minute|fortnight|kg|g|km|m|cm|mm|l|ml|p|c|ct|"
    r"gb|k|met(?:er|re)|mile|pound|euro|dollar|quid|lit(?:er|re)|inche?|gram|degree|penny|"
    r"pence|feet|foot|percent)(?:in)?s?\b|[\s-]?(hrs?|mins?|yrs?|wks?)\b"
)
_SHORT_UNITS = {
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "yr": "year",
    "yrs": "year",
    "wk": "week",
    "wks": "week",
}


@dataclass(frozen=True)
class Value:
    """One value: where it stands, as written, what it is, and its numbers in any reading."""

    start: int
    end: int
    text: str
    kind: ValueKind
    numbers: tuple[float, ...]
    unit: str = ""
    is_rough: bool = False


def _number(text: str) -> float:
    words = text.strip()
    scale = 1.0
    for word, size in (
        ("hundred", 100.0),
        ("thousand", 1000.0),
        ("million", 1e6),
        ("dozen", 12.0),
        ("fortnight", 14.0),
    ):
        if words.endswith(word):
            scale = size
            words = words.removesuffix(word).strip(" -")
    if words in ("", "a"):
        return scale
    if words in WORDS:
        return WORDS[words] * scale
    digits = words.replace(" ", "").replace("\u202f", "")
    if re.fullmatch(r"\d+(?:[,.]\d{3})+", digits):
        digits = re.sub(r"[,.]", "", digits)
    elif re.fullmatch(r"\d+(?:,\d{3})+\.\d+", digits):
        digits = digits.replace(",", "")
    return (
        float(
            digits.replace(",", ".")
            if digits.count(",") + digits.count(".") <= 1
            else re.sub(r"[,.]", "", digits)
        )
        * scale
    )


def _clock(text: str) -> float:
    """Give minutes past twelve of a time, morning and afternoon alike."""
    if text in ("noon", "midday"):
        return 0.0
    if spoken := re.match(rf"(half|quarter|[\w-]+)\s(past|to)\s({_small})", text):
        offset = {"half": 30.0, "quarter": 15.0}.get(spoken.group(1)) or _number(spoken.group(1))
        hour = _number(spoken.group(3))
        return (hour * 60 + (offset if spoken.group(2) == "past" else -offset)) % 720
    if parts := re.match(r"(\d{1,2})[:.h](\d{2})", text):
        return (int(parts.group(1)) * 60 + int(parts.group(2))) % 720
    head = re.match(r"\d+|[a-z]+", text)
    return (_number(head.group()) * 60) % 720 if head else 0.0


def as_clock(text: str) -> float | None:
    """Give minutes past twelve where a decimal can be a time: “7.10”; None where it cannot."""
    parts = re.fullmatch(r"([0-2]?\d)\.([0-5]\d)", text)
    return None if parts is None else float((int(parts.group(1)) * 60 + int(parts.group(2))) % 720)


@lru_cache(maxsize=1024)
def values(text: str) -> tuple[Value, ...]:
    """Find the values of a text, in order; no two overlap."""
    found = sorted(_values(plain(text)), key=lambda value: value.start)
    # "march" and "may" are months only with a capital; "MARCH" in a shout is rare enough.
    return tuple(value for value in found if value.text != "march" or text[value.start].isupper())


def _values(low: str) -> Iterator[Value]:
    taken = bytearray(len(low))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(low):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            yield _value(low, start, end, kind)


def _value(low: str, start: int, end: int, kind: ValueKind) -> Value:
    text = low[start:end].strip()
    end = start + len(text)
    if kind == "time":
        return Value(start, end, text, kind, (_clock(text),))
    if kind == "number":
        unit = ""
        if match := _UNIT.match(low, end):
            unit = match.group(1) or match.group(2) or _SHORT_UNITS[match.group(3)]
        if text.endswith("fortnight"):
            unit = "fortnight"
        rough = bool(_APPROXIMATELY.search(low, max(0, start - 24), start)) or low[
            end : end + 4
        ] in ("-ish", "ish ", "-odd")
        return Value(start, end, text, kind, (_number(text),), unit, rough)
    return Value(
        start,
        end,
        text,
        kind,
        tuple(float(n) for n in re.findall(r"\d+", text)) if kind == "date" else (),
    )
