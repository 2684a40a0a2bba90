"""Examples in the database: replies that a person approved, found by the words of the comment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from server.schemas import SuggestionRequest
from server.store.database import Database
from server.store.stems import having_stems, keep_stems
from server.store.tables import example_stems, feedback, suggestions


@dataclass(frozen=True)
class Example:
    """An approved reply to an earlier comment."""

    comment: str
    author: str
    reply: str
    approved_at: datetime


class Examples(Database):
    """What was said to like comments before."""

    def keep_example(self, suggestion_id: str, stems: Collection[str]) -> None:
        """Let the reply to a suggestion's comment be found by these stems, and by no other."""
        ours = example_stems.c.suggestion_id
        try:
            with self.engine.begin() as connection:
                connection.execute(delete(example_stems).where(ours == suggestion_id))
                keep_stems(connection, ours, suggestion_id, stems)
        except IntegrityError:
            return  # the suggestion was forgotten, or kept as an example, in the meantime

    def examples_with(
        self, weights: Mapping[str, float], brand_voice_id: str | None, limit: int
    ) -> list[Example]:
        """Give approved replies of a brand voice to comments that have some of these stems.

        Those come first whose stems weigh most, of equals the newest.
        """
        if not weights:
            return []
        best = (
            having_stems(example_stems.c.suggestion_id, weights)
            .join(suggestions, suggestions.c.id == example_stems.c.suggestion_id)
            .where(suggestions.c.brand_voice_id.is_not_distinct_from(brand_voice_id))
            .order_by(example_stems.c.suggestion_id.desc())
            .limit(limit)
        )
        with self.engine.connect() as connection:
            ids = list(connection.execute(best).scalars())
            if not ids:
                return []
            chosen = (
                select(suggestions.c.id, suggestions.c.request, feedback.c.text)
                .add_columns(feedback.c.created_at)
                .join(feedback, feedback.c.suggestion_id == suggestions.c.id)
                .where(suggestions.c.id.in_(ids))
            )
            found = {id_: _example(*rest) for id_, *rest in connection.execute(chosen)}
        return [found[id_] for id_ in ids if id_ in found]


def _example(request: object, text: str, approved_at: datetime) -> Example:
    last = SuggestionRequest.model_validate(request).thread.comments[-1]
    return Example(last.text, last.author, text, approved_at)
