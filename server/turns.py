"""Turns: drafts are written one at a time, in the order they came, and only so many may wait."""

from collections import deque
from collections.abc import Callable
from threading import Condition

from server.errors import EngineBusy

LOOK_AGAIN_S = 0.25
RETRY_AFTER_S = 5


class Turns:
    """A line before the engine; `waiting` more may stand behind the one who is served."""

    def __init__(self, waiting: int) -> None:
        self._waiting = waiting
        self._line: deque[object] = deque()
        self._moved = Condition()

    def __len__(self) -> int:
        return len(self._line)

    def take(self) -> object:
        """Give a place in the line. Raises EngineBusy where it is full."""
        with self._moved:
            if len(self._line) > self._waiting:
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
            while self._line[0] is not place:
                if stopped():
                    return False
                self._moved.wait(LOOK_AGAIN_S)
        return True

    def give_back(self, place: object) -> None:
        """Leave the line; whoever stands next comes up."""
        with self._moved:
            self._line.remove(place)
            self._moved.notify_all()
