"""Other values for an exchange: numbers, prices, days, times and codes, changed alike everywhere.

Values keep their order, so that what was dearer, later or enough stays so; where a reply reckons
with values, none is changed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random

_VALUE = re.compile(
    r"(?<![\w@])[A-Z]{1,4}-?\d{2,6}(?!\w)"  # codes
    r"|(?<![\w.,:/])\d{1,2}[.:]\d\d(?![.,:/]?\d)"  # times, and prices to the penny
    r"|(?<![\w.,:/])\d{1,3}(?:,\d{3})+(?![.,:/]?\d)"
    r"|(?<![\w.,:/])\d+(?![.,:/]?\d)"
)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_RECKONED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|quarter|double|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|"
    r"twice|thrice|triple|both|total|altogether|exactly|difference)\b",
    re.I,
)
_FIXED_BEFORE = re.compile(
    r"(?:\ban? |\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)$", re.I
)
_FIXED_AFTER = re.compile(r"(?:st|nd|rd|th)\b")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
_BEFORE_DAY = re.compile(rf"\b{_MONTH} $", re.I)
_AFTER_DAY = re.compile(rf" {_MONTH}\b", re.I)
_LEFT = {"7", "12", "24", "100", "112", "365", "911", "999", "B12"}  # sayings, and numbers to call
_YEARS = range(1900, 2100)
_LAST_DAY = 28  # that every month has
_STEPS = (11, 23, _LAST_DAY, 59, 99)  # hours, days, minutes, per cent: none grows beyond its own
_TRIES = 12


def other_values(
    sources: Sequence[str], replies: Sequence[str], random: Random
) -> Callable[[str], str]:
    """Give what changes a text's values: those that replies took from their sources."""
    texts = [*sources, *replies]
    given, said = _found(sources), _found(replies)
    swaps: dict[str, str] = {}
    if not (said - given or any(map(_RECKONED.search, replies))):
        unread = set(_DIGITS.findall(" ".join(_VALUE.sub(" ", text) for text in texts)))
        now = {value: value for value in given}  # value → what stands in its place
        for value in sorted(said):
            if not _is_fixed(value, texts) and not set(_DIGITS.findall(value)) & unread:
                now[value] = _other(value, now, texts, random)
        swaps = {value: new for value, new in now.items() if value != new}
    return lambda text: _VALUE.sub(lambda found: swaps.get(found.group(), found.group()), text)


def _found(texts: Iterable[str]) -> set[str]:
    return {found.group() for text in texts for found in _VALUE.finditer(text)}


def _is_fixed(value: str, texts: Iterable[str]) -> bool:
    """Say whether a value had better stay: a saying, a year, a weekday's date, an ordinal."""
    number = int(value) if value.isdecimal() else 2
    if value in _LEFT or value.startswith("0") or number < 2 or number in _YEARS:
        return True
    return any(
        _FIXED_BEFORE.search(text[: at.start()]) or _FIXED_AFTER.match(text, at.end())
        for text, at in _places(value, texts)
    )


def _places(value: str, texts: Iterable[str]) -> list[tuple[str, re.Match[str]]]:
    return [(text, at) for text in texts for at in _VALUE.finditer(text) if at.group() == value]


def _other(value: str, now: Mapping[str, str], texts: Sequence[str], random: Random) -> str:
    """Give another value of the same form and order, or the same where none is found."""
    is_day = any(
        _BEFORE_DAY.search(text[: at.start()]) or _AFTER_DAY.match(text, at.end())
        for text, at in _places(value, texts)
    )
    taken = {*now, *now.values()}
    amounts = [_amount(other) for other in now.values() if not other[0].isalpha()]
    for _ in range(_TRIES):
        new = _like(value, random, is_day=is_day)
        if new in taken:
            continue
        if value[0].isalpha() or _stands_between(_amount(new), _amount(value), amounts):
            return new
    return value


def _stands_between(new: float, old: float, amounts: Iterable[float]) -> bool:
    """Say whether nothing stands between the old amount and the new."""
    low, high = sorted((new, old))
    return not any(low <= amount <= high for amount in amounts if amount != old)


def _like(value: str, random: Random, *, is_day: bool) -> str:
    """Give a value that looks like this one and is not far from it."""
    if value[0].isalpha():
        return _DIGIT.sub(lambda _: str(random.randint(1, 9)), value)
    if parted := re.fullmatch(r"(\d+)([.:])(\d\d)", value):
        whole, mark, rest = parted.groups()
        if int(rest) < 60:
            rest = f"{random.randrange(0, 60, 5):02}"
        return f"{_near(int(whole), random, least=int(whole) and 1):0{len(whole)}}{mark}{rest}"
    new = _near(int(value.replace(",", "")), random, most=_LAST_DAY if is_day else None)
    return f"{new:,}" if "," in value else str(new)


def _near(amount: int, random: Random, *, least: int = 2, most: int | None = None) -> int:
    """Give a whole number not far from another, of as many digits where it is a large one."""
    most = most or next((step for step in _STEPS if amount <= step), 10 ** len(str(amount)) - 1)
    if amount > _STEPS[-1]:
        least = 10 ** (len(str(amount)) - 1)
    reach = max(2, amount * 2 // 5)
    low, high = max(least, amount - reach), min(most, amount + reach)
    return random.randint(low, high) if low < high else amount


def _amount(value: str) -> float:
    return float(value.replace(",", "").replace(":", "."))
