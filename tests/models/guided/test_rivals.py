"""What excludes what."""

from models.guided.matching import meeting
from models.guided.rivals import rivals_of


def test_a_word_stands_for_its_group() -> None:
    assert rivals_of("Closed on Sundays in winter") == {"day": {"sunday"}, "season": {"winter"}}


def test_another_of_the_group_or_another_number_is_seen() -> None:
    asked = "when do you close in winter?"
    same, other = meeting(asked, "", ["Winter: until 16:15.", "Summer: until 20:05."])
    assert same["rival_same"] == 1.0 and same["rival_other"] == 0.0
    assert other["rival_other"] == 1.0 and other["rival_same"] == 0.0
    (row,) = meeting("Got a fan for a Borea 24?", "", ["Borea 30 fan: none in stock."])
    assert row["number_other"] == 1.0 and row["number_same"] == 0.0
