"""The remote engine and a server that fails: what is asked again, what is said, what is closed."""

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from server.engines import Counts, Piece, Prompt, Sampling
from server.engines.patience import Patience
from server.engines.remote import Remote
from server.errors import (
    CandorError,
    EngineAway,
    EngineBusy,
    EngineFailed,
    ModelLoading,
    ModelMissing,
    ThreadTooLong,
)
from tests.server.engines.conftest import (
    Asked,
    Behaviour,
    FaultyServer,
    breaks_off,
    refuses,
    says,
    sends,
    trickles,
)

PROMPT = [{"role": "user", "content": "Hello"}]
HASTY = Patience(back_off_s=0.001, first_s=20, between_s=20)
Open = Callable[..., Remote]


@pytest.fixture
def remote(faulty: FaultyServer) -> Iterator[Open]:
    """Open engines for the faulty server."""
    engines = []

    def open_remote(*script: Behaviour, patience: Patience = HASTY, **more: Any) -> Remote:
        faulty.script[:] = script
        engines.append(Remote(more.pop("url", faulty.url), "secret", "m", patience=patience))
        return engines[-1]

    yield open_remote
    for engine in engines:
        engine.close()


def write(engine: Remote, *prompts: Prompt, seed: int | None = None) -> list[Piece]:
    """Write one candidate a prompt and give all pieces."""
    asked = prompts or (PROMPT,)
    return list(engine.write(asked, Sampling(seed=seed), Counts(), lambda: False))


def text(pieces: list[Piece], candidate: int = 0) -> str:
    """Give what one candidate came to."""
    return "".join(piece.text for piece in pieces if piece.candidate == candidate)


def test_a_reply_comes_piece_by_piece_with_the_key_and_the_prompt(
    remote: Open, faulty: FaultyServer
) -> None:
    pieces = write(remote(says("Thank ", "you.")), seed=3)
    assert [(piece.text, piece.finish_reason) for piece in pieces] == [
        ("Thank ", None),
        ("you.", None),
        ("", "stop"),
    ]
    assert faulty.keys == ["Bearer secret"]
    body = faulty.asked[0]
    assert (body["model"], body["messages"], body["seed"]) == ("m", PROMPT, 3)


@pytest.mark.parametrize(
    "first",
    [
        refuses(500),
        refuses(503, '{"error": {"message": "Loading model"}}'),
        refuses(429, Retry_After="0"),
        breaks_off(),
        lambda asked: None,  # closes without a word
    ],
)
def test_what_failed_before_the_first_word_is_asked_again(
    remote: Open, faulty: FaultyServer, first: Behaviour
) -> None:
    assert text(write(remote(first, says("Thank you.")))) == "Thank you."
    assert len(faulty.asked) == 2


def test_what_has_begun_is_not_asked_again(remote: Open, faulty: FaultyServer) -> None:
    with pytest.raises(EngineFailed, match="in the middle"):
        write(remote(breaks_off("Thank ")))
    assert len(faulty.asked) == 1


@pytest.mark.parametrize(
    ("behave", "kind", "says_what_to_do"),
    [
        (refuses(401), EngineFailed, "CANDOR_REMOTE_KEY"),
        (refuses(404, '{"error": "model m not found"}'), ModelMissing, "CANDOR_MODEL"),
        (refuses(400, "Server is pinned to 'x'; requested 'm'."), ModelMissing, "CANDOR_MODEL"),
        (refuses(404, "Not Found"), EngineFailed, "CANDOR_REMOTE_URL"),
        (refuses(302, "", Location="/elsewhere"), EngineFailed, "CANDOR_REMOTE_URL"),
        (
            refuses(400, '{"message": "maximum context length is 4096 tokens"}'),
            ThreadTooLong,
            "Select fewer",
        ),
        (refuses(400, '{"type": "exceed_context_size_error"}'), ThreadTooLong, "Select fewer"),
        (refuses(429, Retry_After="60"), EngineBusy, "try again"),
        (refuses(500, "secret trace"), EngineFailed, "its own log"),
        (refuses(503, "Loading model"), ModelLoading, "ask again"),
        (sends("<html>", "text/html"), EngineFailed, "CANDOR_REMOTE_URL"),
        (sends("data: {{{\n\n"), EngineFailed, "CANDOR_REMOTE_URL"),
        (sends('data: {"error": {"message": "secret"}}\n\n'), EngineFailed, "its own log"),
        (sends("data: " + "x" * 2_000_000 + "\n\n"), EngineFailed, "CANDOR_REMOTE_URL"),
    ],
)
def test_a_fault_says_what_to_do(
    remote: Open, behave: Behaviour, kind: type[CandorError], says_what_to_do: str
) -> None:
    with pytest.raises(kind, match=says_what_to_do) as fault:
        write(remote(behave))
    assert type(fault.value) is kind
    assert "secret" not in fault.value.detail


