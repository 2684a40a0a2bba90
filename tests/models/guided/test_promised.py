"""What we said we would do, as a thread that goes on names it."""

import pytest

from models.guided.promised import is_past, promised
from models.prompt import Turn


@pytest.mark.parametrize(
    ("asked", "ours", "words"),
    [
        ("when is part 2", "End of May.", "the end of May"),
        ("no sofa", "It's on its way and due Friday.", "Friday"),
        ("no net", "A cable was cut. We expect it back by 14:00.", "14:00"),
        ("no stickers?", "I don't know. Let me ask the store.", "we'd ask the store"),
        ("wrong date", "Thanks, we'll check with the guides.", "we'd check with the guides"),
        ("online when", "We're trying, no date, honest.", ""),
        ("dead again", "All sites were back at 3:50.", ""),
        ("any seafood in it?", "No seafood in it.", ""),
    ],
)
def test_the_words_behind_we_said(asked: str, ours: str, words: str) -> None:
    assert promised([Turn("them", asked), Turn("us", ours)]) == words


def test_a_thread_without_us_holds_no_promise() -> None:
    assert promised([Turn("them", "we'll ask the store on Friday")]) == ""


@pytest.mark.parametrize(
    ("comment", "past"),
    [
        ("it's Monday", True),
        ("July now", True),
        ("18:30. no Piet.", True),
        ("day 11. nothing", True),
        ("do you open on Monday", False),
        ("lovely, thank you", False),
    ],
)
def test_a_day_that_has_come(comment: str, past: bool) -> None:
    assert is_past(comment) is past
