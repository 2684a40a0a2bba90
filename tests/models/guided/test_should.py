"""A clause of theirs is turned round into what should have been."""

import pytest

from models.guided.should import should


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("The alarm did not ring.", "the alarm should have rung"),
        ("my locker code does not work since yesterday", "your locker code should work"),
        ("Nobody told us the bathroom was shut", "somebody should have told you the bathroom"),
        ("No one said anything at the desk", "somebody should have said something at the desk"),
        ("rang twice, nobody rings back", "somebody should have rung back"),
        ("Courier left it upside down on the step", "the courier shouldn't have left it"),
        ("Your van parked across my drive", "our van shouldn't have parked across your drive"),
        ("Box came crushed.", "the box shouldn't have been crushed"),
        ("It broke after two weeks", "it shouldn't have broken after two weeks"),
        ("Toilets filthy, no soap, no paper.", "there should have been soap"),
    ],
)
def test_what_was_not_done_should_have_been(comment: str, said: str) -> None:
    assert any(turned.startswith(said) for turned in should(comment))


@pytest.mark.parametrize(
    "comment",
    [
        "She died in November and you still write to her",
        "Does the app not work on tablets?",
        "my dad broke his arm in May",
        "He left us in March",
        "nobody could tell me what happened",
        "I never called you",
        "if the box came crushed I'd be cross",
    ],
)
def test_what_is_nobodys_fault_is_left_alone(comment: str) -> None:
    assert should(comment) == []
