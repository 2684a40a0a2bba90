"""Brands: how one speaks, what it stands by, and the tones that there are."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, StringConstraints, ValidationInfo, field_validator

from server.schemas.base import (
    READABLE,
    Day,
    Line,
    Moment,
    Name,
    PageQuery,
    Platform,
    Severity,
    Shape,
    Switch,
    Whole,
)

Locale = Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3}(-[A-Z]{2})?)?$")]


class Guideline(Shape):
    """One rule of a brand voice."""

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), READABLE
    ]
    severity: Severity = "warning"


class PreferredTerm(Shape):
    """A term to use, and those it stands in for."""

    term: Name
    instead_of: Annotated[list[Name], Field(min_length=1, max_length=20)]


class Disclosure(Shape):
    """A line that says how replies are written, and where it is added."""

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), READABLE
    ]
    platforms: Annotated[
        list[Platform], Field(max_length=50, description="Where it is added; empty: everywhere.")
    ] = []


class BrandVoiceInput(Shape):
    """How a brand speaks, as a person writes it down."""

    name: Name
    what: Line = Field(default="", description="What the brand does, in one clause.")
    voice: Line = Field(default="", description="How it speaks, in one clause.")
    guidelines: Annotated[list[Guideline], Field(max_length=30)] = []
    preferred_terms: Annotated[list[PreferredTerm], Field(max_length=100)] = []
    banned_terms: Annotated[list[Name], Field(max_length=100)] = []
    checks_off: Annotated[
        list[Name], Field(max_length=50, description="Checks that this brand does not want.")
    ] = []
    locale: Locale = Field(
        default="",
        description="Such as en-US, which has 03/04 in March; empty: by time zone.",
    )
    disclosure: Disclosure | None = Field(
        default=None, description="The line that each of its replies ends with."
    )


class BrandVoice(BrandVoiceInput):
    """A stored brand voice."""

    id: str
    created_at: Moment
    updated_at: Moment


class CheckSwitch(Shape):
    """One check of a brand voice, on or off."""

    check: Name
    is_on: Switch


class SnippetFields(Shape):
    """A fact that the brand stands by."""

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True), READABLE
    ]
    brand_voice_id: Line | None = Field(
        default=None, description="The only brand voice it belongs to; none: all."
    )
    source: Line = Field(default="", description="Where it is from, in words.")
    url: HttpUrl | None = None
    valid_from: Day | None = None
    valid_until: Day | None = Field(
        default=None, description="After this day it is no longer used."
    )


class SnippetInput(SnippetFields):
    """A fact that the brand stands by, as a person writes it down."""

    @field_validator("valid_until")
    @classmethod
    def _ends_after_it_begins(cls, last: date | None, given: ValidationInfo) -> date | None:
        first = given.data.get("valid_from")
        if first and last and last < first:
            raise ValueError("is before valid_from; choose a later day")
        return last


class Snippet(SnippetFields):
    """A stored snippet."""

    id: str
    created_at: Moment
    updated_at: Moment


class FieldChange(Shape):
    """One field of a snippet before and after."""

    field: str
    was: str
    will: str


class ImportedLine(Shape):
    """What becomes of one line of a file."""

    line: int = Field(description="Its number in the file, from 1.")
    kind: Literal["new", "changed", "refused"]
    text: str = Field(description="The beginning of its text.")
    snippet_id: str | None = Field(default=None, description="The snippet that it changes.")
    changes: list[FieldChange] = []
    reason: str = Field(default="", description="Why it is refused.")


class SnippetsImport(Shape):
    """What a file of snippets would change, or changed."""

    new: int
    changed: int
    same: int
    refused: int
    lines: list[ImportedLine] = Field(description="All but those that change nothing.")
    seen: str = Field(description="Names what is said here; sent with the file, it is done.")
    is_done: bool


class SnippetImportQuery(Shape):
    """Whether to say what a file would change, or to do it."""

    seen: Line = Field(
        default="", description="As the answer said that told what would change; empty: tell it."
    )


class SnippetExportQuery(Shape):
    """As what kind of file the snippets are given."""

    format: Literal["csv", "lines"] = "lines"


class SnippetQuery(PageQuery):
    """Which snippets are asked for: those with all the words, those that a brand voice may use."""

    query: Line = ""
    brand_voice_id: Line | None = None
    usable: bool = Field(
        default=False,
        description="Only those that are valid today and that the voice may use; where none is "
        "named, those that every voice may use.",
    )


class ToneInput(Shape):
    """A tone preset, as a person writes it down."""

    name: Name
    description: Line = ""
    emoji: Annotated[Whole, Field(ge=0, le=5, description="How many emoji a draft may have.")] = 0
    enabled: Switch = True
    position: Annotated[Whole, Field(ge=0, le=1000)] = 100


class Tone(ToneInput):
    """A stored tone preset; `id` is what requests name it by and never changes."""

    id: str
    is_preset: bool = Field(description="One of the five that the model was trained with.")
