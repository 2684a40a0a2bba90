"""Promises in the database: what was committed to in posted replies, until done or broken."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from server.schemas import Page, Promise, PromiseChange, PromiseInput, PromiseStatus
from server.store.database import Database
from server.store.ids import new_id
from server.store.origin import of_suggestion, suggestion_row
from server.store.tables import promises


class Promises(Database):
    """The ledger of promises."""

    def add_promise(self, promise: PromiseInput) -> Promise:
        """Keep a promise; the same one of the same suggestion is kept once. Raises Invalid."""
        with self.writing(suggestion_row(promise.suggestion_id)) as connection:
            values = promise.model_dump() | of_suggestion(connection, promise)
            same = (promises.c.suggestion_id == promise.suggestion_id) & (
                promises.c.quote == promise.quote
            )
            there = connection.execute(select(promises).where(same)).mappings().first()
            if there is not None and promise.suggestion_id:
                return Promise.model_validate(dict(there))
            stored = Promise(
                id=new_id("prm"),
                status="open",
                created_at=datetime.now(UTC),
                done_at=None,
                **values,
            )
            connection.execute(insert(promises).values(stored.model_dump()))
        return stored

    def promise(self, promise_id: str) -> Promise | None:
        """Give a promise by its id."""
        with self.engine.connect() as connection:
            chosen = select(promises).where(promises.c.id == promise_id)
            row = connection.execute(chosen).mappings().first()
        return Promise.model_validate(dict(row)) if row else None

    def promises(
        self,
        limit: int = 50,
        cursor: str | None = None,
        *,
        status: PromiseStatus | None = None,
        platform: str | None = None,
        author: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Promise]:
        """Give one page of the promises that fit, newest first."""
        chosen = select(promises)
        for column, value in (("status", status), ("platform", platform), ("author", author)):
            if value is not None:
                chosen = chosen.where(promises.c[column] == value)
        if due_before is not None:
            chosen = chosen.where(promises.c.due < due_before)
        return self.page(Promise, chosen, promises.c.id, limit, cursor)

    def open_promises(
        self, platform: str | None = None, author: str | None = None, *, limit: int = 200
    ) -> list[Promise]:
        """Give what is open, to everyone or to one person: what is due first, undated last."""
        chosen = select(promises).where(promises.c.status == "open")
        if author is not None:
            chosen = chosen.where(promises.c.platform == platform, promises.c.author == author)
        chosen = chosen.order_by(promises.c.due.is_(None), promises.c.due, promises.c.id)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.limit(limit)).mappings().all()
        return [Promise.model_validate(dict(row)) for row in rows]

    def closed_promises(self, limit: int = 50) -> list[Promise]:
        """Give the promises that were done or broken, the last one first."""
        chosen = select(promises).where(promises.c.status != "open")
        chosen = chosen.order_by(promises.c.done_at.desc(), promises.c.id.desc()).limit(limit)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        return [Promise.model_validate(dict(row)) for row in rows]

    def owed(
        self, brand_voice_id: str | None, platform: str | None, now: datetime
    ) -> dict[str, int]:
        """Give how many promises are open, and how many of them are late."""
        chosen = select(
            func.count().label("open"), func.count().filter(promises.c.due < now).label("late")
        ).where(promises.c.status == "open")
        if brand_voice_id:
            chosen = chosen.where(promises.c.brand_voice_id == brand_voice_id)
        if platform:
            chosen = chosen.where(promises.c.platform == platform)
        with self.engine.connect() as connection:
            return dict(connection.execute(chosen).mappings().one())

    def change_promise(self, promise_id: str, change: PromiseChange) -> Promise | None:
        """Change what is named of a promise; None where there is none."""
        values: dict[str, Any] = change.model_dump(exclude_none=True)
        if "due" in change.model_fields_set:
            values["due"] = change.due
        if change.status:
            values["done_at"] = None if change.status == "open" else datetime.now(UTC)
        if values:
            with self.engine.begin() as connection:
                connection.execute(
                    update(promises).where(promises.c.id == promise_id).values(values)
                )
        return self.promise(promise_id)

    def delete_promise(self, promise_id: str) -> bool:
        """Take a promise away; False where there is none."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(promises).where(promises.c.id == promise_id))
        return done.rowcount == 1
