"""What people do with a big desk, each time with another ticket, customer or colleague."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery.compose import Composer
from bot.delivery.listings import read
from bot.delivery.niceties import Niceties
from bot.domain.people import Actor, Standing
from bot.domain.statements import CardView, Listing, Priority, TicketTopic
from bot.domain.ticket import Ticket
from bot.ports import Ledger, Row
from bot.screens.context import Reader
from bot.usecases.customer_says import customer_says
from bot.usecases.staff_says import staff_says
from locales.catalog import Catalog
from storage.reads import PAGE_SIZE, SqlReads
from storage.store import SqlStore
from tests.bench.scale.size import EXECUTORS, FEW, MANY, MESSAGES, OTHER_DESK, Size
from tests.storage.builders import DESK, NOW, RULES, incoming

LAST = 10**9
"""A page beyond the last one is the last one."""
CATALOG = Catalog(default="en")


@dataclass(frozen=True, slots=True)
class Desk:
    """A filled database in use. `ids`: of new messages, none of which may come twice."""

    size: Size
    store: SqlStore
    reads: SqlReads
    ids: Iterator[int]
    random: Random = field(default_factory=lambda: Random(5))

    def anybody(self) -> int:
        """A ticket."""
        return self.random.randint(1, self.size.tickets)

    def lonely(self) -> int:
        """A ticket in the bigger group, in progress: its customer's only open one."""
        size = self.size
        while True:
            number = size.tickets - self.random.randrange(size.in_small_desk, size.in_big_desk)
            plain = number % 200 and number % (size.tickets // 10) != 1 and number % 26
            if plain and 4 <= number // 26 % 10 < 8:
                return number

    async def listed(self, name: str, /, **values: Any) -> None:
        reader = Reader(CATALOG, "en", ZoneInfo("UTC"), NOW)
        await read(reader, self.reads, Listing(name, values), RULES)


Act = Callable[[Desk], Awaitable[None]]


def _queue(chat_id: int, page: int) -> Act:
    return lambda desk: desk.listed("queue", chat=chat_id, page=page)


def _my(customer: int, page: int) -> Act:
    return lambda desk: desk.listed("my", customer=customer, page=page)


async def mine(desk: Desk) -> None:
    await desk.listed("mine", executor=desk.random.choice(EXECUTORS), name="Boris", page=0)


async def opened(desk: Desk) -> None:
    await desk.listed("opened", number=desk.anybody())


async def story(desk: Desk) -> None:
    await desk.listed("story", number=desk.anybody())


async def history(desk: Desk) -> None:
    await desk.listed("history", number=desk.anybody())


async def long_history(desk: Desk) -> None:
    await desk.listed("history", number=desk.size.long)


async def card(desk: Desk) -> None:
    """Composed as at sending, also where it turns out to look as before."""
    number, composer = desk.anybody(), Composer(CATALOG, RULES, Niceties())

    def compose(ledger: Ledger) -> None:
        chat_id = ledger.tickets.get(number).chat_id
        row = Row(1, f"t{number}", TicketTopic(chat_id, number), CardView(number), Priority.REMINDER, NOW)
        composer.compose(ledger, row)

    await desk.store.unit(compose)


async def in_topic(desk: Desk) -> None:
    """What stands where somebody has written in a topic: the ticket, the message answered, its copies."""
    number = desk.lonely()

    def find(ledger: Ledger) -> None:
        found = ledger.tickets.in_topic(DESK, desk.size.topic_at(number))
        place = ledger.messages.place(DESK, _first_copy(desk.size, number))
        assert found is not None
        assert place is not None
        assert place.source is not None
        ledger.messages.copies(place.source)

    await desk.store.unit(find)


async def next_timer(desk: Desk) -> None:
    await desk.store.unit(lambda ledger: ledger.alarms.next())


async def customer_writes(desk: Desk) -> None:
    number, message_id = desk.lonely(), next(desk.ids)

    def say(ledger: Ledger) -> None:
        customer = ledger.tickets.get(number).customer_id
        actor = Actor(customer, f"Person {customer}", None, "en")
        customer_says(ledger, actor, incoming(message_id, customer))

    await desk.store.unit(say)


async def executor_replies(desk: Desk) -> None:
    """A swipe-reply to the customer's first message."""
    number, message_id = desk.lonely(), next(desk.ids)
    topic_id, answered = desk.size.topic_at(number), _first_copy(desk.size, number)

    def say(ledger: Ledger) -> None:
        actor = _executor(ledger.tickets.get(number))
        staff_says(ledger, actor, incoming(message_id, DESK, topic_id=topic_id, reply_to=answered))

    await desk.store.unit(say)


def _first_copy(size: Size, number: int) -> int:
    """Where the customer's first message stands in the group."""
    block, seat = divmod(number - 1, size.block)
    return block * size.block * MESSAGES + seat + 1


def _executor(ticket: Ticket) -> Actor:
    return Actor(ticket.executor_id or 0, ticket.executor_name or "", standing=Standing.MEMBER, chat_id=DESK)


def acts(size: Size) -> dict[str, Act]:
    """By what the table calls them."""
    made: dict[str, Act] = {}
    for chat_id, open_ones in ((OTHER_DESK, size.in_small_desk), (DESK, size.in_big_desk)):
        middle = open_ones // PAGE_SIZE // 2
        for name, page in (("first", 0), ("middle", middle), ("last", LAST)):
            made[f"`/queue`, {name} page of {open_ones:,} tickets"] = _queue(chat_id, page)
    made["`/mine`, first page"] = mine
    made["my requests, first page of 10"] = _my(FEW, 0)
    many = size.tickets // 200
    for name, page in (("first", 0), ("last", LAST)):
        made[f"my requests, {name} page of {many:,}"] = _my(MANY, page)
    return made | {
        "one of my requests": opened,
        "what happened": story,
        "`/history`, 8 facts": history,
        "`/history`, 500 facts": long_history,
        "card": card,
        "where a topic's message belongs": in_topic,
        "when the next timer is due": next_timer,
        "a customer writes": customer_writes,
        "the executor replies": executor_replies,
    }
