"""Suggestions: what is asked, what is drafted, what is found in a text, what became of it."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from server.schemas.base import (
    COMMENT_LIMIT,
    DRAFT_LIMIT,
    READABLE,
    Action,
    EvidenceKind,
    Feeling,
    Intent,
    Line,
    Moment,
    Outcome,
    Platform,
    Risk,
    Severity,
    Shape,
    Switch,
    Team,
    Whole,
)
from server.schemas.ledger import FoundPromise, HandOffOffer, Person, PostedAt, TimeZone


class Comment(Shape):
    """One comment as it stands on the page."""

    id: Line = ""
    author: Line = ""
    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=COMMENT_LIMIT, strip_whitespace=True),
        READABLE,
    ]
    is_own: Switch = False
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


FactText = Annotated[
    str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True), READABLE
]


class FactChoice(Shape):
    """What a person says that a reply may rest on, beside the snippets that fit by themselves."""

    facts: Annotated[
        list[FactText],
        Field(
            max_length=20, description="Facts for this comment alone, beside the snippets that fit."
        ),
    ] = []
    snippets_in: Annotated[
        list[Line],
        Field(
            max_length=20,
            description="Ids of snippets that are offered whether or not they fit; what is no "
            "longer there, or not this brand's, is left aside.",
        ),
    ] = []
    snippets_out: Annotated[
        list[Line],
        Field(max_length=200, description="Ids of snippets that are not offered here."),
    ] = []


class SuggestionRequest(FactChoice):
    """What a suggestion is asked for: a thread, a tone, and what the person adds."""

    thread: Thread
    brand_voice_id: Line | None = None
    tone: Line = "plain"
    action: Action | None = Field(default=None, description="Overrules the advice of triage.")
    hand_over_to: Team = ""
    note: Annotated[str, StringConstraints(max_length=1000, strip_whitespace=True), READABLE] = ""
    draft: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE] = ""
    instruction: Annotated[
        str, StringConstraints(max_length=500, strip_whitespace=True), READABLE
    ] = ""
    seed: Annotated[Whole, Field(ge=0, lt=2**31)] | None = None


class UnfitTone(Shape):
    """A tone that does not go with a comment, and why."""

    tone: str
    why: str


class Triage(Shape):
    """What kind of comment this is and what to do."""

    intent: Intent
    feeling: Feeling
    risk: Risk
    action: Action
    hand_over_to: Team = ""
    why: str
    advised: Action | None = Field(
        default=None, description="What was advised, where a person chose something else."
    )
    unfit_tones: list[UnfitTone] = []
    kinds: dict[str, float] = Field(
        default={},
        description="How likely it is trouble, friendly, question, wish, spam; empty by rule.",
    )


class TriageChange(Shape):
    """What a person chooses to do with a comment, whatever was advised."""

    action: Action
    hand_over_to: Team = Field(default="", description="To whom; empty: whoever was advised.")


class Overrule(Shape):
    """A choice that was kept for a comment, and what had been advised."""

    action: Action
    hand_over_to: Team
    advised: Triage


class Evidence(Shape):
    """What one sentence rests on; the span is half-open, in UTF-16 code units."""

    start: int
    end: int
    kind: EvidenceKind
    ref: str = Field(
        default="", description="The id of the snippet, or of the comment in the thread."
    )
    quote: str = Field(default="", description="The words that the sentence rests on.")
    source: str = Field(
        default="", description="Where a snippet is from and since when, as people read it."
    )


class OfferedSnippet(Shape):
    """A snippet that a draft may rest on."""

    id: str
    text: str
    source: str = Field(
        default="", description="Where it is from and since when, as people read it."
    )


class Finding(Shape):
    """One fault found by a check; the span is half-open, in UTF-16 code units."""

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    replacements: list[str] = []


class Span(Shape):
    """A stretch of a text, half-open, in UTF-16 code units."""

    start: int
    end: int


class Light(Span):
    """One light on a reply to a complaint.

    A lit one spans the words that light it; one that is not lit offers a text for its span.
    """

    name: Literal["names_the_fault", "no_conditional_sorry", "says_what_next", "says_who_or_where"]
    is_lit: bool
    offer: str = ""


class Door(Shape):
    """Whether the comment opens the door to a product or an offer, and what in the text sells."""

    is_open: bool
    why: str
    sales: list[Span] = Field(default=[], description="The sentences that sell.")


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


class Teammate(Shape):
    """Somebody else who works on the same comment, or has answered it."""

    name: str = Field(description="What their device is called.")
    doing: Literal["drafting", "posted", "taken_back"]
    at: Moment = Field(description="Since when they draft; when they posted, or took it back.")


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
    snippets: list[OfferedSnippet] = Field(
        default=[], description="The snippets that a reply may rest on, those put in first."
    )
    findings: list[Finding] = []
    owning: list[Light] = Field(
        default=[], description="Four lights, where a complaint is ours to own; else none."
    )
    door: Door | None = None
    finish_reason: Literal["stop", "length", "no_reply_advised"] | None = None
    hand_off: HandOffOffer | None = Field(
        default=None, description="The note for the colleague, where the advice is to hand over."
    )
    person: Person | None = Field(
        default=None, description="What was said with the author before, and what is open to them."
    )
    teammates: list[Teammate] = Field(
        default=[], description="Who else drafts a reply to the comment, or has answered it, now."
    )
    disclosure: str = Field(
        default="", description="The line that the brand adds here; the texts end with it."
    )
    model: str
    prompt_version: str
    usage: Usage = Usage()
    created_at: Moment


class Feedback(Shape):
    """What became of a suggestion, with the text that the person used."""

    outcome: Outcome
    text: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE] = ""
    posted_at: PostedAt | None = Field(default=None, description="When it was posted; none: now.")
    time_zone: TimeZone = Field(
        default="UTC", description="Where the person is, for the dates in the text."
    )


class FeedbackAnswer(Shape):
    """What the server made of the text that was used."""

    human_share: float | None = Field(
        description="How much of the text is the person's own, 0 to 1; none where there is no text."
    )
    untouched_in_a_row: int = Field(
        description="How many of the last posted replies, this one first, nobody changed."
    )
    promises: list[FoundPromise] = Field(description="Promises in a posted text, to be confirmed.")


class ChecksRequest(Shape):
    """A text to look at, and what it may rest on: a suggestion's thread, or one given here."""

    text: Annotated[str, StringConstraints(max_length=DRAFT_LIMIT), READABLE]
    suggestion_id: Line | None = None
    brand_voice_id: Line | None = None
    thread: Thread | None = None
    tone: Line = "plain"
    note: Annotated[str, StringConstraints(max_length=1000), READABLE] = ""
    facts: Annotated[list[FactText], Field(max_length=20)] | None = Field(
        default=None, description="None, here and below: as for the suggestion."
    )
    snippets_in: Annotated[list[Line], Field(max_length=20)] | None = None
    snippets_out: Annotated[list[Line], Field(max_length=200)] | None = None


class ChecksAnswer(Shape):
    """What was found in a text."""

    findings: list[Finding]
    evidence: list[Evidence]
    owning: list[Light] = Field(
        description="Four lights, where a complaint is ours to own; else none."
    )
    door: Door
    teammates: list[Teammate] = Field(
        default=[], description="Who else drafts a reply to the comment, or has answered it, now."
    )
    language: str | None = Field(
        description="The locale of its grammar and spelling; empty: the reader's own; "
        "null: not to be looked at."
    )


class Event(Shape):
    """One event of the stream of a suggestion: its name and its payload."""

    name: Literal[
        "suggestion.created", "suggestion.text.delta", "suggestion.text.done",
        "suggestion.evidence.added", "suggestion.finding.added", "suggestion.alternative.added",
        "suggestion.completed", "suggestion.failed",
    ]  # fmt: skip
    payload: dict[str, Any]