def test_a_server_that_is_busy_says_for_how_long(remote: Open, faulty: FaultyServer) -> None:
    with pytest.raises(EngineBusy) as busy:
        write(remote(refuses(429, Retry_After="60")))
    assert busy.value.retry_after_s == 60
    assert len(faulty.asked) == 1  # a minute is too long to wait here


def test_a_server_that_nobody_runs_is_away(remote: Open) -> None:
    engine = remote(url="http://127.0.0.1:9/v1")
    with pytest.raises(EngineAway, match="CANDOR_REMOTE_URL"):
        write(engine)
    with pytest.raises(EngineAway, match="cannot be reached"):
        engine.ready()


@pytest.mark.parametrize(
    ("behave", "patience", "what"),
    [
        (lambda asked: asked.is_left(), Patience(first_s=0.05), "no word in 0.05 s"),
        (trickles(), Patience(first_s=0.05), "no word in 0.05 s"),
        (trickles("Thank "), Patience(between_s=0.05), "no further word in 0.05 s"),
        (trickles("Thank "), Patience(between_s=9, whole_s=0.05), "no end in 0.05 s"),
    ],
)
def test_patience_ends(
    remote: Open, faulty: FaultyServer, behave: Behaviour, patience: Patience, what: str
) -> None:
    with pytest.raises(EngineAway, match=what):
        write(remote(behave, patience=patience))
    assert len(faulty.asked) == 1


@pytest.mark.parametrize("word_first", [True, False])
def test_leaving_closes_the_request_at_once(remote: Open, word_first: bool) -> None:
    begun, left = threading.Event(), threading.Event()

    def behave(asked: Asked) -> None:
        asked.begin()
        if word_first:
            asked.event("Thank ")
        begun.set()
        if asked.is_left():
            left.set()

    engine = remote(behave)
    if word_first:
        pieces = engine.write([PROMPT], Sampling(), Counts(), lambda: False)
        assert next(pieces).text == "Thank "
        pieces.close()  # type: ignore[attr-defined]
    else:
        assert list(engine.write([PROMPT], Sampling(), Counts(), begun.is_set)) == []
    assert left.wait(20)


def test_a_field_that_a_server_refuses_is_left_out_from_then_on(
    remote: Open, faulty: FaultyServer
) -> None:
    refusing = refuses(422, "Unexpected fields in the request: {'chat_template_kwargs'}")
    engine = remote(refusing, says("Thank you."))
    assert text(write(engine)) == text(write(engine)) == "Thank you."
    assert ["chat_template_kwargs" in body for body in faulty.asked] == [True, False, False]


def test_candidates_of_one_prompt_come_by_one_request(remote: Open, faulty: FaultyServer) -> None:
    def both(asked: Asked) -> None:
        asked.begin()
        for index in range(asked.body["n"]):
            asked.event(f"Reply {index}.", index, finish_reason="stop")

    pieces = write(remote(both), PROMPT, PROMPT)
    assert [text(pieces, number) for number in (0, 1)] == ["Reply 0.", "Reply 1."]
    assert len(faulty.asked) == 1


def test_a_server_that_heeds_no_n_is_asked_side_by_side(remote: Open, faulty: FaultyServer) -> None:
    engine = remote(says("Thank you."))
    for requests in (3, 6):
        pieces = write(engine, PROMPT, PROMPT, PROMPT, seed=1)
        assert [text(pieces, number) for number in range(3)] == ["Thank you."] * 3
        assert len(faulty.asked) == requests
    assert ["n" in body for body in faulty.asked] == [True, False, False, False, False, False]
    assert sorted(body["seed"] for body in faulty.asked[3:]) == [1, 2, 3]


