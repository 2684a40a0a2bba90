"""Grounding: whether the sources hold a value or a name of a text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from server.checks.numbers import CONVERSIONS, Value, as_clock, values
from server.checks.words import plain

_MOST_NUMBERS = 14  # sums are looked for among so many; more would make nearly any number a sum
_MINUTES = {"minute": 1, "hour": 60}
_FEW = 5
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_KEEP = re.compile(r"[^a-z\d]")
_WEEKLY = re.compile(r"\b(?:every day|daily|all week|each day|day of the week|a week)\b")
_HALF = re.compile(r"\bhalf\b(?! (?:past|an hour))")


@dataclass(frozen=True)
class Known:
    """The values that the sources hold, ready to be compared."""

    numbers: frozenset[float]
    sums: frozenset[float]
    times: frozenset[float]
    squeezed: str
    words: frozenset[str]

    def holds(self, value: Value) -> bool:
        """Whether a value of a text stands in the sources, in any way of writing it."""
        if value.kind in ("link", "mail", "code"):
            return self._holds_letters(value)
        if value.kind == "time":
            return value.numbers[0] in self.times or self._holds_hours(value.text)
        if value.kind == "date":
            return self._holds_date(value)
        return self._holds_number(value)

    def _holds_letters(self, value: Value) -> bool:
        letters = _KEEP.sub(
            "", value.text.removeprefix("https://").removeprefix("http://").removeprefix("www.")
        )
        return letters in self.squeezed or letters.removesuffix("s") in self.squeezed

    def _holds_hours(self, text: str) -> bool:
        # "ten to four" may be 3:50 or from ten till four.
        spoken = re.match(r"(\w+)\sto\s(\w+)", text)
        if spoken is None:
            return False
        parts = [
            part.numbers[0] for part in values(text.replace(" to ", " , ")) if part.kind == "number"
        ]
        return len(parts) == 2 and all(part in self.numbers for part in parts)

    def _holds_date(self, value: Value) -> bool:
        named = [word[:3] for word in re.findall(r"[a-z]{3,}", value.text) if word not in ("the",)]
        return all(name in self.words for name in named) and all(
            n in self.numbers for n in value.numbers
        )

    def _holds_number(self, value: Value) -> bool:
        number = value.numbers[0]
        if number in self.numbers or number in self.sums:
            return True
        if any(
            round(number * factor, 4) in self.numbers for factor in CONVERSIONS.get(value.unit, ())
        ):
            return True
        if value.unit == "%" and 100 - number in self.numbers:
            return True
        if (clock := as_clock(value.text)) is not None and clock in self.times:
            return True
        margin = 0.12 if value.is_rough else 0.0005
        pools = (self.numbers, self.sums) if number > 2 else (self.numbers,)
        return any(abs(other - number) <= margin * number for pool in pools for other in pool)


@lru_cache(maxsize=64)
def known(texts: tuple[str, ...]) -> Known:
    """Read all values of the sources."""
    found = [value for text in texts for value in values(text)]
    given = [value for value in found if value.kind == "number"]
    figures = [value.numbers[0] for value in given]
    times = {value.numbers[0] for value in found if value.kind == "time"}
    times |= {clock for value in given for clock in _clocks(value)}
    joined = plain(" ".join(texts))
    numbers = {number for value in found for number in _readings(value)} | _between(times)
    if _WEEKLY.search(joined):
        numbers.add(7)
    sums = _sums(figures)
    if _HALF.search(joined):  # "£96, second child half": £144
        sums |= {1.5 * number for number in figures}
    left = {1 - value.numbers[0] / 100 for value in given if value.unit == "%"}
    sums |= {number * share for share in left for number in (*sums, *figures) if number > 0}
    return Known(
        numbers=frozenset(round(number, 4) for number in numbers),
        sums=frozenset(round(number, 4) for number in sums),
        times=frozenset(times | _later(times, found)),
        squeezed=_KEEP.sub("", joined),
        words=frozenset(word[:3] for word in re.findall(r"[a-z]{3,}", joined)),
    )


def _readings(value: Value) -> set[float]:
    """Give the numbers that a value may be read as."""
    if value.kind == "time":
        return _hours(value)
    if value.kind == "number":
        return _readings_of_number(value)
    return set(value.numbers) | {
        float(digits.replace(",", "."))
        for digits in _DIGITS.findall(value.text)
        if digits.count(".") + digits.count(",") < 2
    }


def _readings_of_number(value: Value) -> set[float]:
    number = value.numbers[0]
    read = {number, *(number * factor for factor in CONVERSIONS.get(value.unit, ()))}
    if 20 <= number <= 99:  # '88 is 1988
        read |= {1900 + number, 2000 + number}
    if 1920 <= number <= 2099:
        read.add(number % 100)
    if value.text[0].isdigit():
        read.add(number / 2)
    if 12 < number <= 24 and number == int(number):
        read.add(number - 12)
    # "section 4 385 mm" may be 4,385, or 4 and 385.
    return read | {float(part) for part in value.text.split() if part.isdigit()}


def _clocks(value: Value) -> set[float]:
    """Give the times of day, in minutes, that a number may be."""
    clock, number = as_clock(value.text), value.numbers[0]
    clocks = set() if clock is None else {clock}
    if 0 < number <= 24 and number == int(number):
        clocks.add(number * 60 % 720)
    return clocks


def _between(times: set[float]) -> set[float]:
    """Give how long it is from one time to another, in minutes and in hours."""
    lengths: set[float] = set()
    for one, other in combinations(sorted(times)[:_MOST_NUMBERS], 2):
        lengths |= {abs(one - other), 720 - abs(one - other)}
    return lengths | {length / 60 for length in lengths}


def _later(times: set[float], found: list[Value]) -> set[float]:
    """Give the times that are as long before or after given ones as a given length, or two."""
    spans = {value.numbers[0] * _MINUTES[value.unit] for value in found if value.unit in _MINUTES}
    spans.update(one + other for one, other in combinations(sorted(spans)[:_FEW], 2))
    return {(time + sign * span) % 720 for time in times for span in spans for sign in (1, -1)}


def _hours(value: Value) -> set[float]:
    minutes = value.numbers[0]
    whole = {float(digits) for digits in re.findall(r"\d+", value.text)}
    return whole | {minutes // 60 or 12.0} | {number - 12 for number in whole if number > 12}


def _sums(figures: list[float]) -> set[float]:
    """Give small sums: what a person can work out from two given figures in the head."""
    distinct = list(dict.fromkeys(figures))[:_MOST_NUMBERS]
    found: set[float] = set()
    for one, other in combinations(distinct, 2):
        high, low = max(one, other), min(one, other)
        found.update((high + low, high - low))
        if low > 1 and high * low < 1e6:
            found.add(high * low)
            found.add(high / low)
    for number in distinct:
        found.update((number + 1, number - 1))  # the next one; all but one
    if len(distinct) <= _FEW:  # two adults and three children
        parts = [one * other for one, other in combinations(distinct, 2)]
        found.update(one + other for one, other in combinations(parts, 2))
    return found
