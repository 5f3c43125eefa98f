"""What time does by itself: timers of tickets, and drafts that were recalled.

Revision ID: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "timers",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("alarm", sa.String(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("wake_at", sa.BigInteger()),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("told_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(["number"], ["tickets.number"], name="fk_timers_number_tickets"),
        sa.PrimaryKeyConstraint("number", "alarm", name="pk_timers"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_timers_wake_at", "timers", ["wake_at"])
    op.create_index("ix_tickets_open_number", "tickets", ["number"], sqlite_where=sa.text("status <> 'closed'"))
    op.add_column("drafts", sa.Column("recalled_at", sa.BigInteger()))
    op.create_index("ix_drafts_saved_at", "drafts", ["saved_at"])


def downgrade() -> None:
    op.drop_index("ix_drafts_saved_at", "drafts")
    op.drop_column("drafts", "recalled_at")
    op.drop_index("ix_tickets_open_number", "tickets")
    op.drop_table("timers")
