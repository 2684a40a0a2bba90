"""What was heard: the words of each suggestion and its comment, kept as they can be counted."""

import hashlib
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from models.guided.asked import asks
from models.guided.intents import ASKING
from models.guided.themes import themes
from server.schemas import Suggestion, SuggestionRequest, Thread
from server.store.tables import heard, heard_themes
from server.store.teammates import comment_hash


def hear(connection: Connection, suggestion: Suggestion, request: SuggestionRequest) -> None:
    """Keep what a new suggestion was made for; from now on it stands for its comment.

    A comment counts on the day on which it was first seen. Our own comments are nothing we hear.
    """
    thread = request.thread
    last = thread.comments[-1]
    if last.is_own:
        return
    hash_ = comment_hash(thread)
    same = heard.c.comment_hash == hash_
    first_seen = connection.execute(select(func.min(heard.c.seen_at)).where(same)).scalar()
    seen_at = first_seen or suggestion.created_at
    triage = suggestion.triage
    kept = {
        "suggestion_id": suggestion.id,
        "brand_voice_id": request.brand_voice_id,
        "comment_hash": hash_,
        "counts": True,
        "day": seen_at.date().toordinal(),
        "person": _person(thread, hash_),
        "platform": thread.platform,
        "author": last.author,
        "intent": triage.intent,
        "feeling": triage.feeling,
        "risk": triage.risk,
        "is_open_question": is_open_question(suggestion, last.text),
        "seen_at": seen_at,
        "written_at": last.posted_at,
        "made_at": suggestion.created_at,
        "url": thread.url,
        "comment": last.text,
        "draft": suggestion.text,
    }
    connection.execute(update(heard).where(same, heard.c.counts).values(counts=False))
    connection.execute(insert(heard).values(kept))
    rows: list[dict[str, Any]] = [
        {"suggestion_id": suggestion.id, "theme": theme.name, "is_ours": theme.is_ours}
        for theme in themes(last.text, triage.intent, thread.post)
    ]
    if rows:
        connection.execute(insert(heard_themes), rows)


def is_open_question(suggestion: Suggestion, comment: str) -> bool:
    """Say whether a comment asks something that no snippet answered in the draft."""
    if suggestion.triage.intent not in ASKING or not asks(comment):
        return False
    return not any(piece.ref.startswith("snip_") for piece in suggestion.evidence)


def count_another(connection: Connection, hash_: str) -> None:
    """Let the last suggestion that is left for a comment stand for it, and no other."""
    same = heard.c.comment_hash == hash_
    left = (
        select(heard.c.suggestion_id)
        .where(same)
        .order_by(heard.c.made_at.desc(), heard.c.suggestion_id)
        .limit(1)
    )
    last = connection.execute(left).scalar()
    connection.execute(update(heard).where(same).values(counts=heard.c.suggestion_id == last))


def _person(thread: Thread, hash_: str) -> str:
    """Name who wrote: the same for all that one person writes; nobody named is a person each."""
    author = thread.comments[-1].author
    named = "\0".join((thread.platform, author))
    return hashlib.sha256(named.encode()).hexdigest() if author else hash_
