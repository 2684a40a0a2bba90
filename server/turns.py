"""Turns: one draft after the other, the devices by turns, and only so many wait."""

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from threading import Condition

from server.errors import CandorError, EngineBusy, Stopping

LOOK_AGAIN_S = 0.25
LONGEST_RETRY_S = 60
KNOWN_DEVICES = 1000
FIRST_GUESS_S = 1.0  # for a draft, until the first one was timed
OF_THE_LAST = 0.2  # how much the last draft counts in what a draft usually takes
REST_S = 5.0  # so long without a wish earns a turn ahead of those who always have one
MOST_EARNED = 3.0  # turns
LONGEST_WISH_S = 120.0  # after that anybody goes ahead


@dataclass(eq=False)
class Place:
    """A place in the line: whose it is, the how-manieth ever, and what became of it."""

    device: str
    number: int
    began_s: float | None = None
    refused: CandorError | None = None


@dataclass(eq=False)
class _Device:
    """A device as the line knows it."""

    idle_from_s: float  # for one that was turned away: when it may ask again
    wishes_from_s: float | None = None  # when it asked first since its last turn
    earned: float = 1.0  # turns that it may have ahead of those who earned none
    last_turn: int = 0
    served: int = 0  # its drafts that are being written
    line: deque[Place] = field(default_factory=deque)  # its places in the line, as they came

    def order(self, index: int, now_s: float) -> tuple[bool, int, int, int]:
        """Give what orders one of its places among all in the line, the first the lowest."""
        wished_s = 0.0 if self.wishes_from_s is None else now_s - self.wishes_from_s
        goes_ahead = self.earned >= index + 1 or wished_s > LONGEST_WISH_S
        return not goes_ahead, self.served + index, self.last_turn, self.line[index].number


class Turns:
    """A line before the engine; `waiting` may stand behind the `at_once` who are served.

    Ahead go those who wished for nothing for a while: a person who asks now and then does not stand
    behind sixty who ask all the time. Among equals it is the turn of the device that has waited
    longest since its last turn, so that a batch of one device holds nobody else up. Where too many
    wait, the last in that order is turned away, even if it came before.
    """

    def __init__(self, waiting: int, at_once: int = 1) -> None:
        self._waiting = waiting
        self._at_once = at_once
        self._devices: OrderedDict[str, _Device] = OrderedDict()  # the last that asked stands last
        self._length = 0  # of the line
        self._served = 0
        self._numbers = count(1)
        self._usual_s = FIRST_GUESS_S
        self._is_closed = False
        self._moved = Condition()

    def __len__(self) -> int:
        return self._length + self._served

    def take(self, device: str) -> Place:
        """Give a device a place in the line. Raises EngineBusy where it is full, Stopping."""
        with self._moved:
            now_s = time.monotonic()
            place = self._join(device, now_s)
            self._move_up(now_s)
            if self._is_closed:
                self._turn_away(place, _stopping(), now_s)
            elif self._length > self._waiting:
                self._turn_away(self._last(now_s), self._busy(now_s), now_s)
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
            if place.refused:
                return  # it has left already
            known, now_s = self._devices[place.device], time.monotonic()
            known.idle_from_s = now_s
            if place.began_s is None:
                self._leave(place)
            else:
                self._usual_s += OF_THE_LAST * (now_s - place.began_s - self._usual_s)
                self._served -= 1
                known.served -= 1
            self._move_up(now_s)

    def close(self) -> None:
        """Turn all away that wait, and all that come; who is being served may end."""
        with self._moved:
            self._is_closed = True
            for known in self._lined():
                for place in list(known.line):
                    self._turn_away(place, _stopping(), time.monotonic())

    def _lined(self) -> list[_Device]:
        return [known for known in self._devices.values() if known.line]

    def _join(self, device: str, now_s: float) -> Place:
        known = self._devices.setdefault(device, _Device(idle_from_s=now_s))
        self._devices.move_to_end(device)
        if not known.line and not known.served:
            rested_s = max(0.0, now_s - known.idle_from_s)
            known.earned = min(MOST_EARNED, known.earned + rested_s / REST_S)
        if known.wishes_from_s is None:
            known.wishes_from_s = now_s
        place = Place(device, next(self._numbers))
        known.line.append(place)
        self._length += 1
        return place

    def _leave(self, place: Place) -> None:
        self._devices[place.device].line.remove(place)
        self._length -= 1

    def _move_up(self, now_s: float) -> None:
        while self._length and self._served < self._at_once and not self._is_closed:
            known = min(self._lined(), key=lambda one: one.order(0, now_s))
            place = known.line[0]
            self._leave(place)
            self._served += 1
            known.served += 1
            known.earned = max(0.0, known.earned - 1)
            known.wishes_from_s = now_s if known.line else None
            known.last_turn = next(self._numbers)
            place.began_s = now_s
        self._forget_the_oldest()
        self._moved.notify_all()

    def _last(self, now_s: float) -> Place:
        known = max(self._lined(), key=lambda one: one.order(len(one.line) - 1, now_s))
        return known.line[-1]

    def _turn_away(self, place: Place, why: CandorError, now_s: float) -> None:
        place.refused = why
        self._leave(place)
        self._devices[place.device].idle_from_s = now_s + (why.retry_after_s or 0)
        self._moved.notify_all()

    def _busy(self, now_s: float) -> EngineBusy:
        """Tell how long it takes until all are served who wait here, or were sent away to wait."""
        ahead = len(self) - 1
        away = sum(
            known.wishes_from_s is not None and not known.line and known.idle_from_s > now_s
            for known in self._devices.values()
        )
        ahead_s = self._usual_s * (ahead + away) / self._at_once
        return EngineBusy(
            f"{ahead} drafts are already asked for; try again in a moment.",
            retry_after_s=min(max(1, math.ceil(ahead_s)), LONGEST_RETRY_S),
        )

    def _forget_the_oldest(self) -> None:
        if len(self._devices) > KNOWN_DEVICES:
            idle = (name for name, one in self._devices.items() if not one.line and not one.served)
            if oldest := next(idle, None):
                del self._devices[oldest]


def _stopping() -> Stopping:
    return Stopping("The server is being stopped; ask again soon.", retry_after_s=2)
