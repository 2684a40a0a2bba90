"""Hand-offs in the database: comments passed on to colleagues, with a note."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from server.schemas import HandOff, HandOffChange, HandOffInput, HandOffStatus, Page, Team
from server.store.database import Database
from server.store.ids import new_id
from server.store.origin import of_suggestion, suggestion_row
from server.store.tables import hand_offs


class HandOffs(Database):
    """What was passed on, to whom, and whether it is done."""

    def add_hand_off(self, hand_off: HandOffInput) -> HandOff:
        """Pass a comment on; a suggestion's comment goes to the same colleagues once.

        Raises Invalid where its suggestion or brand voice is not there.
        """
        with self.writing(suggestion_row(hand_off.suggestion_id)) as connection:
            values = hand_off.model_dump() | of_suggestion(connection, hand_off)
            same = (
                (hand_offs.c.suggestion_id == hand_off.suggestion_id)
                & (hand_offs.c.to == hand_off.to)
                & (hand_offs.c.status == "open")
            )
            there = connection.execute(select(hand_offs).where(same)).mappings().first()
            if there is not None and hand_off.suggestion_id:
                changed = update(hand_offs).where(hand_offs.c.id == there["id"])
                connection.execute(changed.values(note=hand_off.note))
                return HandOff.model_validate(dict(there) | {"note": hand_off.note})
            stored = HandOff(
                id=new_id("ho"), status="open", created_at=datetime.now(UTC), done_at=None, **values
            )
            connection.execute(insert(hand_offs).values(stored.model_dump()))
        return stored

    def hand_off(self, hand_off_id: str) -> HandOff | None:
        """Give a hand-off by its id."""
        with self.engine.connect() as connection:
            chosen = select(hand_offs).where(hand_offs.c.id == hand_off_id)
            row = connection.execute(chosen).mappings().first()
        return HandOff.model_validate(dict(row)) if row else None

    def hand_offs(
        self,
        limit: int = 50,
        cursor: str | None = None,
        *,
        status: HandOffStatus | None = None,
        to: Team = "",
    ) -> Page[HandOff]:
        """Give one page of the hand-offs that fit, newest first."""
        chosen = select(hand_offs)
        if status:
            chosen = chosen.where(hand_offs.c.status == status)
        if to:
            chosen = chosen.where(hand_offs.c.to == to)
        return self.page(HandOff, chosen, hand_offs.c.id, limit, cursor)

    def change_hand_off(self, hand_off_id: str, change: HandOffChange) -> HandOff | None:
        """Change what is named of a hand-off; None where there is none."""
        values: dict[str, Any] = change.model_dump(exclude_none=True)
        if change.status:
            values["done_at"] = None if change.status == "open" else datetime.now(UTC)
        if values:
            with self.engine.begin() as connection:
                connection.execute(
                    update(hand_offs).where(hand_offs.c.id == hand_off_id).values(values)
                )
        return self.hand_off(hand_off_id)

    def delete_hand_off(self, hand_off_id: str) -> bool:
        """Take a hand-off away; False where there is none."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(hand_offs).where(hand_offs.c.id == hand_off_id))
        return done.rowcount == 1
