"""Requests that are being filled: one a customer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.domain.intake import Draft
from storage.tables import drafts, messages

START = insert(drafts).returning(drafts.c.id)
OF = select(drafts.c.id, drafts.c.started_at, drafts.c.draft).where(drafts.c.customer_id == bindparam("customer"))
SAVE = update(drafts).where(drafts.c.id == bindparam("this"))
UNWRITE = delete(messages).where(messages.c.draft == bindparam("this"))
DISCARD = delete(drafts).where(drafts.c.id == bindparam("this"))


class SqlDrafts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, customer_id: int, at: datetime) -> Draft:
        row = {"customer_id": customer_id, "started_at": at, "saved_at": at}
        return Draft(self._connection.execute(START, row).scalar_one(), customer_id, at)

    def of(self, customer_id: int) -> Draft | None:
        row = self._connection.execute(OF, {"customer": customer_id}).one_or_none()
        if row is None:
            return None
        stored: Draft | None = row.draft
        return stored or Draft(row.id, customer_id, row.started_at)

    def save(self, draft: Draft, at: datetime) -> None:
        self._connection.execute(SAVE, {"this": draft.id, "draft": draft, "saved_at": at})

    def discard(self, draft: Draft) -> None:
        """The draft, and the messages that were in it."""
        self._connection.execute(UNWRITE, {"this": draft.id})
        self._connection.execute(DISCARD, {"this": draft.id})
