"""Screens that only read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.content import Message
from bot.domain.release import Release
from bot.domain.ticket import Ticket
from bot.ports.tickets import HistoryRow


@dataclass(frozen=True, slots=True)
class Page:
    """`page` counts from 0; `pages` is at least 1."""

    tickets: tuple[Ticket, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """As `Page`; each release with the number of tickets that wait for it."""

    releases: tuple[tuple[Release, int], ...]
    page: int
    pages: int
    total: int


class Reads(Protocol):
    """Screens that only read; never hold the writer."""

    async def tickets_of(self, customer_id: int, page: int) -> Page: ...

    async def queue(self, chat_id: int, page: int) -> Page:
        """Open tickets of the group, and those that are with its services, in the order of the queue: work has stopped
        first, then what is due next, then the oldest. Those of another group are as they are seen from this one.
        """
        ...

    async def tickets_with(self, person_id: int, page: int) -> Page:
        """Those that the person owns or works on."""
        ...

    async def releases(self, page: int) -> ReleasePage:
        """The newest version first."""
        ...

    async def history(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], int]:
        """The newest facts, more than one message has room for, in the order of time; and how many came before them.
        Raises NoSuchTicket.
        """
        ...

    async def opened(self, number: int) -> tuple[Ticket, Sequence[Ticket]]:
        """With those it is linked with. Raises NoSuchTicket."""
        ...

    async def record(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], Sequence[tuple[Message, str]]]:
        """Every fact and every message, these with their authors' names. Raises NoSuchTicket."""
        ...

    async def conversation(self, number: int, upto: int | None) -> tuple[Ticket, Sequence[tuple[Message, str]]]:
        """The newest of what the customer and the staff have said to each other, with their authors' names, in the
        order of time, without notes; the words of the request are among them. `upto`: the last stored message that
        counts. Raises NoSuchTicket.
        """
        ...
