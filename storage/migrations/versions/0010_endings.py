"""Tickets are linked, filed by the staff, and found by their messages; since when somebody cannot be reached is known.

Revision ID: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("people", sa.Column("unreachable_since", sa.BigInteger()))
    # Since when nobody knows: their days are counted from today on.
    today = "CAST(strftime('%s', 'now') AS INTEGER) * 1000000"
    op.execute(f"UPDATE people SET unreachable_since = {today} WHERE NOT reachable")  # noqa: S608 (no value of anybody's)
    op.add_column("tickets", sa.Column("filed_by", sa.String()))
    op.create_index("ix_messages_ticket", "messages", ["ticket", "id"], sqlite_where=sa.text("ticket IS NOT NULL"))
    op.create_table(
        "links",
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("other", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["tickets.number"], name="fk_links_one_tickets"),
        sa.ForeignKeyConstraint(["other"], ["tickets.number"], name="fk_links_other_tickets"),
        sa.PrimaryKeyConstraint("one", "other", name="pk_links"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_other", "links", ["other"])


def downgrade() -> None:
    op.drop_table("links")
    op.drop_index("ix_messages_ticket", "messages")
    op.drop_column("tickets", "filed_by")
    op.drop_column("people", "unreachable_since")
