"""Tones: the presets and those that people add."""

from flask import Blueprint

from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import Page, Tone, ToneInput

routes = Blueprint("tones", __name__)


@operation(routes, "GET /v1/tones", answer=Page[Tone])
def list_tones() -> Page[Tone]:
    """List all tones in their order, on one page."""
    return Page[Tone](data=store().tones())


@operation(routes, "POST /v1/tones", body=ToneInput, answer=Tone, status=201)
def add_tone(body: ToneInput) -> Tone:
    """Add a tone."""
    return store().add_tone(body)


@operation(routes, "GET /v1/tones/<id:tone_id>", answer=Tone)
def get_tone(tone_id: str) -> Tone:
    """Give one tone."""
    return found(store().tone(tone_id), "tone", tone_id)


@operation(routes, "PUT /v1/tones/<id:tone_id>", body=ToneInput, answer=Tone)
def replace_tone(tone_id: str, body: ToneInput) -> Tone:
    """Rename, reorder, or switch a tone on or off."""
    return found(store().replace_tone(tone_id, body), "tone", tone_id)


@operation(routes, "DELETE /v1/tones/<id:tone_id>", status=204)
def delete_tone(tone_id: str) -> None:
    """Delete a tone that was added; presets are switched off instead."""
    found(store().delete_tone(tone_id), "tone", tone_id)
