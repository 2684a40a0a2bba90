"""Time phrases: the words of a clause that say until when, as named groups of one expression."""

import re

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "half an": 0.5, "a couple of": 2,
    "a couple": 2, "a few": 3, "few": 3, "couple of": 2,
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
NTH = ("first", "second", "third", "fourth", "last")
# A zone's short name stands for the clocks of that place, summer or winter.
ZONES = {
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
    "cdt": "America/Chicago", "central": "America/Chicago", "mt": "America/Denver",
    "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "utc": "UTC", "gmt": "Etc/GMT", "bst": "Europe/London",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "eet": "Europe/Helsinki",
    "ist": "Asia/Kolkata", "sgt": "Asia/Singapore", "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
}  # fmt: skip

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER = r"\d+|" + "|".join(sorted((n for n in NUMBERS), key=len, reverse=True))
_UNIT = r"minute|min|hour|hr|day|week|fortnight|month|year"

# Each reading of a date; the first that fits the longest words wins.
DATES = {
    "span": (
        rf"(?:in|within|inside|over|for|after|no more than|give (?:me|us))\s(?:about\s|around\s)?"
        rf"(?:the\s)?(?:next\s|coming\s)?(?:(?P<least>{_NUMBER})\s?(?:-|–|to|or)\s?)?"
        rf"(?P<count>{_NUMBER})[\s-](?P<working>working\s|business\s)?(?P<unit>{_UNIT})s?\b"
        rf"(?:['’]s?)?(?:\stime)?"
    ),
    "from_now": (
        rf"\b(?P<count>{_NUMBER})\s(?P<working>working\s|business\s)?(?P<unit>{_UNIT})s?\sfrom now"
    ),
    "hour": r"within the hour|this hour",
    "calendar": (
        rf"(?:(?:{_DAY}),?\s)?(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}(?:,?\s20\d\d)?"
        rf"|(?:(?:{_DAY}),?\s(?:the\s)?)?{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)"
        rf"(?:,?\s20\d\d)?"
        rf"|(?<=the )\d{{1,2}}(?:st|nd|rd|th)\sof\s{_MONTH}"
    ),
    "iso": r"20\d\d-\d\d-\d\d",
    "slashed": r"\b\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?\b(?!\s?(?:am|pm|a\.m|p\.m|%))",
    "nth_weekday": (
        rf"\bthe\s(?P<nth>{'|'.join(NTH)})\s(?P<nth_day>{_DAY})\s(?:of|in)\s(?P<nth_month>{_MONTH})"
    ),
    "day_of_month": rf"\b(?:{_DAY}\s)?the\s(?P<nth_of>\d{{1,2}})(?:st|nd|rd|th)\b",
    "month": (
        rf"\b(?:(?P<edge>end|start|beginning|middle)\sof|mid[\s-]|by|before|in|early|late|during)"
        rf"\s?(?P<of_month>{_MONTH})(?:\s20\d\d)?"
    ),
    "day_after": r"the day after tomorrow",
    "tomorrow": r"\b(?:tomorrow|tmrw)\b|\bin the morning\b",
    "weekday": rf"\b(?P<which>next\s|this\s|coming\s)?(?P<weekday>{_DAY})(?:['’]s)?\b",
    "weekend": r"\b(?P<which_end>next\s|this\s|the\s|coming\s)weekend\b",
    "week_after": r"\bthe week after next\b",
    "week": r"\b(?P<which_week>this\s|next\s|the\s)week\b",
    "this_month": r"\b(?P<which_month>this\s|next\s|the\s)month\b",
    "quarter": r"\bq(?P<quarter>[1-4])\b",
    "this_year": r"\b(?P<which_year>this\s|next\s|the\s)year\b",
    "feast": (
        r"\b(?P<feast>christmas eve|christmas|new year['’]s eve|new year['’]s day|new year|"
        r"easter|halloween|valentine['’]s day)\b"
    ),
    "today": (
        r"\b(?:later today|today|tonight|this (?:morning|afternoon|evening)|eod|cob|"
        r"(?:the\s)?(?:end of (?:the\s|my\s)?(?:business\s)?day|close of (?:business|play))|"
        r"same day)\b"
    ),
}
_ZONE = (
    rf"(?:\s(?P<zone>{'|'.join(ZONES)})\b(?:\stime)?|,?\s(?P<city>[a-z]+(?:\s[a-z]+)?)\stime\b)?"
)
_HALF = r"(?P<half>\s?[ap]\.?m\b\.?|\so['’]clock)?"
CLOCK = re.compile(
    rf"\b(?:(?P<said>half past|quarter past|quarter to)\s(?P<said_hour>\d{{1,2}}|{_NUMBER})\b|"
    rf"(?P<noon>noon|midday|midnight|lunch(?:\s?time)?)|"
    rf"(?:(?P<lead>at|by|before|until|till|around|than|from|and|between|to)\s)?"
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_HALF}"
    rf"(?P<follows>(?=\s(?:tonight|tomorrow|today|this|on)\b))?){_ZONE}"
)
PART_OF_DAY = re.compile(r"\b(morning|afternoon|evening|night|tonight|first thing)\b")
VAGUE = re.compile(
    r"\b(?:as soon as (?:possible|i can|we can)?|asap|(?:very )?soon|shortly|straight away|"
    r"right (?:away|now)|immediately|at once|any minute|(?:in|this|next) (?:the )?"
    r"(?:spring|summer|autumn|fall|winter)|in the (?:next|coming) (?:days|weeks|months))\b"
)
DATE = {name: re.compile(pattern) for name, pattern in DATES.items()}
BEFORE = re.compile(r"\b(?:before|ahead of)\s(?:the\s)?$")
