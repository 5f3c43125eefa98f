"""The books of what is to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.statements import Address, Face, Priority, Private, Statement, View
from bot.ports.speech import Shown


class RowState(StrEnum):
    """DEAD: given up. AGAIN: given up, and asked for once more; the desk has not come by yet."""

    WAITING = "waiting"
    SENDING = "sending"
    DEAD = "dead"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the outbox.

    `order_key`: nothing overtakes within it. `chat_id` is the budget it is paid from. `in_doubt`: a former process had
    committed `sending` and never the outcome. `part` counts from 0 where one statement needs several messages.
    """

    id: int
    order_key: str
    to: Address
    payload: Statement | View
    priority: Priority
    created_at: datetime
    not_before: datetime | None = None
    attempts: int = 0
    part: int = 0
    in_doubt: bool = False

    @property
    def chat_id(self) -> int:
        return self.to.person_id if isinstance(self.to, Private) else self.to.chat_id


class OutboxStore(Protocol):
    def waiting(self) -> Sequence[Row]:
        """All that is to be sent, in the order of their ids; what was `sending` comes back in doubt."""
        ...

    def unsent(self, rows: Sequence[int]) -> Sequence[int]:
        """Those that are still to be sent: a row may have been cancelled or replaced."""
        ...

    def sending(self, rows: Sequence[int]) -> Sequence[int]:
        """Committed before the call. Those that are still to be sent."""
        ...

    def going(self, rows: Sequence[int]) -> Sequence[int]:
        """Those whose outcome is not in the books yet."""
        ...

    def first(self, row: Row) -> bool:
        """Whether nothing before it is still to be sent in its line."""
        ...

    def sent(self, row: int) -> None: ...

    def again(self, row: int, not_before: datetime | None) -> None:
        """Back to waiting."""
        ...

    def advance(self, row: int) -> None:
        """One part is out; the row waits with the next one."""
        ...

    def dead(self, row: int, error: str) -> None: ...

    def revive(self) -> Sequence[Row]:
        """What was given up and asked for once more waits from now on, unless a newer row says the same already."""
        ...

    def face(self, view: View) -> Face: ...

    def put(self, view: View, shown: Shown) -> None:
        """The view is on the screen now."""
        ...

    def forget(self, view: View) -> None:
        """It is on no screen any more: the next `show` is a new message."""
        ...


@dataclass(frozen=True, slots=True)
class Queued:
    """What a commit did to the outbox: rows added or put off (same id), and rows that a newer state replaced; `begun`:
    what the clerk made of them in the same transaction. `due_at`: the earliest of the timers that it has set.
    """

    rows: tuple[Row, ...] = ()
    replaced: tuple[int, ...] = ()
    begun: tuple[Any, ...] = ()
    due_at: datetime | None = None
