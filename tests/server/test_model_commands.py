"""The commands `candor models`: what is listed, fetched and chosen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.catalog import Offer
from models.fetch import LOCK, CannotFetch, Went
from server import model_commands
from server.cli import candor
from server.errors import CannotStart
from server.settings import load
from tests.server.engines.test_choosing import write_weights

OFFER = Offer("larger", "some/larger", "0" * 40, 0.1, 0.2, 0.3, "MIT", "chatml")
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `candor models …` with a catalog of one model."""
    monkeypatch.setattr(model_commands, "offers", lambda: {"larger": OFFER})
    return lambda *words: CliRunner().invoke(candor, ["models", *words])


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let fetching write a small whole model instead."""
    asked = []

    def write(offer: Offer, folder: Path, begin: Callable[[int], Went]) -> None:
        went = begin(100)
        folder.mkdir(parents=True)
        for name in ("config.json", "tokenizer.json", LOCK):
            (folder / name).write_text(json.dumps({}))
        write_weights(folder / "model.safetensors")
        went(100)
        asked.append(offer.name)

    monkeypatch.setattr(model_commands, "fetch", write)
    return asked


def lines(result: Result) -> list[str]:
    """Give the lines that name a model, with single spaces."""
    assert result.exit_code == 0, result.output
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("words", [(), ("list",)])
def test_models_are_listed_with_a_star_at_the_chosen_one(run: Run, words: tuple[str, ...]) -> None:
    listed = lines(run(*words))
    assert "* candor-small ships Apache-2.0 writes guided" in listed
    assert any(line.startswith("larger 0.2 GB ") and "MIT" in line for line in listed)


def test_a_model_that_is_too_large_for_this_computer_is_marked(
    run: Run, fetched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.catalog.memory_gb", lambda: 0.2)
    assert any("needs more memory than is here" in line for line in lines(run("list")))
    assert "will be slow" in run("get", "larger").stderr


def test_a_model_is_fetched_chosen_and_run_from_then_on(run: Run, fetched: list[str]) -> None:
    load().home.mkdir()
    (load().home / "candor.toml").write_text("# mine\nport = 9000  # here\n")
    assert "candor models use larger" in run("get", "larger").stdout
    assert fetched == ["larger"]
    assert run("use", "larger").exit_code == 0
    assert load().model == "larger"
    assert load().port == 9000
    text = (load().home / "candor.toml").read_text()
    assert text.startswith("# mine\nport = 9000  # here\n")
    assert any(line.startswith("* larger here") for line in lines(run("list")))
    assert run("use", "candor-small").exit_code == 0
    assert load().model == "candor-small"


def test_a_model_in_a_folder_of_ones_own_is_chosen_by_its_path(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for name in ("config.json", "tokenizer.json"):
        (own / name).write_text("{}")
    write_weights(own / "model.safetensors")
    assert run("use", str(own)).exit_code == 0
    assert load().model == str(own)
    assert any(str(own) in line for line in lines(run("list")))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("get", "nobody"), "has no model 'nobody'; it has larger"),
        (("use", "larger"), "candor models get larger"),
        (("use", "nobody"), "There is no model at"),
    ],
)
def test_what_cannot_be_done_says_what_can(run: Run, words: tuple[str, ...], said: str) -> None:
    error = run(*words).exception
    assert isinstance(error, CannotStart)
    assert said in str(error)
    assert not (load().home / "candor.toml").exists()


def test_a_download_that_fails_says_why(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise CannotFetch("The disk is full; make room.")

    monkeypatch.setattr(model_commands, "fetch", fail)
    assert str(run("get", "larger").exception) == "The disk is full; make room."


def test_the_environment_wins_over_what_was_chosen(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOR_MODEL", "another")
    assert "CANDOR_MODEL is set" in run("use", "candor-small").stderr


def test_a_remote_engine_has_its_own_models(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOR_ENGINE", "remote")
    monkeypatch.setenv("CANDOR_REMOTE_URL", "http://127.0.0.1:9/v1")
    assert "set CANDOR_MODEL" in str(run("use", "candor-small").exception)
    monkeypatch.setenv("CANDOR_MODEL", "theirs")
    assert "* theirs at http://127.0.0.1:9/v1" in lines(run("list"))


def test_a_file_of_settings_that_is_broken_is_left_alone(run: Run) -> None:
    load().home.mkdir()
    path = load().home / "candor.toml"
    path.write_text("port = \n")
    assert isinstance(run("use", "candor-small").exception, CannotStart)
    assert path.read_text() == "port = \n"
