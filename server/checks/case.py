"""A case: one text with all that it may rest on. Checks and evidence look at nothing else."""

from dataclasses import dataclass, field
from typing import Literal

from server.schemas import Action, BrandVoiceInput, Feeling, Intent, Platform, Risk, Severity


@dataclass(frozen=True)
class Fact:
    """Something that the brand stands by: a snippet, or a fact given for this comment."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class Earlier:
    """An earlier comment of the thread."""

    id: str
    who: Literal["them", "us", "other"]
    text: str


@dataclass(frozen=True)
class Case:
    """A text in a person's hands, the comment it answers, and what is known."""

    text: str
    comment: str
    author: str = ""
    platform: Platform = "generic"
    post: str = ""
    thread: tuple[Earlier, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: str = ""
    tone: str = "plain"
    intent: Intent | None = None
    feeling: Feeling | None = None
    risk: Risk = "none"
    action: Action = "reply"
    brand: BrandVoiceInput | None = None
    others: tuple[str, ...] = ()  # other comments on the page
    recent: tuple[str, ...] = ()  # the person's last replies here, newest first


@dataclass(frozen=True)
class Found:
    """One fault: a half-open span in characters of the text, what is wrong, and ways to mend it."""

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    replacements: tuple[str, ...] = field(default=())
