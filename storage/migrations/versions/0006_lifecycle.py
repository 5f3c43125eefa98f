"""A ticket knows what it waits for, whom it is with, what was promised, and since when.

Revision ID: 0006
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

COLUMNS: tuple[sa.Column[Any], ...] = (
    sa.Column("service", sa.String(), nullable=False, server_default="support"),
    sa.Column("since", sa.BigInteger()),
    sa.Column("declined", sa.JSON(), nullable=False, server_default='{"$": "tuple", "items": []}'),
    sa.Column("by_lead", sa.Boolean(), nullable=False, server_default=sa.false()),
    sa.Column("question", sa.JSON()),
    sa.Column("transfer", sa.JSON()),
    sa.Column("verdict", sa.JSON()),
    sa.Column("promise", sa.JSON()),
    sa.Column("acceptance", sa.JSON()),
    sa.Column("unexplained_since", sa.BigInteger()),
    sa.Column("replied_at", sa.BigInteger()),
    sa.Column("nudges", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("follow_up_of", sa.BigInteger()),
    sa.Column("merged_into", sa.BigInteger()),
)


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("tickets", column)
    op.execute("UPDATE tickets SET since = created_at")


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_column("tickets", column.name)
