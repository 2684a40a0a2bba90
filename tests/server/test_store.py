"""The store: brought up to date once, the same under both databases, and safe to kill."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from server.errors import CannotStart
from server.store import Store, open_store
from server.store.ids import new_id
from server.store.tables import metadata


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    made = inspect(store.engine)
    assert set(made.get_table_names()) == {*metadata.tables, "alembic_version"}
    for table in metadata.tables.values():
        columns = {column["name"]: column for column in made.get_columns(table.name)}
        assert set(columns) == {column.name for column in table.columns}
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, column
        indexed = {name for index in made.get_indexes(table.name) for name in index["column_names"]}
        assert indexed == {column.name for index in table.indexes for column in index.columns}


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_tables_can_be_made_in_postgresql(table: object) -> None:
    assert str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore


def test_opening_a_store_again_keeps_what_is_in_it(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'candor.db'}"
    device = open_store(address).add_device("A browser", "extension")
    assert open_store(address).device_of(device.token) is not None


def test_sqlite_writes_ahead_and_holds_its_references(store: Store) -> None:
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_database_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as refused:
        open_store(f"sqlite:///{tmp_path}/no/such/folder/candor.db")
    assert "no/such/folder/candor.db" in str(refused.value)


def test_ids_sort_by_age_and_never_meet() -> None:
    ids = [new_id("sug") for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert ids[0][:13] <= ids[-1][:13]
    assert {len(id_) for id_ in ids} == {28}


def test_what_was_written_before_a_kill_is_there(tmp_path: Path) -> None:
    path = tmp_path / "candor.db"
    store = open_store(f"sqlite:///{path}")
    device = store.add_device("A browser", "extension")
    for name in ("candor.db", "candor.db-wal"):
        (tmp_path / f"copy-{name}").write_bytes((tmp_path / name).read_bytes())
    copy = Store(create_engine(f"sqlite:///{tmp_path / 'copy-candor.db'}"))
    assert copy.device_of(device.token) is not None
