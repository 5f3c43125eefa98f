"""Requests that are being filled: one a customer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.intake import Draft
from storage.pen import Pen
from storage.tables import drafts, messages

START = insert(drafts).returning(drafts.c.id)
OF = select(drafts.c.id, drafts.c.started_at, drafts.c.draft).where(drafts.c.customer_id == bindparam("customer"))
SAVE = update(drafts).where(drafts.c.id == bindparam("this"))
UNWRITE = delete(messages).where(messages.c.draft == bindparam("this"))
DISCARD = delete(drafts).where(drafts.c.id == bindparam("this"))


class SqlDrafts:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def start(self, customer_id: int, at: datetime) -> Draft:
        row = {"customer_id": customer_id, "started_at": at, "saved_at": at}
        return Draft(self._pen.execute(START, row).value(), customer_id, at)

    def of(self, customer_id: int) -> Draft | None:
        row = self._pen.execute(OF, {"customer": customer_id}).first()
        if row is None:
            return None
        number, started_at, stored = row
        return stored or Draft(number, customer_id, started_at)

    def save(self, draft: Draft, at: datetime) -> None:
        self._pen.execute(SAVE, {"this": draft.id, "draft": draft, "saved_at": at})

    def discard(self, draft: Draft) -> None:
        """The draft, and the messages that were in it."""
        self._pen.execute(UNWRITE, {"this": draft.id})
        self._pen.execute(DISCARD, {"this": draft.id})
