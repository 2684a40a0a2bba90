"""Suggestions: a draft for a comment, as a stream or whole, and what became of it."""

import time
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice
from threading import Event as Flag

from flask import Blueprint, Response, g, request
from pydantic_core import to_json

from server import advising, drafting, feedback
from server.bodies import read_key
from server.errors import Conflict, NotAcceptable, TooOften
from server.media import EVENTS, JSON
from server.operations import operation
from server.parts import Parts, parts, store
from server.problems import unexpected
from server.routes.finding import found
from server.schemas import (
    Event,
    Feedback,
    FeedbackAnswer,
    Page,
    PastQuery,
    PastSuggestion,
    Suggestion,
    SuggestionRequest,
    TriageChange,
)
from server.streaming import EventStream, as_bytes, hung_up
from server.turns import Place

routes = Blueprint("suggestions", __name__)


@operation(
    routes,
    "POST /v1/suggestions",
    body=SuggestionRequest,
    answer=Suggestion,
    media=(EVENTS, JSON),
    repeatable=True,
)
def suggest(body: SuggestionRequest) -> Response:
    """Draft a reply: a stream of events, or the whole suggestion where JSON is accepted."""
    asked_for = request.accept_mimetypes
    kind = asked_for.best_match([EVENTS, JSON]) if asked_for else EVENTS
    if kind is None:
        raise NotAcceptable(f"Accept {EVENTS} or {JSON}.")
    events = _start(body, parts())
    return _whole(events) if kind == JSON else _streamed(events)


def _streamed(events: EventStream) -> Response:
    """Give the stream once it begins, so that what fails before that has its own status."""
    first = list(islice(events, 1))
    if first and first[0] and first[0].name == "suggestion.failed":
        raise events.failure or unexpected()
    response = Response((as_bytes(event) for event in chain(first, events)), mimetype=EVENTS)
    response.call_on_close(events.close)
    response.headers["X-Accel-Buffering"] = "no"
    return response


@operation(routes, "GET /v1/suggestions", query=PastQuery, answer=Page[PastSuggestion])
def list_suggestions(query: PastQuery) -> Page[PastSuggestion]:
    """List or search what was drafted and what became of it, newest first."""
    sought = query.model_dump(exclude={"limit", "cursor"})
    return store().history(query.limit, query.cursor, **sought)


@operation(routes, "GET /v1/suggestions/<id:suggestion_id>", answer=Suggestion)
def get_suggestion(suggestion_id: str) -> Suggestion:
    """Give a finished suggestion."""
    return found(store().suggestion(suggestion_id), "suggestion", suggestion_id)


@operation(routes, "DELETE /v1/suggestions/<id:suggestion_id>", status=204)
def delete_suggestion(suggestion_id: str) -> None:
    """Delete a suggestion, its comment and its feedback."""
    found(store().delete_suggestion(suggestion_id), "suggestion", suggestion_id)


@operation(
    routes,
    "PATCH /v1/suggestions/<id:suggestion_id>/triage",
    body=TriageChange,
    answer=Suggestion,
)
def overrule_triage(suggestion_id: str, body: TriageChange) -> Suggestion:
    """Choose what to do with the comment, whatever was advised; kept for this very comment."""
    changed = advising.overrule(suggestion_id, body, store())
    return found(changed, "suggestion", suggestion_id)


@operation(
    routes,
    "POST /v1/suggestions/<id:suggestion_id>/feedback",
    body=Feedback,
    answer=FeedbackAnswer,
)
def give_feedback(suggestion_id: str, body: Feedback) -> FeedbackAnswer:
    """Say what became of a suggestion; said again, it replaces what was said before."""
    return found(feedback.take(suggestion_id, body, store()), "suggestion", suggestion_id)


def _start(body: SuggestionRequest, here: Parts) -> EventStream:
    """Start to draft. Raises what can be known before the first event."""
    if (key := read_key()) and (made := _made_before(key, body)):
        return EventStream(lambda: _events(drafting.again(made)), request.path, _never, Flag())
    engine = here.ready_engine()
    id_ = here.store.suggestion_id_for(g.device.id, key) if key else ""
    _see_limit(here)
    place, stopped = here.turns.take(g.device.id), Flag()
    environ = request.environ

    def draft() -> Iterator[Event]:
        return drafting.suggest(
            body,
            engine=engine,
            store=here.store,
            stopped=stopped.is_set,
            suggestion_id=id_,
            device_id=place.device,
        )

    return EventStream(
        lambda: _in_turn(draft, place, here, stopped.is_set),
        request.path,
        lambda: hung_up(environ),
        stopped,
    )


def _made_before(key: str, body: SuggestionRequest) -> Suggestion | None:
    """Give what this device was given under this key. Raises Conflict for another request's."""
    id_ = store().suggestion_id_for(g.device.id, key)
    asked = store().suggestion_request(id_)
    if asked is not None and asked != body:
        raise Conflict("Another request came with this Idempotency-Key; give each one its own.")
    return store().suggestion(id_)


def _events(made: Iterator[Event]) -> Generator[Event]:
    yield from made


def _never() -> bool:
    return False


def _see_limit(here: Parts) -> None:
    a_minute = here.settings.drafts_a_minute
    if a_minute and (wait_s := here.store.take_draft(g.device.id, a_minute)):
        raise TooOften(
            f"This device may ask for {a_minute} drafts a minute; wait a moment.",
            retry_after_s=wait_s,
        )


def _in_turn(
    draft: Callable[[], Iterator[Event]], place: Place, here: Parts, stopped: Callable[[], bool]
) -> Generator[Event]:
    """Draft when it is the place's turn; to read the thread before would slow others down."""
    began = time.monotonic()
    outcome = "stopped"
    try:
        if here.turns.come(place, stopped):
            for event in draft():
                if event.name == "suggestion.completed":
                    outcome = "completed"
                yield event
    except Exception:
        outcome = "failed"
        raise
    finally:
        here.turns.give_back(place)
        here.metrics.drafts.labels(outcome).observe(time.monotonic() - began)


def _whole(events: EventStream) -> Response:
    last = None
    for event in events:
        last = event or last
    if last is None:
        return Response(status=204)  # the browser hung up; nobody reads this
    if last.name == "suggestion.failed":
        raise events.failure or unexpected()
    return Response(to_json(last.payload), mimetype=JSON)
