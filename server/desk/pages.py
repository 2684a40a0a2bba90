"""The desk's pages, and how a browser is signed in to them by a one-time link."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from flask import (
    Blueprint,
    Response,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from server.bodies import read_query
from server.check_names import CHECK_NAMES
from server.desk import words
from server.errors import CandorError
from server.listening.listen import listen
from server.listening.teams import TEAMS
from server.parts import parts, store
from server.people import person
from server.platform_names import PLATFORM_NAMES
from server.schemas import ListeningQuery, PastQuery
from server.security import desk_cookie, desk_device

SHOWN = 200  # of each list
SPANS = {"7 days": 7, "30 days": 30, "90 days": 90, "a year": 365}
SIGNED_IN_S = 30 * 24 * 3600

routes = Blueprint(
    "desk",
    __name__,
    template_folder="templates",
    static_folder="static",
    static_url_path="/desk/static",
)


@routes.before_request
def sign_in_first() -> Response | None:
    """Show how to sign in to who is not, before anything is looked up for them."""
    if request.endpoint in ("desk.static", "desk.sign_in") or desk_device():
        return None
    return make_response(render_template("sign-in.html"), 401)


@routes.get("/")
def home() -> Response:
    """Show the page on which a draft can be tried."""
    settings = parts().settings
    return _page(
        "home.html",
        tones=store().tones(enabled_only=True),
        voices=store().brand_voices(limit=100).data,
        version=version("candor"),
        address=settings.url,
        home=settings.home,
        model_host=settings.model_host,
    )


@routes.get("/promises")
def promises() -> Response:
    """Show what is promised: what is late first, then what was kept or broken."""
    return _page("promises.html", open=store().open_promises(), closed=store().closed_promises())


@routes.get("/hand-offs")
def hand_offs() -> Response:
    """Show what was passed on to colleagues."""
    return _page(
        "hand-offs.html",
        open=store().hand_offs(SHOWN, status="open").data,
        done=store().hand_offs(SHOWN, status="done").data,
    )


@routes.get("/people")
def people() -> Response:
    """Show who wrote to us, or what is known of the one who is named."""
    platform, author = request.args.get("platform", ""), request.args.get("author", "")
    named = next((known for known in PLATFORM_NAMES if known == platform), None)
    if named is None or not author:
        return _page("people.html", people=store().people())
    return _page("person.html", person=person(named, author, store()))


@routes.get("/listening")
def listening() -> Response:
    """Show what people told us, for whichever team asks."""
    shown: dict[str, Any] = {"voices": store().brand_voices(SHOWN).data, "asked": request.args}
    today = datetime.now(UTC).date()
    shown["spans"] = {name: today - timedelta(days=days - 1) for name, days in SPANS.items()}
    shown |= {"today": today, "teams": TEAMS}
    try:
        query = read_query(ListeningQuery, from_a_form=True)
        told = listen(query.model_copy(update={"names": True}), store())
    except CandorError as error:
        return _page("listening.html", error.status, problem=error.detail, **shown)
    return _page("listening.html", told=told, **shown)


@routes.get("/history")
def history() -> Response:
    """Show what was drafted and what was posted in the end, or what of it is sought."""
    shown: dict[str, Any] = {"voices": store().brand_voices(SHOWN).data, "asked": request.args}
    try:
        query = read_query(PastQuery, from_a_form=True)
        found = store().history(
            query.limit, query.cursor, **query.model_dump(exclude={"limit", "cursor"})
        )
    except CandorError as error:
        return _page("history.html", error.status, problem=error.detail, **shown)
    return _page("history.html", found=found, **shown)


@routes.get("/snippets")
def snippets() -> Response:
    """Show the facts that the brands stand by, or those with the words that are sought.

    `asked` names the suggestion whose comment a new one is to answer.
    """
    query = request.args.get("query", "").replace("\0", "")
    found = store().snippets(SHOWN, query=query)
    asked = store().suggestion_request(request.args.get("asked", ""))
    return _page(
        "snippets.html",
        query=query,
        asked=asked,
        back=request.args.get("back", ""),
        snippets=found.data,
        has_more=found.next is not None,
        voices=store().brand_voices(SHOWN).data,
        today=datetime.now(UTC).date(),
    )


@routes.get("/voices")
def voices() -> Response:
    """Show how the brands speak."""
    return _page("voices.html", voices=store().brand_voices(SHOWN).data)


@routes.get("/voices/<id:voice_id>")
def voice(voice_id: str) -> Response:
    """Show one brand voice: how it speaks, and which checks its replies get."""
    shown = store().brand_voice(voice_id)
    if shown is None:
        return _page("voices.html", 404, voices=store().brand_voices(SHOWN).data, is_gone=True)
    return _page("voice.html", voice=shown, checks=CHECK_NAMES)


@routes.get("/sign-in")
def sign_in() -> AnyResponse:
    """Sign a browser in whose link was not used before."""
    # A program that only looks a link up must not use it up.
    if request.method == "HEAD" or not store().take_link(request.args.get("link", "")):
        return make_response(render_template("sign-in.html", used=True), 401)
    response = redirect(url_for("desk.home"), 303)
    response.set_cookie(
        desk_cookie(),
        store().add_device("The desk", "desk").token,
        max_age=SIGNED_IN_S,
        httponly=True,
        samesite="Strict",
        secure=request.is_secure,
    )
    return response


def _here(changed: Mapping[str, Any]) -> str:
    """Give the address of this page with something else asked for."""
    asked = {**request.args, "cursor": "", **changed}
    query = urlencode({name: said for name, said in asked.items() if said})
    # No argument for `url_for`, which takes some of them for its own: `_scheme`, `_anchor`.
    return url_for(str(request.endpoint)) + (f"?{query}" if query else "")


def _page(template: str, status: int = 200, **shown: Any) -> Response:
    page = render_template(template, words=words, platforms=PLATFORM_NAMES, here=_here, **shown)
    return make_response(page, status)
