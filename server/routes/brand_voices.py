"""Brand voices: how each brand speaks."""

from flask import Blueprint

from server.check_names import CHECK_NAMES
from server.errors import Invalid
from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import BrandVoice, BrandVoiceInput, CheckSwitch, FieldError, Page, PageQuery

routes = Blueprint("brand-voices", __name__)


@operation(routes, "GET /v1/brand-voices", query=PageQuery, answer=Page[BrandVoice])
def list_brand_voices(query: PageQuery) -> Page[BrandVoice]:
    """List the brand voices, newest first."""
    return store().brand_voices(query.limit, query.cursor)


@operation(routes, "POST /v1/brand-voices", body=BrandVoiceInput, answer=BrandVoice, status=201)
def add_brand_voice(body: BrandVoiceInput) -> BrandVoice:
    """Add a brand voice."""
    return store().add_brand_voice(body)


@operation(routes, "GET /v1/brand-voices/<id:voice_id>", answer=BrandVoice)
def get_brand_voice(voice_id: str) -> BrandVoice:
    """Give one brand voice."""
    return found(store().brand_voice(voice_id), "brand voice", voice_id)


@operation(routes, "PUT /v1/brand-voices/<id:voice_id>", body=BrandVoiceInput, answer=BrandVoice)
def replace_brand_voice(voice_id: str, body: BrandVoiceInput) -> BrandVoice:
    """Write a brand voice anew."""
    return found(store().replace_brand_voice(voice_id, body), "brand voice", voice_id)


@operation(
    routes, "PATCH /v1/brand-voices/<id:voice_id>/checks", body=CheckSwitch, answer=BrandVoice
)
def switch_check(voice_id: str, body: CheckSwitch) -> BrandVoice:
    """Switch one check of a brand voice on or off."""
    if body.check not in CHECK_NAMES:
        detail = f"There is no such check; choose one of {', '.join(CHECK_NAMES)}."
        raise Invalid(detail, errors=(FieldError(pointer="/check", detail=detail),))
    changed = store().switch_check(voice_id, body.check, body.is_on)
    return found(changed, "brand voice", voice_id)


@operation(routes, "DELETE /v1/brand-voices/<id:voice_id>", status=204)
def delete_brand_voice(voice_id: str) -> None:
    """Delete a brand voice, with the snippets that only it uses."""
    found(store().delete_brand_voice(voice_id), "brand voice", voice_id)
