"""Augmentation: what a reply took from its sources it still has, and nothing else is changed."""

import copy
import json
import re
from random import Random
from typing import Any

import pytest

from models.data.augment import (
    add_foreign_fact,
    changed,
    drop_needless_fact,
    mistyped,
    other_names,
    pool_of,
)
from models.data.values import other_values
from models.data.written import exchanges
from models.tasks.values import values

ROWS = [row for row in exchanges("dev") if row["replies"]][:160]
POOL = pool_of(ROWS)
NAME = re.compile(r"\b[A-Z]\w+")


def _sources(row: dict[str, Any]) -> str:
    """Give what the replies rest on, but for the comment, which may be mistyped."""
    told = [fact["text"] for fact in row["facts"] if fact["id"] in row["uses"]]
    told += [turn["text"] for turn in row["thread"]]
    return "\n".join([*told, row["note"], row["post"], row["brand"]["name"]])


def _values_taken(row: dict[str, Any]) -> list[int]:
    source = values(_sources(row))
    return [len(values(text) & source) for text in row["replies"].values()]


def _names_taken(row: dict[str, Any]) -> list[int]:
    source = set(NAME.findall(f"{_sources(row)} {row['author']} {row['comment']}"))
    return [len(set(NAME.findall(text)) & source) for text in row["replies"].values()]


def test_what_replies_took_from_their_sources_they_still_have() -> None:
    others = [changed(row, POOL, Random(number)) for number, row in enumerate(ROWS)]
    assert [*map(_values_taken, others)] == [*map(_values_taken, ROWS)]
    assert sum(other != row for other, row in zip(others, ROWS, strict=True)) > len(ROWS) / 2


def test_values_change_alike_and_nothing_else_does() -> None:
    count = 0
    for number, row in enumerate(ROWS):
        sources = [*(fact["text"] for fact in row["facts"]), row["comment"], row["note"]]
        replies = list(row["replies"].values())
        change = other_values(sources, replies, Random(number))
        after = [change(text) for text in replies]
        count += after != replies
        for text, new in zip([*sources, *replies], map(change, [*sources, *replies]), strict=True):
            assert re.sub(r"[\d,]+", "#", text) == re.sub(r"[\d,]+", "#", new)
        given = "\n".join(map(change, sources))
        for text, new in zip(replies, after, strict=True):
            known = values(text) & values("\n".join(sources))
            assert len(values(new) & values(given)) >= len(known)
    assert count > 20


@pytest.mark.parametrize(
    ("fact", "reply"),
    [
        ("The visit costs £40.", "It's £40."),
        ("Open until 17.40, order RX2281 by 14 May.", "RX2281: order by 14 May, before 17.40."),
        ("Between 1,200 and 1,500 people came.", "Some 1,200 to 1,500 of you came."),
    ],
)
def test_values_of_each_kind_change_and_keep_their_order(fact: str, reply: str) -> None:
    change = other_values([fact], [reply], Random(3))
    assert change(reply) != reply
    numbers = [float(n.replace(",", "")) for n in re.findall(r"[\d,]+", change(fact))]
    before = [float(n.replace(",", "")) for n in re.findall(r"[\d,]+", fact)]
    assert [a < b for a in before for b in before] == [a < b for a in numbers for b in numbers]


@pytest.mark.parametrize(
    ("fact", "reply"),
    [
        ("A pack holds 400g, 50g a head.", "One pack of 400g at 50g is enough for eight people."),
        ("Delivery costs £4 and the lamp £20.", "That's £24 in all."),
        ("The fair is on Saturday 12 May.", "See you on Saturday 12 May."),
        ("Made since 2019.", "We've made it since 2019."),
        ("Open 24 hours.", "It's open 24 hours."),
    ],
)
def test_values_stay_where_a_change_could_make_them_untrue(fact: str, reply: str) -> None:
    for seed in range(20):
        change = other_values([fact], [reply], Random(seed))
        assert (change(fact), change(reply)) == (fact, reply)


def test_names_change_alike_in_every_text() -> None:
    count = 0
    for number, row in enumerate(ROWS):
        other = other_names(row, POOL, Random(number))
        count += other != row
        known = {*POOL.brands, *POOL.people}
        gone = set(NAME.findall(row["brand"]["name"])) - set(NAME.findall(other["brand"]["name"]))
        assert gone <= known
        assert not any(name.lower() in json.dumps(other).lower() for name in gone)
        assert _names_taken(other) == _names_taken(row)
    assert count > len(ROWS) / 2


def test_names_of_people_stay_where_something_says_he_or_she() -> None:
    row = copy.deepcopy(ROWS[0]) | {"author": "Dolores", "comment": "Dolores here", "thread": []}
    pool = pool_of([row | {"author": "Henrike"}, row])
    row["note"] = "call him"
    assert other_names(row, pool, Random(0))["author"] == "Dolores"


def test_only_needless_facts_are_dropped_and_foreign_ones_share_no_word() -> None:
    added = 0
    for number, row in enumerate(ROWS):
        other = copy.deepcopy(row)
        drop_needless_fact(other, Random(number))
        needed = [fact for fact in row["facts"] if fact["id"] in row["uses"]]
        assert all(fact in other["facts"] for fact in needed)
        add_foreign_fact(other, POOL, Random(number))
        for fact in other["facts"]:
            if fact["id"] == "foreign":
                added += 1
                assert row["brand"]["name"] not in fact["text"]
    assert added > 10


def test_a_mistyped_comment_keeps_the_words_that_replies_take_up() -> None:
    comment = "Waited since Tuesday for a plumber. Nobody came, and it's raining inside."
    seen = {mistyped(comment, "A plumber who never came", Random(seed)) for seed in range(40)}
    assert len(seen) > 5
    assert all("plumber" in text for text in seen)
    letters = sorted(re.findall(r"[a-z]", comment.lower()))
    assert all(sorted(re.findall(r"[a-z]", text.lower())) == letters for text in seen)
