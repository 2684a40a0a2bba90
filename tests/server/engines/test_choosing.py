"""Choosing: a model that is missing or damaged is named before the server starts."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.engines.choosing import model_folder, open_engine, see_engine, see_model
from server.engines.remote import Remote, address
from server.errors import CannotStart
from server.settings import Settings


def write_weights(path: Path) -> None:
    """Write a safetensors file with one tensor of four bytes."""
    header = json.dumps({"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    path.write_bytes(len(header).to_bytes(8, "little") + header + b"\x00" * 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a model in two shards."""
    for name in ("config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    index = {"weight_map": {"a": "one.safetensors", "b": "two.safetensors"}}
    (tmp_path / "model.safetensors.index.json").write_text(json.dumps(index))
    for name in ("one", "two"):
        write_weights(tmp_path / f"{name}.safetensors")
    return tmp_path


def test_a_whole_model_passes(folder: Path) -> None:
    see_model(folder)


def test_a_model_in_one_file_passes(folder: Path) -> None:
    (folder / "model.safetensors.index.json").unlink()
    (folder / "one.safetensors").rename(folder / "model.safetensors")
    see_model(folder)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "two.safetensors"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(CannotStart, match=name):
        see_model(folder)


@pytest.mark.parametrize(
    "damaged", [b"", b"version https://git-lfs", b"\xff" * 40, b"\x02" + b"\x00" * 7 + b"[]"]
)
def test_a_damaged_file_is_named(folder: Path, damaged: bytes) -> None:
    (folder / "two.safetensors").write_bytes(damaged)
    with pytest.raises(CannotStart, match=r"two\.safetensors is damaged"):
        see_model(folder)


def test_a_file_that_was_cut_off_is_named(folder: Path) -> None:
    path = folder / "two.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CannotStart, match=r"two\.safetensors is damaged"):
        see_model(folder)


def test_a_model_that_is_nowhere_is_named() -> None:
    with pytest.raises(CannotStart, match="CANDOR_MODEL"):
        see_model(Path("/no/such/model"))


def test_a_shipped_model_goes_by_its_name(tmp_path: Path) -> None:
    assert model_folder("candor-small", tmp_path).parent.name == "models"
    assert open_engine(Settings(home=tmp_path, engine="echo")).model == "echo"


def test_a_fetched_model_goes_by_its_name(tmp_path: Path) -> None:
    fetched = tmp_path / "models" / "larger"
    fetched.mkdir(parents=True)
    assert model_folder("larger", tmp_path) == fetched
    assert model_folder(str(fetched), tmp_path / "other") == fetched
    assert model_folder("..", tmp_path) == Path("..").absolute()


@pytest.mark.parametrize("url", ["", "127.0.0.1:8080", "ftp://host", "http://", "http://[::1"])
def test_a_remote_engine_without_an_address_is_named(tmp_path: Path, url: str) -> None:
    with pytest.raises(CannotStart, match="CANDOR_REMOTE_URL"):
        see_engine(Settings(home=tmp_path, engine="remote", remote_url=url))


@pytest.mark.parametrize(
    ("model", "writes", "freely", "guided"),
    [
        ("qwen", "", True, False),
        ("candor-small", "", False, True),
        ("candor-small", "both", True, True),
        ("qwen", "guided", False, True),
    ],
)
def test_a_remote_model_writes_as_suits_it_or_as_its_owner_says(
    tmp_path: Path, model: str, writes: Any, freely: bool, guided: bool
) -> None:
    settings = Settings(
        home=tmp_path,
        engine="remote",
        model=model,
        writes=writes,
        remote_url="http://127.0.0.1:9",
        remote_drafts=7,
    )
    see_engine(settings)
    engine = open_engine(settings)
    assert isinstance(engine, Remote)
    engine.close()
    assert (engine.writes_freely, engine.writes_guided, engine.at_once) == (freely, guided, 7)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("http://host:8000", "http://host:8000/v1"),
        ("http://host:8000/v1/", "http://host:8000/v1"),
        (" https://host/llm/v1 ", "https://host/llm/v1"),
    ],
)
def test_an_address_may_leave_the_version_out(given: str, meant: str) -> None:
    assert str(address(given)) == meant
