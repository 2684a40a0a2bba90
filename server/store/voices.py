"""Brand voices in the database."""

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update

from server.schemas import BrandVoice, BrandVoiceInput, Page
from server.store.database import Database
from server.store.ids import new_id
from server.store.tables import brand_voices


class Voices(Database):
    """How each brand speaks."""

    def add_brand_voice(self, voice: BrandVoiceInput) -> BrandVoice:
        """Store a new brand voice."""
        now = datetime.now(UTC)
        stored = BrandVoice(id=new_id("bv"), created_at=now, updated_at=now, **voice.model_dump())
        with self.engine.begin() as connection:
            connection.execute(insert(brand_voices).values(stored.model_dump()))
        return stored

    def brand_voice(self, voice_id: str) -> BrandVoice | None:
        """Give a brand voice by its id."""
        query = select(brand_voices).where(brand_voices.c.id == voice_id)
        with self.engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return BrandVoice.model_validate(dict(row)) if row else None

    def brand_voices(self, limit: int = 50, cursor: str | None = None) -> Page[BrandVoice]:
        """Give one page of the brand voices."""
        return self.page(BrandVoice, select(brand_voices), brand_voices.c.id, limit, cursor)

    def voice_names(self) -> list[tuple[str, str]]:
        """Give name and id of every brand voice."""
        chosen = select(brand_voices.c.name, brand_voices.c.id)
        with self.engine.connect() as connection:
            return [(row.name, row.id) for row in connection.execute(chosen)]

    def replace_brand_voice(self, voice_id: str, voice: BrandVoiceInput) -> BrandVoice | None:
        """Write a brand voice anew; None where there is none."""
        values = voice.model_dump() | {"updated_at": datetime.now(UTC)}
        with self.engine.begin() as connection:
            connection.execute(
                update(brand_voices).where(brand_voices.c.id == voice_id).values(values)
            )
        return self.brand_voice(voice_id)

    def switch_check(self, voice_id: str, check: str, is_on: bool) -> BrandVoice | None:
        """Switch one check of a brand voice on or off; None where there is no such voice."""
        ours = brand_voices.c.id == voice_id
        with self.writing(select(brand_voices.c.id).where(ours)) as connection:
            stored = connection.execute(select(brand_voices.c.checks_off).where(ours))
            off = [name for name in stored.scalar_one_or_none() or [] if name != check]
            values = {
                "checks_off": off if is_on else [*off, check],
                "updated_at": datetime.now(UTC),
            }
            connection.execute(update(brand_voices).where(ours).values(values))
        return self.brand_voice(voice_id)

    def delete_brand_voice(self, voice_id: str) -> bool:
        """Take a brand voice away, with the snippets that only it uses."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(brand_voices).where(brand_voices.c.id == voice_id))
        return done.rowcount == 1
