"""The books of what Telegram has handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class UpdateState(StrEnum):
    """PARKED: set aside. AGAIN: set aside, and asked for once more; the desk has not come by yet."""

    PENDING = "pending"
    DONE = "done"
    PARKED = "parked"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update as Telegram handed it over: `raw` is its JSON text, `lane` whom it must not overtake."""

    update_id: int
    lane: str
    raw: str
    attempts: int = 0


class InboxStore(Protocol):
    def add(self, updates: Sequence[StoredUpdate]) -> Sequence[int]:
        """Store what is new; the ids of those (a redelivered one is not among them)."""
        ...

    def pending(self) -> Sequence[StoredUpdate]:
        """Not done yet, oldest first."""
        ...

    def newest(self) -> int | None: ...

    def done(self, update_id: int) -> bool:
        """Whether it was not done yet."""
        ...

    def failed(self, update_id: int, error: str, *, parked: bool) -> None: ...

    def again(self) -> Sequence[StoredUpdate]:
        """What was set aside and asked for once more is pending from now on; oldest first."""
        ...

    def untold(self) -> Sequence[int]:
        """What is set aside and the owners have not been told of."""
        ...

    def last_told(self) -> datetime | None:
        """When the owners were told of anything set aside."""
        ...

    def told(self, update_ids: Sequence[int]) -> None:
        """The owners are told of these now."""
        ...

    def purge(self, before: datetime) -> None:
        """Forget what is done and was stored before that."""
        ...
