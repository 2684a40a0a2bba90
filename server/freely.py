"""Free writing: what the model writes by itself, and how much of it is about this comment."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from models.prompt import Brief, messages, without_comment
from server.checks.sentences import sentences
from server.engines import Counts, Engine, Piece, Prompt, Sampling
from server.schemas import Event, Tone

DRAFTS_OF_ASKED = 3
ENDS = (".", "!", "?", "…", "”", '"', ")")


@dataclass
class FreeDraft:
    """One text while the model writes it; `value` is its worth beside others of its tone."""

    tone: Tone
    text: str = ""
    logs: list[float] = field(default_factory=list)
    finish_reason: str | None = None
    value: float = 0.0

    def add(self, piece: Piece) -> None:
        """Take the next piece."""
        self.text += piece.text
        self.logs += piece.logs
        self.finish_reason = piece.finish_reason or self.finish_reason

    @property
    def whole(self) -> str:
        """Give what can be shown: nothing of a text that broke off, no half sentence."""
        if self.finish_reason is None:
            return ""
        said = sentences(self.text)
        if self.finish_reason == "length" and len(said) > 1 and not said[-1].text.endswith(ENDS):
            said = said[:-1]
        return self.text[: said[-1].end].strip() if said else ""


def free_tones(tones: Sequence[Tone]) -> list[Tone]:
    """Give the tone of each draft to write: several of the first, one of each other."""
    return [*[tones[0]] * DRAFTS_OF_ASKED, *tones[1:]]


def free_prompt(brief: Brief, tone: Tone) -> Prompt:
    """Give the prompt of a draft in a tone."""
    return messages(brief, tone.id, tone.description)


def write_freely(
    engine: Engine,
    brief: Brief,
    tones: Sequence[Tone],
    *,
    seed: int | None,
    counts: Counts,
    stopped: Callable[[], bool],
) -> Generator[Event, None, list[FreeDraft]]:
    """Yield the first draft's text as it comes; return all whole drafts that differ."""
    drafts = [FreeDraft(tone) for tone in free_tones(tones)]
    prompts = [free_prompt(brief, draft.tone) for draft in drafts]
    for piece in engine.write(prompts, Sampling(seed=seed), counts, stopped):
        drafts[piece.candidate].add(piece)
        if piece.candidate == 0 and piece.text:
            yield Event(name="suggestion.text.delta", payload={"text": piece.text})
    different: dict[tuple[str, str], FreeDraft] = {}
    for draft in drafts:
        if draft.whole:
            different.setdefault((draft.tone.id, draft.whole), draft)
    asked = [draft for draft in different.values() if draft.tone == tones[0]]
    if len(asked) > 1 and not stopped():
        _value(asked, engine, brief, counts, stopped)
    return list(different.values())


def _value(
    drafts: Sequence[FreeDraft],
    engine: Engine,
    brief: Brief,
    counts: Counts,
    stopped: Callable[[], bool],
) -> None:
    """Value drafts of one tone around 0 by how much they depend on the comment.

    That is the mean log-probability a token given the comment, less that without it; where the
    engine cannot tell the latter, the former alone; where it can tell neither, nothing.
    """
    tone, texts = drafts[0].tone, [draft.whole for draft in drafts]
    without = engine.score(free_prompt(without_comment(brief), tone), texts, counts, stopped)
    given: Sequence[Sequence[float]] | None = [draft.logs for draft in drafts]
    if not all(given or ()) and without is not None:
        given = engine.score(free_prompt(brief, tone), texts, counts, stopped)
    if not given or not all(given) or not all(without or given):
        return
    values = [fmean(logs) for logs in given]
    if without is not None:
        values = [value - fmean(logs) for value, logs in zip(values, without, strict=True)]
    middle = fmean(values)
    for draft, value in zip(drafts, values, strict=True):
        draft.value = value - middle
