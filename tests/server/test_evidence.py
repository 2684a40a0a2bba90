"""Evidence: what each sentence of a text rests on."""

from server.checks.case import Case, Earlier, Fact
from server.evidence import evidence

FACTS = (Fact("snip_a", "The kettle costs £39."), Fact("snip_b", "Parcels take three days."))


def kinds(text: str, **more: object) -> list[tuple[str, str]]:
    """Give the kind and the source of each entry."""
    case = Case(text=text, comment="how much is the kettle, it looks heavy", facts=FACTS, **more)  # type: ignore[arg-type]
    return [(rests.kind, rests.ref) for rests in evidence(case)]


def test_evidence_names_the_snippet_a_price_came_from():
    assert kinds("It's £39.") == [("snippet", "snip_a")]


def test_a_sentence_with_an_unknown_number_rests_on_nothing():
    assert kinds("It's £39. The lid is £12.") == [("snippet", "snip_a"), ("nothing", "")]


def test_a_sentence_with_an_unknown_name_rests_on_nothing():
    assert kinds("Ask Oyelaran about the kettle that costs £39.") == [("nothing", "")]


def test_a_promise_that_nothing_allows_rests_on_nothing():
    assert kinds("We'll send you a new kettle tomorrow.") == [("nothing", "")]


def test_a_sentence_may_rest_on_two_snippets():
    found = kinds("It costs £39, and parcels take three days.")
    assert sorted(found) == [("snippet", "snip_a"), ("snippet", "snip_b")]


def test_the_persons_own_words_are_the_comment_and_courtesy_is_opinion():
    assert kinds("It is heavy. I hope you like it!") == [("comment", "comment"), ("opinion", "")]


def test_the_note_and_the_thread_are_named():
    thread = (Earlier("c1", "us", "We said the blue lid would come in spring."),)
    assert kinds("Delivery is free this week.", note="free delivery this week") == [
        ("note", "note")
    ]
    assert kinds("The blue lid comes in spring.", thread=thread) == [("thread", "c1")]


def test_spans_cover_the_sentences():
    text = "It's £39.  Parcels take three days."
    case = Case(text=text, comment="how much", facts=FACTS)
    assert [text[rests.start : rests.end] for rests in evidence(case)] == [
        "It's £39.",
        "Parcels take three days.",
    ]
