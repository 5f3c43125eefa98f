"""What was set aside on the way in and what is stuck on the way out, for the people who run the desk.

To be used from another process, beside a running desk: every call is one short transaction. It shows no one's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Executable, delete, select, type_coerce, update

from bot.ports import RowState, UpdateState
from storage import engine
from storage.tables import ASIDE, inbox, outbox


@dataclass(frozen=True, slots=True)
class SetAside:
    """An update that was given up. `error`: the class of what went wrong, or `unreadable`."""

    update_id: int
    lane: str
    stored_at: datetime
    attempts: int
    error: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """A row of the outbox. `kind` tells what it would say: a class of statements or views, of notices the key."""

    row: int
    chat: str
    kind: str
    state: RowState
    created_at: datetime
    attempts: int
    error: str


MOST = 2**63 - 1
PARKED = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.stored_at, inbox.c.attempts, inbox.c.error)
    .where(ASIDE, inbox.c.state == UpdateState.PARKED)
    .order_by(inbox.c.id)
)
# Read as plain JSON: also what no class of this code fits any more can be listed and dropped.
OUTBOX = select(
    outbox.c.id, type_coerce(outbox.c.to, JSON), type_coerce(outbox.c.payload, JSON),
    outbox.c.state, outbox.c.created_at, outbox.c.attempts, outbox.c.error,
).order_by(outbox.c.id)  # fmt: skip
REPLAY = update(inbox).where(ASIDE, inbox.c.state == UpdateState.PARKED).values(state=UpdateState.AGAIN)
RETRY = update(outbox).where(outbox.c.state == RowState.DEAD).values(state=RowState.AGAIN)
DROP = delete(outbox).where(outbox.c.state != RowState.SENDING)


def set_aside(url: str) -> list[SetAside]:
    return [SetAside(*row) for row in _look(url, PARKED)]


def unsent(url: str) -> list[Unsent]:
    """What waits, what is on its way, and what was given up."""
    return [
        Unsent(number, _chat(to), _kind(payload), state, created_at, attempts, error or "")
        for number, to, payload, state, created_at, attempts, error in _look(url, OUTBOX)
    ]


def replay(url: str, update_id: int) -> UpdateState | None:
    """Ask for an update once more; the state it was found in. Only PARKED ones are taken; None: there is none."""
    found: UpdateState | None = _change(url, inbox.c.update_id, update_id, REPLAY)
    return found


def replay_all(url: str) -> int:
    return _change_all(url, REPLAY)


def retry(url: str, row: int) -> RowState | None:
    """Ask for a row once more; the state it was found in. Only DEAD ones are taken; None: there is none."""
    found: RowState | None = _change(url, outbox.c.id, row, RETRY)
    return found


def retry_all(url: str) -> int:
    return _change_all(url, RETRY)


def drop(url: str, row: int) -> RowState | None:
    """Forget a row; the state it was found in. One that is SENDING stays; None: there is none."""
    found: RowState | None = _change(url, outbox.c.id, row, DROP)
    return found


def _look(url: str, question: Executable) -> Sequence[Any]:
    reader = engine.glance(url)
    try:
        with reader.begin() as connection:
            return connection.execute(question).all()
    finally:
        reader.dispose()


def _change(url: str, column: Column[int], this: int, change: Any) -> Any:
    if this > MOST:
        return None
    writer = engine.writer(url)
    try:
        with writer.begin() as connection:
            found = connection.execute(select(column.table.c.state).where(column == this)).scalar_one_or_none()
            connection.execute(change.where(column == this))
            return found
    finally:
        writer.dispose()


def _change_all(url: str, change: Any) -> int:
    writer = engine.writer(url)
    try:
        with writer.begin() as connection:
            return connection.execute(change).rowcount
    finally:
        writer.dispose()


def _chat(to: dict[str, Any]) -> str:
    """A private chat, or a group with its topic: the ticket's number, or the topic's own id."""
    match to:
        case {"person_id": person_id}:
            return str(person_id)
        case {"chat_id": chat_id, "number": number}:
            return f"{chat_id} #{number}"
        case {"chat_id": chat_id, "topic_id": int(topic_id)}:
            return f"{chat_id}.{topic_id}"
        case _:
            return str(to.get("chat_id", "?"))


def _kind(payload: dict[str, Any]) -> str:
    return str(payload.get("key") or payload.get("$", "?"))
