"""Snippets in the database: the facts that the brand stands by."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from server.errors import Invalid
from server.schemas import FieldError, Page, Snippet, SnippetInput
from server.store.database import Database
from server.store.ids import new_id
from server.store.tables import snippets


class Snippets(Database):
    """The knowledge base."""

    def add_snippet(self, snippet: SnippetInput) -> Snippet:
        """Store a new snippet."""
        return self.add_snippets([snippet])[0]

    def add_snippets(self, new: Sequence[SnippetInput]) -> list[Snippet]:
        """Store new snippets, all or none."""
        now = datetime.now(UTC)
        stored = [
            Snippet(id=new_id("snip"), created_at=now, updated_at=now, **snippet.model_dump())
            for snippet in new
        ]
        if stored:
            self._write(insert(snippets), [_columns(snippet) for snippet in stored])
        return stored

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
    ) -> Page[Snippet]:
        """Give one page of the snippets that have all words of `query` and that a voice may use."""
        chosen = select(snippets)
        for word in query.split():
            chosen = chosen.where(
                or_(
                    snippets.c.text.icontains(word, autoescape=True),
                    snippets.c.source.icontains(word, autoescape=True),
                )
            )
        if brand_voice_id:
            chosen = chosen.where(_usable_by(brand_voice_id))
        return self.page(Snippet, chosen, snippets.c.id, limit, cursor)

    def all_snippets(self) -> Iterator[Snippet]:
        """Give every snippet, oldest first."""
        with self.engine.connect() as connection:
            for row in connection.execute(select(snippets).order_by(snippets.c.id)).mappings():
                yield Snippet.model_validate(dict(row))

    def snippets_for(self, brand_voice_id: str | None, today: date | None = None) -> list[Snippet]:
        """Give the snippets that a brand voice may use today, oldest first."""
        day = today or datetime.now(UTC).date()
        chosen = (
            select(snippets)
            .where(_usable_by(brand_voice_id))
            .where(or_(snippets.c.valid_from.is_(None), snippets.c.valid_from <= day))
            .where(or_(snippets.c.valid_until.is_(None), snippets.c.valid_until >= day))
            .order_by(snippets.c.id)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        return [Snippet.model_validate(dict(row)) for row in rows]

    def replace_snippet(self, snippet_id: str, snippet: SnippetInput) -> Snippet | None:
        """Write a snippet anew; None where there is none."""
        values = _columns(snippet) | {"updated_at": datetime.now(UTC)}
        self._write(update(snippets).where(snippets.c.id == snippet_id), values)
        return self.snippet(snippet_id)

    def delete_snippet(self, snippet_id: str) -> bool:
        """Take a snippet away; False where there is none."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(snippets).where(snippets.c.id == snippet_id))
        return done.rowcount == 1

    def _write(self, statement: Any, values: Any) -> None:
        try:
            with self.engine.begin() as connection:
                connection.execute(statement, values)
        except IntegrityError as error:
            raise Invalid(
                "There is no such brand voice; leave brand_voice_id out or make the voice first.",
                errors=(FieldError(pointer="/brand_voice_id", detail="names no brand voice"),),
            ) from error


def _usable_by(brand_voice_id: str | None) -> ColumnElement[bool]:
    everyone: ColumnElement[bool] = snippets.c.brand_voice_id.is_(None)
    return (
        or_(everyone, snippets.c.brand_voice_id == brand_voice_id) if brand_voice_id else everyone
    )


def _columns(snippet: SnippetInput | Snippet) -> dict[str, Any]:
    return snippet.model_dump() | {"url": str(snippet.url) if snippet.url else None}
