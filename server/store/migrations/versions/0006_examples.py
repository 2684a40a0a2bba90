"""The words of comments that were answered, by which approved replies are found."""

import sqlalchemy as sa
from alembic import op

from models.guided.facts import rare_stems

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find the replies that were posted or copied so far as well."""
    found = op.create_table(
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
    suggestions = sa.table("suggestions", sa.column("id"), sa.column("request", sa.JSON))
    feedback = sa.table(
        "feedback", sa.column("suggestion_id"), sa.column("outcome"), sa.column("text")
    )
    approved = (
        sa.select(suggestions.c.id, suggestions.c.request)
        .join(feedback, feedback.c.suggestion_id == suggestions.c.id)
        .where(feedback.c.outcome.in_(("posted", "copied")), feedback.c.text != "")
    )
    for id_, request in op.get_bind().execute(approved).all():
        stems = rare_stems(request["thread"]["comments"][-1]["text"])
        rows = [{"stem": stem, "suggestion_id": id_} for stem in sorted(stems)]
        if rows:
            op.bulk_insert(found, rows)


def downgrade() -> None:
    """Take the words away again."""
    op.drop_table("example_stems")
