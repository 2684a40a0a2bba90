"""Bodies and queries: from bytes that anybody may have sent to shapes that were checked."""

import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event as Flag
from threading import Timer
from typing import Any, NoReturn, TypeVar

from flask import request
from pydantic import ValidationError
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from server.errors import Invalid, TooSlow, Unreadable, WrongMediaType
from server.media import JSON
from server.schemas import FieldError, Shape

LARGEST_BODY = 1_000_000  # bytes
LONGEST_BODY_S = 15.0
LONGEST_KEY = 200
SHOWN_ERRORS = 50

S = TypeVar("S", bound=Shape)


def read_body(shape: type[S]) -> S:
    """Read the JSON body. Raises WrongMediaType, Unreadable, Invalid."""
    return _checked(shape, _parsed(_text(JSON)))


def read_key() -> str:
    """Read the name that a device gave to its wish; empty where it gave none. Raises Unreadable."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 1 <= len(key) <= LONGEST_KEY:
        raise Unreadable(f"Give the Idempotency-Key 1 to {LONGEST_KEY} characters, or none.")
    return key or ""


def read_text(kinds: Sequence[str]) -> tuple[str, str]:
    """Give the media type of the body, which is one of these, and its text."""
    kind = request.mimetype
    if kind not in kinds:
        raise WrongMediaType(f"Send the body as {' or '.join(kinds)}.")
    return kind, _text(kind)


def read_query(shape: type[S], *, from_a_form: bool = False) -> S:
    """Read the query of the address; each name may stand there once.

    A form of ours sends its empty fields as well; they say nothing.
    """
    given = request.args.to_dict(flat=False)
    if from_a_form:
        given = {name: values for name, values in given.items() if any(values)}
    once = {name: values[0] if len(values) == 1 else values for name, values in given.items()}
    return _checked(shape, once, "?")


@contextmanager
def in_time(seconds: float) -> Iterator[Flag]:
    """Read from the connection for so long and no longer; the flag says whether time was up.

    What is read of it after that ends, as where the other side hangs up.
    """
    connection, is_late = request.environ.get("gunicorn.socket"), Flag()
    if not isinstance(connection, socket.socket):
        yield is_late
        return
    timer = Timer(seconds, _end_reading, (connection, is_late))
    timer.daemon = True
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()


def _end_reading(connection: socket.socket, is_late: Flag) -> None:
    is_late.set()
    with suppress(OSError):  # the other side has hung up
        connection.shutdown(socket.SHUT_RD)


def _text(kind: str) -> str:
    if request.mimetype != kind:
        raise WrongMediaType(f"Send the body as {kind}.")
    try:
        body = _bytes()
        # A body without a stated length is not refused beforehand, only cut off.
        if len(body) > LARGEST_BODY:
            raise RequestEntityTooLarge
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("The body is not UTF-8; send it as UTF-8.") from error
    except ClientDisconnected as error:
        raise Unreadable("The body ended too early; send it whole.") from error


def _bytes() -> bytes:
    with in_time(LONGEST_BODY_S) as is_late:
        try:
            return request.get_data(cache=False)
        except Exception as error:
            if is_late.is_set():
                raise TooSlow(
                    f"The body did not arrive within {LONGEST_BODY_S:.0f} seconds; send it again."
                ) from error
            raise


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Unreadable("The body is not JSON; see that it is whole.") from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _checked(shape: type[S], given: Any, start: str = "") -> S:
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        faults = tuple(
            FieldError(pointer=_pointer(start, fault["loc"]), detail=_words(fault["msg"]))
            for fault in error.errors(include_url=False, include_input=False)[:SHOWN_ERRORS]
        )
    first = faults[0]
    raise Invalid(f"{first.pointer or 'The body'}: {first.detail}.", errors=faults)


def _pointer(start: str, places: tuple[int | str, ...]) -> str:
    if start == "?":
        return "?" + ".".join(_shown(place) for place in places)
    steps = (_shown(place).replace("~", "~0").replace("/", "~1") for place in places)
    return start + "".join(f"/{step}" for step in steps)


def _shown(place: int | str) -> str:
    return str(place).encode("utf-8", "replace").decode()[:100]


def _words(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")
