"""Which device a suggestion was made for, and which comment it answers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the device's id, and a hash by which all suggestions for one comment are found."""
    for name, length in (("device_id", 40), ("comment_hash", 64)):
        kept = sa.Column(name, sa.String(length), nullable=False, server_default="")
        op.add_column("suggestions", kept)
    op.create_index("ix_suggestions_comment_hash", "suggestions", ["comment_hash"])


def downgrade() -> None:
    """Take both away again."""
    op.drop_index("ix_suggestions_comment_hash", "suggestions")
    op.drop_column("suggestions", "comment_hash")
    op.drop_column("suggestions", "device_id")
