"""Overruled triage in the database: what a person chose to do with a comment instead."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import delete, select

from server.schemas import Action, Comment, Overrule, Platform, Team, Triage
from server.store.database import Database
from server.store.tables import overrules


class Overrules(Database):
    """Choices that triage had not advised, by comment."""

    def overrule(
        self,
        platform: Platform,
        comment: Comment,
        *,
        advised: Triage,
        action: Action,
        hand_over_to: Team,
    ) -> None:
        """Keep what a person chose; choosing what was advised takes the choice back."""
        key = _hash(platform, comment)
        values = {
            "advised": advised.model_dump(mode="json"),
            "action": action,
            "hand_over_to": hand_over_to,
            "created_at": datetime.now(UTC),
        }
        new = {
            "comment_hash": key,
            "platform": platform,
            "author": comment.author,
            "comment": comment.text,
        }
        kept = self.put(overrules).values(values | new)
        with self.engine.begin() as connection:
            if (action, hand_over_to) == (advised.action, advised.hand_over_to):
                connection.execute(delete(overrules).where(overrules.c.comment_hash == key))
            else:
                connection.execute(
                    kept.on_conflict_do_update(
                        index_elements=[overrules.c.comment_hash], set_=values
                    )
                )

    def overruled(self, platform: Platform, comment: Comment) -> Overrule | None:
        """Give what a person chose to do with this very comment, if triage was overruled."""
        columns = (overrules.c.action, overrules.c.hand_over_to, overrules.c.advised)
        chosen = select(*columns).where(overrules.c.comment_hash == _hash(platform, comment))
        with self.engine.connect() as connection:
            row = connection.execute(chosen).mappings().first()
        return Overrule.model_validate(dict(row)) if row else None


def _hash(platform: Platform, comment: Comment) -> str:
    named = "\0".join((platform, comment.author, comment.text))
    return hashlib.sha256(named.encode()).hexdigest()
