"""Drafting: from a thread to a suggestion with evidence and findings."""

import random
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal

from models.guided.judge import ModelJudge
from models.guided.write import no_judge, write_guided
from models.prompt import PROMPT_VERSION, Brief
from server import checks
from server.advising import advise
from server.checks.case import Found
from server.checks.patterns import PICTURE
from server.checks.sentences import sentences
from server.disclosing import disclosed, line_for, undisclosed
from server.engines import Counts, Engine
from server.examples import like, sayings
from server.freely import free_prompt, write_freely
from server.hand_off import offer
from server.looking import looked_at, recent_replies
from server.reading import Reading, read, unknown, voice_named
from server.schemas import (
    Alternative,
    Event,
    Suggestion,
    SuggestionRequest,
    Tone,
    Triage,
    Usage,
)
from server.store import Store
from server.store.examples import Example
from server.triage import without_orders

DRAFTS_A_TONE = 2
SHORTER = re.compile(r"(?i)\b(?:short|shorter|brief|briefer|cut)\b")
KEPT = 0.5  # of its sentences at least must be left of a text that is mended
NEVER_WRITTEN = ("unsupported_fact", "unsupported_promise")  # whatever their severity


def _never() -> bool:
    return False


def suggest(
    request: SuggestionRequest,
    *,
    engine: Engine,
    store: Store,
    stopped: Callable[[], bool] = _never,
    suggestion_id: str = "",
    device_id: str = "",
) -> Iterator[Event]:
    """Give the events of one suggestion, which gets a new id unless it is told one.

    Closing the iterator stops the engine, and so does `stopped`, soon after it gives True.
    Raises at once Invalid for a tone or brand voice that is not there, and ThreadTooLong.
    """
    tone = _tone(request.tone, store)
    voice = voice_named(request.brand_voice_id, store)
    reading = read(request.thread, request.note, request, voice, store, recall=True)
    advice = advise(reading, store, request.action, request.hand_over_to)
    recent = recent_replies(request.thread.platform, voice, store)
    examples = like(store, request.brand_voice_id, reading.comment)
    id_ = suggestion_id or store.new_suggestion_id()
    work = _Work(
        id_, device_id, request, tone, reading, advice, recent, examples, engine, store, stopped
    )
    if advice.action != "ignore":
        work.see_length()
    return work.events()


def again(made: Suggestion) -> Iterator[Event]:
    """Yield the events of a suggestion that was finished before."""
    yield _event("created", made.model_copy(update={"status": "in_progress", "text": ""}))
    if made.text:
        payload = {"text": made.text, "written": made.written}
        yield Event(name="suggestion.text.done", payload=payload)
    yield _event("completed", made)


@dataclass(frozen=True)
class _Draft:
    text: str
    tone: str
    written: Literal["guided", "free"]
    value: float


