"""Several texts may stand at one place as one message.

Revision ID: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "joined",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("source", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id", "message_id"],
            ["places.chat_id", "places.message_id"],
            name=op.f("fk_joined_chat_id_message_id_places"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["source"], ["messages.id"], name=op.f("fk_joined_source_messages")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "seat", name=op.f("pk_joined")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_joined_source", "joined", ["source"])


def downgrade() -> None:
    """The former code knows the last of the texts: replies and edits of the others find no place."""
    op.drop_table("joined")
