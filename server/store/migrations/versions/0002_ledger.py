"""Promises, hand-offs and overruled triage; one record of what became of a suggestion."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEEP_ONE_FEEDBACK = """
DELETE FROM feedback WHERE id NOT IN (
    SELECT COALESCE(MAX(CASE WHEN outcome = 'posted' THEN id END), MAX(id))
    FROM feedback GROUP BY suggestion_id
)
"""


def _about_a_person() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column(
            "suggestion_id",
            sa.String(40),
            sa.ForeignKey("suggestions.id", ondelete="SET NULL"),
            index=True,
        ),
        sa.Column(
            "brand_voice_id",
            sa.String(40),
            sa.ForeignKey("brand_voices.id", ondelete="SET NULL"),
            index=True,
        ),
        sa.Column("platform", sa.String(40), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("status", sa.String(20), nullable=False, index=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
    ]


def upgrade() -> None:
    """Make the tables; of several records of one suggestion's fate the last is kept."""
    op.create_table(
        "promises",
        *_about_a_person(),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), index=True),
        sa.Column("due_said", sa.String(200), nullable=False),
        sa.Column("time_zone", sa.String(100), nullable=False),
    )
    op.create_index("promises_by_person", "promises", ["platform", "author"])
    op.create_table(
        "hand_offs",
        *_about_a_person(),
        sa.Column("to", sa.String(20), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_index("hand_offs_by_person", "hand_offs", ["platform", "author"])
    op.create_table(
        "triage_overrules",
        sa.Column("comment_hash", sa.String(64), primary_key=True),
        sa.Column("platform", sa.String(40), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("advised", sa.JSON, nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("hand_over_to", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("overrules_by_person", "triage_overrules", ["platform", "author"])
    op.execute(KEEP_ONE_FEEDBACK)
    op.add_column("feedback", sa.Column("human_share", sa.Float))
    op.drop_index("ix_feedback_suggestion_id", "feedback")
    op.create_index("ix_feedback_suggestion_id", "feedback", ["suggestion_id"], unique=True)
    op.add_column(
        "brand_voices", sa.Column("locale", sa.String(20), nullable=False, server_default="")
    )
    op.add_column("brand_voices", sa.Column("disclosure", sa.JSON))


def downgrade() -> None:
    """Take the tables and columns away again."""
    op.drop_column("brand_voices", "disclosure")
    op.drop_column("brand_voices", "locale")
    op.drop_index("ix_feedback_suggestion_id", "feedback")
    op.create_index("ix_feedback_suggestion_id", "feedback", ["suggestion_id"])
    op.drop_column("feedback", "human_share")
    for table in ("triage_overrules", "hand_offs", "promises"):
        op.drop_table(table)
