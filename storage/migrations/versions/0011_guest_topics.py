"""A ticket has topics in other groups, too: where it is a guest.

Revision ID: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

ELSEWHERE = sa.text("status <> 'closed' AND transfer IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "guest_topics",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", "chat_id", name=op.f("pk_guest_topics")),
        sa.UniqueConstraint("chat_id", "topic_id", name=op.f("uq_guest_topics_chat_id_topic_id")),
        sa.ForeignKeyConstraint(["number"], ["tickets.number"], name=op.f("fk_guest_topics_number_tickets")),
        sqlite_with_rowid=False,
    )
    for name, field in (("there", "chat_id"), ("assignee", "assignee_id")):
        inside = sa.text(f"json_extract(transfer, '$.{field}')")
        op.create_index(f"ix_tickets_{name}", "tickets", [inside], sqlite_where=ELSEWHERE)


def downgrade() -> None:
    op.drop_index("ix_tickets_assignee", "tickets")
    op.drop_index("ix_tickets_there", "tickets")
    op.drop_table("guest_topics")
