"""The first tables, and the five tone presets."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PRESETS = (
    ("plain", "Plain", "straight and short", 0),
    ("warm", "Warm", "a kind colleague", 1),
    ("playful", "Playful", "light, a small joke about the situation", 2),
    ("professional", "Professional", "composed, full sentences", 0),
    ("apologetic", "Apologetic", "names our fault and owns it", 0),
)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    """Make the tables and write the presets."""
    op.create_table(
        "devices",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        _moment("created_at"),
        _moment("last_seen_at", nullable=True),
    )
    op.create_table(
        "keys",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        _moment("expires_at"),
        sa.Column("tries_left", sa.Integer, nullable=False),
    )
    tones = op.create_table(
        "tones",
        sa.Column("id", sa.String(100), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("description", sa.String(200), nullable=False),
        sa.Column("emoji", sa.Integer, nullable=False),
        sa.Column("enabled", sa.Boolean, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("is_preset", sa.Boolean, nullable=False),
    )
    op.create_table(
        "brand_voices",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("voice", sa.String(200), nullable=False),
        sa.Column("guidelines", sa.JSON, nullable=False),
        sa.Column("preferred_terms", sa.JSON, nullable=False),
        sa.Column("banned_terms", sa.JSON, nullable=False),
        sa.Column("checks_off", sa.JSON, nullable=False),
        _moment("created_at"),
        _moment("updated_at"),
    )
    op.create_table(
        "snippets",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column(
            "brand_voice_id",
            sa.String(40),
            sa.ForeignKey("brand_voices.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_until", sa.Date),
        _moment("created_at"),
        _moment("updated_at"),
    )
    op.create_table(
        "suggestions",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column(
            "brand_voice_id",
            sa.String(40),
            sa.ForeignKey("brand_voices.id", ondelete="SET NULL"),
            index=True,
        ),
        sa.Column("platform", sa.String(40), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("request", sa.JSON, nullable=False),
        sa.Column("suggestion", sa.JSON, nullable=False),
        _moment("created_at"),
    )
    op.create_index("suggestions_by_person", "suggestions", ["platform", "author"])
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "suggestion_id",
            sa.String(40),
            sa.ForeignKey("suggestions.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        _moment("created_at"),
    )
    op.bulk_insert(
        tones,
        [
            {
                "id": id_,
                "name": name,
                "description": description,
                "emoji": emoji,
                "enabled": True,
                "position": 10 * place,
                "is_preset": True,
            }
            for place, (id_, name, description, emoji) in enumerate(PRESETS, start=1)
        ],
    )


def downgrade() -> None:
    """Take the tables away again, the ones that others point to last."""
    for table in (
        "feedback", "suggestions", "snippets", "brand_voices", "tones", "keys", "devices",
    ):  # fmt: skip
        op.drop_table(table)
