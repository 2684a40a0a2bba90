"""What went wrong is answered by how it should have been, named where that is sure."""

import re
import tomllib
from pathlib import Path

import pytest

import models.guided.standards
from models.guided.matters import faults
from models.guided.standards import ground, norms, standards
from models.guided.write import write_guided
from models.prompt import Brand, Brief

TABLE = Path(models.guided.standards.__file__).parent / "standards.toml"


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("the soup was stone cold", "the soup should have been hot"),
        ("waited 45 minutes for a coffee", "the coffee should have come"),
        ("an 8 minute queue at the door", "an 8-minute wait"),
        ("my parcel arrived crushed", "in one piece"),
    ],
)
def test_a_fault_is_named_by_how_it_should_have_been(comment: str, said: str) -> None:
    assert any(said in way for way in standards(comment))


def test_what_does_not_name_it_stands_behind_the_name() -> None:
    comment = "I emailed twice, no reply"
    assert standards(comment) == [] and norms(comment)
    brief = Brief(comment=comment)
    (draft,) = write_guided(
        brief, intent="complaint", feeling="frustrated", tones=["plain"], count=1
    )
    assert "silence" in draft.text or "twice" in draft.text


def test_what_has_no_name_is_said_by_what_it_is_that_went_wrong() -> None:
    hotel, rail = "The Larch a hotel by a lake", "Fenline a train company"
    assert "stay" in ground("our room looked onto the bins", hotel)[0]
    assert ground("our room looked onto the bins", rail) == []
    assert ground("rooms look nice", hotel) == []  # nobody stayed


def test_every_way_says_only_what_its_name_catches() -> None:
    for name, *ways in tomllib.loads(TABLE.read_text(encoding="utf-8"))["standard"]:
        caught = re.compile(name).groupindex
        for way in ways:
            assert set(re.findall(r"\{(\w+)\}", way)) <= caught.keys(), way
            assert way[0].islower() or way[0] in "“{", way
            assert not way.endswith("."), way


def test_no_name_is_taken_by_a_row_before_its_own() -> None:
    names = [name for name, *_ in tomllib.loads(TABLE.read_text(encoding="utf-8"))["standard"]]
    for place, name in enumerate(names):
        plain = re.fullmatch(r"[\w' -]+", name)
        assert not (plain and any(re.fullmatch(before, name) for before in names[:place])), name


def test_a_complaint_is_never_opened_with_a_quotation() -> None:
    brief = Brief(
        comment="Support act played to an empty room. 52 minutes of pan pipes. Seats like pews.",
        brand=Brand(name="The Foundry", what="a concert hall", voice=""),
    )
    for draft in write_guided(brief, intent="complaint", feeling="angry", tones=["plain", "warm"]):
        assert not draft.text.startswith("“")


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("asked for no onions and it was onion soup", "the mistake with your order"),
        ("the tyre you fitted is flat again", "the repair that didn't hold"),
        ("your checkout won't take my postcode", "the trouble with your postcode"),
        ("the trailer gives away the whole plot", "the spoiler"),
        ("it won't sync since you moved everything, can't find anything", "the new layout"),
        ("no pressure, but when is the sale", ""),
        ("fixed the leak, cup of tea, gone by ten", ""),
    ],
)
def test_everyday_trouble_has_a_name(comment: str, name: str) -> None:
    assert "".join(faults(comment)[:1]) == name
