"""Engines: what runs a language model. All of them look like `Engine`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.prompt import Message
from models.sampling import Counts, Sampling

__all__ = ["Counts", "Engine", "Piece", "Prompt", "Sampling", "ways"]

Prompt = list[Message]


@dataclass(frozen=True)
class Piece:
    """A piece of one candidate's text as it is written.

    `finish_reason` comes with the last one; a candidate that got none was never finished. `logs`
    are the log-probabilities (nats) of its tokens, where the engine has them at no cost.
    """

    candidate: int
    text: str
    finish_reason: str | None = None
    logs: tuple[float, ...] = ()


class Engine(Protocol):
    """Runs one model. Everything that waits stops soon after `stopped` gives True."""

    model: str  # the name shown to people
    writes_freely: bool  # False where the model is too weak to be shown without guidance
    writes_guided: bool  # False where the model needs no guidance
    at_once: int  # how many drafts it writes at a time

    def ready(self) -> bool:
        """Say whether the model is loaded. Raises CandorError where it cannot be."""
        ...

    def see_length(self, prompt: Prompt) -> None:
        """See that the model can read a prompt and reply to it. Raises ThreadTooLong."""
        ...

    def write(
        self,
        prompts: Sequence[Prompt],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[Piece]:
        """Write one candidate a prompt, all in one batch, piece by piece.

        Raises ThreadTooLong, EngineFailed.
        """
        ...

    def score(
        self, prompt: Prompt, texts: Sequence[str], counts: Counts, stopped: Callable[[], bool]
    ) -> list[list[float]] | None:
        """Give the log-probability (nats) of each token of each text after the prompt.

        None where the engine cannot know it.
        """
        ...


def ways(writes: str) -> tuple[bool, bool]:
    """Give (writes freely, writes guided) of a setting: guided, freely, or both."""
    return writes != "guided", writes != "freely"
