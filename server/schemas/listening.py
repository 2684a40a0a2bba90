"""Listening: what people told us, counted by person, and what was drafted and posted before."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from server.schemas.base import (
    Day,
    Feeling,
    Intent,
    Line,
    Moment,
    Outcome,
    PageQuery,
    Platform,
    Risk,
    Shape,
)

ListeningDay = Annotated[Day, Field(ge=date(1990, 1, 1), le=date(2200, 1, 1))]
ListeningTeam = Literal["product", "pr", "support", "marketing"]


class ListeningQuery(Shape):
    """Whose comments of which days are asked for; where no day is named, of the last thirty."""

    first: ListeningDay | None = Field(
        default=None, alias="from", description="The first day, in UTC."
    )
    last: ListeningDay | None = Field(default=None, alias="to", description="The last day, in UTC.")
    brand_voice_id: Line | None = None
    platform: Platform | None = None
    team: ListeningTeam | None = Field(
        default=None, description="Only what is for this team; none: all."
    )
    names: bool = Field(
        default=False, description="With the names of people and links to their comments."
    )


class ListeningExportQuery(ListeningQuery):
    """What is asked for, and as what kind of file."""

    format: Literal["csv", "markdown"] = "csv"


class Count(Shape):
    """How many comments are of one kind, and how many people wrote them."""

    value: str
    comments: int
    people: int


class Stretch(Shape):
    """Some days in a row, and what was heard in them."""

    first: date
    last: date
    comments: int
    people: int
    intents: list[Count]
    feelings: list[Count]
    risks: list[Count]


class Quote(Shape):
    """What one person wrote, or the part of it that says it."""

    suggestion_id: str
    text: str
    platform: Platform
    author: str = Field(description="Empty where names were not asked for.")
    url: str = Field(description="Empty where names were not asked for.")
    intent: Intent
    feeling: Feeling
    risk: Risk
    seen_at: Moment


class Theme(Shape):
    """What people talk about; each person counts once."""

    name: str
    people: int
    people_before: int = Field(description="In as many days before.")
    comments: int
    feelings: list[Count]
    quotes: list[Quote]


class Point(Shape):
    """What one or several people said in like words; the first quote stands for all."""

    people: int
    quotes: list[Quote]


class Duration(Shape):
    """How long it took: half were no slower than the median, nine in ten no slower than `most`."""

    count: int
    median_s: int
    most_s: int


class Answered(Shape):
    """How soon replies were posted."""

    since_seen: Duration | None = Field(description="From the first draft for the comment on.")
    since_written: Duration | None = Field(
        description="From when it was written, where the page said so."
    )


class Owed(Shape):
    """Promises that are open now, whenever they were made."""

    open: int
    late: int


class Listening(Shape):
    """What people told us in some days; numbers `before` are of as many days before them.

    Each list of points looks at the last 200 comments of its kind.
    """

    first: date
    last: date
    comments: int
    comments_before: int
    people: int
    people_before: int
    intents: list[Count]
    feelings: list[Count]
    risks: list[Count]
    outcomes: list[Count] = Field(description="What became of the comments; the rest is open.")
    over_time: list[Stretch]
    themes: list[Theme]
    questions: list[Point] = Field(description="Asked, and answered by no snippet so far.")
    wishes: list[Point]
    troubles: list[Point]
    criticism: list[Point]
    praise: list[Point] = Field(description="Worth showing, once the person agrees.")
    answered: Answered
    promises: Owed


class PastSuggestion(Shape):
    """A comment, what was drafted for it, and what became of that."""

    suggestion_id: str
    platform: Platform
    author: str
    url: str
    comment: str
    draft: str
    outcome: Outcome | None
    reply: str = Field(description="What the person made of the draft; empty: nothing yet.")
    human_share: float | None
    brand_voice_id: str | None
    intent: Intent
    made_at: Moment
    decided_at: Moment | None


class PastQuery(PageQuery):
    """Which suggestions are asked for: those with all of the words, in comment, draft or reply."""

    query: Line = ""
    platform: Platform | None = None
    author: Line = Field(default="", description="Part of the name.")
    first: ListeningDay | None = Field(
        default=None, alias="from", description="The first day, in UTC."
    )
    last: ListeningDay | None = Field(default=None, alias="to", description="The last day, in UTC.")
    brand_voice_id: Line | None = None
    outcome: Outcome | None = None