def test_a_second_prompt_may_fail_alone(remote: Open) -> None:
    other = [{"role": "user", "content": "Other"}]

    def behave(asked: Asked) -> None:
        (says("Thank you.") if asked.body["messages"] == PROMPT else breaks_off("Th"))(asked)

    pieces = write(remote(behave), PROMPT, other)
    assert text(pieces) == "Thank you."
    assert [piece.finish_reason for piece in pieces if piece.candidate == 1] == [None]


def test_thinking_is_left_out(remote: Open) -> None:
    def thinks_apart(asked: Asked) -> None:
        asked.begin()
        asked.event(delta={"reasoning_content": "I should say sorry."})
        asked.event("Sorry.", finish_reason="stop")

    aloud = says("<thi", "nk>Hm", "m.</th", "ink>\n\nSor", "ry <t.")
    assert text(write(remote(aloud))) == "Sorry <t."
    assert text(write(remote(thinks_apart))) == "Sorry."


def test_a_reply_without_end_is_cut(remote: Open) -> None:
    pieces = write(remote(breaks_off(*["word "] * 2000)))
    assert pieces[-1].finish_reason == "length"
    assert len(text(pieces)) < 5000


@pytest.mark.parametrize(
    ("listed", "probed", "kind"),
    [
        (refuses(200, '{"data": [{"id": "m"}]}'), refuses(500), None),
        (refuses(200, '{"data": [{"id": "a"}, {"id": "b"}]}'), refuses(200, "{}"), None),
        (refuses(500), refuses(200, "{}"), None),
        (
            refuses(200, '{"data": [{"id": "a"}, {"id": "b"}]}'),
            refuses(404, "The model `m` does not exist."),
            "it has a, b. Set CANDOR_MODEL",
        ),
        (refuses(401), refuses(200, "{}"), "CANDOR_REMOTE_KEY"),
        (refuses(503, "Loading model"), refuses(200, "{}"), "still loading"),
        (refuses(200, "hello"), refuses(404, "Not Found"), "CANDOR_REMOTE_URL"),
    ],
)
def test_readiness_is_the_servers(
    remote: Open, faulty: FaultyServer, listed: Behaviour, probed: Behaviour, kind: str | None
) -> None:
    engine = remote(probed)
    faulty.listed = listed
    if kind is None:
        assert engine.ready()
        return
    with pytest.raises(CandorError, match=kind):
        engine.ready()


def test_a_server_that_went_away_is_not_ready_from_then_on(
    remote: Open, faulty: FaultyServer
) -> None:
    engine = remote(says("Thank you."))
    assert engine.ready()
    faulty.script[:] = [lambda asked: asked.is_left()]
    engine._calls._patience = Patience(first_s=0.05)
    with pytest.raises(EngineAway):
        write(engine)
    with pytest.raises(EngineAway):
        engine.ready()


def test_texts_are_scored_where_the_server_can(remote: Open, faulty: FaultyServer) -> None:
    def scores(asked: Asked) -> None:
        turns = asked.body["messages"]
        words = sum(len(turn["content"].split()) for turn in turns)
        logs = [None, *({str(n): {"logprob": -float(n)}} for n in range(1, words))]
        asked.answer(200, json.dumps({"choices": [], "prompt_logprobs": logs}))

    engine = remote(scores)
    found = engine.score(PROMPT, ["one two", "three"], Counts(), lambda: False)
    assert found == [[-1.0, -2.0], [-1.0]]
    assert faulty.asked[1]["continue_final_message"] is True


@pytest.mark.parametrize("behave", [refuses(422, "prompt_logprobs"), refuses(200, "{}")])
def test_a_server_that_cannot_score_is_asked_once(
    remote: Open, faulty: FaultyServer, behave: Behaviour
) -> None:
    engine = remote(behave)
    for _ in range(2):
        assert engine.score(PROMPT, ["one"], Counts(), lambda: False) is None
    assert len(faulty.asked) == 1
