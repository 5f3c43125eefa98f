"""Screens that only read, beside the writer, two statements a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    func,
    literal,
    literal_column,
    null,
    select,
    union_all,
)

from bot.domain.content import Message, Side
from bot.domain.errors import NoSuchTicket
from bot.domain.lifecycle import Status
from bot.domain.ticket import Ticket
from bot.ports import HistoryRow, Page, ReleasePage
from storage import engine
from storage.repositories.history import FACT
from storage.repositories.links import OF as LINKED
from storage.repositories.messages import MESSAGE
from storage.repositories.releases import NEWEST, RELEASE, read
from storage.repositories.tickets import GET, TICKET
from storage.tables import (
    GOES_ON,
    NOT_DUE,
    OPEN,
    TRANSFERRED,
    guest_topics,
    history,
    messages,
    people,
    releases,
    tickets,
    transfer_assignee,
    transfer_chat,
)

T = TypeVar("T")

PAGE_SIZE = 8
"""Lines that fit a phone's screen above the keyboard."""
LAST = 2**63 - 1
LATEST = 45
"""Messages of a conversation that one screen can hold, at most."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Tickets `of` somebody or something: how many there are, of its own and as guests among them; and those of a page.

    A page is `size` tickets after those `skipped` of what is left when the first `before` of its own are passed over,
    and no more than `own` of them looked at.
    """

    counts: Select[int, int]
    lines: Select[Any]


OF = bindparam("of", type_=BigInteger)
BEFORE, OWN, SIZE, SKIPPED = (bindparam(name, type_=Integer) for name in ("before", "own", "size", "skipped"))
# Work has stopped first, then what is due next, then the oldest: word by word the order of ix_tickets_open_queue.
URGENCY = (GOES_ON, NOT_DUE, tickets.c.due_at, tickets.c.created_at, tickets.c.number)


def _with(mine: ColumnElement[bool], theirs: ColumnElement[bool], guest: ColumnElement[bool]) -> Listing:
    """Open tickets by urgency: `mine`, and those that are with another service, of which `theirs` are seen as guests.

    The page is found in the narrow rows of the indexes; only its tickets are read whole. Its own are many and in the
    index in their order; guests are few, and put in their places.
    """
    by = [at.label(f"by_{place}") for place, at in enumerate(URGENCY)]
    order: list[ColumnElement[Any]] = [literal_column(one.name) for one in by]
    own, guests = (mine, OPEN), (theirs, guest, OPEN, TRANSFERRED)
    near = select(*by).where(*own).order_by(*URGENCY).limit(OWN).offset(BEFORE).subquery("near")
    both = union_all(select(near), select(*by).where(*guests))
    page = both.order_by(*order).limit(SIZE).offset(SKIPPED).subquery("page")
    there = (guest_topics.c.number == tickets.c.number) & (guest_topics.c.chat_id == transfer_chat)
    lines = (
        select(*TICKET, guest, guest_topics.c.topic_id)
        .outerjoin_from(tickets, guest_topics, there)
        .where(tickets.c.number.in_(select(page.c[by[-1].name])))
        .order_by(*URGENCY)
    )
    counts = [select(func.count()).select_from(tickets).where(*half).scalar_subquery() for half in (own, guests)]
    return Listing(select(counts[0], counts[1]), lines)


