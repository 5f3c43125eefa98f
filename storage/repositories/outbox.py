"""The books of delivery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.domain.statements import MAIN, Face, View, view_key
from bot.ports import Row, RowState, Shown
from storage.columns import among
from storage.pen import Pen
from storage.repositories.speech import Outgoing
from storage.tables import ASKED_FOR, UNSENT, WAITING, outbox, views

ROW = (
    outbox.c.id,
    outbox.c.order_key,
    outbox.c.to,
    outbox.c.payload,
    outbox.c.priority,
    outbox.c.created_at,
    outbox.c.not_before,
    outbox.c.attempts,
    outbox.c.part,
    (outbox.c.state == RowState.SENDING).label("in_doubt"),
)
THIS = outbox.c.id == bindparam("this")
ALL = select(*ROW).where(UNSENT).order_by(outbox.c.id)
STILL = select(outbox.c.id).where(among(outbox.c.id, "these"), UNSENT)
SENDING = (
    update(outbox).where(among(outbox.c.id, "these"), UNSENT).values(state=RowState.SENDING).returning(outbox.c.id)
)
GOING = select(outbox.c.id).where(among(outbox.c.id, "these"), outbox.c.state == RowState.SENDING)
BEFORE = (
    select(outbox.c.id)
    .where(outbox.c.order_key == bindparam("key"), outbox.c.id < bindparam("this"), UNSENT)
    .limit(literal_column("1"))
)
SENT = delete(outbox).where(THIS)
WAIT = (
    update(outbox)
    .where(THIS)
    .values(state=RowState.WAITING, not_before=bindparam("later"), attempts=outbox.c.attempts + 1)
)
ADVANCE = update(outbox).where(THIS).values(state=RowState.WAITING, not_before=None, attempts=0, part=outbox.c.part + 1)
DEAD = update(outbox).where(THIS).values(state=RowState.DEAD, error=bindparam("why"))
AGAIN = select(outbox.c.id, outbox.c.merge_key).where(outbox.c.state == ASKED_FOR).order_by(outbox.c.id)
MERGED = select(outbox.c.id).where(outbox.c.merge_key == bindparam("key"), outbox.c.state == WAITING)
REVIVE = (
    update(outbox).where(THIS).values(state=RowState.WAITING, not_before=None, attempts=0, error=None).returning(*ROW)
)
_row, _newer = outbox.alias("this_row"), outbox.alias("newer")
NEWER = (
    select(_newer.c.id, exists().where(views.c.key == _row.c.merge_key, views.c.message_id.is_not(None)))
    .join_from(_row, _newer, _newer.c.merge_key == _row.c.merge_key)
    .where(_row.c.id == bindparam("this"), _newer.c.id != _row.c.id, _newer.c.state == WAITING)
)
FACE = select(views.c.face).where(views.c.key == bindparam("this"))
_put = insert(views)
PUT = _put.on_conflict_do_update(
    index_elements=[views.c.key], set_={name: _put.excluded[name] for name in ("chat_id", "message_id", "digest", "at")}
)
LOSE = update(views).where(views.c.key == bindparam("this"))


class SqlOutbox:
    def __init__(self, pen: Pen, outgoing: Outgoing) -> None:
        self._pen = pen
        self._outgoing = outgoing

    def waiting(self) -> Sequence[Row]:
        return [Row(*row) for row in self._pen.execute(ALL)]

    def unsent(self, rows: Sequence[int]) -> Sequence[int]:
        return self._pen.execute(STILL, {"these": list(rows)}).values()

    def sending(self, rows: Sequence[int]) -> Sequence[int]:
        return self._pen.execute(SENDING, {"these": list(rows)}).values()

    def going(self, rows: Sequence[int]) -> Sequence[int]:
        return self._pen.execute(GOING, {"these": list(rows)}).values()

    def first(self, row: Row) -> bool:
        return not self._pen.execute(BEFORE, {"key": row.order_key, "this": row.id})

    def sent(self, row: int) -> None:
        self._pen.execute(SENT, {"this": row})

    def again(self, row: int, not_before: datetime | None) -> None:
        """Meanwhile a newer row may wait for the same view or album. Of the two, one remains: the newer for what is on
        the screen already, else the older, because what follows it may need it.
        """
        newer = self._pen.execute(NEWER, {"this": row}).first()
        if newer is not None:
            number, shown = newer
            self._drop(row if shown else number)
        self._pen.execute(WAIT, {"this": row, "later": not_before})

    def advance(self, row: int) -> None:
        self._pen.execute(ADVANCE, {"this": row})

    def dead(self, row: int, error: str) -> None:
        self._pen.execute(DEAD, {"this": row, "why": error})

    def revive(self) -> Sequence[Row]:
        waiting = []
        for number, key in self._pen.execute(AGAIN):
            if key is not None and self._pen.execute(MERGED, {"key": key}).first():
                self._drop(number)
                continue
            row = Row(*self._pen.execute(REVIVE, {"this": number}).one())
            self._outgoing.add(row)
            waiting.append(row)
        return waiting

    def face(self, view: View) -> Face:
        stored: Face | None = self._pen.execute(FACE, {"this": view_key(view)}).value()
        return stored or MAIN

    def put(self, view: View, shown: Shown) -> None:
        values = {
            "key": view_key(view),
            "face": MAIN,
            "chat_id": shown.chat_id,
            "message_id": shown.message_id,
            "digest": shown.digest,
            "at": shown.at,
        }
        self._pen.execute(PUT, values)

    def forget(self, view: View) -> None:
        nowhere = {"chat_id": None, "message_id": None, "digest": None, "at": None}
        self._pen.execute(LOSE, {"this": view_key(view)} | nowhere)

    def _drop(self, row: int) -> None:
        self._pen.execute(SENT, {"this": row})
        self._outgoing.replace(row)
