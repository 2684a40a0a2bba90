"""Launching: everything that must be right before the server starts, and then the server."""

import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

from server.engines.choosing import open_engine, see_engine
from server.errors import CannotStart
from server.logs import start_logs
from server.settings import Settings
from server.store import Store, open_store
from server.worker import Worker

FINISH_S = 30  # for the drafts that are being written when the server is asked to stop
BUILT = Path(__file__).parents[1] / "extension" / ".output"


def serve(settings: Settings) -> None:
    """Serve until somebody stops it. Raises CannotStart, with what to do."""
    see_home(settings.home)
    see_engine(settings)
    _see_port(settings)
    store = open_store(settings.database)
    _Gunicorn(settings, lambda: _greet(settings, store)).run()


def see_home(home: Path) -> None:
    """Make the data folder, for its owner alone. Raises CannotStart where it cannot be written."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise CannotStart(
            f"The data folder {home} cannot be written; "
            "mend its rights or set CANDOR_HOME to another folder."
        ) from error


def _greet(settings: Settings, store: Store) -> None:
    print(greeting(settings, store), flush=True)
    store.engine.dispose()  # the worker is forked next, and no connection may come along
    gc.freeze()  # nothing here goes before the end, which is then quick


def greeting(settings: Settings, store: Store) -> str:
    """Give what a person needs to know once the server runs."""
    command = program()
    return f"""
Candor is running.

  Try it here       {desk_link(settings, store)}
                    (opens once; `{command} pair` prints a new link and a new code)
  Pairing code      {store.new_code().code}, for two minutes

{_how_to_load()}

Stop it with Ctrl-C.
"""


def desk_link(settings: Settings, store: Store) -> str:
    """Give a link that opens the desk once."""
    return f"{settings.url}/sign-in?link={store.new_link()}"


def program() -> str:
    """Give the command as the person can type it here."""
    path, here = Path(sys.argv[0]).absolute(), Path.cwd()
    if shutil.which(path.name) == str(path) or not path.is_relative_to(here):
        return path.name
    return str(path.relative_to(here))


def _how_to_load() -> str:
    chrome = BUILT / "chrome-mv3"
    firefox = next(iter(sorted(BUILT.glob("firefox-mv*/manifest.json"))), None)
    if not (chrome / "manifest.json").is_file() or firefox is None:
        return (
            "  The extension     is not built. Install Node 20 or newer (https://nodejs.org)\n"
            "                    and run `make run` again. All else works without it."
        )
    return (
        "  In Chrome         open chrome://extensions, switch on Developer mode,\n"
        f"                    press Load unpacked and choose {chrome}\n"
        "  In Firefox        open about:debugging#/runtime/this-firefox,\n"
        f"                    press Load Temporary Add-on and choose {firefox}"
    )


def _see_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise CannotStart(
                f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}; is "
                "Candor running already?); stop what uses it or set CANDOR_PORT to another port."
            ) from error


class _Gunicorn(BaseApplication):
    """One worker process, which holds the model, with a thread for each request."""

    def __init__(self, settings: Settings, when_ready: Callable[[], None]) -> None:
        self._settings = settings
        self._when_ready = when_ready
        super().__init__()

    def load_config(self) -> None:
        host = f"[{self._settings.host}]" if ":" in self._settings.host else self._settings.host
        chosen = {
            "bind": f"{host}:{self._settings.port}",
            "workers": 1,
            "worker_class": Worker,
            "threads": self._settings.threads,
            "timeout": 120,
            "graceful_timeout": FINISH_S,
            "loglevel": "error",
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: self._when_ready(),
            "worker_int": _stop_at_once,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from server.app import create_app  # the worker needs it, the process that keeps it does not
        from server.parts import Parts
        from server.turns import Turns

        settings = self._settings
        start_logs(settings.log_level)
        engine, store = open_engine(settings), open_store(settings.database)
        turns = Turns(most_waiting(settings, engine.at_once), engine.at_once)
        return create_app(Parts(settings, store, engine, turns))


def most_waiting(settings: Settings, at_once: int) -> int:
    """Give how many drafts may wait: a quarter of the threads is never held by any."""
    held = settings.threads - max(1, settings.threads // 4)
    return max(0, min(settings.waiting_drafts, held - at_once))


def _stop_at_once(_worker: Any) -> None:
    """End the worker in the middle of whatever it does: the database is made to bear that."""
    os._exit(0)
