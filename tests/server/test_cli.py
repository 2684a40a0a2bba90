"""The command: the same program for the terminal."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from server import asking, cli
from server.errors import CandorError, CannotStart
from server.schemas import SuggestionRequest
from server.settings import Settings, load
from server.store import open_store


@pytest.fixture(autouse=True)
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the echo engine, and no server."""
    monkeypatch.setenv("CANDOR_ENGINE", "echo")
    monkeypatch.setenv("CANDOR_PORT", "1")


def run(*words: str, typed: str | None = None) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(cli.candor, words, input=typed, catch_exceptions=False)


def test_suggest_drafts_on_stdout_and_says_the_rest_on_stderr() -> None:
    result = run("suggest", "my parcel came crushed and nobody answers my mails")
    assert result.exit_code == 0
    assert result.stdout.strip()
    assert "[" not in result.stdout
    assert result.stderr.startswith("[")


def test_suggest_reads_a_comment_from_a_pipe() -> None:
    piped = run("suggest", "--tone", "warm", typed="my parcel came crushed\n")
    assert piped.stdout.strip()


def test_suggest_reads_facts_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "facts.txt").write_text("We open at 9.\n\nWe close at 5.\n")
    asked: list[SuggestionRequest] = []
    monkeypatch.setattr(asking, "ask", lambda request, *_: asked.append(request) or iter(()))
    run("suggest", "When?", "--note", "be short", "--facts", str(tmp_path / "facts.txt"))
    assert asked[0].facts == ["We open at 9.", "We close at 5."]
    assert asked[0].note == "be short"


@pytest.mark.parametrize("comment", ["", "   ", "x" * 50_000, "null \x00 character"])
def test_suggest_says_what_is_wrong_with_a_comment(comment: str) -> None:
    with pytest.raises(CannotStart, match="at fault"):
        run("suggest", comment)


def test_a_pipe_of_other_bytes_is_refused() -> None:
    with pytest.raises(CannotStart, match="not UTF-8"):
        CliRunner().invoke(cli.candor, ["suggest"], input=b"caf\xe9", catch_exceptions=False)


def test_pair_prints_a_code_and_a_link_that_work() -> None:
    text = run("pair").stdout
    store = open_store(load().database)
    assert store.take_code(text.split("Pairing code  ")[1][:9])
    assert store.take_link(text.split("link=")[1].strip())


def test_token_prints_a_token_that_works() -> None:
    token = run("token", "my script").stdout.strip()
    device = open_store(load().database).device_of(token)
    assert device is not None
    assert (device.name, device.kind) == ("my script", "terminal")


def test_models_lists_the_one_in_use() -> None:
    assert "* candor-small" in run("models").stdout


def test_what_goes_wrong_is_one_sentence_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CANDOR_PORT", "many")
    monkeypatch.setattr("sys.argv", ["candor", "serve"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("candor: ")
    assert error.count("\n") == 1


def test_a_token_for_asking_the_server_does_not_outlive_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'candor.db'}")
    settings = Settings(home=tmp_path, port=1, engine="echo")
    monkeypatch.setattr(asking, "_server_is_healthy", lambda _settings: True)
    request = SuggestionRequest.model_validate({"thread": {"comments": [{"text": "Hi"}]}})
    with pytest.raises(Exception, match="went away"):
        list(asking.ask(request, settings, store))
    assert store.devices().data == []


class Stranger(BaseHTTPRequestHandler):
    """Another program on the port: it says 200 to all, and breaks a stream off."""

    health = b"hello"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.health)))
        self.end_headers()
        self.wfile.write(self.health)

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        line = b'event: suggestion.text.delta\ndata: {"text": "a"}\n\n'
        self.wfile.write(b"%x\r\n%b\r\n" % (len(line), line))
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Dying(Stranger):
    """A server of ours that is killed in the middle of a stream."""

    health = b'{"status": "ok", "version": "1", "model": "m", "engine": "echo"}'


@pytest.fixture
def port_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[type[Stranger]], None]]:
    """Give a function that puts something on the port that is asked."""
    with ExitStack() as stack:

        def put(kind: type[Stranger]) -> None:
            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), kind))
            Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
            stack.callback(server.shutdown)
            monkeypatch.setenv("CANDOR_PORT", str(server.server_port))

        yield put


def test_another_program_on_the_port_is_not_asked(
    port_of: Callable[[type[Stranger]], None],
) -> None:
    port_of(Stranger)
    assert run("suggest", "my parcel came crushed").stdout.strip()


def test_a_stream_that_breaks_off_is_no_draft(port_of: Callable[[type[Stranger]], None]) -> None:
    port_of(Dying)
    with pytest.raises(CandorError, match="went away"):
        run("suggest", "my parcel came crushed")


def test_events_are_read_as_the_server_writes_them() -> None:
    stream = io.BytesIO(
        b': ping\n\nevent: suggestion.text.delta\ndata: {"text": "a"}\n\n'
        b"event: suggestion.completed\ndata: {}\n\n"
    )
    events = list(asking._events(stream))  # type: ignore[arg-type]
    assert [event.name for event in events] == ["suggestion.text.delta", "suggestion.completed"]
