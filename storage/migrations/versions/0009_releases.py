"""A release has a date and a state on each stand, and a ticket names the one that it was promised.

Revision ID: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"

PROMISED = sa.text("promised IS NOT NULL")
TELLING = sa.text("telling")


def upgrade() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("product", sa.Integer(), nullable=False),
        sa.Column("component", sa.Integer(), nullable=False),
        sa.Column("build", sa.Integer(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("telling", sa.Boolean(), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
        sa.UniqueConstraint("product", "component", "build", "stand", name="uq_releases_product_component_build_stand"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_stand_on", "releases", ["stand", "on"])
    op.create_index("ix_releases_telling", "releases", ["id"], sqlite_where=TELLING)
    op.add_column("tickets", sa.Column("promised", sa.BigInteger()))
    op.create_index("ix_tickets_promised", "tickets", ["promised", "number"], sqlite_where=PROMISED)


def downgrade() -> None:
    op.drop_index("ix_tickets_promised", "tickets")
    op.drop_column("tickets", "promised")
    op.drop_table("releases")
