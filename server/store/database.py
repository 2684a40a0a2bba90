"""The database: how it is opened, brought up to date, and read a page at a time."""

from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Column, Engine, Select, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from server.errors import CannotStart
from server.schemas import Page, Shape

MIGRATIONS = Path(__file__).parent / "migrations"

Row = TypeVar("Row", bound=Shape)


class Database:
    """A database with all tables; the parts of the store are built on it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def page(
        self, shape: type[Row], query: Select[Any], key: Column[str], limit: int, cursor: str | None
    ) -> Page[Row]:
        """Give one page of rows, newest first; `cursor` is the last key of the page before."""
        if cursor:
            query = query.where(key < cursor)
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(key.desc()).limit(limit + 1)).mappings().all()
        found = [shape.model_validate(dict(row)) for row in rows[:limit]]
        more = len(rows) > limit
        return Page[Any](data=found, next=rows[limit - 1][key.name] if more else None)


def open_database(address: str) -> Engine:
    """Open the database at a SQLAlchemy address and bring its tables up to date."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise CannotStart(
            "The setting database_url is no SQLAlchemy address; write it as "
            "postgresql+psycopg://name:password@host/database or leave it out."
        ) from error
    try:
        engine = _engine(url)
        _migrate(engine)
    except (SQLAlchemyError, CommandError, ModuleNotFoundError) as error:
        raise CannotStart(
            f"The database {url.render_as_string(hide_password=True)} cannot be opened "
            f"({_why(error)}); see that it is there and that you may write to it."
        ) from error
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": 10})
    event.listen(engine, "connect", _careful)
    return engine


def _why(error: Exception) -> str:
    if isinstance(error, CommandError):
        return "a newer Candor wrote it; use that one"
    if isinstance(error, ModuleNotFoundError):
        return f"its driver is missing: pip install {error.name}"
    return type(error).__name__


def _careful(connection: SQLiteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")  # who is forgotten leaves no words in the file


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.begin() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
        if engine.dialect.name == "sqlite":
            # All or nothing, whoever kills it, and one process at a time.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
