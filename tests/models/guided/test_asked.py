"""What is asked, said back; and what only looks like a question."""

import pytest

from models.guided.asked import asked, asked_about, asks, is_rhetorical, requests
from models.guided.write import write_guided
from models.prompt import Brief


@pytest.mark.parametrize(
    ("comment", "clause"),
    [
        ("Do you ship to Canada?", "whether we ship to Canada"),
        ("does the free plan include exports?", "whether the free plan includes exports"),
        ("Can I bring my dog in the cabin?", "whether you can bring your dog in the cabin"),
        ("When are you back?", "when we are back"),
        ("how do i change my address", "how to change your address"),
        ("any discount codes?", "whether there are any discount codes"),
        ("can someone tell me if the gym is open on sunday", "whether the gym is open on Sunday"),
        ("why do you only ship to the US", "why we only ship to the US"),
        ("Is the outage in BS5 fixed yet?", "whether the outage in BS5 is fixed yet"),
        ("u open boxing day", "whether we're open on Boxing Day"),
        ("cant find the size chart", "where the size chart is"),
        ("why did you stop doing the lemon ones", "why we stopped doing the lemon ones"),
        ("what's the wifi like, I need to work", "what the wifi is like"),
        ("best one for curly hair?", "which one is best for curly hair"),
        ("what happens to the old batteries", "what happens to the old batteries"),
        ("Is the hotel near or would we need a taxi?", "whether the hotel is near"),
        ("do u need a ticket for the baby", "whether you need a ticket for the baby"),
        ("do you take dogs", "whether we take dogs"),
        ("Can you still get tickets on the door?", "whether you can still get tickets on the door"),
        ("will it fit a 12 year old do you think", "whether it will fit a 12 year old"),
        ("is it me or has the recipe changed", "whether the recipe has changed"),
        ("Is parking free on Sundays?", "whether parking is free on Sundays"),
        ("thinking of one for mum, would it come by the 14th", "whether it would come by the 14th"),
        ("price pls", "what it costs"),
        ("hows the signal up there", "how the signal is up there"),
        ("so can i cancel or am i stuck with it", "whether you can cancel"),
        ("is the sourdough vegan? theres honey in some", "whether the sourdough is vegan"),
        ("is the rhubarb one gluten free", "whether the rhubarb one is gluten free"),
        ("is your rain cover waterproof", "whether our rain cover is waterproof"),
        ("are dogs alowed in the cafe", "whether dogs are allowed in the cafe"),
        ("are the socks included", "whether the socks are included"),
        ("anyone know if its rammed on sunday", "whether it's rammed on Sunday"),
        ("what keyboard is that in the trailer", "what keyboard that is in the trailer"),
        ("whos got the england score", "who has got the England score"),
        ("How many balls for a size 18 cardi", "how many balls you need for a size 18 cardi"),
        ("how long for a crown start to finish", "how long a crown takes"),
        ("whats the weather like over Kendal", "what the weather is like over Kendal"),
        (
            "are your rates better than the old ones",
            "whether our rates are better than the old ones",
        ),
        ("are ye open boxing day", "whether we are open Boxing Day"),
        ("are the pads replaceable mine are flaking", "whether the pads are replaceable"),
        ("where is my parcel its been 4 days", "where your parcel is"),
    ],
)
def test_a_question_is_said_back(comment: str, clause: str) -> None:
    assert asked(comment) == [clause]


def test_two_short_questions_are_both_said_back() -> None:
    comment = "How long does it take to get to Portugal and do I pay customs?"
    assert asked(comment) == ["how long it takes to get to Portugal and whether you pay customs"]


@pytest.mark.parametrize(
    ("comment", "intent"),
    [
        ("u open boxing day", "question"),
        ("u got a branch near york", "purchase_intent"),
        ("best one for curly hair?", "praise"),
        ("so is it cancelled or what", "complaint"),
        ("Any idea when you'll have the green one back in", "suggestion"),
    ],
)
def test_a_plain_question_is_one_whatever_triage_took_it_for(comment: str, intent: str) -> None:
    (draft,) = write_guided(
        Brief(comment=comment), intent=intent, feeling="neutral", tones=["plain"], count=1
    )
    assert asked(comment)[0].split()[-1] in draft.text


def test_how_is_said_back_in_every_tone() -> None:
    comment = "How do these compare to last year's?"
    drafts = write_guided(
        Brief(comment=comment), intent="question", feeling="curious", tones=["plain", "warm"]
    )
    assert all("how these compare" in draft.text for draft in drafts)


@pytest.mark.parametrize(
    "comment",
    ["are you calling me a liar?", "what???", "???", "Is it true you're closing?", "lovely soup"],
)
def test_what_cannot_be_put_in_order_is_not_said_back(comment: str) -> None:
    assert asked(comment) == []


def test_two_question_marks_alone_do_not_make_a_question_rhetorical() -> None:
    assert not is_rhetorical("when console port???")
    assert not is_rhetorical("where did you get that jacket at 3:15??")
    assert is_rhetorical("£4.20 for a flat white now?? you're having a laugh")


def test_an_open_question_s_draft_names_the_question() -> None:
    brief = Brief(comment="Do you ship to Canada?")
    drafts = write_guided(
        brief,
        intent="question",
        feeling="curious",
        tones=["plain", "warm", "professional"],
        count=1,
    )
    assert all("whether we ship to Canada" in draft.text for draft in drafts)


def test_what_asks_nothing_is_not_answered_with_not_knowing() -> None:
    comment = "The vegan burger is actually better than the beef one"
    assert not asks(comment)
    (draft,) = write_guided(
        Brief(comment=comment), intent="comparison", feeling="happy", tones=["plain"], count=1
    )
    assert "I don't know" not in draft.text and "find out" not in draft.text


def test_a_wish_is_passed_on() -> None:
    comment = "Can you please bring back the mango flavour?"
    assert requests(comment)
    (draft,) = write_guided(
        Brief(comment=comment), intent="question", feeling="neutral", tones=["plain"], count=1
    )
    assert "don't know" not in draft.text


@pytest.mark.parametrize(
    ("comment", "clause"),
    [
        ("you ship to Leeds?", "whether we ship to Leeds"),
        ("any leghorns left?", "whether there are any leghorns left"),
        ("what thread is that", "what thread that is"),
        ("how heavy", "how heavy it is"),
        ("still need people?", "whether we still need people"),
        ("taking on new patients??", "whether we're taking on new patients"),
        ("halal?", "whether it's halal"),
    ],
)
def test_a_question_of_a_few_words_is_said_back_too(comment: str, clause: str) -> None:
    assert asked(comment) == [clause]


@pytest.mark.parametrize(
    ("comment", "thing"),
    [
        ("wifi password? i'm on the terrace", ["the wifi password"]),
        ("dogs?", ["dogs"]),
        ("delivery to Leicester?", ["delivery to Leicester"]),
        ("60 staff. Discount?", ["a discount"]),
        ("SATURDAY??", []),
        ("seriously?", []),
    ],
)
def test_what_is_asked_about_is_named_where_it_has_no_verb(comment: str, thing: list[str]) -> None:
    assert asked_about(comment) == thing


def test_a_question_of_some_words_is_never_met_with_what_would_you_like_to_know() -> None:
    brief = Brief(comment="i get seasick on a pedalo. should i even bother", action="ask")
    (draft,) = write_guided(brief, intent="question", feeling="", tones=["plain"], count=1)
    assert "like to know" not in draft.text
