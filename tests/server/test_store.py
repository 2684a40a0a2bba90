"""The store: brought up to date once, the same under both databases, and safe to kill."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, select

from server.errors import CannotStart
from server.schemas import BrandVoiceInput, Comment, SnippetInput, SuggestionRequest, Thread
from server.store import Store, open_store
from server.store.ids import new_id
from server.store.migrating import MIGRATIONS
from server.store.tables import heard, heard_themes, metadata
from tests.server.samples import keep_suggestion


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    made = inspect(store.engine)
    assert set(made.get_table_names()) == {*metadata.tables, "alembic_version"}
    for table in metadata.tables.values():
        columns = {column["name"]: column for column in made.get_columns(table.name)}
        assert set(columns) == {column.name for column in table.columns}
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, column
        indexes = [
            index
            for index in made.get_indexes(table.name)
            if not index.get("duplicates_constraint")
        ]
        indexed = {name for index in indexes for name in index["column_names"]}
        assert indexed == {column.name for index in table.indexes for column in index.columns}


def test_opening_a_store_again_keeps_what_is_in_it(store: Store, database: str) -> None:
    device = store.add_device("A browser", "extension")
    again = open_store(database)
    assert again.device_of(device.token) is not None
    again.engine.dispose()


def test_sqlite_writes_ahead_and_holds_its_references(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'candor.db'}")
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_database_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as refused:
        open_store(f"sqlite:///{tmp_path}/no/such/folder/candor.db")
    assert "no/such/folder/candor.db" in str(refused.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("here", "database_url is no SQLAlchemy address"),
        ("postgresql+nothing://ann:secret@127.0.0.1/x", r"ann:\*\*\*@127.0.0.1"),
        ("postgresql+pg8000://ann:secret@127.0.0.1/x", "pip install pg8000"),
    ],
)
def test_an_address_that_cannot_be_opened_says_what_to_do(address: str, said: str) -> None:
    with pytest.raises(CannotStart, match=said) as refused:
        open_store(address)
    assert "secret" not in str(refused.value)


def test_a_database_of_a_newer_candor_is_left_alone(store: Store, database: str) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CannotStart, match="a newer Candor"):
        open_store(database)


def test_a_first_start_that_is_killed_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    address = f"sqlite:///{tmp_path / 'candor.db'}"
    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.bulk_insert", killed)
        with pytest.raises(KeyboardInterrupt):
            open_store(address)
    assert len(open_store(address).tones()) == 5


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


def test_an_older_database_keeps_what_is_in_it_and_one_feedback_each(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'candor.db'}"
    store = open_store(address)
    comment = Comment(text="My parcel never arrived")
    request = SuggestionRequest(thread=Thread(comments=[comment]))
    made = [keep_suggestion(store, request) for _ in range(2)]
    store.add_brand_voice(BrandVoiceInput(name="Hollin"))
    store.add_snippet(SnippetInput(text="A lid costs 6 pounds"))
    with store.engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        for of, outcome in ((0, "posted"), (0, "copied"), (1, "rejected"), (1, "copied")):
            connection.exec_driver_sql(
                "INSERT INTO feedback (suggestion_id, outcome, text, created_at) "
                f"VALUES ('{made[of]}', '{outcome}', 'Hi', '2026-01-01 00:00:00')"
            )
    again = open_store(address)
    with again.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT outcome FROM feedback ORDER BY id")
        assert kept.scalars().all() == ["posted", "copied"]
    assert sorted(one.suggestion_id for one in again.history().data) == sorted(made)
    with again.engine.connect() as connection:
        counted = select(heard.c.suggestion_id, heard_themes.c.theme).join(heard_themes)
        themes = connection.execute(counted.where(heard.c.counts)).all()
    assert set(themes) == {(made[1], "delivery"), (made[1], "missing parcel")}
    found = again.examples_with({"parce": 1.0}, None, 9)
    assert [(one.comment, one.reply) for one in found] == [(comment.text, "Hi")] * 2
    [voice] = again.brand_voices().data
    assert (voice.name, voice.locale, voice.disclosure) == ("Hollin", "", None)
    [snippet] = again.snippets_with({"lid": 1.0}, None, 9)
    assert snippet.text == "A lid costs 6 pounds"
