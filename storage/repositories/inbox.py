"""Updates as Telegram handed them over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.ports import StoredUpdate, UpdateState
from storage.tables import PENDING, inbox

ADD = insert(inbox).on_conflict_do_nothing(index_elements=[inbox.c.update_id]).returning(inbox.c.update_id)
WAITING = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.raw, inbox.c.attempts)
    .where(inbox.c.state == PENDING)
    .order_by(inbox.c.id)
)
NEWEST = select(inbox.c.update_id).order_by(inbox.c.id.desc()).limit(1)
DONE = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("these", expanding=True)), inbox.c.state != UpdateState.DONE)
    .values(state=UpdateState.DONE, raw="")
)
FAILED = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("this"))
    .values(state=bindparam("now"), error=bindparam("why"), attempts=inbox.c.attempts + 1)
)
PURGE = delete(inbox).where(inbox.c.state == UpdateState.DONE, inbox.c.stored_at < bindparam("before"))


class SqlInbox:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, updates: Sequence[StoredUpdate]) -> Sequence[int]:
        if not updates:
            return []
        rows = [
            {
                "update_id": new.update_id,
                "lane": new.lane,
                "raw": new.raw,
                "state": UpdateState.PENDING,
                "attempts": new.attempts,
                "stored_at": self._now,
            }
            for new in updates
        ]
        return self._connection.execute(ADD, rows).scalars().all()

    def pending(self) -> Sequence[StoredUpdate]:
        return [StoredUpdate(*row) for row in self._connection.execute(WAITING)]

    def newest(self) -> int | None:
        return self._connection.execute(NEWEST).scalar_one_or_none()

    def done(self, update_ids: Sequence[int]) -> int:
        return self._connection.execute(DONE, {"these": list(update_ids)}).rowcount

    def failed(self, update_id: int, error: str, *, parked: bool) -> None:
        now = UpdateState.PARKED if parked else UpdateState.PENDING
        self._connection.execute(FAILED, {"this": update_id, "now": now, "why": error})

    def purge(self, before: datetime) -> None:
        self._connection.execute(PURGE, {"before": before})
