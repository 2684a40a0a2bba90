"""The history in the database: what was drafted for which comment, and what became of it."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import or_, select, tuple_

from server.errors import Invalid
from server.schemas import FieldError, Outcome, Page, PastSuggestion, Platform
from server.store.database import Database
from server.store.tables import feedback, heard


class History(Database):
    """What was drafted, and what was posted in the end."""

    def history(
        self,
        limit: int = 50,
        cursor: str | None = None,
        *,
        query: str = "",
        platform: Platform | None = None,
        author: str = "",
        first: date | None = None,
        last: date | None = None,
        brand_voice_id: str | None = None,
        outcome: Outcome | None = None,
    ) -> Page[PastSuggestion]:
        """Give one page of the suggestions that fit, newest first. Raises Invalid for a cursor.

        All words of `query` stand in the comment, the draft or the reply, in any case; `author` is
        a part of the name.
        """
        chosen = select(
            heard.c.suggestion_id,
            heard.c.platform,
            heard.c.author,
            heard.c.url,
            heard.c.comment,
            heard.c.draft,
            feedback.c.outcome,
            feedback.c.text.label("reply"),
            feedback.c.human_share,
            heard.c.brand_voice_id,
            heard.c.intent,
            heard.c.made_at,
            feedback.c.created_at.label("decided_at"),
        ).join(feedback, feedback.c.suggestion_id == heard.c.suggestion_id, isouter=True)
        for word in query.split():
            texts = (heard.c.comment, heard.c.draft, feedback.c.text)
            chosen = chosen.where(or_(*(text.icontains(word, autoescape=True) for text in texts)))
        if author:
            chosen = chosen.where(heard.c.author.icontains(author, autoescape=True))
        if platform:
            chosen = chosen.where(heard.c.platform == platform)
        if brand_voice_id:
            chosen = chosen.where(heard.c.brand_voice_id == brand_voice_id)
        if outcome:
            chosen = chosen.where(feedback.c.outcome == outcome)
        if first:
            chosen = chosen.where(heard.c.made_at >= _midnight(first))
        if last:
            chosen = chosen.where(heard.c.made_at < _midnight(last) + timedelta(days=1))
        place = tuple_(heard.c.made_at, heard.c.suggestion_id)
        if cursor:
            chosen = chosen.where(place < tuple_(*_place(cursor)))
        chosen = chosen.order_by(heard.c.made_at.desc(), heard.c.suggestion_id.desc())
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.limit(limit + 1)).mappings().all()
        found = [
            PastSuggestion.model_validate(dict(row) | {"reply": row["reply"] or ""})
            for row in rows[:limit]
        ]
        more = len(rows) > limit
        return Page[PastSuggestion](data=found, next=_cursor(found[-1]) if more else None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _cursor(last: PastSuggestion) -> str:
    return f"{last.made_at.isoformat()} {last.suggestion_id}"


def _place(cursor: str) -> tuple[datetime, str]:
    moment, _, suggestion_id = cursor.partition(" ")
    try:
        return datetime.fromisoformat(moment).astimezone(UTC), suggestion_id
    except (ValueError, OverflowError) as error:
        detail = "is no cursor of ours; leave it out to begin with the newest"
        raise Invalid(
            f"cursor {detail}.", errors=(FieldError(pointer="?cursor", detail=detail),)
        ) from error
