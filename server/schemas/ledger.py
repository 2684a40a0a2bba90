"""The ledger: promises, hand-offs, and what is known of one person."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints

from server.schemas.base import (
    DRAFT_LIMIT,
    READABLE,
    Line,
    Moment,
    Outcome,
    PageQuery,
    Platform,
    Shape,
    Team,
)

PromiseStatus = Literal["open", "done", "broken"]
HandOffStatus = Literal["open", "done"]
Colleagues = Literal["support", "pr", "product", "legal", "safety", "marketing"]
NOTE_LIMIT = 20_000  # characters; a note quotes the comment and what was said before it


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("is no time zone; send an IANA name such as Europe/Paris")
    return name


TimeZone = Annotated[str, StringConstraints(max_length=100), AfterValidator(_zone)]
PostedAt = Annotated[
    Moment, Field(ge=datetime(1990, 1, 1, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC))
]
Words = Annotated[
    str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True), READABLE
]
HandOffNote = Annotated[
    str, StringConstraints(min_length=1, max_length=NOTE_LIMIT, strip_whitespace=True), READABLE
]
Link = Annotated[str, StringConstraints(max_length=2000), READABLE]


class FoundPromise(Shape):
    """A commitment found in a text; the span is half-open, in UTF-16 code units."""

    start: int
    end: int
    quote: str
    what: str = Field(description="What is to be done, as written.")
    who: str = Field(description="Who is to do it: we, I, or the team or person named.")
    due: Moment | None = Field(description="The last moment that keeps it; none: none is said.")
    due_said: str = Field(description="The words that say until when.")


class PromisesSought(Shape):
    """A text to look for promises in, and what its dates are counted from."""

    text: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE]
    posted_at: PostedAt | None = Field(default=None, description="When it was posted; none: now.")
    time_zone: TimeZone = Field(default="UTC", description="Where it was posted, an IANA name.")
    brand_voice_id: Line | None = Field(
        default=None, description="Whose locale says whether 03/04 is in March or in April."
    )


class PromisesFound(Shape):
    """The promises of a text, in the order of the text."""

    promises: list[FoundPromise]


class PromiseInput(Shape):
    """A promise to keep. What is left out of whom and where comes from the suggestion."""

    quote: Words
    what: Words
    who: Line = "we"
    due: Moment | None = None
    due_said: Line = ""
    time_zone: TimeZone = "UTC"
    suggestion_id: Line | None = None
    brand_voice_id: Line | None = None
    platform: Platform | None = None
    author: Line | None = Field(default=None, description="To whom it was made.")
    url: Link | None = Field(default=None, description="Where it was made.")


class PromiseChange(Shape):
    """What changes of a promise; what is left out stays."""

    status: PromiseStatus | None = None
    what: Words | None = None
    who: Line | None = None
    due: Moment | None = Field(default=None, description="null takes the date away.")


class Promise(Shape):
    """A commitment made in a posted reply, kept until it is done or broken."""

    id: str
    status: PromiseStatus
    quote: str
    what: str
    who: str
    due: Moment | None
    due_said: str
    time_zone: str
    platform: Platform
    author: str
    url: str
    suggestion_id: str | None
    brand_voice_id: str | None
    created_at: Moment
    done_at: Moment | None = Field(description="When it was marked done or broken.")


class PromiseQuery(PageQuery):
    """Which promises are asked for."""

    status: PromiseStatus | None = None
    platform: Platform | None = None
    author: Line | None = None
    due_before: Moment | None = None


class HandOffOffer(Shape):
    """A note for a colleague, ready to be sent: to whom, and what it says."""

    to: Colleagues
    note: str


class HandOffInput(Shape):
    """A comment to pass on. What is left out of whom and where comes from the suggestion."""

    to: Colleagues
    note: HandOffNote
    suggestion_id: Line | None = None
    brand_voice_id: Line | None = None
    platform: Platform | None = None
    author: Line | None = None
    url: Link | None = None


class HandOffChange(Shape):
    """What changes of a hand-off; what is left out stays."""

    status: HandOffStatus | None = None
    to: Colleagues | None = None
    note: HandOffNote | None = None


class HandOff(Shape):
    """A comment passed on to colleagues, with a note."""

    id: str
    status: HandOffStatus
    to: Colleagues
    note: str
    platform: Platform
    author: str
    url: str
    suggestion_id: str | None
    brand_voice_id: str | None
    created_at: Moment
    done_at: Moment | None


class HandOffQuery(PageQuery):
    """Which hand-offs are asked for."""

    status: HandOffStatus | None = None
    to: Team = ""


class Exchange(Shape):
    """A comment of a person, and the reply that it got."""

    suggestion_id: str
    url: str
    comment: str
    reply: str
    outcome: Outcome
    at: Moment


class Person(Shape):
    """What was said with one person before, and what is open to them, newest first."""

    platform: Platform
    author: str
    exchange_count: int
    exchanges: list[Exchange]
    promises: list[Promise]
    hand_offs: list[HandOff]
