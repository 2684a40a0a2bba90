"""Hand-offs: comments passed on to colleagues, with a note."""

from flask import Blueprint

from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import HandOff, HandOffChange, HandOffInput, HandOffQuery, Page

routes = Blueprint("hand-offs", __name__)


@operation(routes, "GET /v1/hand-offs", query=HandOffQuery, answer=Page[HandOff])
def list_hand_offs(query: HandOffQuery) -> Page[HandOff]:
    """List the hand-offs, newest first."""
    return store().hand_offs(query.limit, query.cursor, status=query.status, to=query.to)


@operation(routes, "POST /v1/hand-offs", body=HandOffInput, answer=HandOff, status=201)
def add_hand_off(body: HandOffInput) -> HandOff:
    """Pass a comment on; while it is open, a second one to the same team renews its note."""
    return store().add_hand_off(body)


@operation(routes, "GET /v1/hand-offs/<id:hand_off_id>", answer=HandOff)
def get_hand_off(hand_off_id: str) -> HandOff:
    """Give one hand-off."""
    return found(store().hand_off(hand_off_id), "hand-off", hand_off_id)


@operation(routes, "PATCH /v1/hand-offs/<id:hand_off_id>", body=HandOffChange, answer=HandOff)
def change_hand_off(hand_off_id: str, body: HandOffChange) -> HandOff:
    """Mark a hand-off done, open it again, pass it on to others, or mend its note."""
    return found(store().change_hand_off(hand_off_id, body), "hand-off", hand_off_id)


@operation(routes, "DELETE /v1/hand-offs/<id:hand_off_id>", status=204)
def delete_hand_off(hand_off_id: str) -> None:
    """Delete a hand-off."""
    found(store().delete_hand_off(hand_off_id), "hand-off", hand_off_id)
