"""Requests that are being filled: one a customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.domain.intake import Draft
from bot.domain.timers import LeftDraft
from storage.pen import Pen
from storage.tables import drafts, messages, people

START = insert(drafts).returning(drafts.c.id)
OF = select(drafts.c.id, drafts.c.started_at, drafts.c.draft).where(drafts.c.customer_id == bindparam("customer"))
SAVE = update(drafts).where(drafts.c.id == bindparam("this"))
LEFT = (
    select(drafts.c.customer_id, drafts.c.saved_at, drafts.c.recalled_at, people.c.zone, people.c.reachable)
    .join(people, people.c.id == drafts.c.customer_id)
    .where(drafts.c.saved_at <= bindparam("before", type_=drafts.c.saved_at.type))
    .order_by(drafts.c.saved_at)
)
NEXT = select(func.min(drafts.c.saved_at)).where(drafts.c.saved_at > bindparam("before", type_=drafts.c.saved_at.type))
RECALLED = update(drafts).where(drafts.c.customer_id == bindparam("customer"))
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

    def left(self, before: datetime) -> Sequence[LeftDraft]:
        return [LeftDraft(*row) for row in self._pen.execute(LEFT, {"before": before})]

    def saved_after(self, before: datetime) -> datetime | None:
        oldest: datetime | None = self._pen.execute(NEXT, {"before": before}).value()
        return oldest

    def recalled(self, customer_id: int, at: datetime) -> None:
        self._pen.execute(RECALLED, {"customer": customer_id, "recalled_at": at})

    def discard(self, draft: Draft) -> None:
        """The draft, and the messages that were in it."""
        self._pen.execute(UNWRITE, {"this": draft.id})
        self._pen.execute(DISCARD, {"this": draft.id})
