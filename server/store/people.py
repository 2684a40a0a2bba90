"""People in the database: what was said with one before, and how one is forgotten."""

from typing import Any

from sqlalchemy import delete, func, select

from server.schemas import Exchange, HandOff, Platform, SuggestionRequest
from server.store.database import Database
from server.store.forgetting import forget_in_threads, words_of
from server.store.tables import feedback, hand_offs, overrules, promises, suggestions

EXCHANGED = ("posted", "copied", "handed_over")


class People(Database):
    """Who wrote to us, across suggestions, promises, hand-offs and overruled triage."""

    def exchanges(self, platform: Platform, author: str, limit: int) -> tuple[list[Exchange], int]:
        """Give the last exchanges with a person, newest first, and how many there are in all."""
        theirs = (
            (suggestions.c.platform == platform)
            & (suggestions.c.author == author)
            & feedback.c.outcome.in_(EXCHANGED)
        )
        joined = suggestions.join(feedback)
        # The last ones are found first, so that no other thread is read.
        last = (
            select(suggestions.c.id)
            .select_from(joined)
            .where(theirs)
            .order_by(feedback.c.created_at.desc(), suggestions.c.id.desc())
            .limit(limit)
        )
        chosen = (
            select(
                suggestions.c.id,
                suggestions.c.request,
                feedback.c.text,
                feedback.c.outcome,
                feedback.c.created_at,
            )
            .select_from(joined)
            .where(suggestions.c.id.in_(last))
            .order_by(feedback.c.created_at.desc(), suggestions.c.id.desc())
        )
        with self.engine.connect() as connection:
            rows = connection.execute(chosen).all()
            count = connection.execute(
                select(func.count()).select_from(joined).where(theirs)
            ).scalar_one()
        return [_exchange(*row) for row in rows], count

    def hand_offs_of(self, platform: Platform, author: str, limit: int = 50) -> list[HandOff]:
        """Give what was passed on of a person's comments, newest first."""
        theirs = (hand_offs.c.platform == platform) & (hand_offs.c.author == author)
        chosen = select(hand_offs).where(theirs).order_by(hand_offs.c.id.desc()).limit(limit)
        with self.engine.connect() as connection:
            return [
                HandOff.model_validate(dict(row)) for row in connection.execute(chosen).mappings()
            ]

    def people(self, limit: int = 200) -> list[tuple[Platform, str, int]]:
        """Give platform, name and number of drafts of those who wrote to us, the last first."""
        chosen = (
            select(suggestions.c.platform, suggestions.c.author, func.count())
            .where(suggestions.c.author != "")
            .group_by(suggestions.c.platform, suggestions.c.author)
            .order_by(func.max(suggestions.c.created_at).desc())
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(chosen)]

    def forget(self, platform: Platform, author: str) -> bool:
        """Take away all that a person wrote and all that is kept of them; False for nothing."""
        with self.engine.begin() as connection:
            words = set(words_of(connection, platform, author))
            gone = 0
            for table in (promises, hand_offs, overrules, suggestions):
                theirs = (table.c.platform == platform) & (table.c.author == author)
                gone += connection.execute(delete(table).where(theirs)).rowcount
            gone += forget_in_threads(connection, platform, author, words)
        return gone > 0


def _exchange(suggestion_id: str, request: Any, text: str, outcome: Any, at: Any) -> Exchange:
    thread = SuggestionRequest.model_validate(request).thread
    return Exchange(
        suggestion_id=suggestion_id,
        url=thread.url,
        comment=thread.comments[-1].text,
        reply=text,
        outcome=outcome,
        at=at,
    )
