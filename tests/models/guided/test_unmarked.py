"""Questions without a mark: what is heard as one, and how it is said back."""

import pytest

from models.guided.unmarked import is_unmarked, unmarked


@pytest.mark.parametrize(
    ("comment", "clause"),
    [
        ("u open boxing day", "whether we're open on Boxing Day"),
        ("kitchen open till", "how long the kitchen is open"),
        ("gluten free night still a thing", "whether the gluten free night is still a thing"),
        ("u come to Thorne still", "whether we come to Thorne still"),
        ("dogs ok in the cafe", "whether dogs are ok in the cafe"),
        ("mine says 3 is that bad", "whether that's bad"),
        ("food safe", "whether it's food safe"),
    ],
)
def test_what_asks_without_a_mark_is_said_back(comment: str, clause: str) -> None:
    assert unmarked(comment) == clause


@pytest.mark.parametrize(
    "comment",
    [
        "gel or acrylic",
        "8.40 to leeds running",
        "covered or not",
        "tickets how much",
        "tulips too today",
        "till late",
    ],
)
def test_what_asks_may_have_no_clause(comment: str) -> None:
    assert is_unmarked(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "you sell location data.",
        "you make me smile",
        "you do the best pies",
        "cake or nothing",
        "you got this",
        "parking was free and easy",
        "still the best",
        "my mum too",
        "do windows next",
    ],
)
def test_a_remark_asks_nothing(comment: str) -> None:
    assert not is_unmarked(comment)
