"""Choosing: which engine the settings ask for, and whether its model is whole."""

import json
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from server.engines import Engine, ways
from server.engines.echo import Echo
from server.engines.embedded import Embedded
from server.errors import CannotStart
from server.settings import Settings

SHIPPED = Path(__file__).parents[2] / "models"
NEEDED = ("config.json", "tokenizer.json")
NAME = r"\w[\w.-]*"


def open_engine(settings: Settings) -> Engine:
    """Open the engine that the settings ask for; its model loads in the background."""
    if settings.engine == "echo":
        return Echo()
    if settings.engine == "embedded":
        if not os.access(SHIPPED, os.W_OK):  # else it is kept there what was compiled
            os.environ.setdefault("NUMBA_CACHE_DIR", str(settings.home / "compiled"))
        return Embedded(model_folder(settings.model, settings.home), settings.writes)
    from server.engines.patience import Patience
    from server.engines.remote import Remote  # its HTTP client takes a while to import

    freely, guided = ways(settings.writes or _usual_way(settings.model))
    return Remote(
        settings.remote_url,
        settings.remote_key.get_secret_value(),
        settings.model,
        writes_freely=freely,
        writes_guided=guided,
        at_once=settings.remote_drafts,
        patience=Patience(first_s=settings.remote_wait_s),
    )


def see_engine(settings: Settings) -> None:
    """See, in milliseconds, that the engine can be opened. Raises CannotStart."""
    if settings.engine == "embedded":
        see_model(model_folder(settings.model, settings.home))
    if settings.engine == "remote" and not _is_address(settings.remote_url):
        raise CannotStart(
            "The remote engine needs a server; set CANDOR_REMOTE_URL to its address, such as "
            "http://127.0.0.1:8080/v1."
        )


def _is_address(url: str) -> bool:
    try:
        given = urlsplit(url)
        return given.scheme in ("http", "https") and bool(given.hostname)
    except ValueError:
        return False


def _usual_way(model: str) -> str:
    """Give how a remote model writes: one that ships with Candor as its config says."""
    try:
        config = json.loads((SHIPPED / model / "config.json").read_bytes())
    except OSError:
        return "freely"
    return str(config.get("candor_writes", "freely"))


def model_folder(model: str, home: Path) -> Path:
    """Give the folder of a model: one that ships with Candor, one that was fetched, or a path."""
    named = (SHIPPED / model, fetched_folder(model, home)) if re.fullmatch(NAME, model) else ()
    return next((path for path in named if path.is_dir()), Path(model).expanduser().absolute())


def fetched_folder(model: str, home: Path) -> Path:
    """Give the folder of a model from the catalog."""
    return home / "models" / model


def shipped_models() -> list[str]:
    """Give the names of the models that ship with Candor."""
    return sorted(path.parent.name for path in SHIPPED.glob("*/config.json"))


def see_model(folder: Path) -> None:
    """See that a model's files are there and whole, in milliseconds. Raises CannotStart."""
    again = "put its files back or choose another model"
    if folder.parent.name == "models":
        again = f"run `candor models get {folder.name}` again"
    if folder.parent == SHIPPED:
        again = "fetch Candor again (git checkout)"
    if not folder.is_dir():
        raise CannotStart(
            f"There is no model at {folder}; set CANDOR_MODEL to a model's folder, leave it out, "
            "or fetch one with `candor models get`."
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    missing += [name for name in _weights(folder) if not (folder / name).is_file()]
    if missing:
        raise CannotStart(f"The model in {folder} lacks {', '.join(missing)}; {again}.")
    for name in _weights(folder):
        if not _is_whole(folder / name):
            raise CannotStart(f"{folder / name} is damaged; {again}.")


def _weights(folder: Path) -> list[str]:
    try:
        index = json.loads((folder / "model.safetensors.index.json").read_bytes())
        return sorted(set(index["weight_map"].values()))
    except (OSError, ValueError, KeyError):
        return ["model.safetensors"]


def _is_whole(path: Path) -> bool:
    """Say whether a safetensors file is as long as its own header says."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        try:
            header = json.loads(file.read(min(length, 100_000_000)))
            ends = [tensor["data_offsets"][1] for name, tensor in header.items() if name[0] != "_"]
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            return False
    return path.stat().st_size == 8 + length + max(ends, default=0)
