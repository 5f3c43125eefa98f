"""The one writer, and the books that delivery and the timers keep in its units of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.timers import Alarm
from bot.ports.inbox import InboxStore
from bot.ports.outbox import OutboxStore, Queued, Row
from bot.ports.unit import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held:
    """The lease of a desk: only its `holder` serves, until then or until it is renewed."""

    holder: str
    until: datetime


class LeaseStore(Protocol):
    def held(self) -> Held | None: ...

    def take(self, holder: str, until: datetime) -> None: ...

    def drop(self, holder: str) -> None:
        """If it is that one's."""
        ...


class AlarmStore(Protocol):
    """The books of the timers."""

    def due(self) -> Sequence[tuple[int, Alarm]]:
        """The next batch of those that are to be looked at now: numbers of tickets and alarms, by their moments."""
        ...

    def next(self) -> datetime | None:
        """When the first one is to be looked at."""
        ...

    def failed(self, number: int, alarm: Alarm) -> bool:
        """It is tried again later; True when it was tried often enough and is set aside."""
        ...

    def revive(self) -> None:
        """What was set aside is tried anew."""
        ...

    def untold(self) -> Sequence[tuple[int, Alarm]]:
        """What is set aside and the owners have not been told of."""
        ...

    def last_told(self) -> datetime | None: ...

    def told(self) -> None:
        """The owners are told of all of them now."""
        ...


class Ledger(UnitOfWork, Protocol):
    """A unit of work that also keeps the books of delivery and of the timers: what these use, never a use case."""

    inbox: InboxStore
    outbox: OutboxStore
    lease: LeaseStore
    alarms: AlarmStore


class StoreTrouble(Exception):
    """The database cannot be used at present (full, locked, failing): the same is to be tried again."""


class Store(Protocol):
    """The one writer."""

    async def unit(self, job: Callable[[Ledger], T]) -> T:
        """Run the job whole, in one hop, and commit; any exception of the job undoes all of it and comes out here.

        After StoreTrouble the job has to be done again. Should the database have failed in the very commit, it may
        have been done all the same: jobs ask the books before they do what must not be done twice.
        """
        ...

    def employ(self, clerk: Callable[[Ledger, Sequence[Row]], Sequence[Any]]) -> None:
        """Called with the rows of each transaction that queues some, in the thread of the units and before its commit.
        After a commit that has failed it is not.
        """
        ...

    def listen(self, listener: Callable[[Queued], None]) -> None:
        """Called in the event loop after each commit that queued something; after a commit that has failed, with all
        that waits.
        """
        ...
