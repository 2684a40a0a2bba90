"""The remote engine with two real servers: llama.cpp's own and `transformers serve`."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from models.peers import llama_server, transformers_server
from models.prompt import Brief, messages
from models.to_gguf import SHIPPED, write_gguf
from server import drafting
from server.engines import Counts, Piece, Sampling
from server.engines.remote import Remote
from server.errors import EngineFailed, ModelMissing, ThreadTooLong
from server.schemas import Comment, SuggestionRequest, Thread
from server.store import Store

pytestmark = pytest.mark.model
COMMENT = "My parcel came crushed and nobody answers my mails!"
WARM, PLAIN = (messages(Brief(comment=COMMENT), tone) for tone in ("warm", "plain"))
KEY = "a key"


@dataclass(frozen=True)
class Real:
    """A running server and the name that our model has there."""

    url: str
    model: str
    key: str = ""


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    """Run llama.cpp's server with the shipped model."""
    gguf = tmp_path_factory.mktemp("gguf") / "candor-small.gguf"
    write_gguf(SHIPPED, gguf)
    with llama_server(gguf, key=KEY) as url:
        yield Real(url, "candor-small", KEY)


@pytest.fixture(scope="module")
def serve() -> Iterator[Real]:
    """Run `transformers serve` with the shipped model."""
    with transformers_server(SHIPPED) as url:
        yield Real(url, str(SHIPPED))


@pytest.fixture(params=["llama", "serve"])
def real(request: pytest.FixtureRequest) -> Real:
    """Give each server in turn."""
    found: Real = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def engines() -> Iterator[ExitStack]:
    """Close what a test opens."""
    with ExitStack() as opened:
        yield opened


def connect(real: Real, engines: ExitStack, model: str = "", **more: bool) -> Remote:
    """Open an engine for a server."""
    engine = Remote(real.url, real.key, model or real.model, **more)
    engines.callback(engine.close)
    return engine


def texts(pieces: list[Piece]) -> list[str]:
    """Give what each candidate came to."""
    count = max(piece.candidate for piece in pieces) + 1
    return ["".join(p.text for p in pieces if p.candidate == number) for number in range(count)]


def test_candidates_of_several_prompts_come_whole(real: Real, engines: ExitStack) -> None:
    engine, counts = connect(real, engines), Counts()
    while not engine.ready():
        continue  # each look waits by itself
    prompts = [WARM, WARM, PLAIN]
    pieces = list(engine.write(prompts, Sampling(max_tokens=6, seed=1), counts, lambda: False))
    assert all(texts(pieces))
    assert sorted(piece.finish_reason for piece in pieces if piece.finish_reason) == ["length"] * 3
    assert counts.output_tokens == 18
    assert counts.input_tokens > 100
    assert counts.prefill_ms > 0


def test_a_model_that_is_not_there_is_named(serve: Real, engines: ExitStack) -> None:
    with pytest.raises(ModelMissing, match="no model called nobody"):
        connect(serve, engines, model="nobody").ready()


def test_a_wrong_key_is_refused(llama: Real, engines: ExitStack) -> None:
    with pytest.raises(EngineFailed, match="CANDOR_REMOTE_KEY"):
        connect(Real(llama.url, llama.model, "another"), engines).ready()


def test_a_thread_that_is_too_long_is_refused(llama: Real, engines: ExitStack) -> None:
    long = messages(Brief(comment="crushed " * 3000), "warm")
    with pytest.raises(ThreadTooLong):
        list(connect(llama, engines).write([long], Sampling(), Counts(), lambda: False))


def test_log_probabilities_come_with_what_is_written(llama: Real, engines: ExitStack) -> None:
    engine = connect(llama, engines)
    pieces = list(engine.write([WARM], Sampling(max_tokens=6), Counts(), lambda: False))
    logs = [log for piece in pieces for log in piece.logs]
    assert len(logs) == 6
    assert all(log < 0 for log in logs)
    assert engine.score(WARM, ["Sorry."], Counts(), lambda: False) is None


def test_leaving_stops_the_model(llama: Real, engines: ExitStack) -> None:
    engine = connect(llama, engines)
    pieces = engine.write([WARM], Sampling(max_tokens=1500), Counts(), lambda: False)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert len(list(engine.write([WARM], Sampling(max_tokens=1), Counts(), lambda: False)))


@pytest.mark.parametrize("guided", [False, True])
def test_a_suggestion_is_written_by_it(
    real: Real, engines: ExitStack, store: Store, guided: bool
) -> None:
    engine = connect(real, engines, writes_freely=not guided, writes_guided=guided)
    request = SuggestionRequest(thread=Thread(comments=[Comment(text=COMMENT)]), tone="warm")
    events = list(drafting.suggest(request, engine=engine, store=store))
    last = events[-1]
    assert last.name == "suggestion.completed"
    assert last.payload["text"]
    assert last.payload["written"] == ("guided" if guided else "free")
    assert bool(last.payload["usage"]["output_tokens"]) is not guided
