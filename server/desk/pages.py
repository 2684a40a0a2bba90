"""The desk's pages, and how a browser is signed in to them by a one-time link."""

from importlib.metadata import version

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

from server.parts import parts, store
from server.platform_names import PLATFORM_NAMES
from server.security import desk_cookie, desk_device

SIGNED_IN_S = 30 * 24 * 3600

routes = Blueprint(
    "desk",
    __name__,
    template_folder="templates",
    static_folder="static",
    static_url_path="/desk/static",
)


@routes.get("/")
def home() -> Response:
    """Show the desk to who is signed in, and to others how to sign in."""
    if desk_device() is None:
        return make_response(render_template("sign-in.html"), 401)
    settings = parts().settings
    page = render_template(
        "home.html",
        tones=store().tones(enabled_only=True),
        voices=store().brand_voices(limit=100).data,
        platforms=PLATFORM_NAMES.items(),
        version=version("candor"),
        address=settings.url,
        home=settings.home,
        model_host=settings.model_host,
    )
    return make_response(page)


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
