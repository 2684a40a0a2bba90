"""What was heard in the comments that were read so far, for listening and the history."""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from models.guided.asked import asks
from models.guided.intents import ASKING
from models.guided.themes import themes

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text, nullable=False)


def upgrade() -> None:
    """Keep the words of each suggestion and its comment, and what the comment is about."""
    heard = op.create_table(
        "heard",
        sa.Column(
            "suggestion_id",
            sa.String(40),
            sa.ForeignKey("suggestions.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "brand_voice_id", sa.String(40), sa.ForeignKey("brand_voices.id", ondelete="SET NULL")
        ),
        _text("comment_hash", 64),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        _text("person", 64),
        _text("platform", 40),
        _text("author", 200),
        _text("intent", 20),
        _text("feeling", 20),
        _text("risk", 20),
        sa.Column("is_open_question", sa.Boolean, nullable=False),
        _moment("seen_at"),
        _moment("written_at", nullable=True),
        _moment("made_at"),
        _text("url"),
        _text("comment"),
        _text("draft"),
    )
    heard_themes = op.create_table(
        "heard_themes",
        sa.Column(
            "suggestion_id",
            sa.String(40),
            sa.ForeignKey("heard.suggestion_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("theme", sa.String(100), primary_key=True),
        sa.Column("is_ours", sa.Boolean, nullable=False),
    )
    op.create_index("heard_by_day", "heard", ["counts", "day"])
    op.create_index("heard_by_moment", "heard", ["made_at", "suggestion_id"])
    op.create_index("ix_heard_comment_hash", "heard", ["comment_hash"])
    op.create_index("ix_heard_brand_voice_id", "heard", ["brand_voice_id"])
    _hear_all(heard, heard_themes)


def _hear_all(heard: sa.Table, heard_themes: sa.Table) -> None:
    """Hear the suggestions that are there already; the last one of a comment counts."""
    connection = op.get_bind()
    made = sa.table(
        "suggestions",
        *(sa.column(name) for name in ("id", "brand_voice_id", "platform", "author")),
        *(sa.column(name, sa.JSON) for name in ("request", "suggestion")),
        sa.column("comment_hash"),
        sa.column("created_at", sa.DateTime(timezone=True)),
    )
    ids = connection.execute(sa.select(made.c.id).order_by(made.c.created_at)).scalars().all()
    first_seen: dict[str, datetime] = {}
    for id_ in ids:
        row = connection.execute(sa.select(made).where(made.c.id == id_)).one()
        thread, triage = row.request["thread"], row.suggestion["triage"]
        last = thread["comments"][-1]
        if last.get("is_own"):
            continue
        hash_ = row.comment_hash or _hash(id_)
        seen_at = first_seen.setdefault(hash_, row.created_at)
        written_at = last.get("posted_at")
        refs = [piece["ref"] for piece in row.suggestion.get("evidence", ())]
        is_open = not any(ref.startswith("snip_") for ref in refs) and asks(last["text"])
        same = heard.c.comment_hash == hash_
        connection.execute(sa.update(heard).where(same).values(counts=False))
        connection.execute(
            sa.insert(heard).values(
                suggestion_id=id_,
                brand_voice_id=row.brand_voice_id,
                comment_hash=hash_,
                counts=True,
                day=seen_at.date().toordinal(),
                person=_hash(row.platform, row.author) if row.author else hash_,
                platform=row.platform,
                author=row.author,
                intent=triage["intent"],
                feeling=triage["feeling"],
                risk=triage["risk"],
                is_open_question=triage["intent"] in ASKING and is_open,
                seen_at=seen_at,
                written_at=datetime.fromisoformat(written_at) if written_at else None,
                made_at=row.created_at,
                url=thread.get("url", ""),
                comment=last["text"],
                draft=row.suggestion.get("text", ""),
            )
        )
        about = themes(last["text"], triage["intent"], thread.get("post", ""))
        rows = [
            {"suggestion_id": id_, "theme": theme.name, "is_ours": theme.is_ours} for theme in about
        ]
        if rows:
            op.bulk_insert(heard_themes, rows)


def _hash(*named: str) -> str:
    return hashlib.sha256("\0".join(named).encode()).hexdigest()


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("heard_themes")
    op.drop_table("heard")
