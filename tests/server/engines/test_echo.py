"""The echo engine: every text is known beforehand."""

from models.prompt import Brief, messages
from server.engines import Counts, Sampling
from server.engines.echo import Echo


def test_it_writes_the_comment_back_word_by_word() -> None:
    prompts = [
        messages(Brief(comment="Where is my parcel?", author="Ada"), "plain"),
        messages(Brief(comment="Hi"), "warm"),
    ]
    counts = Counts()
    pieces = list(Echo().write(prompts, Sampling(), counts, lambda: False))
    texts = ["".join(piece.text for piece in pieces if piece.candidate == n) for n in (0, 1)]
    assert texts == ["You wrote: Where is my parcel?", "You wrote: Hi"]
    assert [piece.finish_reason for piece in pieces].count("stop") == 2
    assert counts.output_tokens == len(pieces) == 9


def test_it_stops_when_told() -> None:
    prompts = [messages(Brief(comment="one two three"), "plain")]
    pieces = Echo().write(prompts, Sampling(), Counts(), lambda: True)
    assert list(pieces) == []


def test_it_scores_the_shorter_text_higher() -> None:
    scores = Echo().score([], ["short", "rather longer"], Counts(), lambda: False)
    assert scores is not None
    assert sum(scores[0]) > sum(scores[1])
