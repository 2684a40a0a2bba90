"""Turns: drafts are written in the order they came, so many at a time, and only so many wait."""

from collections import deque
from collections.abc import Callable
from threading import Condition

from server.errors import EngineBusy

LOOK_AGAIN_S = 0.25
RETRY_AFTER_S = 5


class Turns:
    """A line before the engine; `waiting` more may stand behind the `at_once` who are served."""

    def __init__(self, waiting: int, at_once: int = 1) -> None:
        self._waiting = waiting
        self._at_once = at_once
        self._line: deque[object] = deque()
        self._moved = Condition()

    def __len__(self) -> int:
        return len(self._line)

    def take(self) -> object:
        """Give a place in the line. Raises EngineBusy where it is full."""
        with self._moved:
            if len(self._line) >= self._waiting + self._at_once:
                raise EngineBusy(
                    f"{len(self._line)} drafts are already asked for; try again in a moment.",
                    retry_after_s=RETRY_AFTER_S,
                )
            place = object()
            self._line.append(place)
            return place

    def come(self, place: object, stopped: Callable[[], bool]) -> bool:
        """Wait until it is this place's turn; False where `stopped` said so first."""
        with self._moved:
            while self._line.index(place) >= self._at_once:
                if stopped():
                    return False
                self._moved.wait(LOOK_AGAIN_S)
        return True

    def give_back(self, place: object) -> None:
        """Leave the line; whoever stands next comes up."""
        with self._moved:
            self._line.remove(place)
            self._moved.notify_all()
