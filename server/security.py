"""The door: who may ask, from which page, under which name."""

from urllib.parse import urlsplit

from flask import Flask, current_app, g, request

from server.errors import HostRefused, OriginRefused, TokenMissing
from server.operations import Operation
from server.parts import parts
from server.schemas import Device
from server.settings import LOCAL_NAMES

EXTENSION_SCHEMES = ("chrome-extension", "moz-extension")


def guard(app: Flask) -> None:
    """Put the door before every route of an app."""
    app.before_request(_door)


def desk_cookie() -> str:
    """Give the cookie's name; browsers share cookies between ports, so it carries theirs."""
    return f"candor_desk_{urlsplit(f'//{request.host}').port or 0}"


def desk_device() -> Device | None:
    """Give the device that the desk's cookie stands for."""
    device = parts().store.device_of(request.cookies.get(desk_cookie(), ""))
    return device if device and device.kind == "desk" else None


def _door() -> None:
    _right_name()
    _right_page()
    if request.routing_exception:
        return  # there is nothing to guard; the answer is 404 or 405
    operation = _operation()
    if operation is None:
        return  # a page of the desk, which looks at its cookie itself
    if request.headers.get("Sec-Fetch-Mode") == "navigate" and not operation.open:
        raise OriginRefused("The API is not for links and forms; use the desk at / instead.")
    if not operation.open:
        g.device = _device()


def _operation() -> Operation | None:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "operation", None)


def _right_name() -> None:
    """Refuse names that are not ours: a foreign page may have pointed its own name here."""
    settings = parts().settings
    try:
        name = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        name = None
    ours = {host.lower() for host in (settings.host, *settings.allowed_hosts)}
    if name not in LOCAL_NAMES | ours:
        raise HostRefused(
            "The server does not go by this name; add the name to the setting allowed_hosts."
        )


def _right_page() -> None:
    origin = request.headers.get("Origin")
    if origin is None or origin in _own_origins() or _from_extension(origin):
        return
    raise OriginRefused("Only Candor's extension and its own pages may use the server.")


def _own_origins() -> tuple[str, str]:
    host = request.headers["Host"]
    return f"http://{host}", f"https://{host}"


def _from_extension(origin: str) -> bool:
    scheme, _, extension_id = origin.partition("://")
    allowed = parts().settings.extension_ids
    return scheme in EXTENSION_SCHEMES and (not allowed or extension_id in allowed)


def _device() -> Device:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if token:
        device = parts().store.device_of(token.strip()) if scheme.lower() == "bearer" else None
    else:
        device = desk_device() if _from_own_page() else None
    if device is None:
        raise TokenMissing("Pair this device: run `candor pair` and enter the code it shows.")
    return device


def _from_own_page() -> bool:
    """Say whether one of our own pages asks; a cookie alone does not show that."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") in _own_origins()
