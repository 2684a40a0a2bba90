"""The line that carries a comment: chosen by what replies speak of, and sayable to them."""

import pytest

from models.guided.lines import lines, said_back


@pytest.mark.parametrize(
    ("comment", "intent", "line"),
    [
        (
            "rider ate one of my chicken wings. i counted. bones in the bag",
            "complaint",
            "“rider ate one of my chicken wings”",
        ),
        (
            "12 hour nights, no break room, payslip wrong 3 months running. Congrats on the award",
            "accusation",
            "“payslip wrong 3 months running”",
        ),
        (
            "Your driver was so kind to my gran today! Cheers",
            "thanks",
            "“Your driver was so kind to my gran today”",
        ),
        ("dad steered her in 69", "story", "“dad steered her in 69”"),
        ("asleep 3 hrs. i need a wee and a biscuit", "joke", "“I need a wee and a biscuit”"),
        (
            "my wife and I waited on the platform for nothing",
            "complaint",
            "you and your wife waited on the platform for nothing",
        ),
    ],
)
def test_the_line_is_turned_to_them_or_quoted(comment: str, intent: str, line: str) -> None:
    assert said_back(comment, intent) == [line]


@pytest.mark.parametrize(
    ("comment", "intent"),
    [
        ("can I get the receipt for my order?", "complaint"),  # asked
        ("please tell me where my parcel is", "complaint"),  # said to us
        ("the driver is an idiot", "complaint"),  # unkind
        ("the box was swapped and I have a nut allergy", "complaint"),  # of their health
        ("call me on 07700 900123 about the boiler", "complaint"),  # personal
        ("see www.example.org for the photos of the damage", "complaint"),  # an address
        ("The watch runs perfectly", "complaint"),  # not what the trouble is
        ("no gloves ur insane", "joke"),  # slang that is not ours to repeat
    ],
)
def test_what_is_asked_unkind_personal_or_beside_the_point_is_not_said_back(
    comment: str, intent: str
) -> None:
    assert said_back(comment, intent) == []


def test_a_comment_falls_into_clauses_that_can_stand_alone() -> None:
    found = [line.text for line in lines("So it broke at 17:42, but nobody came for 3.5 hours. Hi")]
    assert found == ["it broke at 17:42", "nobody came for 3.5 hours"]


def test_what_is_denied_is_not_said_back_as_praise() -> None:
    comment = "our rescue wouldn't eat for 3 days, your pack was the first thing she touched"
    assert not any("wouldn't" in line for line in said_back(comment, "thanks"))


@pytest.mark.parametrize(
    ("comment", "intent", "line"),
    [
        ("one piece missing from the box. again", "complaint", "“one piece missing from the box”"),
        ("footplate's got a mind of its own", "praise", "“footplate's got a mind of its own”"),
        ("my kefir and I have the same bedtime now", "joke", "“my kefir and I have the same"),
    ],
)
def test_what_is_no_whole_clause_stands_in_their_own_words(
    comment: str, intent: str, line: str
) -> None:
    assert said_back(comment, intent)[0].startswith(line)
