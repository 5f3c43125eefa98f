from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import get_args

import pytest

from bot.domain.errors import NoSuchTicket
from bot.domain.facts import Fact, TicketCompleted, TicketNudged, TicketReassigned, TicketReceived, Who
from bot.domain.lifecycle import Cause, Status
from bot.domain.ticket import Kind, Transfer
from bot.ports import HistoryRow, Page, StoreTrouble, UnitOfWork
from storage import engine
from storage.reads import NEWEST_FACTS, PAGE_SIZE, SqlReads
from storage.store import SqlStore
from tests.counting import counted
from tests.storage.builders import ANNA, BORIS, DESK, LATER, NOW, StillClock, ticket

WHO = Who(BORIS.id, BORIS.name)


async def make(store: SqlStore, clock: StillClock, *kinds: Kind) -> list[int]:
    """Tickets, a minute apart."""
    numbers = []
    for kind in kinds:
        made = await store.unit(partial(ticket, kind=kind))
        numbers.append(made.number)
        clock.at += timedelta(minutes=1)
    return numbers


def numbers(page: Page) -> list[int]:
    return [found.number for found in page.tickets]


async def test_an_empty_list_has_one_page(reads: SqlReads) -> None:
    assert await reads.queue(DESK, 0) == Page((), 0, 1, 0)


async def test_stopped_work_is_first_in_the_queue_then_the_oldest(
    store: SqlStore, reads: SqlReads, clock: StillClock
) -> None:
    one, two, three, four = await make(store, clock, Kind.CHANGE, Kind.STOPPED, Kind.QUESTION, Kind.STOPPED)
    assert numbers(await reads.queue(DESK, 0)) == [two, four, one, three]
    assert (await reads.queue(DESK - 1, 0)).total == 0


async def test_a_closed_ticket_leaves_the_queue_and_stays_with_its_customer(
    store: SqlStore, reads: SqlReads, clock: StillClock
) -> None:
    one, two = await make(store, clock, Kind.WRONG, Kind.WRONG)
    await store.unit(lambda unit: unit.tickets.save(replace(unit.tickets.get(one), status=Status.CLOSED)))
    assert numbers(await reads.queue(DESK, 0)) == [two]
    assert numbers(await reads.tickets_of(ANNA.id, 0)) == [two, one]
    assert (await reads.tickets_of(BORIS.id, 0)).total == 0


async def test_an_executor_sees_their_open_tickets(store: SqlStore, reads: SqlReads, clock: StillClock) -> None:
    one, _, three = await make(store, clock, Kind.WRONG, Kind.WRONG, Kind.STOPPED)

    def take(unit: UnitOfWork) -> None:
        for number in (one, three):
            unit.tickets.save(replace(unit.tickets.get(number), executor_id=12))

    await store.unit(take)
    assert numbers(await reads.tickets_with(12, 0)) == [three, one]


async def test_a_long_list_is_turned_page_by_page(store: SqlStore, reads: SqlReads, clock: StillClock) -> None:
    made = await make(store, clock, *[Kind.WRONG] * (PAGE_SIZE + 1))
    first, last = await reads.queue(DESK, 0), await reads.queue(DESK, 1)
    assert numbers(first) + numbers(last) == made
    assert (first.pages, first.total, len(first.tickets), last.page) == (2, PAGE_SIZE + 1, PAGE_SIZE, 1)


async def test_all_pages_together_are_one_list_wherever_guests_stand_in_it(
    store: SqlStore, reads: SqlReads, clock: StillClock
) -> None:
    """Every third is stopped, every fourth came from another group."""
    there = DESK - 1

    def make_one(unit: UnitOfWork, index: int) -> int:
        kind = Kind.STOPPED if index % 3 == 0 else Kind.QUESTION
        made = ticket(unit, kind=kind, chat_id=DESK if index % 4 else there)
        if index % 4 == 0:
            transfer = Transfer("backend", DESK, "look", NOW, BORIS.id, BORIS.name)
            unit.tickets.save(replace(made, status=Status.TRANSFERRED, transfer=transfer))
        return made.number

    made = []
    for index in range(45):
        made.append(await store.unit(partial(make_one, index=index)))
        clock.at += timedelta(minutes=1)
    queue = [await reads.queue(DESK, page) for page in range(6)]
    assert [number for page in queue for number in numbers(page)] == made[::3] + [
        n for i, n in enumerate(made) if i % 3
    ]
    mine = [await reads.tickets_of(ANNA.id, page) for page in range(6)]
    assert [number for page in mine for number in numbers(page)] == made[::-1]


