"""Tone presets in the database: the five that the model knows, and those that people add."""

import re

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.errors import Conflict
from server.schemas import Tone, ToneInput
from server.store.database import Database
from server.store.tables import tones


class Tones(Database):
    """The manners that a draft may have."""

    def tones(self, *, enabled_only: bool = False) -> list[Tone]:
        """Give the tones in the order that people put them in."""
        query = select(tones).order_by(tones.c.position, tones.c.id)
        if enabled_only:
            query = query.where(tones.c.enabled)
        with self.engine.connect() as connection:
            return [Tone.model_validate(dict(row)) for row in connection.execute(query).mappings()]

    def tone(self, tone_id: str) -> Tone | None:
        """Give a tone by its id."""
        with self.engine.connect() as connection:
            row = connection.execute(select(tones).where(tones.c.id == tone_id)).mappings().first()
        return Tone.model_validate(dict(row)) if row else None

    def add_tone(self, tone: ToneInput) -> Tone:
        """Store a new tone; its id is made from its name."""
        id_ = re.sub(r"[^a-z0-9]+", "-", tone.name.lower()).strip("-")[:100]
        if not id_:
            raise Conflict("A tone's name needs a letter from a to z or a digit; choose another.")
        stored = Tone(id=id_, is_preset=False, **tone.model_dump())
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(tones).values(stored.model_dump()))
        except IntegrityError as error:
            raise Conflict(f"There is a tone {id_} already; choose another name.") from error
        return stored

    def replace_tone(self, tone_id: str, tone: ToneInput) -> Tone | None:
        """Write a tone anew: its name, its place, whether it is on; None where there is none."""
        with self.engine.begin() as connection:
            connection.execute(update(tones).where(tones.c.id == tone_id).values(tone.model_dump()))
            _see_one_is_on(connection)
        return self.tone(tone_id)

    def delete_tone(self, tone_id: str) -> bool:
        """Take an added tone away; False where there is none. Presets are switched off instead."""
        with self.engine.begin() as connection:
            row = connection.execute(select(tones).where(tones.c.id == tone_id)).mappings().first()
            if row is None:
                return False
            if row["is_preset"]:
                raise Conflict(f"{row['name']} is a preset; switch it off instead.")
            connection.execute(delete(tones).where(tones.c.id == tone_id))
            _see_one_is_on(connection)
        return True


def _see_one_is_on(connection: Connection) -> None:
    if not connection.execute(select(tones.c.id).where(tones.c.enabled)).first():
        raise Conflict("This is the last tone that is on; switch another one on first.")
