"""Subjects: what people talk about, how many more than before, with which feelings."""

from collections import defaultdict
from collections.abc import Sequence

from server.listening.quoting import quoted
from server.schemas import Count, Theme
from server.store import Store
from server.store.listening import Heard, Scope, Tally

SHOWN = 20
SOUGHT = 60  # some of them say the same, and are shown once
SEVERAL = 2  # people, before a word of theirs is a theme
MOST_OF = 0.75  # of the people of a theme talk of a narrower one: that one is shown instead
QUOTES = 3
QUOTES_SOUGHT = 8  # to find some of different people


def talked_of(scope: Scope, store: Store, *, names: bool) -> list[Theme]:
    """Give what most people talk about, each theme with some quotes of different people."""
    sought = store.themes_in(scope, SOUGHT)
    shown = _told_apart([(one, ours) for one, ours in sought if ours or one.people >= SEVERAL])
    called = [one.value for one in shown]
    before = {one.value: one for one, _ in store.themes_in(scope.before, SHOWN, only=called)}
    feelings: dict[str, list[Count]] = defaultdict(list)
    for name, one in store.feelings_of(called, scope):
        feelings[name].append(Count(value=one.value, comments=one.comments, people=one.people))
    said: dict[str, list[Heard]] = defaultdict(list)
    for name, heard in store.comments_on(called, scope, QUOTES_SOUGHT):
        said[name].append(heard)
    return [
        Theme(
            name=one.value,
            people=one.people,
            people_before=before[one.value].people if one.value in before else 0,
            comments=one.comments,
            feelings=feelings[one.value],
            quotes=[
                quoted(heard, one.value, names=names) for heard in _of_several(said[one.value])
            ],
        )
        for one in shown
    ]


def _told_apart(found: Sequence[tuple[Tally, bool]]) -> list[Tally]:
    """Leave out what another theme says as well: "bun" beside "cardamom bun", or the reverse."""
    kept: list[Tally] = []
    for one, is_ours in found:
        words = set(one.value.split())
        narrower = [
            other
            for other, _ in found
            if words < set(other.value.split()) and other.people >= MOST_OF * one.people
        ]
        wider = any(set(other.value.split()) < words for other in kept)
        if not narrower and (is_ours or not wider):
            kept.append(one)
    return kept[:SHOWN]


def _of_several(said: Sequence[Heard]) -> list[Heard]:
    """Give the newest comment of each of some people."""
    by_person = {heard.person: heard for heard in reversed(said)}
    newest = sorted(by_person.values(), key=lambda heard: heard.seen_at, reverse=True)
    return newest[:QUOTES]