@pytest.mark.parametrize(("asked", "shown"), [(7, 1), (-1, 0)])
async def test_a_page_that_is_not_there_is_the_nearest_one(
    store: SqlStore, reads: SqlReads, clock: StillClock, asked: int, shown: int
) -> None:
    await make(store, clock, *[Kind.WRONG] * (PAGE_SIZE + 1))
    assert await reads.queue(DESK, asked) == await reads.queue(DESK, shown)


async def test_the_history_tells_every_move_in_its_order(store: SqlStore, reads: SqlReads, clock: StillClock) -> None:
    (number,) = await make(store, clock, Kind.WRONG)

    def move(unit: UnitOfWork) -> None:
        unit.history.record(TicketReceived(number, WHO, NOW, None, Status.RECEIVED))
        unit.history.record(
            TicketCompleted(number, WHO, LATER, Status.IN_PROGRESS, Status.COMPLETED, Cause.SOFTWARE_FAULT, 5)
        )

    await store.unit(move)
    found, rows, before = await reads.history(number)
    assert (found.number, before) == (number, 0)
    assert rows == [
        HistoryRow(
            NOW, 12, "Борис", "TicketReceived", None, "received",
            {"filed": False, "answer_by": None, "opens_at": None},
        ),
        HistoryRow(
            LATER, 12, "Борис", "TicketCompleted", "in_progress", "completed",
            {"cause": Cause.SOFTWARE_FAULT, "answer": 5, "release": "", "on": None},
        ),
    ]  # fmt: skip


async def test_of_a_long_history_a_screen_reads_the_newest_and_the_file_all(
    store: SqlStore, reads: SqlReads, clock: StillClock
) -> None:
    (number,) = await make(store, clock, Kind.WRONG)

    def nudge(unit: UnitOfWork) -> None:
        for times in range(NEWEST_FACTS + 2):
            fact = TicketNudged(number, WHO, NOW, Status.IN_PROGRESS, Status.IN_PROGRESS, times)
            unit.history.record(fact)

    await store.unit(nudge)
    _, rows, before = await reads.history(number)
    assert ([row.details["times"] for row in rows], before) == ([*range(2, NEWEST_FACTS + 2)], 2)
    _, everything, _ = await reads.record(number)
    assert len(everything) == NEWEST_FACTS + 2


async def test_a_history_is_of_one_ticket(store: SqlStore, reads: SqlReads, clock: StillClock) -> None:
    one, two = await make(store, clock, Kind.WRONG, Kind.WRONG)
    fact = TicketReassigned(one, WHO, NOW, Status.IN_PROGRESS, Status.IN_PROGRESS, 11, "Anna")
    await store.unit(lambda unit: unit.history.record(fact))
    assert (await reads.history(two))[1] == []


async def test_an_unknown_number_has_no_history(reads: SqlReads) -> None:
    with pytest.raises(NoSuchTicket):
        await reads.history(17)


def test_facts_have_different_names() -> None:
    """They are stored by it."""
    names = [fact.__name__ for fact in get_args(Fact)]
    assert len(set(names)) == len(names)


async def test_a_screen_costs_the_same_however_much_it_shows(
    store: SqlStore, reads: SqlReads, clock: StillClock
) -> None:
    (number, *_) = await make(store, clock, *[Kind.WRONG] * (PAGE_SIZE + 1))
    with counted() as statements:
        await reads.queue(DESK, 0)
        await reads.tickets_of(ANNA.id, 0)
        await reads.tickets_with(12, 0)
        await reads.history(number)
    assert len(statements) == 8


async def test_a_screen_is_read_while_the_writer_is_busy(url: str, reads: SqlReads) -> None:
    writer = engine.writer(url)
    with writer.connect() as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO people (id, name) VALUES (1, 'Anna')")
        assert (await reads.queue(DESK, 0)).total == 0
    writer.dispose()


async def test_a_reader_cannot_write(url: str) -> None:
    reader = engine.reader(url)
    async with reader.connect() as connection:
        with pytest.raises(StoreTrouble, match="readonly"):
            await connection.exec_driver_sql("DELETE FROM inbox")
    await reader.dispose()
