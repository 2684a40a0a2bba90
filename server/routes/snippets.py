"""Snippets: the facts that the brand stands by."""

from flask import Blueprint, Response

from server.media import LINES
from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import Imported, Page, Snippet, SnippetInput, SnippetQuery

routes = Blueprint("snippets", __name__)


@operation(routes, "GET /v1/snippets", query=SnippetQuery, answer=Page[Snippet])
def list_snippets(query: SnippetQuery) -> Page[Snippet]:
    """List or search the snippets, newest first."""
    return store().snippets(
        query.limit,
        query.cursor,
        query=query.query,
        brand_voice_id=query.brand_voice_id,
        usable=query.usable,
    )


@operation(routes, "POST /v1/snippets", body=SnippetInput, answer=Snippet, status=201)
def add_snippet(body: SnippetInput) -> Snippet:
    """Add a snippet."""
    return store().add_snippet(body)


@operation(routes, "POST /v1/snippets/import", lines=SnippetInput, answer=Imported)
def import_snippets(lines: list[SnippetInput]) -> Imported:
    """Add the snippets of a file of JSON lines, all or none."""
    return Imported(count=len(store().add_snippets(lines)))


@operation(routes, "GET /v1/snippets/export", media=(LINES,))
def export_snippets() -> Response:
    """Give all snippets as JSON lines, in the form that import takes."""
    made_here = {"id", "created_at", "updated_at"}
    lines = (
        snippet.model_dump_json(exclude=made_here) + "\n" for snippet in store().all_snippets()
    )
    return Response("".join(lines), mimetype=LINES)


@operation(routes, "GET /v1/snippets/<id:snippet_id>", answer=Snippet)
def get_snippet(snippet_id: str) -> Snippet:
    """Give one snippet."""
    return found(store().snippet(snippet_id), "snippet", snippet_id)


@operation(routes, "PUT /v1/snippets/<id:snippet_id>", body=SnippetInput, answer=Snippet)
def replace_snippet(snippet_id: str, body: SnippetInput) -> Snippet:
    """Write a snippet anew."""
    return found(store().replace_snippet(snippet_id, body), "snippet", snippet_id)


@operation(routes, "DELETE /v1/snippets/<id:snippet_id>", status=204)
def delete_snippet(snippet_id: str) -> None:
    """Delete a snippet."""
    found(store().delete_snippet(snippet_id), "snippet", snippet_id)
