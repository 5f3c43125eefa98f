"""Updates as Telegram handed them over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.ports import StoredUpdate, UpdateState
from storage.columns import among
from storage.pen import Pen
from storage.tables import ASIDE, PENDING, inbox

ADD = insert(inbox).on_conflict_do_nothing(index_elements=[inbox.c.update_id])
WAITING = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.raw, inbox.c.attempts)
    .where(inbox.c.state == PENDING)
    .order_by(inbox.c.id)
)
NEWEST = select(inbox.c.update_id).order_by(inbox.c.id.desc()).limit(1)
DONE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("this"), inbox.c.state != UpdateState.DONE)
    .values(state=UpdateState.DONE, raw="")
)
FAILED = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("this"))
    .values(state=bindparam("now"), error=bindparam("why"), attempts=inbox.c.attempts + 1)
)
AGAIN = (
    update(inbox)
    .where(ASIDE, inbox.c.state == UpdateState.AGAIN)
    .values(state=UpdateState.PENDING, attempts=0, error=None)
    .returning(inbox.c.id, inbox.c.update_id, inbox.c.lane, inbox.c.raw)
)
UNTOLD = select(inbox.c.update_id).where(ASIDE, inbox.c.told_at.is_(None)).order_by(inbox.c.id)
LAST_TOLD = select(func.max(inbox.c.told_at)).where(inbox.c.told_at.is_not(None))
TOLD = (
    update(inbox).where(among(inbox.c.update_id, "these")).values(told_at=bindparam("at", type_=inbox.c.told_at.type))
)
PURGE = delete(inbox).where(inbox.c.state == UpdateState.DONE, inbox.c.stored_at < bindparam("before"))


class SqlInbox:
    def __init__(self, pen: Pen, now: datetime) -> None:
        self._pen = pen
        self._now = now

    def add(self, updates: Sequence[StoredUpdate]) -> Sequence[int]:
        return [new.update_id for new in updates if self._pen.execute(ADD, self._values(new)).changed]

    def pending(self) -> Sequence[StoredUpdate]:
        return [StoredUpdate(*row) for row in self._pen.execute(WAITING)]

    def newest(self) -> int | None:
        newest: int | None = self._pen.execute(NEWEST).value()
        return newest

    def done(self, update_id: int) -> bool:
        return self._pen.execute(DONE, {"this": update_id}).changed > 0

    def failed(self, update_id: int, error: str, *, parked: bool) -> None:
        now = UpdateState.PARKED if parked else UpdateState.PENDING
        self._pen.execute(FAILED, {"this": update_id, "now": now, "why": error})

    def again(self) -> Sequence[StoredUpdate]:
        rows = sorted(self._pen.execute(AGAIN))
        return [StoredUpdate(update_id, lane, raw) for _, update_id, lane, raw in rows]

    def untold(self) -> Sequence[int]:
        return self._pen.execute(UNTOLD).values()

    def last_told(self) -> datetime | None:
        last: datetime | None = self._pen.execute(LAST_TOLD).value()
        return last

    def told(self, update_ids: Sequence[int]) -> None:
        self._pen.execute(TOLD, {"these": list(update_ids), "at": self._now})

    def purge(self, before: datetime) -> None:
        self._pen.execute(PURGE, {"before": before})

    def _values(self, new: StoredUpdate) -> dict[str, Any]:
        return {
            "update_id": new.update_id,
            "lane": new.lane,
            "raw": new.raw,
            "state": UpdateState.PENDING,
            "attempts": new.attempts,
            "stored_at": self._now,
        }
