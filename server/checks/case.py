"""A case: one text with all that it may rest on. Checks and evidence look at nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Literal, TypeVar

from server.schemas import Action, BrandVoiceInput, Feeling, Intent, Platform, Risk, Severity

T = TypeVar("T")


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
    known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True)
class Found:
    """One fault: a half-open span in characters of the text, what is wrong, and ways to mend it."""

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    replacements: tuple[str, ...] = field(default=())


def once(work: Callable[[Case], T]) -> Callable[[Case], T]:
    """Work something out once for each case, which keeps it: many checks ask the same."""

    @wraps(work)
    def kept(case: Case) -> T:
        if work not in case.known:
            case.known[work] = work(case)
        found: T = case.known[work]
        return found

    return kept


def look_once(look: Callable[[Case], Iterator[Found]]) -> Callable[[Case], Iterator[Found]]:
    """Look once for the faults in each case, which keeps them: some checks ask for another's."""
    all_found = once(lambda case: tuple(look(case)))
    return wraps(look)(lambda case: iter(all_found(case)))
