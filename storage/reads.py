"""Screens that only read, beside the writer, two statements a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from bot.domain.content import Message
from bot.domain.errors import NoSuchTicket
from bot.domain.lifecycle import Status
from bot.domain.ticket import Kind, Ticket
from bot.ports import HistoryRow, Page, ReleasePage
from storage import engine
from storage.repositories.history import HISTORY
from storage.repositories.links import OF
from storage.repositories.messages import MESSAGE
from storage.repositories.releases import NEWEST, RELEASE, read
from storage.repositories.tickets import GET, TICKET
from storage.tables import OPEN, messages, people, releases, tickets

T = TypeVar("T")

PAGE_SIZE = 8
"""Lines that fit a phone's screen above the keyboard."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page after another of tickets `of` somebody or something, and how many there are."""

    count: Select[Any]
    lines: Select[Any]


def _listing(*which: ColumnElement[bool], order: Sequence[ColumnElement[Any]]) -> Listing:
    lines = select(*TICKET).where(*which).order_by(*order).limit(PAGE_SIZE).offset(bindparam("skipped"))
    return Listing(select(func.count()).select_from(tickets).where(*which), lines)


BY_URGENCY = (
    tickets.c.kind != Kind.STOPPED,
    tickets.c.due_at.is_(None),
    tickets.c.due_at,
    tickets.c.created_at,
    tickets.c.number,
)
OF_CUSTOMER = _listing(tickets.c.customer_id == bindparam("of"), order=[tickets.c.number.desc()])
QUEUE = _listing(tickets.c.chat_id == bindparam("of"), OPEN, order=BY_URGENCY)
WITH_EXECUTOR = _listing(tickets.c.executor_id == bindparam("of"), OPEN, order=BY_URGENCY)
RELEASES = select(func.count()).select_from(releases)
WAITING = (
    select(func.count())
    .where(tickets.c.promised == releases.c.id, tickets.c.status == Status.WAITING_RELEASE)
    .scalar_subquery()
)
RELEASE_LINES = select(*RELEASE, WAITING).order_by(*NEWEST, releases.c.id).limit(PAGE_SIZE).offset(bindparam("skipped"))
SAID = (
    select(*MESSAGE, func.coalesce(people.c.name, ""))
    .join(people, people.c.id == messages.c.author_id, isouter=True)
    .where(messages.c.ticket == bindparam("wanted"))
    .order_by(messages.c.id)
)


class SqlReads:
    """The port `Reads`. To be used from one event loop."""

    def __init__(self, url: str) -> None:
        self._engine = engine.reader(url)

    async def tickets_of(self, customer_id: int, page: int) -> Page:
        """All of a customer's tickets, the newest first."""
        return await self._read(lambda at: _page(at, OF_CUSTOMER, customer_id, page))

    async def queue(self, chat_id: int, page: int) -> Page:
        return await self._read(lambda at: _page(at, QUEUE, chat_id, page))

    async def tickets_with(self, executor_id: int, page: int) -> Page:
        """Open tickets of an executor, in the order of the queue."""
        return await self._read(lambda at: _page(at, WITH_EXECUTOR, executor_id, page))

    async def releases(self, page: int) -> ReleasePage:
        return await self._read(lambda at: _releases(at, page))

    async def history(self, number: int) -> tuple[Ticket, Sequence[HistoryRow]]:
        return await self._read(lambda at: _history(at, number))

    async def opened(self, number: int) -> tuple[Ticket, Sequence[Ticket]]:
        return await self._read(lambda at: (_ticket(at, number), _linked(at, number)))

    async def record(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], Sequence[tuple[Message, str]]]:
        return await self._read(lambda at: (*_history(at, number), _said(at, number)))

    async def close(self) -> None:
        await self._engine.dispose()

    async def _read(self, query: Callable[[Connection], T]) -> T:
        """All of a screen's statements see the same state."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(query)


def _page(connection: Connection, listing: Listing, of: int, page: int) -> Page:
    """A page beyond the last one is the last one: lists grow shorter while somebody turns pages."""
    total = connection.execute(listing.count, {"of": of}).scalar_one()
    page, pages = _place(page, total)
    lines = connection.execute(listing.lines, {"of": of, "skipped": page * PAGE_SIZE})
    return Page(tuple(Ticket(*line) for line in lines), page, pages, total)


def _releases(connection: Connection, page: int) -> ReleasePage:
    total = connection.execute(RELEASES).scalar_one()
    page, pages = _place(page, total)
    lines = connection.execute(RELEASE_LINES, {"skipped": page * PAGE_SIZE})
    return ReleasePage(tuple((read(line), line[-1]) for line in lines), page, pages, total)


def _place(page: int, total: int) -> tuple[int, int]:
    """The page that is there, and how many there are."""
    pages = max(1, -(-total // PAGE_SIZE))
    return min(max(page, 0), pages - 1), pages


def _history(connection: Connection, number: int) -> tuple[Ticket, list[HistoryRow]]:
    ticket = _ticket(connection, number)
    rows = connection.execute(HISTORY, {"wanted": number})
    return ticket, [HistoryRow(*row) for row in rows]


def _ticket(connection: Connection, number: int) -> Ticket:
    found = connection.execute(GET, {"wanted": number}).one_or_none()
    if found is None:
        raise NoSuchTicket(number=number)
    return Ticket(*found)


def _linked(connection: Connection, number: int) -> list[Ticket]:
    return [Ticket(*row) for row in connection.execute(OF, {"of": number})]


def _said(connection: Connection, number: int) -> list[tuple[Message, str]]:
    rows = connection.execute(SAID, {"wanted": number})
    return [(Message(*row[:-1]), row[-1]) for row in rows]
