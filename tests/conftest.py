"""What every test has: a data folder of its own, no network, and a server with the echo engine."""

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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    store = open_store(f"sqlite:///{tmp_path / 'candor.db'}")
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
