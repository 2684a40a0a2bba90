"""The shapes of the API: requests are checked and answers are built with these alone."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints

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
Outcome = Literal["posted", "copied", "rejected", "handed_over", "ignored"]
DeviceKind = Literal["extension", "desk", "terminal"]

COMMENT_LIMIT = 10_000  # characters; the longest comment that YouTube or Reddit takes
DRAFT_LIMIT = 10_000
LAST_EVENTS = ("suggestion.completed", "suggestion.failed")  # one of them ends a stream


def _readable(text: str) -> str:
    """Refuse what no page shows and no database keeps: null characters, half surrogate pairs."""
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


READABLE = AfterValidator(_readable)
Text = Annotated[str, READABLE]
Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True), READABLE]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True), READABLE
]
Moment = Annotated[datetime, AfterValidator(_utc)]


T = TypeVar("T")


class Shape(BaseModel):
    """The base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Comment(Shape):
    """One comment as it stands on the page."""

    id: Line = ""
    author: Line = ""
    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=COMMENT_LIMIT, strip_whitespace=True),
        READABLE,
    ]
    is_own: bool = False
    posted_at: Moment | None = None


class Thread(Shape):
    """The comments that lead to the one to answer, oldest first; the last one is answered."""

    platform: Platform = "generic"
    url: Annotated[str, StringConstraints(max_length=2000), READABLE] = ""
    post: Annotated[str, StringConstraints(max_length=COMMENT_LIMIT), READABLE] = ""
    comments: Annotated[list[Comment], Field(min_length=1, max_length=100)]
    others: Annotated[
        list[Annotated[str, StringConstraints(max_length=COMMENT_LIMIT), READABLE]],
        Field(
            max_length=50,
            description="Other comments on the page, to see whether a draft would fit them too.",
        ),
    ] = []


class SuggestionRequest(Shape):
    """What a suggestion is asked for: a thread, a tone, and what the person adds."""

    thread: Thread
    brand_voice_id: Line | None = None
    tone: Line = "plain"
    action: Action | None = Field(default=None, description="Overrules the advice of triage.")
    hand_over_to: Team = ""
    note: Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True), READABLE] = ""
    facts: Annotated[
        list[
            Annotated[
                str,
                StringConstraints(min_length=1, max_length=1000, strip_whitespace=True),
                READABLE,
            ]
        ],
        Field(
            max_length=20, description="Facts for this comment alone, beside the snippets that fit."
        ),
    ] = []
    draft: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE] = ""
    instruction: Annotated[
        str, StringConstraints(max_length=500, strip_whitespace=True), READABLE
    ] = ""
    seed: Annotated[int, Field(ge=0, lt=2**31)] | None = None


class Triage(Shape):
    """What kind of comment this is and what to do."""

    intent: Intent
    feeling: Feeling
    risk: Risk
    action: Action
    hand_over_to: Team = ""
    why: str


class Evidence(Shape):
    """What one sentence rests on; the span is half-open, in UTF-16 code units."""

    start: int
    end: int
    kind: EvidenceKind
    ref: str = Field(
        default="", description="The id of the snippet, or of the comment in the thread."
    )
    quote: str = Field(default="", description="The words that the sentence rests on.")


class Finding(Shape):
    """One fault found by a check; the span is half-open, in UTF-16 code units."""

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    replacements: list[str] = []


class Alternative(Shape):
    """Another draft for the same comment."""

    text: str
    tone: str
    written: Literal["guided", "free"]


class Usage(Shape):
    """What a suggestion cost."""

    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    prefill_ms: int = 0
    decode_ms: int = 0


class Suggestion(Shape):
    """A draft with what it rests on and what was found in it."""

    id: str
    status: Literal["in_progress", "completed", "failed"]
    text: str = ""
    tone: str
    written: Literal["guided", "free"] | None = Field(
        default=None, description="Which way of writing made the text."
    )
    alternatives: list[Alternative] = []
    triage: Triage
    evidence: list[Evidence] = []
    findings: list[Finding] = []
    finish_reason: Literal["stop", "length", "no_reply_advised"] | None = None
    model: str
    prompt_version: str
    usage: Usage = Usage()
    created_at: Moment


