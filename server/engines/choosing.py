"""Choosing: which engine the settings ask for, and whether its model is whole."""

import json
from pathlib import Path

from server.engines import Engine
from server.engines.echo import Echo
from server.engines.embedded import Embedded
from server.errors import CannotStart
from server.settings import Settings

SHIPPED = Path(__file__).parents[2] / "models"
NEEDED = ("config.json", "tokenizer.json")


def open_engine(settings: Settings) -> Engine:
    """Open the engine that the settings ask for; its model loads in the background."""
    if settings.engine == "echo":
        return Echo()
    return Embedded(model_folder(settings.model))


def model_folder(model: str) -> Path:
    """Give the folder of a model: one that ships with Candor, or a path."""
    shipped = SHIPPED / model
    return shipped if shipped.is_dir() else Path(model).expanduser().absolute()


def shipped_models() -> list[str]:
    """Give the names of the models that ship with Candor."""
    return sorted(path.parent.name for path in SHIPPED.glob("*/config.json"))


def see_model(model: str) -> None:
    """See that a model's files are there and whole, in milliseconds. Raises CannotStart."""
    folder = model_folder(model)
    if not folder.is_dir():
        raise CannotStart(
            f"There is no model at {folder}; set CANDOR_MODEL to a model's folder or leave it out."
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    missing += [name for name in _weights(folder) if not (folder / name).is_file()]
    if missing:
        raise CannotStart(
            f"The model in {folder} lacks {', '.join(missing)}; fetch Candor again (git checkout)."
        )
    for name in _weights(folder):
        if not _is_whole(folder / name):
            raise CannotStart(f"{folder / name} is damaged; fetch Candor again (git checkout).")


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