@dataclass
class _Work:
    """One suggestion while it is made."""

    id: str
    device_id: str
    request: SuggestionRequest
    tone: Tone
    reading: Reading
    advice: Triage
    recent: tuple[str, ...]
    examples: list[Example]
    engine: Engine
    store: Store
    stopped: Callable[[], bool]
    counts: Counts = field(default_factory=Counts)
    judge: ModelJudge | None = None

    @property
    def line(self) -> str:
        """Give the line that the brand adds to its replies here."""
        return line_for(self.reading.voice, self.request.thread.platform)

    @cached_property
    def sayings(self) -> dict[str, tuple[str, ...]]:
        """Give the approved words for facts of this comment."""
        case = self.reading.case("", self.tone.id, self.advice, ())
        return sayings(self.examples, case, self.line, self.store)

    def see_length(self) -> None:
        brief = self._brief()
        for tone in self._tones():
            self.engine.see_length(free_prompt(self._with_examples(brief), tone))

    def events(self) -> Iterator[Event]:
        suggestion = Suggestion(
            id=self.id,
            status="in_progress",
            tone=self.tone.id,
            triage=self.advice,
            hand_off=offer(self.reading, self.advice),
            person=self.reading.person,
            snippets=self.reading.snippets,
            teammates=self.store.teammates(self.request.thread, self.device_id),
            disclosure=self.line,
            model=self.engine.model,
            prompt_version=PROMPT_VERSION,
            created_at=datetime.now(UTC),
        )
        yield _event("created", suggestion)
        if self.advice.action == "ignore":
            done = suggestion.model_copy(
                update={"status": "completed", "finish_reason": "no_reply_advised"}
            )
            yield self._kept(done)
            return
        yield from self._written(suggestion)

    def _brief(self) -> Brief:
        # A colleague answers for what was promised; a holding reply says nothing of it.
        holds = self.advice.action == "hand_over"
        facts = (fact for fact in self.reading.facts if not (holds and fact.id.startswith("prm_")))
        return replace(
            self.reading.brief(),
            comment=without_orders(self.reading.comment) or self.reading.comment,
            facts=tuple(fact.text for fact in facts),
            action=self.advice.action,
            hand_over_to=self.advice.hand_over_to,
            draft=undisclosed(self.request.draft, self.line),
            instruction=self.request.instruction,
        )

    def _with_examples(self, brief: Brief) -> Brief:
        """Put the approved replies to like comments into what a model that writes freely reads."""
        pairs = ((example.comment, example.reply) for example in self.examples)
        return replace(brief, examples=tuple(pairs))

    def _written(self, suggestion: Suggestion) -> Iterator[Event]:
        brief = self._brief()
        free: list[_Draft] = []
        if self.engine.writes_freely:
            free = yield from self._free(self._with_examples(brief))
        if self.stopped():
            return
        guides = self.engine.writes_guided or not any(
            draft.tone == self.tone.id and self._is_sound(draft.text, draft.tone) for draft in free
        )
        guided = self._guided(brief, [self.tone.id]) if guides else []
        for manner in (self.tone.id, "plain"):
            # Some tones have nothing to say to some comments: nobody apologises for praise.
            if any(draft.tone == self.tone.id for draft in (*free, *guided)):
                break
            guided = [replace(draft, tone=self.tone.id) for draft in self._guided(brief, [manner])]
        ranked = self._ranked([*free, *guided])
        best = next(draft for draft in ranked if draft.tone == self.tone.id)
        text = disclosed(best.text, self.line)
        if not free:
            for piece in _pieces(text):
                yield Event(name="suggestion.text.delta", payload={"text": piece})
        yield Event(name="suggestion.text.done", payload={"text": text, "written": best.written})
        seen = looked_at(self.reading, text, best.tone, self.advice, self.recent)
        for rest in seen.evidence:
            yield Event(name="suggestion.evidence.added", payload=rest.model_dump(mode="json"))
        for finding in seen.findings:
            yield Event(name="suggestion.finding.added", payload=finding.model_dump(mode="json"))
        others = [draft for draft in ranked if draft is not best]
        there = {draft.tone for draft in others}
        missing = [tone.id for tone in self._other_tones() if tone.id not in there]
        others += self._ranked(self._guided(brief, missing, like=best.text)) if missing else []
        alternatives = [
            Alternative(
                text=disclosed(draft.text, self.line), tone=draft.tone, written=draft.written
            )
            for draft in others
        ]
        for alternative in alternatives:
            yield Event(
                name="suggestion.alternative.added", payload=alternative.model_dump(mode="json")
            )
        done = suggestion.model_copy(
            update={
                "status": "completed",
                "text": text,
                "written": best.written,
                "alternatives": alternatives,
                "evidence": seen.evidence,
                "findings": seen.findings,
                "owning": seen.owning,
                "door": seen.door,
                "finish_reason": "stop",
                "usage": _usage(self.counts),
            }
        )
        yield self._kept(done)

    def _kept(self, done: Suggestion) -> Event:
        """Keep a suggestion that is finished; give the event that ends the stream."""
        kept = self.store.save_suggestion(done, self.request, self.device_id)
        return _event("completed", kept)

    def _tones(self) -> list[Tone]:
        """Give the tones that the model writes in: the asked one first."""
        return [self.tone, *self._other_tones()] if self.engine.writes_freely else [self.tone]

    def _free(self, brief: Brief) -> Generator[Event, None, list[_Draft]]:
        """Yield the asked tone's text as the model writes it; return all that it wrote."""
        drafts = yield from write_freely(
            self.engine,
            brief,
            self._tones(),
            seed=self.request.seed,
            counts=self.counts,
            stopped=self.stopped,
        )
        return [
            _Draft(self._mended(draft.whole, draft.tone.id), draft.tone.id, "free", draft.value)
            for draft in drafts
        ]

    def _mended(self, text: str, tone: str) -> str:
        """Give a free text without the sentences that nothing allows, where the rest is sound."""
        said = sentences(text)
        starts = [finding.start for finding in self._grave(text, tone)]
        kept = [one for one in said if not any(one.start <= at < one.end for at in starts)]
        rest = " ".join(one.text for one in kept)
        enough = len(said) > len(kept) >= KEPT * len(said)
        return rest if enough and self._is_sound(rest, tone) else text

    def _guided(self, brief: Brief, tones: Sequence[str], like: str = "") -> list[_Draft]:
        """Give drafts in these tones, which say what `like` says, a draft that there is already.

        Beside such a draft the model is not asked again: its word makes them more alike.
        """
        shorter = bool(SHORTER.search(brief.instruction))
        asked = "" if shorter else brief.instruction
        known = {tone.id: tone for tone in self.store.tones()}
        drafts = write_guided(
            replace(brief, note=" / ".join(part for part in (brief.note, asked) if part)),
            intent=self.advice.intent,
            feeling=self.advice.feeling,
            tones=tones,
            judge=no_judge if like else self._judge(brief),
            is_sound=lambda text, tone: (
                len(PICTURE.findall(text)) <= known[tone].emoji and self._is_sound(text, tone)
            ),
            count=DRAFTS_A_TONE,
            seed=random.randrange(2**31) if self.request.seed is None else self.request.seed,
            avoid={*self.recent, brief.draft},
            shorter=shorter,
            descriptions={name: tone.description for name, tone in known.items()},
            like=like,
            sayings=self.sayings,
            kinds=self.advice.kinds,
        )
        return [_Draft(draft.text, draft.tone, "guided", draft.value) for draft in drafts]

    def _judge(self, brief: Brief) -> ModelJudge:
        """Give the one judge of this suggestion, which scores no sentence twice."""
        if self.judge is None:
            self.judge = ModelJudge(
                brief,
                self.tone.id,
                lambda prompt, texts: self.engine.score(prompt, texts, self.counts, self.stopped),
            )
        return self.judge

    def _is_sound(self, text: str, tone: str) -> bool:
        return not self._grave(text, tone)

    def _grave(self, text: str, tone: str) -> list[Found]:
        """Give what no draft may have: errors, and what nothing allows."""
        found = checks.run(self.reading.case(text, tone, self.advice, self.recent))
        return [one for one in found if one.severity == "error" or one.check in NEVER_WRITTEN]

    def _ranked(self, drafts: list[_Draft]) -> list[_Draft]:
        """Order drafts: those with fewer and lighter findings first, then by their value."""
        weights = {"error": 3.0, "warning": 1.0, "info": 0.0}
        off = self.reading.voice.checks_off if self.reading.voice else ()

        def worth(draft: _Draft) -> float:
            case = self.reading.case(draft.text, draft.tone, self.advice, self.recent)
            found = checks.run(case, off)
            return draft.value - sum(weights[finding.severity] for finding in found)

        return sorted(drafts, key=worth, reverse=True)

    def _other_tones(self) -> list[Tone]:
        unfit = {one.tone for one in self.advice.unfit_tones}
        return [
            tone
            for tone in self.store.tones(enabled_only=True)
            if tone.id != self.tone.id and tone.is_preset and tone.id not in unfit
        ]


def _tone(name: str, store: Store) -> Tone:
    tone = store.tone(name)
    if tone is None or not tone.enabled:
        known = ", ".join(tone.id for tone in store.tones() if tone.enabled)
        raise unknown("tone", f"There is no tone {name!r}; choose one of {known}.")
    return tone


def _event(name: str, suggestion: Suggestion) -> Event:
    payload: dict[str, Any] = suggestion.model_dump(mode="json")
    return Event.model_validate({"name": f"suggestion.{name}", "payload": payload})


def _pieces(text: str) -> Iterator[str]:
    """Yield a text word by word, as a stream shows it."""
    for number, word in enumerate(text.split(" ")):
        yield word if number == 0 else f" {word}"


def _usage(counts: Counts) -> Usage:
    return Usage(
        input_tokens=counts.input_tokens,
        cached_tokens=counts.cached_tokens,
        output_tokens=counts.output_tokens,
        prefill_ms=round(counts.prefill_ms),
        decode_ms=round(counts.decode_ms),
    )
