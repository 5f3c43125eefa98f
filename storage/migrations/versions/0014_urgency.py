"""Queues are read in their order, however long they are.

Revision ID: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

QUEUES = {
    "ix_tickets_received": ("service", "status = 'received'"),
}


def upgrade() -> None:
    _anew(sa.text("(kind <> 'stopped')"))


def downgrade() -> None:
    _anew("kind")


def _anew(first: str | sa.TextClause) -> None:
    for name, (whose, condition) in QUEUES.items():
        op.drop_index(name, "tickets")
        op.create_index(name, "tickets", [whose, first, "created_at"], sqlite_where=sa.text(condition))
