"""What was set aside can be told once, found quickly, and asked for again.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("inbox", sa.Column("told_at", sa.BigInteger(), nullable=True))
    op.create_index("ix_inbox_aside", "inbox", ["id"], sqlite_where=sa.text("state IN ('parked', 'again')"))
    op.create_index("ix_inbox_told_at", "inbox", ["told_at"], sqlite_where=sa.text("told_at IS NOT NULL"))
    op.create_index("ix_outbox_again", "outbox", ["id"], sqlite_where=sa.text("state = 'again'"))


def downgrade() -> None:
    """The former code knows nothing of what was asked for again: that stays set aside."""
    op.execute("UPDATE inbox SET state = 'parked' WHERE state = 'again'")
    op.execute("UPDATE outbox SET state = 'dead' WHERE state = 'again'")
    op.drop_index("ix_outbox_again", "outbox")
    op.drop_index("ix_inbox_told_at", "inbox")
    op.drop_index("ix_inbox_aside", "inbox")
    op.drop_column("inbox", "told_at")
