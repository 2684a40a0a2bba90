"""What all shapes are made of: words of the API, texts, moments, pages of a list."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
)

Platform = Literal[
    "youtube", "x", "facebook", "instagram", "linkedin", "reddit", "tiktok", "mastodon", "bluesky",
    "discourse", "github", "hacker_news", "wordpress", "trustpilot", "google_business", "disqus",
    "discord", "blog", "reviews", "forum", "generic",
]  # fmt: skip
Intent = Literal[
    "praise", "thanks", "question", "complaint", "mistake_report", "suggestion", "criticism",
    "accusation", "story", "joke", "purchase_intent", "comparison", "disappointment", "concern",
    "crisis", "spam", "troll", "off_topic",
]  # fmt: skip
Feeling = Literal[
    "happy", "grateful", "curious", "neutral", "amused", "disappointed", "frustrated", "angry",
    "sad", "worried", "sarcastic", "confused",
]  # fmt: skip
Risk = Literal["none", "low", "high"]
Action = Literal["reply", "ask", "move", "hand_over", "ignore"]
Team = Literal["", "support", "pr", "product", "legal", "safety", "marketing"]
Severity = Literal["error", "warning", "info"]
EvidenceKind = Literal["comment", "thread", "snippet", "note", "opinion", "nothing"]
Outcome = Literal["posted", "copied", "rejected", "handed_over", "ignored", "taken_back"]
DeviceKind = Literal["extension", "desk", "terminal"]

COMMENT_LIMIT = 10_000  # characters; the longest comment that YouTube or Reddit takes
DRAFT_LIMIT = 10_000
_NUMBER = re.compile(r"\s*[-+]?\d*\.?\d*(?:e[-+]?\d+)?\s*", re.IGNORECASE)
LAST_EVENTS = ("suggestion.completed", "suggestion.failed")  # one of them ends a stream


def _readable(text: object) -> object:
    """Refuse what no page shows and no database keeps: null characters, half surrogate pairs."""
    if not isinstance(text, str):
        return text
    if "\x00" in text:
        raise ValueError("has a null character; remove it")
    if any("\ud800" <= ch <= "\udfff" for ch in text):
        raise ValueError("has half of a surrogate pair; send whole Unicode characters")
    return text


def _utc(moment: datetime) -> datetime:
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("is before the year 1 or after 9999 in UTC; send a real date") from error


def _written_out(moment: Any) -> Any:
    """Refuse numbers, which would be taken for seconds since 1970."""
    if isinstance(moment, int | float) or (isinstance(moment, str) and _NUMBER.fullmatch(moment)):
        raise ValueError("is a number; write it out, as in 2026-05-31 or 2026-05-31T09:30:00Z")
    return moment


READABLE = BeforeValidator(_readable)  # before the length, which no half pair has
WRITTEN_OUT = BeforeValidator(_written_out)
Text = Annotated[str, READABLE]
Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True), READABLE]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True), READABLE
]
Moment = Annotated[datetime, WRITTEN_OUT, AfterValidator(_utc)]
Day = Annotated[date, WRITTEN_OUT]
Whole = Annotated[int, Strict()]
Switch = Annotated[bool, Strict()]


T = TypeVar("T")


class Shape(BaseModel):
    """The base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Page(Shape, Generic[T]):
    """One page of a list; `next` is the cursor of the one after it."""

    data: list[T]
    next: str | None = None


class PageQuery(Shape):
    """Which page of a list is asked for; `cursor` is the `next` of the page before."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Line | None = None
