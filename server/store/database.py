"""The database: how it is opened, brought up to date, read a page at a time, written in turn."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteRefused
from typing import Any, TypeVar

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    ExceptionContext,
    Select,
    Table,
    create_engine,
    event,
    make_url,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from server.errors import CannotStart, DatabaseAway
from server.schemas import Page, Shape
from server.store.migrating import WrittenByNewer, bring_up_to_date

RETRY_AFTER_S = 2
_SWITCHES, _SWITCHING_S = 100, 0.05  # tries of turning to a write-ahead log, and between them
# For PostgreSQL: who waits for a database that went away learns of it, and no time zone of the
# database's own can push a moment out of what Python knows.
_LIBPQ = {
    "connect_timeout": 5,
    "tcp_user_timeout": 15_000,  # ms
    "options": "-c timezone=UTC",
    "application_name": "candor",
}

Row = TypeVar("Row", bound=Shape)


class Database:
    """A database with all tables; the parts of the store are built on it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def writing(self, held: Select[Any] | None = None) -> Iterator[Connection]:
        """Begin a transaction that reads before it writes, and lets no other one in between.

        In PostgreSQL it waits only for those that hold one of the same rows.
        """
        with self.engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            elif held is not None:
                connection.execute(held.with_for_update())
            yield connection

    def see(self) -> None:
        """See that the database answers. Raises DatabaseAway."""
        with self.engine.connect() as connection:
            connection.execute(select(1))

    def put(self, table: Table) -> Any:
        """Give an insert into a table that can say what to do where the row is there already."""
        insert = sqlite.insert if self.engine.dialect.name == "sqlite" else postgresql.insert
        return insert(table)

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
        try:
            bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
    except (SQLAlchemyError, WrittenByNewer, ModuleNotFoundError) as error:
        raise CannotStart(
            f"The database {url.render_as_string(hide_password=True)} cannot be opened "
            f"({_why(error)}); see that it is there and that you may write to it."
        ) from error
    event.listen(engine, "handle_error", _see_whether_away)
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        said = _LIBPQ if url.get_driver_name() == "psycopg" else {}
        return create_engine(url, pool_pre_ping=True, connect_args=said)
    engine = create_engine(url, connect_args={"timeout": 10})
    event.listen(engine, "connect", _careful)
    return engine


def _write_ahead(connection: SQLiteConnection) -> None:
    """Switch to a write-ahead log; while another program does, SQLite refuses without waiting."""
    for left in reversed(range(_SWITCHES)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except SQLiteRefused:
            if not left:
                raise
            time.sleep(_SWITCHING_S)


def _why(error: Exception) -> str:
    if isinstance(error, WrittenByNewer):
        return "a newer Candor wrote it; use that one"
    if isinstance(error, ModuleNotFoundError):
        driver = "'psycopg[binary]'" if error.name == "psycopg" else error.name
        return f"its driver is missing: pip install {driver}"
    return type(error).__name__


def _see_whether_away(context: ExceptionContext) -> None:
    """Raise DatabaseAway where it does not answer or went away in the middle."""
    is_away = context.is_disconnect or context.connection is None
    if isinstance(context.sqlalchemy_exception, DBAPIError) and is_away:
        if not context.is_pre_ping:
            raise DatabaseAway(
                "The database does not answer; try again in a moment.", retry_after_s=RETRY_AFTER_S
            )


def _careful(connection: SQLiteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")  # who is forgotten leaves no words in the file
