"""The words of comments that were answered, by which approved replies are found."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find the replies that were posted or copied by the words of their comments."""
    op.create_table(
        "example_stems",
        sa.Column("stem", sa.String(5), primary_key=True),
        sa.Column(
            "suggestion_id",
            sa.String(40),
            sa.ForeignKey("suggestions.id", ondelete="CASCADE"),
            primary_key=True,
        ),
    )
    op.create_index("stems_by_example", "example_stems", ["suggestion_id"])


def downgrade() -> None:
    """Take the words away again."""
    op.drop_table("example_stems")
