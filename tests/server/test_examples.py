"""Examples: approved replies to like comments come back, where they are still true."""

from typing import Any

import pytest

from server import drafting, feedback
from server.engines.echo import Echo
from server.examples import like
from server.schemas import (
    BrandVoiceInput,
    Comment,
    Feedback,
    Outcome,
    Snippet,
    SnippetInput,
    SuggestionRequest,
    Thread,
)
from server.store import Store
from tests.server.samples import keep_suggestion

FACT = "Shipping to Norway: 4 to 6 working days."
ASKED = "How long does shipping to Norway take?"
AGAIN = "hey, how long is shipping to norway at the moment?"
REPLY = "Hi Ada! It takes us 4 to 6 working days to ship to Norway. Ada, thank you for asking."
TOLD = "It takes us 4 to 6 working days to ship to Norway."


class Weak(Echo):
    """An engine that judges but is not trusted to write."""

    writes_freely = False


class Reader(Echo):
    """An engine that keeps what it was given to read."""

    read: list[str]

    def write(self, prompts: Any, *rest: Any) -> Any:
        """Keep the prompts and write as ever."""
        self.read = [message["content"] for message in prompts[0]]
        return super().write(prompts, *rest)


@pytest.fixture
def snippet(store: Store) -> Snippet:
    """Give the fact that the question is answered with."""
    return store.add_snippet(SnippetInput(text=FACT))


def asked(text: str, author: str = "", voice: str | None = None) -> SuggestionRequest:
    """Give a request for one comment."""
    thread = Thread(comments=[Comment(text=text, author=author)])
    return SuggestionRequest(thread=thread, seed=1, brand_voice_id=voice)


def approve(
    store: Store, outcome: Outcome = "posted", reply: str = REPLY, voice: str | None = None
) -> str:
    """Answer Ada's question; give the suggestion's id."""
    id_ = keep_suggestion(store, asked(ASKED, "Ada", voice), reply)
    feedback.take(id_, Feedback(outcome=outcome, text=reply), store)
    return id_


def draft(store: Store, engine: Echo | None = None) -> str:
    """Give the draft for the question asked again."""
    events = list(drafting.suggest(asked(AGAIN, "Bo"), engine=engine or Weak(), store=store))
    return str(events[-1].payload["text"])


def test_a_fact_is_told_in_the_words_that_were_approved_before(
    store: Store, snippet: Snippet
) -> None:
    assert TOLD not in draft(store)
    approve(store)
    said = draft(store)
    assert TOLD in said
    assert "Ada" not in said


@pytest.mark.parametrize("outcome", ["rejected", "ignored", "handed_over"])
def test_what_was_not_approved_is_no_example(
    store: Store, snippet: Snippet, outcome: Outcome
) -> None:
    id_ = approve(store)
    feedback.take(id_, Feedback(outcome=outcome, text=REPLY), store)
    assert like(store, None, AGAIN) == []


def test_words_for_a_fact_that_has_changed_are_not_used(store: Store, snippet: Snippet) -> None:
    approve(store)
    store.replace_snippet(snippet.id, SnippetInput(text=FACT.replace("Shipping", "Our shipping")))
    assert TOLD not in draft(store)


@pytest.mark.parametrize(
    "reply",
    [
        "It takes us a while to ship to Norway.",  # not all that the fact says
        "It takes us 4 to 6 working days to ship to Norway, and it is free.",
        "It does not take 4 to 6 working days to ship to Norway.",
        "We'll refund you if shipping to Norway takes more than 4 to 6 working days.",
    ],
)
def test_a_sentence_that_says_less_or_more_than_the_fact_is_not_used(
    store: Store, snippet: Snippet, reply: str
) -> None:
    approve(store, reply=reply)
    assert reply not in draft(store)


def test_another_brand_voice_has_examples_of_its_own(store: Store, snippet: Snippet) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Fell & Fern"))
    approve(store, voice=voice.id)
    assert like(store, None, AGAIN) == []
    assert [example.reply for example in like(store, voice.id, AGAIN)] == [REPLY]


def test_an_unlike_comment_brings_no_example(store: Store) -> None:
    approve(store)
    assert like(store, None, "the zip of my jacket broke after shipping") == []


def test_a_forgotten_suggestion_is_no_example(store: Store) -> None:
    store.delete_suggestion(approve(store))
    assert like(store, None, AGAIN) == []


def test_a_model_that_writes_freely_reads_the_examples(store: Store, snippet: Snippet) -> None:
    approve(store)
    engine = Reader()
    draft(store, engine)
    assert f"Earlier comment: {ASKED}\nOur reply: {REPLY}" in engine.read[1]
