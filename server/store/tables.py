"""The tables, as SQLAlchemy Core sees them; the migrations make them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the time zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn what is written into UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Mark what is read as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

devices = Table(
    "devices",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("last_seen_at", Moment),
    Column("drafts_full_at", Double, nullable=False, server_default="0"),
)

# Pairing codes and one-time links: what lets a browser in, once.
keys = Table(
    "keys",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("tries_left", Integer, nullable=False),
)

tones = Table(
    "tones",
    metadata,
    Column("id", String(100), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("description", String(200), nullable=False),
    Column("emoji", Integer, nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("is_preset", Boolean, nullable=False),
)

brand_voices = Table(
    "brand_voices",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("what", String(200), nullable=False),
    Column("voice", String(200), nullable=False),
    Column("guidelines", JSON, nullable=False),
    Column("preferred_terms", JSON, nullable=False),
    Column("banned_terms", JSON, nullable=False),
    Column("checks_off", JSON, nullable=False),
    Column("locale", String(20), nullable=False),
    Column("disclosure", JSON),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

snippets = Table(
    "snippets",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("text", Text, nullable=False),
    Column("brand_voice_id", ForeignKey("brand_voices.id", ondelete="CASCADE"), index=True),
    Column("source", String(200), nullable=False),
    Column("url", Text),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# The beginnings of the words of each snippet, by which those that fit a comment are found.
snippet_stems = Table(
    "snippet_stems",
    metadata,
    Column("stem", String(5), primary_key=True),
    Column("snippet_id", ForeignKey("snippets.id", ondelete="CASCADE"), primary_key=True),
    Index("stems_by_snippet", "snippet_id"),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("brand_voice_id", ForeignKey("brand_voices.id", ondelete="SET NULL"), index=True),
    Column("platform", String(40), nullable=False),
    Column("author", String(200), nullable=False),
    Column("request", JSON, nullable=False),
    Column("suggestion", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    # No reference: a device that is shut out takes no suggestion with it.
    Column("device_id", String(40), nullable=False, server_default=""),
    Column("comment_hash", String(64), nullable=False, server_default="", index=True),
    Index("suggestions_by_person", "platform", "author", "created_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "suggestion_id",
        ForeignKey("suggestions.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
        unique=True,
    ),
    Column("outcome", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("human_share", Float),
    Column("created_at", Moment, nullable=False),
    Index("feedback_by_moment", "outcome", "created_at", "id"),
)

# The beginnings of the rare words of a comment, by which the approved reply to it is found.
example_stems = Table(
    "example_stems",
    metadata,
    Column("stem", String(5), primary_key=True),
    Column("suggestion_id", ForeignKey("suggestions.id", ondelete="CASCADE"), primary_key=True),
    Index("stems_by_example", "suggestion_id"),
)

# The words of a suggestion, and of the comment that it was made for: what listening counts and the
# history is searched by. `counts` marks the last one of each comment.
heard = Table(
    "heard",
    metadata,
    Column("suggestion_id", ForeignKey("suggestions.id", ondelete="CASCADE"), primary_key=True),
    Column("brand_voice_id", ForeignKey("brand_voices.id", ondelete="SET NULL"), index=True),
    Column("comment_hash", String(64), nullable=False, index=True),
    Column("counts", Boolean, nullable=False),
    Column("day", Integer, nullable=False),  # when the comment was first seen, from 0001-01-01 on
    Column("person", String(64), nullable=False),
    Column("platform", String(40), nullable=False),
    Column("author", String(200), nullable=False),
    Column("intent", String(20), nullable=False),
    Column("feeling", String(20), nullable=False),
    Column("risk", String(20), nullable=False),
    Column("is_open_question", Boolean, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("written_at", Moment),
    Column("made_at", Moment, nullable=False),
    Column("url", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("draft", Text, nullable=False),
    Index("heard_by_day", "counts", "day"),
    Index("heard_by_moment", "made_at", "suggestion_id"),
)

# What each comment is about.
heard_themes = Table(
    "heard_themes",
    metadata,
    Column(
        "suggestion_id", ForeignKey("heard.suggestion_id", ondelete="CASCADE"), primary_key=True
    ),
    Column("theme", String(100), primary_key=True),
    Column("is_ours", Boolean, nullable=False),
)

# What a person chose to do with a comment, where triage advised something else.
overrules = Table(
    "triage_overrules",
    metadata,
    Column("comment_hash", String(64), primary_key=True),
    Column("platform", String(40), nullable=False),
    Column("author", String(200), nullable=False),
    Column("comment", Text, nullable=False),
    Column("advised", JSON, nullable=False),
    Column("action", String(20), nullable=False),
    Column("hand_over_to", String(20), nullable=False),
    Column("created_at", Moment, nullable=False),
    Index("overrules_by_person", "platform", "author"),
)


def _about_a_person() -> list[Column[Any]]:
    """Give the columns of what is kept about one person, and where it came from."""
    return [
        Column("id", String(40), primary_key=True),
        Column("suggestion_id", ForeignKey("suggestions.id", ondelete="SET NULL"), index=True),
        Column("brand_voice_id", ForeignKey("brand_voices.id", ondelete="SET NULL"), index=True),
        Column("platform", String(40), nullable=False),
        Column("author", String(200), nullable=False),
        Column("url", Text, nullable=False),
        Column("status", String(20), nullable=False, index=True),
        Column("created_at", Moment, nullable=False),
        Column("done_at", Moment),
    ]


promises = Table(
    "promises",
    metadata,
    *_about_a_person(),
    Column("quote", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("who", String(200), nullable=False),
    Column("due", Moment, index=True),
    Column("due_said", String(200), nullable=False),
    Column("time_zone", String(100), nullable=False),
    Index("promises_by_person", "platform", "author"),
)

hand_offs = Table(
    "hand_offs",
    metadata,
    *_about_a_person(),
    Column("to", String(20), nullable=False),
    Column("note", Text, nullable=False),
    Index("hand_offs_by_person", "platform", "author"),
)
