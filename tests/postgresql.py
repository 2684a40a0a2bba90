"""A real PostgreSQL for the tests: a cluster of its own in a folder of its own, on no port.

It is gone with the tests, even where those are killed.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import Column, MetaData, String, Table

from server.store import open_store
from server.store.tables import metadata
from tests.outliving import Afterwards

_USER = "postgres"
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String))
# Nothing here has to outlive a crash of the machine.
_OPTIONS = "-c listen_addresses='' -c fsync=off -c max_connections=200 -c unix_socket_directories="


def programs() -> Path | None:
    """Give the folder with PostgreSQL's programs, the newest of several; None where there is none.

    They never run as root, so for root their own user must be there too.
    """
    if os.geteuid() == 0 and _USER not in {user.pw_name for user in pwd.getpwall()}:
        return None
    found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    if on_path := shutil.which("pg_ctl"):
        found.append(Path(on_path).parent)
    usable = [folder for folder in found if (folder / "initdb").exists()]
    return max(usable, key=lambda folder: folder.parent.name, default=None)


class PostgreSQL:
    """A cluster that can be killed and started again; it hands out databases."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self._folder = folder
        self._bin = bin_
        self._numbers = count(1)
        self._as = {"user": _USER} if os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(folder, _USER)
        # Stopped, or never started, its folder goes.
        end = '"$1" stop --mode=immediate --silent -D "$2/data"; rm -rf "$2"'
        self._afterwards = Afterwards(
            "sh", "-c", end, "sh", bin_ / "pg_ctl", folder, stderr=subprocess.DEVNULL, **self._as
        )
        self._call("initdb", "--no-sync", "--auth=trust", f"--username={_USER}")

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        self._call("pg_ctl", "start", "--wait", "--silent", "-o", f"{_OPTIONS}{self._folder}")

    def stop(self) -> None:
        """Stop it at once, as a kill does."""
        self._call("pg_ctl", "stop", "--mode=immediate", "--silent")

    def remove(self) -> None:
        """Stop it for good and take its folder away."""
        self._afterwards.now()

    def address(self, database: str) -> str:
        """Give the SQLAlchemy address of a database."""
        return f"postgresql+psycopg://{_USER}@/{database}?host={self._folder}"

    def new_database(self) -> str:
        """Make an empty database; give its name."""
        name = f"candor_{next(self._numbers)}"
        self._admin(f"CREATE DATABASE {name}")
        return name

    def drop(self, database: str) -> None:
        """Take a database away."""
        self._admin(f"DROP DATABASE {database} WITH (FORCE)")

    def _admin(self, statement: str) -> None:
        with psycopg.connect(f"host={self._folder} user={_USER}", autocommit=True) as connection:
            connection.execute(statement.encode())

    def _call(self, program: str, *words: str) -> None:
        log = self._folder / "log"
        command = [self._bin / program, *words, "-D", self._folder / "data"]
        with log.open("ab") as said:
            done = subprocess.run(
                command, cwd=self._folder, stdout=said, stderr=said, check=False, **self._as
            )
        assert done.returncode == 0, log.read_text("utf-8", "replace")[-2000:]


@contextmanager
def cluster() -> Iterator[PostgreSQL]:
    """Run a cluster for as long as it is needed."""
    bin_ = programs()
    assert bin_, "Install PostgreSQL (on Debian and Ubuntu: apt install postgresql)."
    folder = Path(tempfile.mkdtemp(prefix="candor-pg-"))  # a socket's path must be short
    server = PostgreSQL(folder, bin_)
    try:
        server.start()
        yield server
    finally:
        server.remove()


class Emptied:
    """A database with Candor's tables that can be put back to how it was made."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._engine = open_store(address).engine
        self._tables = [*metadata.sorted_tables, _VERSION]
        with self._engine.connect() as connection:
            self._made = {
                table: [dict(row) for row in connection.execute(table.select()).mappings()]
                for table in self._tables
            }
        self._engine.dispose()

    def empty(self) -> None:
        """Put it back."""
        with self._engine.begin() as connection:
            for table in reversed(self._tables):
                connection.execute(table.delete())
            for table, rows in self._made.items():
                if rows:
                    connection.execute(table.insert(), rows)
        self._engine.dispose()
