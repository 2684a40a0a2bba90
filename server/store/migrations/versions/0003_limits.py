"""How many drafts each device has left."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the moment (seconds since 1970) when a device may ask as often as at first again."""
    op.add_column(
        "devices",
        sa.Column("drafts_full_at", sa.Double, nullable=False, server_default="0"),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("devices", "drafts_full_at")
