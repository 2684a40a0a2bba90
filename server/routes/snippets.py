"""Snippets: the facts that the brand stands by."""

from flask import Blueprint, Response

from server import snippet_files
from server.importing import take_in, voices_as_named
from server.media import CSV, LINES
from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import (
    Page,
    Snippet,
    SnippetExportQuery,
    SnippetImportQuery,
    SnippetInput,
    SnippetQuery,
    SnippetsImport,
)

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


@operation(
    routes,
    "POST /v1/snippets/import",
    files=(CSV, LINES),
    query=SnippetImportQuery,
    answer=SnippetsImport,
)
def import_snippets(kind: str, text: str, query: SnippetImportQuery) -> SnippetsImport:
    """Say what a file would change; told what was seen of that, change it, all or nothing."""
    return take_in(snippet_files.read(kind, text), query.seen, store())


@operation(routes, "GET /v1/snippets/export", query=SnippetExportQuery, media=(LINES, CSV))
def export_snippets(query: SnippetExportQuery) -> Response:
    """Give all snippets as a file that import takes."""
    voices = voices_as_named(store())
    if query.format == "csv":
        return Response(snippet_files.as_table(store().all_snippets(), voices), mimetype=CSV)
    return Response(snippet_files.as_lines(store().all_snippets(), voices), mimetype=LINES)


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
