"""What every test has: a data folder of its own, no network, and a server with the echo engine.

What a test of the server does with a store it does twice: on SQLite and on a real PostgreSQL.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from server.engines.echo import Echo
from server.parts import Parts
from server.settings import Settings
from server.store import Store, open_store
from server.turns import Turns
from tests import postgresql
from tests.postgresql import Emptied, PostgreSQL

LOCAL = {"127.0.0.1", "localhost", "::1"}


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the user's data folder."""
    monkeypatch.setenv("CANDOR_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test reach this machine alone."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOCAL:
            raise AssertionError(f"A test tried to reach {address}; tests have no network.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of the server that use a store on each database that is to be had."""
    if "database" in metafunc.fixturenames and metafunc.module.__name__.startswith("tests.server"):
        on = ["sqlite", "postgresql"] if _has_postgresql() else ["sqlite"]
        metafunc.parametrize("database", on, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, where there is no PostgreSQL, the tests that kill one."""
    if _has_postgresql():
        return
    left = [item for item in items if "cluster" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out."""
    if not _has_postgresql():
        terminalreporter.write_line("Left out: all that is tested on PostgreSQL.")
        terminalreporter.write_line("To run it: apt install postgresql, or as your system has it.")


def _has_postgresql() -> bool:
    """Say whether the tests can run on PostgreSQL; on a build server they must."""
    return postgresql.programs() is not None or "CI" in os.environ


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgreSQL]:
    """Give a PostgreSQL that runs as long as the tests do."""
    with postgresql.cluster() as server:
        yield server


@pytest.fixture
def cluster() -> Iterator[PostgreSQL]:
    """Give a PostgreSQL that a test may kill."""
    with postgresql.cluster() as server:
        yield server


@pytest.fixture(scope="session")
def emptied(postgres: PostgreSQL) -> Emptied:
    """Give a database with all tables, which each test leaves as it was."""
    return Emptied(postgres.address(postgres.new_database()))


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database that nobody else uses."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield f"sqlite:///{tmp_path / 'candor.db'}"
        return
    emptied: Emptied = request.getfixturevalue("emptied")
    yield emptied.address
    emptied.empty()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """Give an empty store."""
    store = open_store(database)
    yield store
    store.engine.dispose()


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    """Give the parts of a server that runs the echo engine."""
    settings = Settings(home=tmp_path, engine="echo")
    return Parts(settings, store, Echo(), Turns(settings.waiting_drafts))


@pytest.fixture
def app(parts: Parts) -> Flask:
    """Give an app with the echo engine."""
    return create_app(parts)


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """Give a client that is not paired."""
    return app.test_client()


@pytest.fixture
def client(app: Flask, store: Store) -> FlaskClient:
    """Give a client of a paired device."""
    client = app.test_client()
    token = store.add_device("A browser", "extension").token
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client
