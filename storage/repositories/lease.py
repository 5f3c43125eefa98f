"""Which process serves."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.ports import Held
from storage.pen import Pen
from storage.tables import lease

ONLY = 1
HELD = select(lease.c.holder, lease.c.until)
_taken = insert(lease)
TAKE = _taken.on_conflict_do_update(
    index_elements=[lease.c.id], set_={"holder": _taken.excluded.holder, "until": _taken.excluded.until}
)
DROP = delete(lease).where(lease.c.holder == bindparam("this"))


class SqlLease:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def held(self) -> Held | None:
        row = self._pen.execute(HELD).first()
        return Held(*row) if row else None

    def take(self, holder: str, until: datetime) -> None:
        self._pen.execute(TAKE, {"id": ONLY, "holder": holder, "until": until})

    def drop(self, holder: str) -> None:
        self._pen.execute(DROP, {"this": holder})
