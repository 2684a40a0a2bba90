"""Snippets in the database: the facts that the brand stands by."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from models.guided.facts import word_stems
from server.errors import Invalid
from server.schemas import FieldError, Page, Snippet, SnippetInput
from server.store.database import Database
from server.store.ids import new_id
from server.store.stems import having_stems, keep_stems
from server.store.tables import snippet_stems, snippets


class Snippets(Database):
    """The knowledge base."""

    def add_snippet(self, snippet: SnippetInput) -> Snippet:
        """Store a new snippet."""
        return self.add_snippets([snippet])[0]

    def add_snippets(self, new: Sequence[SnippetInput]) -> list[Snippet]:
        """Store new snippets, all or none."""
        with self._writing() as connection:
            return _add(connection, new)

    def take_in_snippets(
        self, new: Sequence[SnippetInput], changed: Mapping[str, SnippetInput]
    ) -> None:
        """Store new snippets and write others anew by their ids, all or none."""
        with self._writing() as connection:
            _add(connection, new)
            for snippet_id, snippet in changed.items():
                _replace(connection, snippet_id, snippet)

    def snippet(self, snippet_id: str) -> Snippet | None:
        """Give a snippet by its id."""
        query = select(snippets).where(snippets.c.id == snippet_id)
        with self.engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return Snippet.model_validate(dict(row)) if row else None

    def snippets(
        self,
        limit: int = 50,
        cursor: str | None = None,
        *,
        query: str = "",
        brand_voice_id: str | None = None,
        usable: bool = False,
    ) -> Page[Snippet]:
        """Give one page of the snippets that have all words of `query` and that a voice may use.

        Where no voice is named that is all of them, of `usable` ones those of every voice.
        """
        chosen = select(snippets)
        for word in query.split():
            chosen = chosen.where(
                or_(
                    snippets.c.text.icontains(word, autoescape=True),
                    snippets.c.source.icontains(word, autoescape=True),
                )
            )
        if usable:
            chosen = chosen.where(*_usable(brand_voice_id))
        elif brand_voice_id:
            chosen = chosen.where(_belongs_to(brand_voice_id))
        return self.page(Snippet, chosen, snippets.c.id, limit, cursor)

    def all_snippets(self) -> Iterator[Snippet]:
        """Give every snippet, oldest first."""
        with self.engine.connect() as connection:
            for row in connection.execute(select(snippets).order_by(snippets.c.id)).mappings():
                yield Snippet.model_validate(dict(row))

    def usable_snippets(self, ids: Collection[str], brand_voice_id: str | None) -> list[Snippet]:
        """Give those of these snippets that a brand voice may use today."""
        if not ids:
            return []
        chosen = select(snippets).where(snippets.c.id.in_(ids)).where(*_usable(brand_voice_id))
        with self.engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        return [Snippet.model_validate(dict(row)) for row in rows]

    def snippet_texts(self, brand_voice_id: str | None, most: int) -> dict[str, str]:
        """Give texts of snippets that a brand voice may use today by their ids, oldest first."""
        usable = select(snippets.c.id, snippets.c.text).where(*_usable(brand_voice_id))
        query = usable.order_by(snippets.c.id).limit(most)
        with self.engine.connect() as connection:
            return {id_: text for id_, text in connection.execute(query)}

    def snippets_with(
        self,
        weights: Mapping[str, float],
        brand_voice_id: str | None,
        limit: int,
        today: date | None = None,
    ) -> list[Snippet]:
        """Give the snippets that a brand voice may use today and that have some of these stems.

        Those come first whose stems weigh most, of equals the oldest.
        """
        if not weights:
            return []
        fitting = (
            having_stems(snippet_stems.c.snippet_id, weights)
            .join(snippets, snippets.c.id == snippet_stems.c.snippet_id)
            .where(*_usable(brand_voice_id, today))
            .order_by(snippet_stems.c.snippet_id)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            ids = list(connection.execute(fitting).scalars())
            if not ids:
                return []
            chosen = select(snippets).where(snippets.c.id.in_(ids))
            rows = connection.execute(chosen).mappings().all()
        found = {row["id"]: Snippet.model_validate(dict(row)) for row in rows}
        return [found[id_] for id_ in ids]

    def replace_snippet(self, snippet_id: str, snippet: SnippetInput) -> Snippet | None:
        """Write a snippet anew; None where there is none."""
        with self._writing() as connection:
            if not _replace(connection, snippet_id, snippet):
                return None
        return self.snippet(snippet_id)

    def delete_snippet(self, snippet_id: str) -> bool:
        """Take a snippet away; False where there is none."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(snippets).where(snippets.c.id == snippet_id))
        return done.rowcount == 1

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self.engine.begin() as connection:
                yield connection
        except IntegrityError as error:
            raise Invalid(
                "There is no such brand voice; leave brand_voice_id out or make the voice first.",
                errors=(FieldError(pointer="/brand_voice_id", detail="names no brand voice"),),
            ) from error


def _add(connection: Connection, new: Sequence[SnippetInput]) -> list[Snippet]:
    now = datetime.now(UTC)
    stored = [
        Snippet(id=new_id("snip"), created_at=now, updated_at=now, **snippet.model_dump())
        for snippet in new
    ]
    if stored:
        connection.execute(insert(snippets), [_columns(snippet) for snippet in stored])
    for snippet in stored:
        keep_stems(connection, snippet_stems.c.snippet_id, snippet.id, word_stems(snippet.text))
    return stored


def _replace(connection: Connection, snippet_id: str, snippet: SnippetInput) -> bool:
    """Write a snippet anew; False where there is none."""
    changed = _columns(snippet) | {"updated_at": datetime.now(UTC)}
    written = update(snippets).where(snippets.c.id == snippet_id).values(changed)
    if not connection.execute(written).rowcount:
        return False
    connection.execute(delete(snippet_stems).where(snippet_stems.c.snippet_id == snippet_id))
    keep_stems(connection, snippet_stems.c.snippet_id, snippet_id, word_stems(snippet.text))
    return True


def _usable(brand_voice_id: str | None, today: date | None = None) -> list[ColumnElement[bool]]:
    day = today or datetime.now(UTC).date()
    return [
        _belongs_to(brand_voice_id),
        or_(snippets.c.valid_from.is_(None), snippets.c.valid_from <= day),
        or_(snippets.c.valid_until.is_(None), snippets.c.valid_until >= day),
    ]


def _belongs_to(brand_voice_id: str | None) -> ColumnElement[bool]:
    everyone: ColumnElement[bool] = snippets.c.brand_voice_id.is_(None)
    return (
        or_(everyone, snippets.c.brand_voice_id == brand_voice_id) if brand_voice_id else everyone
    )


def _columns(snippet: SnippetInput | Snippet) -> dict[str, Any]:
    return snippet.model_dump() | {"url": str(snippet.url) if snippet.url else None}
