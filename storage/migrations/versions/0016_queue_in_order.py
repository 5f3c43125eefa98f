"""The queue of a staff group is in its index in its order, however long it is.

Revision ID: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

NAME = "ix_tickets_open_queue"
OPEN = sa.text("status <> 'closed'")
ORDER = (sa.text("(kind <> 'stopped')"), sa.text("(due_at IS NULL)"), "due_at", "created_at", "number")


def upgrade() -> None:
    op.drop_index(NAME, "tickets")
    # Kind and status are what a lookup asks for beside the order: with them, it reads the index alone.
    op.create_index(NAME, "tickets", ["chat_id", *ORDER, "kind", "status"], sqlite_where=OPEN)


def downgrade() -> None:
    op.drop_index(NAME, "tickets")
    op.create_index(NAME, "tickets", ["chat_id", "kind", "due_at", "created_at", "status"], sqlite_where=OPEN)
