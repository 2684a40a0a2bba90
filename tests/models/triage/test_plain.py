"""Plain words: everyday comments are what they say they are."""

import pytest

from models.prompt import Brief
from models.triage.decide import decide


@pytest.mark.parametrize(
    ("comment", "intents", "actions"),
    [
        ("my parcel came crushed", {"complaint"}, {"reply", "ask", "move"}),
        ("the staff were so rude", {"complaint"}, {"reply", "ask", "move"}),
        ("this is the worst service ever", {"complaint", "criticism"}, {"reply", "ask", "move"}),
        ("chips were cold", {"complaint", "disappointment"}, {"reply", "ask", "move"}),
        ("the handle snapped off", {"complaint"}, {"reply", "ask", "move"}),
        ("my refund hasn't come", {"complaint"}, {"reply", "ask", "move"}),
        ("you charged me twice", {"complaint"}, {"reply", "ask", "move"}),
        ("love it", {"praise"}, {"reply"}),
        ("fab service yesterday", {"praise"}, {"reply"}),
        ("so impressed", {"praise"}, {"reply"}),
        ("best coffee in town", {"praise"}, {"reply"}),
        ("thanks so much", {"thanks"}, {"reply"}),
        ("ta very much", {"thanks"}, {"reply"}),
        ("what time do you open", {"question"}, {"reply"}),
        ("do you ship to norway?", {"question", "purchase_intent"}, {"reply"}),
        ("my mum died last week, she loved your shop", {"story", "praise"}, {"reply"}),
    ],
)
def test_an_everyday_comment_is_what_it_says(
    comment: str, intents: set[str], actions: set[str]
) -> None:
    decision = decide(Brief(comment=comment))
    assert decision.intent in intents
    assert decision.action in actions


@pytest.mark.parametrize(
    "comment", ["I love how my order never arrived", "great, it broke. brilliant design"]
)
def test_praise_beside_trouble_is_not_praise(comment: str) -> None:
    assert decide(Brief(comment=comment)).intent not in ("praise", "thanks")
