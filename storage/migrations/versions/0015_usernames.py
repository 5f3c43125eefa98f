"""Somebody is found by their username, in whatever letter case.

Revision ID: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_index("ix_people_username", "people", [sa.text("lower(username)")])


def downgrade() -> None:
    op.drop_index("ix_people_username", "people")
