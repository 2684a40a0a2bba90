"""Looking at a text: its findings, what it rests on, what it owns, and whether it may sell."""

from server import checks, evidence
from server.advising import advise
from server.checks.case import Case
from server.disclosing import line_for, undisclosed
from server.owning import owning
from server.reading import Reading, read, unknown, voice_named
from server.schemas import (
    BrandVoice,
    ChecksAnswer,
    ChecksRequest,
    Evidence,
    FactChoice,
    Finding,
    Platform,
    SuggestionRequest,
    Thread,
    Triage,
)
from server.selling import door
from server.spans import utf16
from server.store import Store

RECENT = 20  # replies that a new one must not be like


def look(request: ChecksRequest, *, store: Store, device_id: str = "") -> ChecksAnswer:
    """Look at a text that a person writes; snippets that fit its own words are known as well."""
    made_for = store.suggestion_request(request.suggestion_id) if request.suggestion_id else None
    thread = request.thread or (made_for.thread if made_for else None)
    if thread is None:
        raise unknown("suggestion_id", "There is no such suggestion; send the thread as well.")
    voice = voice_named(request.brand_voice_id, store)
    if made_for and made_for.brand_voice_id and voice is None:
        voice = store.brand_voice(made_for.brand_voice_id)
    note = request.note or (made_for.note if made_for else "")
    reading = read(thread, note, _choice(request, made_for), voice, store, written=request.text)
    made = store.suggestion(request.suggestion_id) if request.suggestion_id else None
    advice = made.triage if made else advise(reading, store)
    recent = recent_replies(thread.platform, voice, store, besides=thread)
    seen = looked_at(reading, request.text, request.tone, advice, recent)
    return seen.model_copy(update={"teammates": store.teammates(thread, device_id)})


def _choice(request: ChecksRequest, made_for: SuggestionRequest | None) -> FactChoice:
    """Give what is said here of the facts; what is not said is as it was for the suggestion."""
    said = request.model_dump(include=set(FactChoice.model_fields), exclude_none=True)
    before = made_for.model_dump(include=set(FactChoice.model_fields)) if made_for else {}
    return FactChoice.model_validate(before | said)


def looked_at(
    reading: Reading, text: str, tone: str, advice: Triage, recent: tuple[str, ...]
) -> ChecksAnswer:
    """Give all that is to be seen in a text."""
    case = reading.case(text, tone, advice, recent)
    off = reading.voice.checks_off if reading.voice else ()
    findings = [
        Finding(
            check=found.check,
            severity=found.severity,
            start=utf16(text, found.start),
            end=utf16(text, found.end),
            message=found.message,
            replacements=list(found.replacements),
        )
        for found in checks.run(case, off)
    ]
    return ChecksAnswer(
        findings=findings,
        evidence=_rests(case),
        owning=owning(case),
        door=door(case),
        language=_language_of(reading.voice),
    )


def _language_of(voice: BrandVoice | None) -> str | None:
    """Give the locale that the panel's own look at the language follows; None: no look."""
    if voice is None:
        return ""
    return None if "language" in voice.checks_off else voice.locale


def recent_replies(
    platform: Platform, voice: BrandVoice | None, store: Store, *, besides: Thread | None = None
) -> tuple[str, ...]:
    """Give the last replies here, without the line that each ends with, but not to one comment."""
    line = line_for(voice, platform)
    recent = store.recent_replies(platform, RECENT, besides)
    return tuple(undisclosed(text, line) for text in recent)


def _rests(case: Case) -> list[Evidence]:
    origins = {fact.id: fact.source for fact in case.facts}
    return [
        Evidence(
            start=utf16(case.text, rest.start),
            end=utf16(case.text, rest.end),
            kind=rest.kind,
            ref=rest.ref,
            quote=rest.quote,
            source=origins.get(rest.ref, ""),
        )
        for rest in evidence.evidence(case)
    ]
