"""The way out: every statement and view becomes a row of the outbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.domain.statements import (
    MAIN,
    Address,
    AlbumRelay,
    CardView,
    Face,
    Priority,
    QuestionView,
    Statement,
    TopicView,
    View,
    WindowView,
    order_key,
    view_key,
)
from bot.ports import Queued, Row, RowState, Shown
from storage.columns import among
from storage.pen import Pen
from storage.tables import MERGING, WAITING, outbox, views

QUEUE = insert(outbox).returning(outbox.c.id)
QUEUE_ONCE = (
    insert(outbox)
    .on_conflict_do_nothing(index_elements=[outbox.c.merge_key], index_where=MERGING)
    .returning(outbox.c.id)
)
_again = insert(outbox)
QUEUE_OR_PUT_OFF = _again.on_conflict_do_update(
    index_elements=[outbox.c.merge_key], index_where=MERGING, set_={"not_before": _again.excluded.not_before}
).returning(outbox.c.id, outbox.c.priority, outbox.c.created_at, outbox.c.attempts)
REPLACE = delete(outbox).where(outbox.c.merge_key == bindparam("key"), outbox.c.state == WAITING).returning(outbox.c.id)
UNSENT = select(outbox.c.id, outbox.c.to, outbox.c.payload, outbox.c.state).where(
    outbox.c.order_key == bindparam("talk"), outbox.c.state != RowState.SENDING, outbox.c.part == 0
)
CANCEL = delete(outbox).where(among(outbox.c.id, "these"))
_face = insert(views)
FACE = _face.on_conflict_do_update(index_elements=[views.c.key], set_={"face": _face.excluded.face}).returning(
    views.c.message_id
)
SHOWN = select(views.c.chat_id, views.c.message_id, views.c.digest, views.c.at).where(
    views.c.key == bindparam("this"), views.c.message_id.is_not(None)
)


@dataclass(slots=True)
class Outgoing:
    """What units of work have done to the outbox so far, and the earliest timer that they have set."""

    rows: dict[int, Row] = field(default_factory=dict)
    replaced: list[int] = field(default_factory=list)
    due_at: datetime | None = None

    def add(self, row: Row) -> None:
        self.rows[row.id] = row

    def replace(self, row: int) -> None:
        self.rows.pop(row, None)
        self.replaced.append(row)

    def join(self, later: Outgoing) -> None:
        for row in later.replaced:
            self.replace(row)
        self.rows |= later.rows
        if later.due_at is not None:
            self.expect(later.due_at)

    def expect(self, due_at: datetime) -> None:
        self.due_at = due_at if self.due_at is None else min(self.due_at, due_at)

    def queued(self) -> Queued:
        return Queued(tuple(self.rows.values()), tuple(self.replaced), due_at=self.due_at)


class SqlSpeech:
    def __init__(self, pen: Pen, now: datetime, outgoing: Outgoing) -> None:
        self._pen = pen
        self._now = now
        self._outgoing = outgoing

    def say(
        self,
        to: Address,
        statement: Statement,
        priority: Priority = Priority.NOTICE,
        *,
        not_before: datetime | None = None,
    ) -> None:
        row = Row(0, order_key(to, statement), to, statement, priority, self._now, not_before)
        if isinstance(statement, AlbumRelay):
            self._gather(row, f"album:{row.order_key}:{statement.ticket}:{statement.album}")
        else:
            self._queue(row, None)

    def show(self, to: Address, view: View, face: Face = MAIN, *, not_before: datetime | None = None) -> None:
        key = view_key(view)
        shown = self._pen.execute(FACE, {"key": key, "face": face}).value() is not None
        if shown:
            for replaced in self._pen.execute(REPLACE, {"key": key}).values():
                self._outgoing.replace(replaced)
        priority = _priority(view, shown)
        self._queue(Row(0, order_key(to, view, shown=shown), to, view, priority, self._now, not_before), key)

    def renew(self, to: Address, view: View, *, not_before: datetime) -> None:
        line, priority = order_key(to, view, shown=True), _priority(view, True)
        self._queue(Row(0, line, to, view, priority, self._now, not_before), view_key(view))

    def cancel(self, to: Address, statement: Statement) -> bool:
        these = [number for number, _ in self._unsent(to, statement)]
        if these:
            self._pen.execute(CANCEL, {"these": these})
        for row in these:
            self._outgoing.replace(row)
        return bool(these)

    def waits(self, to: Address, statement: Statement) -> bool:
        return any(state is RowState.WAITING for _, state in self._unsent(to, statement))

    def shown(self, view: View) -> Shown | None:
        row = self._pen.execute(SHOWN, {"this": view_key(view)}).first()
        return Shown(*row) if row else None

    def _unsent(self, to: Address, statement: Statement) -> list[tuple[int, RowState]]:
        rows = self._pen.execute(UNSENT, {"talk": order_key(to, statement)})
        return [(number, state) for number, *said, state in rows if said == [to, statement]]

    def _queue(self, row: Row, merge_key: str | None) -> None:
        """A view that waits to be shown for the first time keeps its place: everything after it may need it."""
        statement = QUEUE if merge_key is None else QUEUE_ONCE
        number = self._pen.execute(statement, _values(row, merge_key)).value()
        if number is not None:
            self._outgoing.add(_numbered(row, number))

    def _gather(self, row: Row, merge_key: str) -> None:
        """The album that waits already is put off instead, so that its later parts go along."""
        number, priority, created_at, attempts = self._pen.execute(QUEUE_OR_PUT_OFF, _values(row, merge_key)).one()
        kept = Row(number, row.order_key, row.to, row.payload, priority, created_at, row.not_before, attempts)
        self._outgoing.add(kept)


def _values(row: Row, merge_key: str | None) -> dict[str, Any]:
    return {
        "order_key": row.order_key,
        "to": row.to,
        "payload": row.payload,
        "priority": row.priority,
        "created_at": row.created_at,
        "not_before": row.not_before,
        "state": RowState.WAITING,
        "merge_key": merge_key,
    }


def _numbered(row: Row, number: int) -> Row:
    return Row(number, row.order_key, row.to, row.payload, row.priority, row.created_at, row.not_before)


def _priority(view: View, shown: bool) -> Priority:
    """What is not there yet is needed; a change of what is there can wait, but not the window somebody looks at."""
    match view:
        case WindowView() | QuestionView():
            return Priority.LIVE
        case TopicView():
            return Priority.COURTESY if shown else Priority.NOTICE
        case CardView():
            return Priority.REMINDER if shown else Priority.NOTICE
