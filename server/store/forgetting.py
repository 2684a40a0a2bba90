"""Forgetting: a person's words and name are taken out of threads where others were answered."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, update

from models.guided.phrases import first_name
from server.schemas import Platform, Suggestion, SuggestionRequest
from server.spans import utf16
from server.store.tables import feedback, hand_offs, heard, promises, suggestions

FORGOTTEN = "(forgotten)"
AT_A_TIME = 200  # rows
SHORTEST_NAME = 2  # characters
# What else is kept of a suggestion in words.
WORDS = (heard.c.comment, heard.c.draft, feedback.c.text, promises.c.quote, promises.c.what,
         hand_offs.c.note)  # fmt: skip


def words_of(connection: Connection, platform: Platform, author: str) -> Iterator[str]:
    """Yield every comment of a person that stands in a thread."""
    for _, thread in _threads(connection, platform):
        for comment in thread["comments"]:
            if comment["author"] == author:
                yield comment["text"]


def forget_in_threads(
    connection: Connection, platform: Platform, author: str, words: set[str]
) -> int:
    """Blank a person's comments and name in threads of others; give how many those are.

    A thread keeps its address, since it is theirs too.
    """
    touched = [
        id_
        for id_, thread in _threads(connection, platform)
        if any(comment["author"] == author for comment in thread["comments"])
        or any(text.strip() in words for text in thread.get("others", ()))
    ]
    for id_ in touched:
        _forget_in(connection, id_, author, words)
    return len(touched)


def _threads(connection: Connection, platform: Platform) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the id of each suggestion and its thread as it is stored."""
    chosen = select(suggestions.c.id, suggestions.c.request)
    rows = connection.execute(
        chosen.where(suggestions.c.platform == platform).execution_options(yield_per=AT_A_TIME)
    )
    for id_, request in rows:
        yield id_, request["thread"]


def _forget_in(connection: Connection, id_: str, author: str, words: set[str]) -> None:
    ours = suggestions.c.id == id_
    row = connection.execute(select(suggestions).where(ours)).mappings().one()
    names = _names(author)
    request = SuggestionRequest.model_validate(row["request"])
    thread = request.thread
    for comment in thread.comments:
        if comment.author == author:
            comment.author, comment.text, comment.id = "", FORGOTTEN, ""
        comment.text = _blanked(comment.text, names)
    thread.others = [_blanked(text, names) for text in thread.others if text.strip() not in words]
    for name in ("note", "draft", "instruction"):
        setattr(request, name, _blanked(getattr(request, name), names))
    suggestion = Suggestion.model_validate(row["suggestion"])
    for piece in suggestion.evidence:
        forgotten = any(piece.quote in text for text in words)
        piece.quote = "" if forgotten else _blanked(piece.quote, names)
    suggestion.text = _blanked(suggestion.text, names)
    for other in suggestion.alternatives:
        other.text = _blanked(other.text, names)
    if suggestion.hand_off:
        suggestion.hand_off.note = _blanked(suggestion.hand_off.note, names)
    changed = {
        "request": request.model_dump(mode="json"),
        "suggestion": suggestion.model_dump(mode="json"),
    }
    connection.execute(update(suggestions).where(ours).values(changed))
    for column in WORDS:
        theirs = column.table.c.suggestion_id == id_
        for text in connection.execute(select(column).where(theirs)).scalars().all():
            if (left := _blanked(text, names)) != text:
                same = theirs & (column == text)
                connection.execute(update(column.table).where(same).values({column: left}))


def _names(author: str) -> re.Pattern[str]:
    """Give what finds a person's name in a text: as it is shown, without its sign, or the first."""
    names = {author, author.lstrip("@"), author.removeprefix("u/"), first_name(author)}
    long = sorted((name for name in names if len(name) >= SHORTEST_NAME), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in long) or r"(?!)")


def _blanked(text: str, names: re.Pattern[str]) -> str:
    """Give a text without names, as long as it was: what is known of its sentences stays true."""
    return names.sub(lambda found: "_" * utf16(found[0], len(found[0])), text)
