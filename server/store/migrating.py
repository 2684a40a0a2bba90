"""Bringing the tables of a database up to date."""

from pathlib import Path

from sqlalchemy import Engine, column, func, inspect, select, table

MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATING = 0xCA4D04  # PostgreSQL's lock for it: any number that nobody else takes
_VERSION = table("alembic_version", column("version_num"))


class WrittenByNewer(Exception):
    """The tables are of a Candor that is newer than this one."""


def bring_up_to_date(engine: Engine) -> None:
    """Make and change tables until they are as this Candor needs them. Raises WrittenByNewer."""
    newest = max(path.stem.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    with engine.connect() as connection:
        if inspect(connection).has_table(_VERSION.name):
            if connection.execute(select(_VERSION.c.version_num)).scalar() == newest:
                return
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # takes a while to import, and is seldom needed
    from alembic.config import Config
    from alembic.util import CommandError

    from server.store.deriving import derive  # which knows the database, and so this file

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            # All or nothing, whoever kills it, and one process at a time.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(select(func.pg_advisory_xact_lock(_MIGRATING)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise WrittenByNewer from error
        derive(connection)
