"""Which facts are said, as the answer or as what comes near."""

import pytest

from models.guided.facts import choose_facts
from models.guided.fit_belonging import chosen_by_hand, measure
from models.guided.write import write_guided
from models.prompt import Brief

TONES = ["plain", "warm", "playful", "professional"]


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("open sunday?", "Open Monday to Saturday 10 to 6, Sunday 12 to 4."),
        ("how do I cancel my subscription", "Cancel under Settings > Plan > End plan."),
        ("is it vegan?", "The soup is vegan; the bread contains milk."),
    ],
)
def test_a_fact_that_answers_is_said_alone(comment: str, fact: str) -> None:
    (chosen,) = choose_facts(comment, [fact], intent="question")
    assert chosen.text == fact and not chosen.is_near


@pytest.mark.parametrize(
    ("comment", "fact"),
    [
        ("can I bring my dog?", "Children under 5 travel free."),
        ("is there a student discount?", "The office dog is called Latch."),
        ("do you sell gift cards", "New videos come out on Thursdays."),
    ],
)
def test_what_does_not_answer_is_not_said_and_the_draft_owns_up(comment: str, fact: str) -> None:
    assert choose_facts(comment, [fact], intent="question") == []
    (draft,) = write_guided(
        Brief(comment=comment, facts=(fact,)),
        intent="question",
        feeling="",
        tones=["plain"],
        count=1,
    )
    assert fact.rstrip(".") not in draft.text
    assert any(word in draft.text for word in ("don't", "Not sure", "find out", "check", "ask"))


def test_what_tells_all_that_was_asked_is_said_whatever_else_speaks_against_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.guided.facts.belonging", lambda rows: [0.1] * len(rows))
    (chosen,) = choose_facts("do they run small?", ["Sizing: true to size"], intent="question")
    assert not chosen.is_near


def test_no_facts_give_none() -> None:
    assert choose_facts("is it vegan?", [], intent="question") == []


@pytest.mark.parametrize("tone", TONES)
def test_what_only_comes_near_is_said_with_a_word_that_it_may_not_answer(
    tone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.guided.facts.belonging", lambda rows: [0.5] * len(rows))
    brief = Brief(comment="does the tent fit two?", facts=("The tent weighs 2 kg.",))
    (draft,) = write_guided(brief, intent="question", feeling="", tones=[tone], count=1)
    assert "The tent weighs 2 kg." in draft.text
    assert any(word in draft.text for word in ("check", "find out", "ask"))


def test_what_only_comes_near_is_not_said_to_a_complaint_or_to_one_who_is_handed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.guided.facts.belonging", lambda rows: [0.4] * len(rows))
    assert choose_facts("The tent leaked.", ["The tent weighs 2 kg."], intent="complaint") == []
    brief = Brief(
        comment="does the tent fit two?",
        facts=("The tent weighs 2 kg.",),
        action="hand_over",
        hand_over_to="product",
    )
    (draft,) = write_guided(brief, intent="question", feeling="", tones=["plain"], count=1)
    assert "2 kg" not in draft.text


def test_a_further_fact_needs_more_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    chances = [0.8, 0.25, 0.1, 0.1]
    monkeypatch.setattr("models.guided.facts.belonging", lambda rows: chances[: len(rows)])
    facts = ["A costs £4.", "B costs £5.", "C costs £6.", "D costs £7."]
    assert len(choose_facts("how much is a?", facts[:3], intent="question")) == 2
    assert len(choose_facts("how much is a?", facts, intent="question")) == 1


@pytest.mark.parametrize(
    ("comment", "facts", "intent"),
    [
        (
            "Was 5 stars. Since the update the list is sorted by the alphabet and I can't undo it.",
            ["9.0 dropped the order by mistake; 9.0.1 brings it back.", "Caps cost £9."],
            "complaint",
        ),
        (
            "is it safe for a toddler?",
            ["It's safe from 12 months on.", "The shop in Leeds opened in 2019."],
            "question",
        ),
    ],
)
def test_what_is_beside_the_point_is_left_out(comment: str, facts: list[str], intent: str) -> None:
    assert [fact.text for fact in choose_facts(comment, facts, intent=intent)] == facts[:1]


def test_nobody_is_told_a_price_under_praise() -> None:
    fact = "A day ticket for the lake costs £19."
    assert choose_facts("Best sunset of my life on the lake", [fact], intent="praise") == []


def test_facts_are_said_in_the_order_in_which_they_are_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.guided.facts.belonging", lambda rows: [0.7, 0.8])
    facts = ["The bins are late from the factory.", "Until then the tip takes hedges."]
    chosen = choose_facts("Where do I put my hedge?", facts, intent="question")
    assert [fact.text for fact in chosen] == facts


def test_who_tells_of_a_death_is_told_no_fact() -> None:
    comment = "I lost my grandmother last week and she loved your roses. just wanted to say"
    facts = ["Rose bouquets start at £28.", "We deliver on Sundays."]
    assert choose_facts(comment, facts, intent="story") == []


def test_what_stands_alone_and_is_seldom_told_is_left_out() -> None:
    comment = "price for a family of 4?"
    facts = ["Adults £12, children £7, family ticket £32.", "Parking is free."]
    chosen = choose_facts(comment, facts, intent="purchase_intent")
    assert [fact.text for fact in chosen] == facts[:1]


@pytest.mark.parametrize(
    ("comment", "facts"),
    [
        (
            "are there toilets on the coach",
            ["All coaches have a toilet except the 7:15.", "A coach seats 49."],
        ),
        (
            "which bus goes to the park",
            ["Bus 14 and 27 stop at the park gate.", "The park closes at dusk."],
        ),
    ],
)
def test_one_short_question_gets_its_answer_and_no_more(comment: str, facts: list[str]) -> None:
    assert [fact.text for fact in choose_facts(comment, facts, intent="question")] == facts[:1]


def test_of_facts_alike_in_style_those_are_told_that_answer() -> None:
    measured = measure(list(chosen_by_hand(held=True)))
    assert measured["choice"]["found"] > 0.58 and measured["choice"]["right"] > 0.48
    assert measured["choice left"]["told"] < 0.12


@pytest.mark.parametrize(
    ("comment", "intent"),
    [
        ("My wife grew kohlrabi every year. Watching this I could smell her kitchen.", "story"),
        ("Love the show, keep going", "praise"),
        ("I found a piece of glass in the carrot bag and my daughter cut her mouth.", "concern"),
    ],
)
def test_what_the_post_is_about_is_not_told_to_who_asks_nothing(comment: str, intent: str) -> None:
    facts = ["Boxes can be paused for up to four weeks.", "A small box is £14, a large box £22."]
    assert choose_facts(comment, facts, intent=intent, post="Inside our spring boxes") == []


def test_the_words_of_markup_are_no_part_of_a_question() -> None:
    asked = '<img src=x onerror="window.harmed = true"> do you ship kettles to Norway?'
    (fact,) = choose_facts(asked, ["We ship kettles to Norway for 12 pounds."], intent="question")
    assert not fact.is_near
