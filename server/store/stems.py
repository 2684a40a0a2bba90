"""Stems: the beginnings of words by which snippets and examples are found."""

from collections.abc import Collection, Mapping

from sqlalchemy import Column, Connection, Float, Select, String, column, func, insert, select
from sqlalchemy import values as rows_of


def keep_stems(connection: Connection, ids: Column[str], id_: str, stems: Collection[str]) -> None:
    """Let what has an id be found by these stems; `ids` is the column of its table of stems."""
    rows = [{"stem": stem, ids.name: id_} for stem in sorted(stems)]
    if rows:
        connection.execute(insert(ids.table), rows)


def having_stems(ids: Column[str], weights: Mapping[str, float]) -> Select[str]:
    """Choose the ids that have some of these stems, those first whose stems weigh most."""
    wanted = (
        rows_of(column("stem", String), column("weight", Float), name="wanted")
        .data(list(weights.items()))
        .cte()
    )
    return (
        select(ids)
        .join(wanted, wanted.c.stem == ids.table.c.stem)
        .group_by(ids)
        .order_by(func.sum(wanted.c.weight).desc())
    )
