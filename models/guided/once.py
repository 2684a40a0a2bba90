"""What is heard in a comment is kept for a while: the plan, the slots and every tone ask for it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Heard = TypeVar("Heard")
KEPT = 64  # comments


def once(hear: Callable[[str], list[Heard]]) -> Callable[[str], list[Heard]]:
    """Give a listener that hears the same comment once, and gives a list of its own each time."""
    kept = lru_cache(maxsize=KEPT)(hear)

    @wraps(hear)
    def heard(comment: str) -> list[Heard]:
        return list(kept(comment))

    return heard