class Feedback(Shape):
    """What became of a suggestion, with the text that the person used."""

    outcome: Outcome
    text: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE] = ""


class ChecksRequest(Shape):
    """A text to look at, and what it may rest on: a suggestion's thread, or one given here."""

    text: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE]
    suggestion_id: Line | None = None
    brand_voice_id: Line | None = None
    thread: Thread | None = None
    tone: Line = "plain"
    note: Annotated[str, StringConstraints(max_length=1000), READABLE] = ""
    facts: Annotated[
        list[Annotated[str, StringConstraints(max_length=1000), READABLE]], Field(max_length=20)
    ] = []


class ChecksAnswer(Shape):
    """What was found in a text."""

    findings: list[Finding]
    evidence: list[Evidence]


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


class BrandVoice(BrandVoiceInput):
    """A stored brand voice."""

    id: str
    created_at: Moment
    updated_at: Moment


class SnippetInput(Shape):
    """A fact that the brand stands by, as a person writes it down."""

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True), READABLE
    ]
    brand_voice_id: Line | None = Field(
        default=None, description="The only brand voice it belongs to; none: all."
    )
    source: Line = Field(default="", description="Where it is from, in words.")
    url: HttpUrl | None = None
    valid_from: date | None = None
    valid_until: date | None = Field(
        default=None, description="After this day it is no longer used."
    )


class Snippet(SnippetInput):
    """A stored snippet."""

    id: str
    created_at: Moment
    updated_at: Moment


class Imported(Shape):
    """How many snippets came in."""

    count: int


class ToneInput(Shape):
    """A tone preset, as a person writes it down."""

    name: Name
    description: Line = ""
    emoji: Annotated[int, Field(ge=0, le=5, description="How many emoji a draft may have.")] = 0
    enabled: bool = True
    position: Annotated[int, Field(ge=0, le=1000)] = 100


class Tone(ToneInput):
    """A stored tone preset; `id` is what requests name it by and never changes."""

    id: str
    is_preset: bool = Field(description="One of the five that the model was trained with.")


class DeviceInput(Shape):
    """A browser that asks to be let in, with the code that the server showed."""

    code: Line
    name: Name


class Device(Shape):
    """A browser or a program that may use the server."""

    id: str
    name: str
    kind: DeviceKind
    created_at: Moment
    last_seen_at: Moment | None = None


class NewDevice(Device):
    """A device with its token, which is shown this once."""

    token: str


class PairingCode(Shape):
    """The code that lets one browser in, once."""

    code: str
    expires_at: Moment


class Health(Shape):
    """How the server is."""

    status: Literal["ok", "model-loading"]
    version: str
    model: str
    engine: str


class Page(Shape, Generic[T]):
    """One page of a list; `next` is the cursor of the one after it."""

    data: list[T]
    next: str | None = None


class PageQuery(Shape):
    """Which page of a list is asked for; `cursor` is the `next` of the page before."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Line | None = None


class SnippetQuery(PageQuery):
    """Which snippets are asked for: those with all the words, those that a brand voice may use."""

    query: Line = ""
    brand_voice_id: Line | None = None


class FieldError(Shape):
    """One field at fault: where (a JSON pointer; `?name` in the query), and what is wrong."""

    pointer: str
    detail: str


class Problem(Shape):
    """An API error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldError] = []


class Event(Shape):
    """One event of the stream of a suggestion: its name and its payload."""

    name: Literal[
        "suggestion.created", "suggestion.text.delta", "suggestion.text.done",
        "suggestion.evidence.added", "suggestion.finding.added", "suggestion.alternative.added",
        "suggestion.completed", "suggestion.failed",
    ]  # fmt: skip
    payload: dict[str, Any]