OF_CUSTOMER = Listing(
    select(func.count(), literal(0)).select_from(tickets).where(tickets.c.customer_id == OF),
    select(*TICKET, null(), null())
    .where(tickets.c.customer_id == OF)
    .order_by(tickets.c.number.desc())
    .limit(OWN)
    .offset(BEFORE),
)
QUEUE = _with(tickets.c.chat_id == OF, transfer_chat == OF, tickets.c.chat_id != OF)
WITH_PERSON = _with(tickets.c.executor_id == OF, transfer_assignee == OF, tickets.c.executor_id.is_distinct_from(OF))
RELEASES = select(func.count()).select_from(releases)
WAITING = (
    select(func.count())
    .where(tickets.c.promised == releases.c.id, tickets.c.status == Status.WAITING_RELEASE)
    .scalar_subquery()
)
RELEASE_LINES = select(*RELEASE, WAITING).order_by(*NEWEST, releases.c.id).limit(PAGE_SIZE).offset(bindparam("skipped"))
_counts = (messages.c.ticket == bindparam("of_ticket")) & (messages.c.side != literal(Side.NOTE, messages.c.side.type))
CONVERSATION = (
    select(*MESSAGE, func.coalesce(people.c.name, ""))
    .outerjoin_from(messages, people, people.c.id == messages.c.author_id)
    .where(_counts, messages.c.id <= bindparam("upto"))
    .order_by(messages.c.id.desc())
    .limit(LATEST)
)
NEWEST_FACTS, ALL_FACTS = 150, -1
"""More than a screen has room for, those that it leaves out counted in; and no limit."""
FACTS = select(func.count()).where(history.c.number == bindparam("wanted")).scalar_subquery()
HISTORY = (
    select(*FACT, FACTS)
    .where(history.c.number == bindparam("wanted"))
    .order_by(history.c.id.desc())
    .limit(bindparam("most"))
)
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

    async def tickets_with(self, person_id: int, page: int) -> Page:
        """In the order of the queue."""
        return await self._read(lambda at: _page(at, WITH_PERSON, person_id, page))

    async def releases(self, page: int) -> ReleasePage:
        return await self._read(lambda at: _releases(at, page))

    async def history(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], int]:
        return await self._read(lambda at: (_ticket(at, number), *_history(at, number, NEWEST_FACTS)))

    async def opened(self, number: int) -> tuple[Ticket, Sequence[Ticket]]:
        return await self._read(lambda at: (_ticket(at, number), _linked(at, number)))

    async def record(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], Sequence[tuple[Message, str]]]:
        def whole(at: Connection) -> tuple[Ticket, Sequence[HistoryRow], Sequence[tuple[Message, str]]]:
            return _ticket(at, number), _history(at, number, ALL_FACTS)[0], _said(at, number)

        return await self._read(whole)

    async def conversation(self, number: int, upto: int | None) -> tuple[Ticket, Sequence[tuple[Message, str]]]:
        return await self._read(lambda at: _conversation(at, number, upto))

    async def close(self) -> None:
        await self._engine.dispose()

    async def _read(self, query: Callable[[Connection], T]) -> T:
        """All of a screen's statements see the same state."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(query)


def _page(connection: Connection, listing: Listing, of: int, page: int) -> Page:
    """A page beyond the last one is the last one: lists grow shorter while somebody turns pages."""
    own, guests = connection.execute(listing.counts, {"of": of}).one()
    page, pages = _place(page, own + guests)
    first = page * PAGE_SIZE
    before = max(0, first - guests)  # however many guests stand among them, these come before the page
    places = {"before": before, "skipped": first - before, "own": PAGE_SIZE + first - before, "size": PAGE_SIZE}
    lines = connection.execute(listing.lines, {"of": of, **places})
    return Page(tuple(_seen(*line) for line in lines), page, pages, own + guests)


def _seen(*line: Any) -> Ticket:
    """A ticket of another group with the topic that it has as a guest, and with who works on it there."""
    *fields, guest, topic_id = line
    ticket = Ticket(*fields)
    if not guest or ticket.guest_chat is None:
        return ticket
    return replace(ticket, chat_id=ticket.guest_chat, topic_id=topic_id, executor_name=ticket.assignee_name)


def _conversation(connection: Connection, number: int, upto: int | None) -> tuple[Ticket, list[tuple[Message, str]]]:
    found = connection.execute(GET, {"wanted": number}).one_or_none()
    if found is None:
        raise NoSuchTicket(number=number)
    rows = connection.execute(CONVERSATION, {"of_ticket": number, "upto": LAST if upto is None else upto}).all()
    return Ticket(*found), [(Message(*message), author) for *message, author in reversed(rows)]


def _releases(connection: Connection, page: int) -> ReleasePage:
    total = connection.execute(RELEASES).scalar_one()
    page, pages = _place(page, total)
    lines = connection.execute(RELEASE_LINES, {"skipped": page * PAGE_SIZE})
    return ReleasePage(tuple((read(line), line[-1]) for line in lines), page, pages, total)


def _place(page: int, total: int) -> tuple[int, int]:
    """The page that is there, and how many there are."""
    pages = max(1, -(-total // PAGE_SIZE))
    return min(max(page, 0), pages - 1), pages


def _history(connection: Connection, number: int, most: int) -> tuple[list[HistoryRow], int]:
    """In the order of time, and how many came before them."""
    rows = connection.execute(HISTORY, {"wanted": number, "most": most}).all()
    total = rows[0][-1] if rows else 0
    return [HistoryRow(*row[:-1]) for row in reversed(rows)], total - len(rows)


def _ticket(connection: Connection, number: int) -> Ticket:
    found = connection.execute(GET, {"wanted": number}).one_or_none()
    if found is None:
        raise NoSuchTicket(number=number)
    return Ticket(*found)


def _linked(connection: Connection, number: int) -> list[Ticket]:
    return [Ticket(*row) for row in connection.execute(LINKED, {"of": number})]


def _said(connection: Connection, number: int) -> list[tuple[Message, str]]:
    rows = connection.execute(SAID, {"wanted": number})
    return [(Message(*row[:-1]), row[-1]) for row in rows]
