"""What keeps drafts quick where there are thousands of snippets, replies and people."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PERSON = ["platform", "author"]


def upgrade() -> None:
    """Find snippets by their words, posted replies and people by their moment."""
    op.create_table(
        "snippet_stems",
        sa.Column("stem", sa.String(5), primary_key=True),
        sa.Column(
            "snippet_id",
            sa.String(40),
            sa.ForeignKey("snippets.id", ondelete="CASCADE"),
            primary_key=True,
        ),
    )
    op.create_index("stems_by_snippet", "snippet_stems", ["snippet_id"])
    op.create_index("feedback_by_moment", "feedback", ["outcome", "created_at", "id"])
    op.drop_index("suggestions_by_person", "suggestions")
    op.create_index("suggestions_by_person", "suggestions", [*PERSON, "created_at"])


def downgrade() -> None:
    """Take it all away again."""
    op.drop_index("suggestions_by_person", "suggestions")
    op.create_index("suggestions_by_person", "suggestions", PERSON)
    op.drop_index("feedback_by_moment", "feedback")
    op.drop_table("snippet_stems")
