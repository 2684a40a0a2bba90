"""What a comment is about, in our own words."""

import pytest

from models.guided.bank import bank
from models.guided.faults import problems
from models.guided.matters import faults, harms, is_vague, views


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("my latte was stone cold and I waited 25 mins", "the cold latte and the 25-minute wait"),
        ("You lost my bag, and nobody answers the phone", "the lost bag and the silence from us"),
        ("You charged me twice this month", "the double charge"),
        ("The scarf shrank in the first wash", "what happened to the scarf"),
        ("Closed AGAIN without notice, drove 40 min", "the wasted trip"),
        ("Paid for express, took 9 days", "the slow delivery"),
        ("we lost our dog in your park", "the missing dog"),
        ("I got locked out of my room at 2am", "being locked out of your room"),
        ("your guard called my mother stupid", "how your mother was spoken to"),
        ("my account got hacked and nobody helps", "the hacked account"),
        ("your app deleted all my workouts", "the lost workouts"),
        ("I bought two and both arrived cracked", "the state they came in"),
        ("the staff at the desk were so rude to my mum", "how your mum was treated"),
        ("The app logs me out every single day", "being logged out again and again"),
        ("I found a hair baked into my sourdough", "the hair in your sourdough"),
        (
            "You put my bill up by £9 without telling me",
            "the price going up and being kept in the dark",
        ),
        ("patch 2.3 deleted my base", "losing your base"),
        ("08:14 cancelled. 08:44 cancelled", "the cancelled 08:14"),
        ("Front light flickers since the update", "the trouble with the light"),
        ("You spelled my father's name wrong", "the mistake in your father's name"),
        ("The engineer was meant to come at 8. It's 4.", "the engineer who didn't come"),
        ("third bag with a stone in it", "the stone you found"),
        ("My son was sick all night after it", "how ill this made your son"),
        ("Second delivery with the wrong kibble!!", "the wrong kibble"),
        ("your driver launched my package over the gate", "the way your package was left"),
        ("I booked a twin room and got a double", "the mix-up"),
        ("wifi drops every evening at 8", "the wifi dropping out"),
        ("cancelled my free trial and still got charged", "the charge after the trial"),
        (
            "waited in all day, then a card: sorry we missed you",
            "the wasted day and the missed delivery",
        ),
        ("gym was rammed, couldn't move", "how crowded it was"),
        ("the changing rooms were disgusting", "the state of the changing rooms"),
        ("the kettle keeps tripping the electrics", "the kettle that keeps tripping"),
        ("your lorry took my wing mirror off", "your mirror"),
        ("I've sent the form three times", "having to do this more than once"),
        ("the box at your till was smashed", "the damaged box"),
        ("your rep said 24 months, contract says 36", "the mix-up over what you were told"),
        ("you sat my 6 year old rows away from us", ""),
    ],
)
def test_what_went_wrong_has_a_name(comment: str, name: str) -> None:
    assert faults(comment) == ([name] if name else [])


@pytest.mark.parametrize(
    "comment",
    ["Do you ship to Canada?", "Love this so much", "Can I take my cello on as hand luggage?"],
)
def test_nothing_is_named_where_nothing_went_wrong(comment: str) -> None:
    assert faults(comment) == []


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("Quality has really gone downhill since you were bought out", "the quality"),
        ("so much plastic for two courgettes", "all that packaging"),
        ("£4.80 for a flat white??", "the price"),
        ("Closing another branch. So much for community.", "the closing of the branch"),
    ],
)
def test_an_opinion_has_a_name_too(comment: str, name: str) -> None:
    assert views(comment) == [name]


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("Shop assistant followed my son round like a thief", "how your son was treated"),
        ("I sliced my finger on the tin, and it came 2 days late", "your finger"),
        ("the courier texted me after asking me out for a drink", "the treatment you were given"),
        ("She's allergic and you still served her nuts", "the mistake with the ingredients"),
        ("your guard shouted at my kids for nothing", "how your kids were treated"),
    ],
)
def test_what_was_done_to_people_comes_before_things(comment: str, name: str) -> None:
    assert harms(comment) == [name]
    assert faults(comment) == ([name] if name else [])


@pytest.mark.parametrize(
    "comment",
    ["this bakes like a dream", "the driver was so kind to my son"],
)
def test_no_harm_is_heard_where_none_was_done(comment: str) -> None:
    assert harms(comment) == []


def test_what_stands_before_a_but_is_no_problem() -> None:
    told = problems("The kids loved the trail but the cafe ran out of food and was closed at 12")
    assert not any("loved" in problem.text for problem in told)


def test_a_clause_after_when_is_no_problem_of_theirs() -> None:
    assert problems("Works when my baby isn't breathing") == []
    assert problems("the waiter forgot our starters, brought the mains cold")[0].text == (
        "the waiter forgot your starters"
    )


def test_a_name_that_tells_little_is_the_last_resort() -> None:
    assert is_vague("trying to book for Saturday and it won't")
    assert faults("can't book a class, app keeps crashing") == ["the app that keeps crashing"]


def test_only_a_noun_is_named() -> None:
    assert faults("it just suddenly stopped working") == []
    assert faults("the cleaner broke a vase") == []


@pytest.mark.parametrize(
    "comment",
    [
        "the same springs as in April when I had the puncture",
        "I finished it on my old reader, the one with the cracked corner",
        "the wifi was 180 down and 20 up",
        "smells like a burnt crumpet",
        "your table is missing something",
    ],
)
def test_what_is_of_another_thing_or_day_is_not_named(comment: str) -> None:
    assert faults(comment) == []


def test_what_they_did_themselves_is_no_problem_of_ours() -> None:
    assert (
        problems("I can't prove anything and I'm not accusing. I missed a payment in March") == []
    )


def test_every_frame_for_a_name_is_in_the_bank() -> None:
    slots = {slot for move in bank() for slot in move.slots}
    assert {"matter", "view", "liked", "joy", "best", "topic", "loved"} <= slots


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("Third time this month the 8:12 hasn't turned up", "the 8:12 that never came"),
        ("stood in the rain, the bus never came", "the missing bus"),
        ("the wifi in room 12 is useless and the desk just shrugged",
         "the wifi and being met with a shrug"),
        ("I ordered on 3 May, it is now the 29th and I have nothing", "the wait for your order"),
    ],
)  # fmt: skip
def test_what_did_not_come_is_named_as_what_it_was(comment: str, name: str) -> None:
    assert faults(comment) == [name]


def test_a_new_thing_is_named_and_not_the_changes() -> None:
    assert views("Your new logo looks like a bank from 1987") == ["the new logo"]
    assert views("your shop is too loud I can't hear myself think") == ["the noise"]
