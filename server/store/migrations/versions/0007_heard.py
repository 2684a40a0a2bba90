"""What was heard in the comments that were read so far, for listening and the history."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

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
    op.create_table(
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
    op.create_table(
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


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("heard_themes")
    op.drop_table("heard")
