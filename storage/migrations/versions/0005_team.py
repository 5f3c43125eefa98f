"""Who has joined which service, and who is away.

Revision ID: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "service_members",
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("service", "person_id", name=op.f("pk_service_members")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_service_members_person_id_people")),
    )
    op.create_index("ix_service_members_person_id", "service_members", ["person_id"])
    op.create_table(
        "absences",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_absences")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id_people")),
    )


def downgrade() -> None:
    op.drop_table("absences")
    op.drop_table("service_members")
