"""Deriving: what is worked out from what was kept before there were tables for it."""

from sqlalchemy import Connection, select

from models.guided.facts import rare_stems, word_stems
from server.schemas import Suggestion, SuggestionRequest
from server.store.heard import hear
from server.store.stems import keep_stems
from server.store.tables import example_stems, feedback, heard, snippet_stems, snippets, suggestions

APPROVED = ("posted", "copied")


def derive(connection: Connection) -> None:
    """Work out the stems and what was heard of all that has none yet."""
    _find_snippets(connection)
    _find_examples(connection)
    _hear_suggestions(connection)


def _find_snippets(connection: Connection) -> None:
    ids = snippet_stems.c.snippet_id
    without = select(snippets.c.id, snippets.c.text).where(snippets.c.id.not_in(select(ids)))
    for id_, text in connection.execute(without).all():
        keep_stems(connection, ids, id_, word_stems(text))


def _find_examples(connection: Connection) -> None:
    ids = example_stems.c.suggestion_id
    without = (
        select(suggestions.c.id, suggestions.c.request)
        .join(feedback, feedback.c.suggestion_id == suggestions.c.id)
        .where(feedback.c.outcome.in_(APPROVED), feedback.c.text != "")
        .where(suggestions.c.id.not_in(select(ids)))
    )
    for id_, request in connection.execute(without).all():
        keep_stems(connection, ids, id_, rare_stems(request["thread"]["comments"][-1]["text"]))


def _hear_suggestions(connection: Connection) -> None:
    """Hear suggestions in the order in which they were made: the last one of a comment counts."""
    without = (
        select(suggestions.c.id)
        .where(suggestions.c.id.not_in(select(heard.c.suggestion_id)))
        .order_by(suggestions.c.created_at)
    )
    kept = select(suggestions.c.suggestion, suggestions.c.request)
    for id_ in connection.execute(without).scalars().all():
        made, asked = connection.execute(kept.where(suggestions.c.id == id_)).one()
        hear(connection, Suggestion.model_validate(made), SuggestionRequest.model_validate(asked))
