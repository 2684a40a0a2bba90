"""The service: who may use it, how it is, and how it says that something went wrong."""

from typing import Literal

from server.schemas.base import DeviceKind, Line, Moment, Name, Shape


class DeviceInput(Shape):
    """A browser that asks to be let in, with the code that the server showed."""

    code: Line
    name: Name


class Device(Shape):
    """A browser or a program that may use the server."""

    id: str
    name: str
    kind: DeviceKind
    created_at: Moment
    last_seen_at: Moment | None = None


class NewDevice(Device):
    """A device with its token, which is shown this once."""

    token: str


class PairingCode(Shape):
    """The code that lets one browser in, once."""

    code: str
    expires_at: Moment


class Health(Shape):
    """How the server is; `model_host` names another computer that runs the model, if one does."""

    status: Literal["ok", "model-loading"]
    version: str
    model: str
    engine: str
    model_host: str = ""


class FieldError(Shape):
    """One field at fault: where (a JSON pointer; `?name` in the query), and what is wrong."""

    pointer: str
    detail: str


class Problem(Shape):
    """An API error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldError] = []
