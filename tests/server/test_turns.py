"""Turns: one at a time, in order, and no more than may wait."""

import threading

import pytest

from server.errors import EngineBusy
from server.turns import Turns


def test_a_full_line_takes_nobody_more() -> None:
    turns = Turns(waiting=1)
    first = turns.take()
    turns.take()
    with pytest.raises(EngineBusy) as refused:
        turns.take()
    assert refused.value.retry_after_s
    turns.give_back(first)
    turns.take()


def test_who_came_first_is_served_first() -> None:
    turns = Turns(waiting=2)
    places = [turns.take() for _ in range(3)]
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
    turns.take()
    second = turns.take()
    assert not turns.come(second, lambda: True)


def test_as_many_are_served_at_a_time_as_the_engine_takes() -> None:
    turns = Turns(waiting=1, at_once=2)
    places = [turns.take() for _ in range(3)]
    with pytest.raises(EngineBusy):
        turns.take()
    assert turns.come(places[1], lambda: False)
    assert not turns.come(places[2], lambda: True)
    turns.give_back(places[0])
    assert turns.come(places[2], lambda: False)
