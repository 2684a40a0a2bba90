"""Finding: what a route does about something that is not there."""

from typing import TypeVar

from server.errors import NotFound

T = TypeVar("T")


def found(thing: T | None, what: str, id_: str) -> T:
    """Give the thing. Raises NotFound where there is none, or where False says so."""
    if thing is None or thing is False:
        raise NotFound(f"There is no {what} {id_}; it may have been deleted.")
    return thing
