"""The settings: one table with the name, type, default and meaning of each.

A setting `x` is read from the environment as `CANDOR_X`, else from `x` in `candor.toml` in the
data folder, else it has its default.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import tomlkit
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from server.errors import CannotStart

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


def _names(value: Any) -> Any:
    """Let a list stand in the environment as words with commas between them."""
    if not isinstance(value, str):
        return value
    return [name.strip() for name in value.split(",") if name.strip()]


Names = Annotated[tuple[str, ...], BeforeValidator(_names)]


class Settings(BaseModel):
    """All settings. The fields are the table: type, default, and what each is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    home: Path = Field(
        default=Path("~/.local/share/candor"),
        description="The data folder: the database and `candor.toml`. Environment only.",
    )
    host: str = Field(default="127.0.0.1", description="The address to listen on.")
    port: Annotated[int, Field(ge=1, le=65535)] = Field(
        default=8765, description="The port to listen on."
    )
    allowed_hosts: Names = Field(
        default=(), description="Names that the server may be called by, beside the local ones."
    )
    extension_ids: Names = Field(
        default=(), description="The only extensions that may ask, by id; empty: any, with a token."
    )
    database_url: str = Field(
        default="", description="A SQLAlchemy address; empty: SQLite in the data folder."
    )
    engine: Literal["embedded", "remote", "echo"] = Field(
        default="embedded",
        description="What runs the model: this process, or a `remote` server; `echo` is for tests.",
    )
    model: str = Field(
        default="candor-small",
        description="A model's folder, or the name of one that ships with Candor or was fetched; "
        "with a remote engine, the name it has there.",
    )
    writes: Literal["", "guided", "freely", "both"] = Field(
        default="",
        description="How the model writes: `guided`, `freely` or `both`; empty: as suits it.",
    )
    remote_url: str = Field(
        default="", description="The address of an OpenAI-compatible server, for `remote`."
    )
    remote_key: SecretStr = Field(
        default=SecretStr(""), description="The key that this server asks for, if it does."
    )
    remote_wait_s: Annotated[float, Field(gt=0, le=3600)] = Field(
        default=60, description="Seconds that a remote model may take to its first word."
    )
    remote_drafts: Annotated[int, Field(ge=1, le=1000)] = Field(
        default=4, description="Drafts that a remote engine writes at a time."
    )
    threads: Annotated[int, Field(ge=2, le=256)] = Field(
        default=16, description="Requests at a time; an open stream holds one."
    )
    waiting_drafts: Annotated[int, Field(ge=0, le=1000)] = Field(
        default=8,
        description="Drafts that may wait, the devices by turns, and never on more than three "
        "quarters of the threads; beyond it the answer is 429.",
    )
    drafts_a_minute: Annotated[int, Field(ge=0, le=100_000)] = Field(
        default=60,
        description="Drafts that one device may ask for in a minute, of all servers together, "
        "and at once after a rest; beyond it the answer is 429; 0: as many as it likes.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="The least grave line to log; `info` has one line a request."
    )

    @property
    def database(self) -> str:
        """Give the address of the database."""
        return self.database_url or f"sqlite:///{self.home / 'candor.db'}"

    @property
    def url(self) -> str:
        """Give the address of the server as a browser on this machine writes it."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def model_host(self) -> str:
        """Give the name of the other computer that reads the comments; empty where none does."""
        host = urlsplit(self.remote_url).hostname if self.engine == "remote" else None
        return "" if host in LOCAL_NAMES else host or ""


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. Raises CannotStart, with what to mend."""
    home = _home(environment)
    stated = _stated(home / "candor.toml")
    names = Settings.model_fields.keys() - {"home"}
    stated |= {
        name: environment[f"CANDOR_{name.upper()}"]
        for name in names
        if environment.get(f"CANDOR_{name.upper()}")
    }
    try:
        return Settings(home=home, **stated)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise CannotStart(
            f"The setting {name} is wrong ({first['msg']}); mend CANDOR_{name.upper()} in the "
            f"environment or {name} in {home / 'candor.toml'}."
        ) from error


def store(home: Path, name: str, value: str) -> None:
    """Write one setting into `candor.toml`, leaving the rest as it is. Raises CannotStart."""
    path = home / "candor.toml"
    _stated(path)  # what cannot be read must not be written over
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.is_file() else tomlkit.document()
        document[name] = value
        fresh = path.with_suffix(".new")
        fresh.write_text(tomlkit.dumps(document), "utf-8")
        fresh.replace(path)
    except OSError as error:
        raise CannotStart(f"{path} cannot be written; give yourself the right to.") from error


def _home(environment: Mapping[str, str]) -> Path:
    if chosen := environment.get("CANDOR_HOME"):
        return Path(chosen).expanduser().absolute()
    if shared := environment.get("XDG_DATA_HOME"):
        return Path(shared).expanduser().absolute() / "candor"
    default: Path = Settings.model_fields["home"].default
    return default.expanduser()


def _stated(path: Path) -> dict[str, Any]:
    try:
        stated = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except PermissionError as error:
        raise CannotStart(f"{path} may not be read; give yourself the right to read it.") from error
    except ValueError as error:
        raise CannotStart(f"{path} is not TOML; mend it or take it away.") from error
    if "home" in stated:
        raise CannotStart(f"home cannot stand in {path}; set CANDOR_HOME in the environment.")
    return stated
