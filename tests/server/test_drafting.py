"""Drafting: the events of one suggestion, and what is looked at in a text."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from models.guided.write import write_guided
from server import drafting, looking
from server.engines.echo import Echo
from server.errors import Invalid, ThreadTooLong
from server.schemas import (
    BrandVoiceInput,
    ChecksRequest,
    Comment,
    Event,
    FactChoice,
    Feedback,
    SnippetInput,
    SuggestionRequest,
    Thread,
    ToneInput,
)
from server.store import Store

CRUSHED = "my parcel came crushed and nobody answers my mails"


class Weak(Echo):
    """An engine that judges but is not trusted to write."""

    writes_freely = False


def asked(text: str, **more: Any) -> SuggestionRequest:
    """Give a request for one comment."""
    return SuggestionRequest(thread=Thread(comments=[Comment(text=text)]), seed=1, **more)


def drafted(request: SuggestionRequest, store: Store, engine: Echo | None = None) -> list[Event]:
    """Give all events of a suggestion."""
    return list(drafting.suggest(request, engine=engine or Weak(), store=store))


def test_the_events_come_in_order_and_end_with_the_whole(store: Store) -> None:
    events = drafted(asked(CRUSHED), store)
    names = [event.name.removeprefix("suggestion.") for event in events]
    order = [
        "created",
        "text.delta",
        "text.done",
        "evidence.added",
        "alternative.added",
        "completed",
    ]
    assert [name for name in order if name in names] == order
    assert [names.index(name) for name in order] == sorted(names.index(name) for name in order)
    text = "".join(e.payload["text"] for e in events if e.name == "suggestion.text.delta")
    assert events[-1].payload["text"] == text
    assert store.suggestion(events[-1].payload["id"]) is not None


def test_a_guided_draft_is_about_the_comment_and_says_how_it_was_written(store: Store) -> None:
    whole = drafted(asked(CRUSHED), store)[-1].payload
    assert whole["written"] == "guided"
    assert "parcel" in whole["text"] or "mails" in whole["text"]
    assert not [found for found in whole["findings"] if found["severity"] == "error"]


def test_every_tone_that_suits_is_written_along(store: Store) -> None:
    whole = drafted(asked(CRUSHED), store)[-1].payload
    tones = {whole["tone"], *(other["tone"] for other in whole["alternatives"])}
    assert tones == {"plain", "warm", "professional", "apologetic"}  # playful is for no complaint


def test_free_drafts_compete_with_guided_ones(store: Store) -> None:
    whole = drafted(asked("do you ship to norway?"), store, Echo())[-1].payload
    ways = {whole["written"], *(other["written"] for other in whole["alternatives"])}
    assert ways == {"guided", "free"}


def test_a_snippet_answers_and_is_named_as_evidence(store: Store) -> None:
    store.add_snippet(SnippetInput(text="We ship to Norway for £12.", source="Shipping page"))
    store.add_snippet(SnippetInput(text="The shop opens at nine."))
    whole = drafted(asked("do you ship to norway?"), store)[-1].payload
    assert "£12" in whole["text"]
    assert any(rest["kind"] == "snippet" and "£12" in rest["quote"] for rest in whole["evidence"])


def test_spam_gets_no_draft_until_asked_for(store: Store) -> None:
    spam = "WIN FREE IPHONE click bit.ly/xyz now!!!"
    whole = drafted(asked(spam), store)[-1].payload
    assert (whole["text"], whole["finish_reason"]) == ("", "no_reply_advised")
    asked_for = drafted(asked(spam, action="reply"), store)[-1].payload
    assert asked_for["text"]
    assert asked_for["triage"]["why"] == "You chose this."


def test_shorter_is_shorter_and_an_instruction_is_carried_out(store: Store) -> None:
    whole = drafted(asked(CRUSHED), store)[-1].payload["text"]
    wish = {"draft": whole, "instruction": "Make it shorter."}
    assert len(drafted(asked(CRUSHED, **wish), store)[-1].payload["text"]) < len(whole)
    wish = {"draft": whole, "instruction": "ask for the order number"}
    assert "your order number" in drafted(asked(CRUSHED, **wish), store)[-1].payload["text"]


def test_the_person_s_own_replies_are_not_written_again(store: Store) -> None:
    first = drafted(asked(CRUSHED), store)[-1].payload
    store.save_feedback(first["id"], Feedback(outcome="posted", text=first["text"]))
    again = drafted(asked(CRUSHED), store)[-1].payload
    assert again["text"] != first["text"]


def test_comments_in_a_row_by_one_person_are_answered_as_one(store: Store) -> None:
    thread = Thread(
        comments=[
            Comment(author="Ann", text="hello"),
            Comment(author="Shop", text="Hello Ann", is_own=True),
            Comment(author="Ann", text="my kettle leaks"),
            Comment(author="Ann", text="the lid is loose too"),
        ]
    )
    reading = drafting.read(thread, "", FactChoice(), None, store)
    assert reading.comment == "my kettle leaks\nthe lid is loose too"
    assert [(turn.who, turn.text) for turn in reading.earlier] == [
        ("them", "hello"),
        ("us", "Hello Ann"),
    ]


def test_comments_by_nobody_knows_whom_are_not_taken_for_one_person_s(store: Store) -> None:
    thread = Thread(comments=[Comment(text="my kettle leaks"), Comment(text="mine is fine")])
    assert drafting.read(thread, "", FactChoice(), None, store).comment == "mine is fine"


def test_a_tone_or_voice_that_is_not_there_is_refused_at_once(store: Store) -> None:
    with pytest.raises(Invalid, match="There is no tone 'grumpy'; choose one of plain"):
        drafting.suggest(asked(CRUSHED, tone="grumpy"), engine=Weak(), store=store)
    with pytest.raises(Invalid, match="no such brand voice"):
        drafting.suggest(asked(CRUSHED, brand_voice_id="bv_none"), engine=Weak(), store=store)


def test_a_tone_of_one_s_own_can_be_asked_for(store: Store) -> None:
    tone = store.add_tone(ToneInput(name="Cheeky", description="like a market trader"))
    whole = drafted(asked(CRUSHED, tone=tone.id), store)[-1].payload
    assert whole["tone"] == tone.id
    assert whole["text"]


def test_closing_the_events_stops_the_engine(store: Store) -> None:
    written: list[str] = []

    class Slow(Echo):
        def write(self, *given: Any) -> Iterator[Any]:
            for piece in super().write(*given):
                written.append(piece.text)
                yield piece

    events = drafting.suggest(
        asked("hello there, lovely video, one two three"), engine=Slow(), store=store
    )
    next(event for event in events if event.name == "suggestion.text.delta")
    before = len(written)
    events.close()  # type: ignore[attr-defined]
    assert len(written) == before < 20


@pytest.mark.parametrize(
    ("comment", "tone"),
    [("Lovely video, well done!", "apologetic"), ("you are all idiots", "playful")],
)
def test_every_tone_gives_a_draft_for_every_comment(store: Store, comment: str, tone: str) -> None:
    whole = drafted(asked(comment, tone=tone, action="reply"), store)[-1].payload
    assert whole["text"]
    assert whole["tone"] == tone


def test_a_tone_has_no_more_emoji_than_it_is_allowed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound: list[bool] = []

    def guided(brief: Any, *, is_sound: Callable[[str, str], bool], **more: Any) -> Any:
        sound.append(is_sound("Thank you for the scones 🎉", "warm"))
        return write_guided(brief, is_sound=is_sound, **more)

    monkeypatch.setattr(drafting, "write_guided", guided)
    request = asked("Best scones in town", tone="warm", action="reply")
    drafted(request, store)
    store.replace_tone("warm", ToneInput(name="Warm", emoji=0))
    drafted(request, store)
    assert (sound[0], sound[-1]) == (True, False)


def test_an_engine_that_is_told_to_stop_writes_no_more(store: Store) -> None:
    heard: list[bool] = []

    class Long(Echo):
        def write(self, *given: Any) -> Iterator[Any]:
            stopped = given[-1]
            yield from super().write(*given)
            heard.append(stopped())

        def score(self, *_: Any) -> None:
            raise AssertionError("It was told to stop.")

    told: list[bool] = []
    events = drafting.suggest(
        asked(CRUSHED, action="reply"), engine=Long(), store=store, stopped=lambda: bool(told)
    )
    next(event for event in events if event.name == "suggestion.text.delta")
    told.append(True)
    assert not [event for event in events if event.name == "suggestion.completed"]
    assert heard == [True]


def test_a_thread_that_is_too_long_is_refused_at_once(store: Store) -> None:
    class Small(Weak):
        def see_length(self, prompt: Any) -> None:
            raise ThreadTooLong("The thread is too long. Select fewer comments.")

    with pytest.raises(ThreadTooLong):
        drafting.suggest(asked(CRUSHED, action="reply"), engine=Small(), store=store)


def test_a_text_is_looked_at_with_the_voice_that_its_suggestion_was_made_with(
    store: Store,
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Hollin", banned_terms=["cheap"]))
    made = drafted(asked(CRUSHED, brand_voice_id=voice.id), store)[-1].payload["id"]
    request = ChecksRequest(text="That was cheap.", suggestion_id=made)
    assert "brand_terms" in [f.check for f in looking.look(request, store=store).findings]
    with pytest.raises(Invalid, match="no such brand voice"):
        looking.look(request.model_copy(update={"brand_voice_id": "bv_none"}), store=store)


def test_a_banned_term_is_not_written(store: Store) -> None:
    text = drafted(asked(CRUSHED), store)[-1].payload["text"]
    banned = max(text.strip(".").split(), key=len).strip(",.")
    voice = store.add_brand_voice(BrandVoiceInput(name="Hollin", banned_terms=[banned]))
    assert banned not in drafted(asked(CRUSHED, brand_voice_id=voice.id), store)[-1].payload["text"]


def test_a_typed_text_is_looked_at_in_utf16_spans(store: Store) -> None:
    text = "😀 It costs £99."
    answer = looking.look(
        ChecksRequest(text=text, thread=Thread(comments=[Comment(text="how much?")])), store=store
    )
    (found,) = [found for found in answer.findings if found.check == "unsupported_fact"]
    units = text.encode("utf-16-le")
    assert units[2 * found.start : 2 * found.end].decode("utf-16-le") in ("99", "£99")


def test_a_check_that_a_brand_switched_off_finds_nothing(store: Store) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Hollin", checks_off=["unsupported_fact"]))
    thread = Thread(comments=[Comment(text="how much?")])
    request = ChecksRequest(text="It costs £99.", thread=thread, brand_voice_id=voice.id)
    assert "unsupported_fact" not in [f.check for f in looking.look(request, store=store).findings]


def test_the_language_follows_the_voice_and_can_be_switched_off(store: Store) -> None:
    thread = Thread(comments=[Comment(text="how much?")])

    def language(**voice: Any) -> str | None:
        kept = store.add_brand_voice(BrandVoiceInput(name="Hollin", **voice))
        request = ChecksRequest(text="Nine.", thread=thread, brand_voice_id=kept.id)
        return looking.look(request, store=store).language

    assert language() == ""
    assert language(locale="en-US") == "en-US"
    assert language(locale="en-US", checks_off=["language"]) is None


def test_a_snippet_that_fits_the_typed_text_alone_holds_it_and_tells_its_source(
    store: Store,
) -> None:
    refund = SnippetInput(text="We refund a missing bag by Friday.", source="Handbook")
    store.add_snippet(refund)
    thread = Thread(comments=[Comment(text="nine kohlrabi again")])
    answer = looking.look(
        ChecksRequest(text="We'll refund you by Friday.", thread=thread), store=store
    )
    assert "unsupported_promise" not in [finding.check for finding in answer.findings]
    assert [(rest.kind, rest.source.split(",")[0]) for rest in answer.evidence] == [
        ("snippet", "Handbook")
    ]


def test_a_text_without_thread_or_suggestion_cannot_be_looked_at(store: Store) -> None:
    with pytest.raises(Invalid, match="send the thread"):
        looking.look(ChecksRequest(text="hello"), store=store)


def test_a_scoring_engine_is_asked_once_for_the_sentences_of_the_asked_tone(store: Store) -> None:
    seen: list[Sequence[str]] = []

    class Counting(Weak):
        def score(self, prompt: Any, texts: Sequence[str], *rest: Any) -> list[list[float]]:
            seen.append(texts)
            return [[-1.0] for _ in texts]

    whole = drafted(asked(CRUSHED), store, Counting())[-1].payload
    [texts] = seen
    assert len(texts) == len(set(texts)) > 10
    assert len({other["tone"] for other in whole["alternatives"]}) > 3
