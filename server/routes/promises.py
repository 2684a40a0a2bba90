"""Promises: what was committed to in posted replies, until it is done or broken."""

from flask import Blueprint

from server.operations import operation
from server.parts import store
from server.promises.offer import offered
from server.routes.finding import found
from server.schemas import (
    Page,
    Promise,
    PromiseChange,
    PromiseInput,
    PromiseQuery,
    PromisesFound,
    PromisesSought,
)

routes = Blueprint("promises", __name__)


@operation(routes, "GET /v1/promises", query=PromiseQuery, answer=Page[Promise])
def list_promises(query: PromiseQuery) -> Page[Promise]:
    """List the promises, newest first."""
    return store().promises(
        query.limit,
        query.cursor,
        status=query.status,
        platform=query.platform,
        author=query.author,
        due_before=query.due_before,
    )


@operation(routes, "POST /v1/promises", body=PromiseInput, answer=Promise, status=201)
def add_promise(body: PromiseInput) -> Promise:
    """Keep a promise; the same one of the same suggestion is kept once."""
    return store().add_promise(body)


@operation(routes, "POST /v1/promises/find", body=PromisesSought, answer=PromisesFound)
def find_promises(body: PromisesSought) -> PromisesFound:
    """Find the promises of a text, for a person to confirm; nothing is kept."""
    locale = ""
    if body.brand_voice_id:
        voice = store().brand_voice(body.brand_voice_id)
        locale = found(voice, "brand voice", body.brand_voice_id).locale
    return PromisesFound(promises=offered(body.text, body.posted_at, body.time_zone, locale))


@operation(routes, "GET /v1/promises/<id:promise_id>", answer=Promise)
def get_promise(promise_id: str) -> Promise:
    """Give one promise."""
    return found(store().promise(promise_id), "promise", promise_id)


@operation(routes, "PATCH /v1/promises/<id:promise_id>", body=PromiseChange, answer=Promise)
def change_promise(promise_id: str, body: PromiseChange) -> Promise:
    """Mark a promise done or broken, open it again, or correct it."""
    return found(store().change_promise(promise_id, body), "promise", promise_id)


@operation(routes, "DELETE /v1/promises/<id:promise_id>", status=204)
def delete_promise(promise_id: str) -> None:
    """Delete a promise that was none."""
    found(store().delete_promise(promise_id), "promise", promise_id)
