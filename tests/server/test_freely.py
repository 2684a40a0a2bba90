"""Free writing: several drafts, whole sentences, and the one that depends on the comment first."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from models.prompt import Brief
from server import drafting
from server.engines import Counts, Piece, Prompt, Sampling
from server.engines.echo import Echo
from server.freely import FreeDraft, free_tones, write_freely
from server.schemas import Comment, SuggestionRequest, Thread
from server.store import Store

BRIEF = Brief(comment="my parcel came crushed and nobody answers my mails")
Logs = list[list[float]] | None


class Scripted(Echo):
    """An engine that writes what it is told; a text without a reason breaks off."""

    writes_guided = False

    def __init__(
        self,
        *texts: str,
        reason: str | None = "stop",
        logs: Sequence[float] = (),
        scores: Callable[[Prompt, Sequence[str]], Logs] = lambda prompt, texts: None,
    ) -> None:
        super().__init__()
        self.texts, self.reason, self.logs, self.scores = texts, reason, logs, scores

    def write(
        self,
        prompts: Sequence[Prompt],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[Piece]:
        """Write the texts, the last one for all further prompts."""
        for number in range(len(prompts)):
            at = min(number, len(self.texts) - 1)
            logs = (self.logs[at],) if self.logs else ()
            yield Piece(number, self.texts[at], self.reason, logs)

    def score(
        self, prompt: Prompt, texts: Sequence[str], counts: Counts, stopped: Callable[[], bool]
    ) -> Logs:
        """Score as the test says."""
        return self.scores(prompt, texts)


def drafts(engine: Scripted, store: Store) -> list[FreeDraft]:
    """Give the free drafts of the asked tone, the best first."""
    tones = [store.tone("plain")]
    events = write_freely(
        engine, BRIEF, [t for t in tones if t], seed=1, counts=Counts(), stopped=lambda: False
    )
    while True:
        try:
            next(events)
        except StopIteration as ended:
            return sorted(ended.value, key=lambda draft: -draft.value)


def suggested(engine: Scripted, store: Store) -> dict[str, Any]:
    """Give the suggestion for the comment."""
    request = SuggestionRequest(thread=Thread(comments=[Comment(text=BRIEF.comment)]), tone="plain")
    return list(drafting.suggest(request, engine=engine, store=store))[-1].payload


def test_the_asked_tone_gets_several_drafts_and_each_other_one(store: Store) -> None:
    plain, warm = store.tone("plain"), store.tone("warm")
    assert plain
    assert warm
    assert free_tones([plain, warm]) == [plain, plain, plain, warm]


def test_the_draft_that_depends_on_the_comment_is_first(store: Store) -> None:
    def scores(prompt: Prompt, texts: Sequence[str]) -> Logs:
        given = "crushed" in prompt[1]["content"]
        return [[-1.0 if given and "crushed" in text else -2.0] for text in texts]

    engine = Scripted("Thanks a lot.", "A crushed parcel is no fun.", "Hello.", scores=scores)
    assert drafts(engine, store)[0].whole == "A crushed parcel is no fun."


def test_where_only_what_was_written_has_scores_the_likelier_is_first(store: Store) -> None:
    engine = Scripted("One.", "Two.", "Three.", logs=[-3.0, -1.0, -2.0])
    assert [draft.whole for draft in drafts(engine, store)] == ["Two.", "Three.", "One."]


def test_without_scores_the_order_stays(store: Store) -> None:
    found = drafts(Scripted("One.", "Two.", "One."), store)
    assert [(draft.whole, draft.value) for draft in found] == [("One.", 0), ("Two.", 0)]


@pytest.mark.parametrize(
    ("text", "reason", "whole"),
    [
        ("Sorry about that. We will look into", "length", "Sorry about that."),
        ("Sorry about that. We will look.", "length", "Sorry about that. We will look."),
        ("Sorry about that and", "length", "Sorry about that and"),
        ("Sorry about that. We will look into", "stop", "Sorry about that. We will look into"),
        ("Sorry about that.", None, ""),
        ("  \n", "stop", ""),
    ],
)
def test_no_draft_ends_in_half_a_sentence(
    store: Store, text: str, reason: str | None, whole: str
) -> None:
    tone = store.tone("plain")
    assert tone
    draft = FreeDraft(tone)
    draft.add(Piece(0, text, reason))
    assert draft.whole == whole


@pytest.mark.parametrize(
    ("text", "written"), [("A crushed parcel is no fun.", "free"), ("", "guided")]
)
def test_guided_drafts_stand_in_where_a_free_model_wrote_nothing(
    store: Store, text: str, written: str
) -> None:
    made = suggested(Scripted(text), store)
    assert made["written"] == written
    ways = {other["written"] for other in made["alternatives"]}
    assert ways == {written}


def test_a_free_draft_loses_the_sentence_that_nothing_allows(store: Store) -> None:
    engine = Scripted(
        "A crushed parcel is no fun. You will get 40 euros back by Friday. I am sorry."
    )
    assert suggested(engine, store)["text"] == "A crushed parcel is no fun. I am sorry."


def test_a_guided_draft_is_better_than_a_free_one_that_invents(store: Store) -> None:
    made = suggested(Scripted("You will get 40 euros back by Friday."), store)
    assert made["written"] == "guided"
    assert "40" not in made["text"]
