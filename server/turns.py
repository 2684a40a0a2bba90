"""Turns: one draft after the other, the devices by turns, and only so many wait."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from threading import Condition

from server.errors import CandorError, EngineBusy, Stopping

LOOK_AGAIN_S = 0.25
LONGEST_RETRY_S = 60
KNOWN_DEVICES = 1000
FIRST_GUESS_S = 1.0  # for a draft, until the first one was timed
OF_THE_LAST = 0.2  # how much the last draft counts in what a draft usually takes


@dataclass(eq=False)
class Place:
    """A place in the line: whose it is, the how-manieth ever, and what became of it."""

    device: str
    number: int
    began_s: float | None = None
    refused: CandorError | None = None


class Turns:
    """A line before the engine; `waiting` may stand behind the `at_once` who are served.

    It is the turn of the device that has waited longest since its last turn, so that a batch of one
    device holds nobody else up. Where too many wait, the last in that order is turned away, even
    if it came before.
    """

    def __init__(self, waiting: int, at_once: int = 1) -> None:
        self._waiting = waiting
        self._at_once = at_once
        self._line: list[Place] = []
        self._served: list[Place] = []
        self._last_turns: OrderedDict[str, int] = OrderedDict()
        self._numbers = count(1)
        self._usual_s = FIRST_GUESS_S
        self._is_closed = False
        self._moved = Condition()

    def __len__(self) -> int:
        return len(self._line) + len(self._served)

    def take(self, device: str) -> Place:
        """Give a device a place in the line. Raises EngineBusy where it is full, Stopping."""
        with self._moved:
            place = Place(device, next(self._numbers))
            self._line.append(place)
            self._move_up()
            if self._is_closed:
                self._turn_away(place, _stopping())
            elif len(self._line) > self._waiting:
                self._turn_away(max(self._line, key=self._order), self._busy())
            if place.refused:
                raise place.refused
            return place

    def come(self, place: Place, stopped: Callable[[], bool]) -> bool:
        """Wait until it is this place's turn; False where `stopped` said so first.

        Raises EngineBusy where others came before it after all, Stopping.
        """
        with self._moved:
            while place.began_s is None:
                if place.refused:
                    raise place.refused
                if stopped():
                    return False
                self._moved.wait(LOOK_AGAIN_S)
        return True

    def give_back(self, place: Place) -> None:
        """Leave the line; whoever stands next comes up."""
        with self._moved:
            if place.began_s is not None:
                took_s = time.monotonic() - place.began_s
                self._usual_s += OF_THE_LAST * (took_s - self._usual_s)
                self._served.remove(place)
            elif place in self._line:
                self._line.remove(place)
            self._move_up()

    def close(self) -> None:
        """Turn all away that wait, and all that come; who is being served may end."""
        with self._moved:
            self._is_closed = True
            for place in list(self._line):
                self._turn_away(place, _stopping())

    def _move_up(self) -> None:
        while self._line and len(self._served) < self._at_once and not self._is_closed:
            place = min(self._line, key=self._order)
            self._line.remove(place)
            self._served.append(place)
            place.began_s = time.monotonic()
            self._last_turns[place.device] = next(self._numbers)
            self._last_turns.move_to_end(place.device)
            if len(self._last_turns) > KNOWN_DEVICES:
                self._last_turns.popitem(last=False)
        self._moved.notify_all()

    def _order(self, place: Place) -> tuple[int, int, int]:
        """Give what orders the line: its device's places before it, its last turn, its coming."""
        before = sum(
            other.device == place.device and other.number < place.number
            for other in (*self._served, *self._line)
        )
        return before, self._last_turns.get(place.device, 0), place.number

    def _turn_away(self, place: Place, why: CandorError) -> None:
        place.refused = why
        self._line.remove(place)
        self._moved.notify_all()

    def _busy(self) -> EngineBusy:
        ahead = len(self) - 1
        ahead_s = self._usual_s * ahead / self._at_once
        return EngineBusy(
            f"{ahead} drafts are already asked for; try again in a moment.",
            retry_after_s=min(max(1, math.ceil(ahead_s)), LONGEST_RETRY_S),
        )


def _stopping() -> Stopping:
    return Stopping("The server is being stopped; ask again soon.", retry_after_s=2)
