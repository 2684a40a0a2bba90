"""Suggestions in the database, and what became of them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from server.schemas import Feedback, Suggestion, SuggestionRequest, Thread
from server.store.database import Database
from server.store.heard import count_another, hear
from server.store.ids import id_of, new_id
from server.store.tables import feedback, suggestions
from server.store.teammates import comment_hash


class Suggestions(Database):
    """What was drafted, for what, and what was posted in the end."""

    def new_suggestion_id(self) -> str:
        """Give the id for a suggestion to come."""
        return new_id("sug")

    def suggestion_id_for(self, device_id: str, key: str) -> str:
        """Give the id of the suggestion that a device asks for under a key, each time the same."""
        return id_of("sug", device_id, key)

    def save_suggestion(
        self, suggestion: Suggestion, request: SuggestionRequest, device_id: str = ""
    ) -> Suggestion:
        """Keep a finished suggestion, the thread that it was made for, and the device that asked.

        Gives what is kept: where it was made twice, the one that was finished first.
        """
        new = self.put(suggestions).values(
            id=suggestion.id,
            brand_voice_id=request.brand_voice_id,
            platform=request.thread.platform,
            author=request.thread.comments[-1].author,
            request=request.model_dump(mode="json"),
            suggestion=_to_keep(suggestion),
            device_id=device_id,
            comment_hash=comment_hash(request.thread),
            created_at=suggestion.created_at,
        )
        with self.engine.begin() as connection:
            mine = new.on_conflict_do_nothing(index_elements=["id"]).returning(suggestions.c.id)
            if connection.execute(mine).first():
                hear(connection, suggestion, request)
                return suggestion
        return self.suggestion(suggestion.id) or suggestion

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        """Give a suggestion by its id."""
        query = select(suggestions.c.suggestion).where(suggestions.c.id == suggestion_id)
        with self.engine.connect() as connection:
            stored = connection.execute(query).scalar_one_or_none()
        return Suggestion.model_validate(stored) if stored else None

    def suggestion_request(self, suggestion_id: str) -> SuggestionRequest | None:
        """Give what a suggestion was asked for with."""
        query = select(suggestions.c.request).where(suggestions.c.id == suggestion_id)
        with self.engine.connect() as connection:
            stored = connection.execute(query).scalar_one_or_none()
        return SuggestionRequest.model_validate(stored) if stored else None

    def delete_suggestion(self, suggestion_id: str) -> bool:
        """Take a suggestion away with all that was said about it; False where there is none."""
        ours = suggestions.c.id == suggestion_id
        with self.engine.begin() as connection:
            about = select(suggestions.c.comment_hash).where(ours)
            hash_ = connection.execute(about).scalar_one_or_none()
            connection.execute(delete(suggestions).where(ours))
            count_another(connection, hash_ or "")
        return hash_ is not None

    def change_suggestion(self, suggestion: Suggestion) -> None:
        """Write a suggestion anew that was kept before."""
        ours = suggestions.c.id == suggestion.id
        with self.engine.begin() as connection:
            connection.execute(
                update(suggestions).where(ours).values(suggestion=_to_keep(suggestion))
            )

    def save_feedback(
        self, suggestion_id: str, given: Feedback, human_share: float | None = None
    ) -> bool:
        """Keep what became of a suggestion; False where there is no such suggestion.

        There is one record of each: the last word counts, but a copy of what was posted does not.
        """
        values = {
            "outcome": given.outcome,
            "text": given.text,
            "human_share": human_share,
            "created_at": datetime.now(UTC),
        }
        new = self.put(feedback).values(values | {"suggestion_id": suggestion_id})
        is_copy_of_posted = (feedback.c.outcome == "posted") & (new.excluded.outcome == "copied")
        kept = new.on_conflict_do_update(
            index_elements=[feedback.c.suggestion_id], set_=values, where=~is_copy_of_posted
        )
        try:
            with self.engine.begin() as connection:
                connection.execute(kept)
        except IntegrityError:
            return False
        return True

    def last_shares(self, limit: int = 20) -> list[float]:
        """Give the human share of the last posted replies, the newest first."""
        query = (
            select(feedback.c.human_share)
            .where(feedback.c.outcome == "posted", feedback.c.human_share.is_not(None))
            .order_by(feedback.c.created_at.desc(), feedback.c.id.desc())
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def recent_replies(
        self, platform: str, limit: int = 20, besides: Thread | None = None
    ) -> list[str]:
        """Give the last texts posted on a platform, newest first, but not to one comment."""
        here = comment_hash(besides) if besides else None
        query = (
            select(feedback.c.text)
            .join(suggestions, suggestions.c.id == feedback.c.suggestion_id)
            .where(suggestions.c.platform == platform)
            .where(feedback.c.outcome == "posted")
            .where(feedback.c.text != "")
            .where(suggestions.c.comment_hash.is_distinct_from(here))
            .order_by(feedback.c.created_at.desc(), feedback.c.id.desc())
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return list(connection.execute(query).scalars())


def _to_keep(suggestion: Suggestion) -> dict[str, Any]:
    """Give a suggestion without what is true at the moment of asking alone."""
    return suggestion.model_dump(mode="json", exclude={"teammates"})
