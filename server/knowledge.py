"""Knowledge: the snippets that fit a comment."""

from collections.abc import Collection, Sequence

from models.guided.facts import search_weights
from models.guided.search import index_of
from server.checks.case import Fact
from server.schemas import Snippet
from server.store import Store

MOST = 4  # the model was trained with up to four facts
MOST_COMPARED = 2000  # where there are more, they are searched for by their words first
MOST_BY_WORDS = 100


def fitting(
    store: Store,
    brand_voice_id: str | None,
    comment: str,
    post: str = "",
    left_out: Collection[str] = (),
) -> list[Fact]:
    """Give the snippets that come nearest to the comment and its post, best first."""
    texts = store.snippet_texts(brand_voice_id, MOST_COMPARED + 1)
    if len(texts) > MOST_COMPARED:
        weights = search_weights(comment, post)
        heaviest = store.snippets_with(weights, brand_voice_id, MOST_BY_WORDS)
        texts = {snippet.id: snippet.text for snippet in heaviest}
    if not texts or not comment.strip():
        return []
    ids = list(texts)
    places = index_of(tuple(texts.values())).best(comment, post, MOST + len(left_out))
    nearest = [ids[at] for at in places if ids[at] not in left_out]
    return named(store, brand_voice_id, nearest[:MOST])


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
