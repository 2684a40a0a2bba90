"""Stems: the beginnings of words by which snippets and examples are found."""

from collections.abc import Collection, Mapping

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Float,
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
)


def keep_stems(connection: Connection, ids: Column[str], id_: str, stems: Collection[str]) -> None:
    """Let what has an id be found by these stems; `ids` is the column of its table of stems."""
    rows = [{"stem": stem, ids.name: id_} for stem in sorted(stems)]
    if rows:
        connection.execute(insert(ids.table), rows)


def having_stems(ids: Column[str], weights: Mapping[str, float]) -> Select[str]:
    """Choose the ids that have some of these stems, those first whose stems weigh most."""
    # One value however many stems there are: the statement stays the same and is compiled once.
    given = func.json_each(bindparam("weights", dict(weights), JSON, unique=True))
    wanted = given.table_valued(column("key", Text), column("value"), name="wanted")
    weight = cast(cast(wanted.c.value, Text), Float)
    return (
        select(ids)
        .join(wanted, wanted.c.key == ids.table.c.stem)
        .group_by(ids)
        .order_by(func.sum(weight).desc())
    )
