"""Tickets are given out in turn.

Revision ID: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

INDEXES = {
    "ix_tickets_active": (["executor_id"], "status IN ('assigned', 'in_progress', 'transferred')"),
    "ix_tickets_received": (["service", "kind", "created_at"], "status = 'received'"),
    "ix_tickets_stranded": (["service"], "status = 'received' AND nudges = 0"),
}


def upgrade() -> None:
    op.create_table(
        "turns",
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("service", "person_id", name=op.f("pk_turns")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_turns_person_id_people")),
    )
    for name, (columns, condition) in INDEXES.items():
        op.create_index(name, "tickets", columns, sqlite_where=sa.text(condition))


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "tickets")
    op.drop_table("turns")
