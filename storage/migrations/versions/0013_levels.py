"""Service levels: the clocks of each ticket, and what is due next.

Revision ID: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

OPEN = sa.text("status <> 'closed'")
NOBODY = '{"$": "tuple", "items": []}'


def upgrade() -> None:
    op.add_column("tickets", sa.Column("clocks", sa.JSON()))
    op.add_column("tickets", sa.Column("alarmed", sa.JSON(), server_default=NOBODY, nullable=False))
    op.add_column("tickets", sa.Column("due_at", sa.BigInteger()))
    op.drop_index("ix_tickets_open_queue", "tickets")
    op.create_index(
        "ix_tickets_open_queue", "tickets", ["chat_id", "kind", "due_at", "created_at", "status"], sqlite_where=OPEN
    )


def downgrade() -> None:
    op.drop_index("ix_tickets_open_queue", "tickets")
    op.create_index("ix_tickets_open_queue", "tickets", ["chat_id", "kind", "created_at"], sqlite_where=OPEN)
    for name in ("due_at", "alarmed", "clocks"):
        op.drop_column("tickets", name)
