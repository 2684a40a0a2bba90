"""What keeps drafts quick where there are thousands of snippets, replies and people."""

import sqlalchemy as sa
from alembic import op

from models.guided.facts import word_stems

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PERSON = ["platform", "author"]


def upgrade() -> None:
    """Find snippets by their words, posted replies and people by their moment."""
    found = op.create_table(
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
    snippets = sa.table("snippets", sa.column("id"), sa.column("text"))
    for id_, text in op.get_bind().execute(sa.select(snippets.c.id, snippets.c.text)).all():
        op.bulk_insert(found, [{"stem": stem, "snippet_id": id_} for stem in word_stems(text)])


def downgrade() -> None:
    """Take it all away again."""
    op.drop_index("suggestions_by_person", "suggestions")
    op.create_index("suggestions_by_person", "suggestions", PERSON)
    op.drop_index("feedback_by_moment", "feedback")
    op.drop_table("snippet_stems")
