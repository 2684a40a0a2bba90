"""Examples in the database: replies that a person approved, found by the words of the comment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Delete, Float, String, column, delete, func, insert, select, values
from sqlalchemy.exc import IntegrityError

from server.schemas import SuggestionRequest
from server.store.database import Database
from server.store.tables import example_stems, feedback, suggestions


@dataclass(frozen=True)
class Example:
    """An approved reply to an earlier comment."""

    suggestion_id: str
    comment: str
    author: str
    reply: str
    approved_at: datetime


class Examples(Database):
    """What was said to like comments before."""

    def keep_example(self, suggestion_id: str, stems: Collection[str]) -> None:
        """Let the reply to a suggestion's comment be found by these beginnings of its words."""
        found = [{"stem": stem, "suggestion_id": suggestion_id} for stem in sorted(stems)]
        try:
            with self.engine.begin() as connection:
                connection.execute(_of(suggestion_id))
                if found:
                    connection.execute(insert(example_stems), found)
        except IntegrityError:
            return  # the suggestion was forgotten, or kept as an example, in the meantime

    def drop_example(self, suggestion_id: str) -> None:
        """Let a reply be found no more."""
        with self.engine.begin() as connection:
            connection.execute(_of(suggestion_id))

    def examples_with(
        self, weights: Mapping[str, float], brand_voice_id: str | None, limit: int
    ) -> list[Example]:
        """Give approved replies of a brand voice to comments that have some of these stems.

        Those come first whose stems weigh most, of equals the newest.
        """
        if not weights:
            return []
        wanted = (
            values(column("stem", String), column("weight", Float), name="wanted")
            .data(list(weights.items()))
            .cte()
        )
        best = (
            select(example_stems.c.suggestion_id)
            .join(wanted, wanted.c.stem == example_stems.c.stem)
            .join(suggestions, suggestions.c.id == example_stems.c.suggestion_id)
            .where(suggestions.c.brand_voice_id.is_not_distinct_from(brand_voice_id))
            .group_by(example_stems.c.suggestion_id)
            .order_by(func.sum(wanted.c.weight).desc(), example_stems.c.suggestion_id.desc())
            .limit(limit)
        )
        with self.engine.connect() as connection:
            ids = list(connection.execute(best).scalars())
            chosen = (
                select(suggestions.c.id, suggestions.c.request, feedback.c.text)
                .add_columns(feedback.c.created_at)
                .join(feedback, feedback.c.suggestion_id == suggestions.c.id)
                .where(suggestions.c.id.in_(ids))
            )
            found = {row[0]: _example(*row) for row in connection.execute(chosen)}
        return [found[id_] for id_ in ids if id_ in found]


def _of(suggestion_id: str) -> Delete:
    return delete(example_stems).where(example_stems.c.suggestion_id == suggestion_id)


def _example(id_: str, request: object, text: str, approved_at: datetime) -> Example:
    last = SuggestionRequest.model_validate(request).thread.comments[-1]
    return Example(id_, last.text, last.author, text, approved_at)
