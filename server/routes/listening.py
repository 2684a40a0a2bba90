"""Listening: what people told us, and what of it is passed on."""

from flask import Blueprint, Response

from server.listening import export
from server.listening.listen import listen
from server.media import CSV, MARKDOWN
from server.operations import operation
from server.parts import store
from server.schemas import Listening, ListeningExportQuery, ListeningQuery

routes = Blueprint("listening", __name__)


@operation(routes, "GET /v1/listening", query=ListeningQuery, answer=Listening)
def get_listening(query: ListeningQuery) -> Listening:
    """Give what people told us in some days, each person counted once for each theme."""
    return listen(query, store())


@operation(routes, "GET /v1/listening/export", query=ListeningExportQuery, media=(CSV, MARKDOWN))
def export_listening(query: ListeningExportQuery) -> Response:
    """Give it as a table or as a text to pass on, without names unless they are asked for."""
    told = listen(query, store())
    if query.format == "markdown":
        return Response(export.markdown(told), mimetype=MARKDOWN)
    return Response(export.table(told), mimetype=CSV)
