"""Knowledge: the snippets that fit a comment."""

from collections.abc import Sequence

from models.guided.facts import overlap
from server.checks.case import Fact
from server.schemas import Snippet

MOST = 4  # the model was trained with up to four facts


def fitting(snippets: Sequence[Snippet], comment: str, post: str = "") -> list[Fact]:
    """Give the snippets that share rare words with the comment or its post, best first."""
    scored = [
        (overlap(comment, snippet.text) + 0.3 * overlap(post, snippet.text), snippet)
        for snippet in snippets
    ]
    best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])[:MOST]
    return [Fact(snippet.id, snippet.text, source_of(snippet)) for _, snippet in best]


def source_of(snippet: Snippet) -> str:
    """Give where a snippet is from and since when, as people read it."""
    since = snippet.valid_from or snippet.updated_at.date()
    return ", ".join(part for part in (snippet.source, f"{since.day} {since:%B %Y}") if part)
