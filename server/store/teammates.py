"""Teammates in the database: who else drafts a reply to a comment, or has answered it."""

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from urllib.parse import urlsplit

from sqlalchemy import RowMapping, select

from server.schemas import Teammate, Thread
from server.store.database import Database
from server.store.tables import devices, feedback, suggestions

DRAFTING_LASTS = timedelta(minutes=30)  # a draft that nothing became of by then was left
UNDECIDED = ("", "copied")  # no word of what became of a draft; about to be pasted
AT_ANY_ADDRESS = ("mastodon", "discourse", "wordpress")  # each server numbers for itself
UNNUMBERED = ("generic", "blog", "reviews", "forum")  # an id there is the page's alone


class Teammates(Database):
    """Who works on the same comment from another device."""

    def teammates(self, thread: Thread, device_id: str) -> list[Teammate]:
        """Give who else answered the last comment of a thread or drafts an answer, the last first.

        One entry a device: a reply that was posted counts for ever; a draft, and that a reply was
        taken back, for half an hour. What is tried on the desk is nobody's work.
        """
        chosen = (
            select(
                suggestions.c.device_id,
                devices.c.name,
                suggestions.c.created_at.label("began_at"),
                feedback.c.outcome,
                feedback.c.created_at.label("decided_at"),
            )
            .join(devices, devices.c.id == suggestions.c.device_id)
            .join(feedback, isouter=True)
            .where(suggestions.c.comment_hash == comment_hash(thread))
            .where(suggestions.c.device_id != device_id)
            .where(devices.c.kind != "desk")
            .order_by(suggestions.c.device_id, suggestions.c.created_at)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        found = (_teammate(list(theirs)) for _, theirs in groupby(rows, itemgetter("device_id")))
        return sorted(filter(None, found), key=lambda one: one.at, reverse=True)


def comment_hash(thread: Thread) -> str:
    """Name the comment that a thread ends with: the same for everybody who sees it on its site."""
    comment = thread.comments[-1]
    host = urlsplit(thread.url).netloc if thread.platform in AT_ANY_ADDRESS + UNNUMBERED else ""
    is_numbered = comment.id and thread.platform not in UNNUMBERED
    words = [comment.id] if is_numbered else [comment.author, " ".join(comment.text.split())]
    return hashlib.sha256("\0".join((thread.platform, host, *words)).encode()).hexdigest()


def _teammate(drafts: list[RowMapping]) -> Teammate | None:
    """Say what one device does with a comment, from its drafts in their order; None: nothing."""
    name = drafts[-1]["name"]
    posted = [draft["decided_at"] for draft in drafts if draft["outcome"] == "posted"]
    if posted:
        return Teammate(name=name, doing="posted", at=max(posted))
    since = datetime.now(UTC) - DRAFTING_LASTS
    dismissed = [d["decided_at"] for d in drafts if (d["outcome"] or "") not in UNDECIDED]
    begun = [
        draft["began_at"]
        for draft in drafts
        if draft["began_at"] > max([since, *dismissed]) and (draft["outcome"] or "") in UNDECIDED
    ]
    if begun:
        return Teammate(name=name, doing="drafting", at=begun[0])
    taken_back = [d["decided_at"] for d in drafts if d["outcome"] == "taken_back"]
    if max(taken_back, default=since) > since:
        return Teammate(name=name, doing="taken_back", at=max(taken_back))
    return None
