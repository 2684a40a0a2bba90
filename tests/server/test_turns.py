"""Turns: one at a time, the devices by turns, and no more than may wait."""

import threading

import pytest

from server.errors import EngineBusy, Stopping
from server.turns import Place, Turns


def test_a_full_line_takes_nobody_more() -> None:
    turns = Turns(waiting=1)
    first = turns.take("ann")
    turns.take("ann")
    with pytest.raises(EngineBusy) as refused:
        turns.take("ann")
    assert refused.value.retry_after_s
    turns.give_back(first)
    turns.take("ann")


def test_who_came_first_is_served_first() -> None:
    turns = Turns(waiting=2)
    places = [turns.take("ann") for _ in range(3)]
    served: list[int] = []

    def come(number: int) -> None:
        assert turns.come(places[number], lambda: False)
        served.append(number)
        turns.give_back(places[number])

    threads = [threading.Thread(target=come, args=[number]) for number in (2, 1, 0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert served == [0, 1, 2]


def test_who_is_stopped_does_not_wait_on() -> None:
    turns = Turns(waiting=1)
    turns.take("ann")
    second = turns.take("ann")
    assert not turns.come(second, lambda: True)


def test_as_many_are_served_at_a_time_as_the_engine_takes() -> None:
    turns = Turns(waiting=1, at_once=2)
    places = [turns.take("ann") for _ in range(3)]
    with pytest.raises(EngineBusy):
        turns.take("ann")
    assert turns.come(places[1], lambda: False)
    assert not turns.come(places[2], lambda: True)
    turns.give_back(places[0])
    assert turns.come(places[2], lambda: False)


def never() -> bool:
    """Say that nobody stopped anything."""
    return False


def served_next(turns: Turns, ended: Place, waiting: list[Place]) -> Place:
    """End a draft; give the place whose turn it is then."""
    turns.give_back(ended)
    [place] = [place for place in waiting if place.began_s is not None]
    waiting.remove(place)
    return place


def test_a_batch_of_one_device_holds_nobody_up() -> None:
    turns = Turns(waiting=8)
    now = turns.take("batch")
    waiting = [turns.take("batch") for _ in range(4)] + [turns.take("bob"), turns.take("cid")]
    order = []
    for _ in range(6):
        now = served_next(turns, now, waiting)
        order.append(now.device)
    assert order == ["bob", "cid", "batch", "batch", "batch", "batch"]


def test_who_had_a_turn_stands_behind_who_had_none_for_longer() -> None:
    turns = Turns(waiting=8)
    now = turns.take("ann")
    waiting = [turns.take("bob")]
    now = served_next(turns, now, waiting)
    waiting = [turns.take("ann"), turns.take("new"), turns.take("new"), turns.take("cid")]
    order = []
    for _ in range(4):
        now = served_next(turns, now, waiting)
        order.append(now.device)
    assert order == ["new", "cid", "ann", "new"]


def test_a_batch_gives_up_a_place_where_a_newcomer_finds_none() -> None:
    turns = Turns(waiting=2)
    turns.take("batch")
    second, third = turns.take("batch"), turns.take("batch")
    newcomer = turns.take("bob")
    with pytest.raises(EngineBusy) as refused:
        turns.come(third, never)
    assert refused.value.retry_after_s
    assert second.refused is newcomer.refused is None
    with pytest.raises(EngineBusy):
        turns.take("batch")
    assert len(turns) == 3
    turns.give_back(third)
    assert len(turns) == 3


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 100.0
        monkeypatch.setattr("server.turns.time.monotonic", lambda: self.now_s)

    def draft(self, turns: Turns, device: str, seconds: float = 1.0) -> None:
        """Let a device have a draft that takes so long."""
        place = turns.take(device)
        self.now_s += seconds
        turns.give_back(place)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock that turns are timed by."""
    return Clock(monkeypatch)


def test_who_asked_for_nothing_for_a_while_comes_before_those_who_always_ask(clock: Clock) -> None:
    turns, crowd = Turns(waiting=8), [f"crowd {number}" for number in range(6)]
    for device in ("lone", *crowd):
        clock.draft(turns, device)
    now = turns.take(crowd[0])
    waiting = [turns.take(device) for device in (*crowd[1:], "lone")]
    assert served_next(turns, now, waiting).device == "lone"
    assert waiting[0].began_s is None


def test_a_rest_is_worth_a_few_turns_and_no_more(clock: Clock) -> None:
    turns = Turns(waiting=20)
    clock.draft(turns, "crowd")
    clock.draft(turns, "lone")
    clock.now_s += 3600
    clock.draft(turns, "crowd", seconds=0)
    clock.draft(turns, "crowd", seconds=0)
    now = turns.take("crowd")
    waiting = [turns.take("lone") for _ in range(5)] + [turns.take("crowd") for _ in range(2)]
    order = []
    for _ in range(7):
        now = served_next(turns, now, waiting)
        order.append(now.device)
    assert order == ["lone", "lone", "lone", "crowd", "lone", "crowd", "lone"]


def test_who_comes_again_when_told_to_has_not_rested(clock: Clock) -> None:
    turns = Turns(waiting=0)
    clock.draft(turns, "ann")
    for _ in range(3):
        served = turns.take("bob")
        with pytest.raises(EngineBusy) as refused:
            turns.take("ann")
        clock.now_s += refused.value.retry_after_s or 0
        turns.give_back(served)
    assert turns._devices["ann"].earned < 0.1


def test_nobody_wishes_for_ever(clock: Clock) -> None:
    turns = Turns(waiting=2)
    for device in ("batch", "batch", "rested"):
        clock.draft(turns, device, seconds=0)
    now = turns.take("other")
    waiting = [turns.take("batch")]
    clock.now_s += 121
    waiting += [turns.take("rested")]
    assert served_next(turns, now, waiting).device == "batch"


def test_who_is_turned_away_is_told_how_long_all_take_who_wait_here_or_elsewhere(
    clock: Clock,
) -> None:
    turns = Turns(waiting=1)
    for _ in range(50):
        clock.draft(turns, "ann", seconds=10)
    turns.take("ann")
    turns.take("bob")
    waits_s = []
    for device in ("cid", "dan", "eve"):
        with pytest.raises(EngineBusy) as refused:
            turns.take(device)
        waits_s.append(refused.value.retry_after_s)
    assert waits_s == [20, 30, 40]


def test_a_line_that_closes_lets_who_is_served_end() -> None:
    turns = Turns(waiting=1)
    served, waiting = turns.take("ann"), turns.take("bob")
    turns.close()
    assert turns.come(served, never)
    with pytest.raises(Stopping):
        turns.come(waiting, never)
    with pytest.raises(Stopping):
        turns.take("cid")
    turns.give_back(served)
    assert len(turns) == 0
