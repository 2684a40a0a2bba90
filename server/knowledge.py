"""Knowledge: the snippets that fit a comment."""

from collections.abc import Collection, Sequence

from models.guided.facts import search_weights
from server.checks.case import Fact
from server.schemas import Snippet
from server.store import Store

MOST = 4  # the model was trained with up to four facts


def fitting(
    store: Store,
    brand_voice_id: str | None,
    comment: str,
    post: str = "",
    left_out: Collection[str] = (),
) -> list[Fact]:
    """Give the snippets that share rare words with the comment or its post, best first."""
    weights = search_weights(comment, post)
    found = store.snippets_with(weights, brand_voice_id, MOST, left_out=left_out)
    return [_fact(snippet) for snippet in found]


def named(store: Store, brand_voice_id: str | None, ids: Sequence[str]) -> list[Fact]:
    """Give the snippets of these ids that the brand may use today, in their order."""
    there = {snippet.id: snippet for snippet in store.usable_snippets(ids, brand_voice_id)}
    return [_fact(there[id_]) for id_ in dict.fromkeys(ids) if id_ in there]


def _fact(snippet: Snippet) -> Fact:
    return Fact(snippet.id, snippet.text, source_of(snippet))


def source_of(snippet: Snippet) -> str:
    """Give where a snippet is from and since when, as people read it."""
    since = snippet.valid_from or snippet.updated_at.date()
    return ", ".join(part for part in (snippet.source, f"{since.day} {since:%B %Y}") if part)
