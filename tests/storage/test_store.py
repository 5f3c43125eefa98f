from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event, current_thread
from typing import Any

import pytest
from sqlalchemy import CursorResult, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import QueuePool

from bot.domain.errors import NotCurrent
from bot.domain.people import Actor
from bot.domain.statements import CardView, Notice, Private, TicketTopic
from bot.ports import Ledger, Queued, Row, Shown, StoredUpdate, StoreTrouble, UnitOfWork, VersionConflict
from storage import engine, migrate
from storage.reads import SqlReads
from storage.store import SqlStore
from storage.unit_of_work import SqlUnit
from tests.counting import counted
from tests.storage.builders import ANNA, DESK, NOW, RULES, StillClock, ticket, written

PERSON = 100


def meet(number: int) -> Callable[[UnitOfWork], Any]:
    return lambda unit: unit.people.meet(Actor(number, f"P{number}"))


def sql(unit: UnitOfWork, statement: str) -> CursorResult[Any]:
    """Behind the repositories' back."""
    assert isinstance(unit, SqlUnit)
    return unit.connection.exec_driver_sql(statement)


async def known(store: SqlStore, *numbers: int) -> list[bool]:
    return await store.unit(lambda unit: [unit.people.get(number) is not None for number in numbers])


def failing(unit: UnitOfWork) -> None:
    meet(2)(unit)
    unit.speech.say(Private(2), Notice("welcome"))
    raise NotCurrent


async def together(store: SqlStore, *jobs: Callable[[Any], Any]) -> list[Any]:
    """Run jobs in one batch: they arrive while the writer is held up by another one."""
    go = Event()
    held_up = asyncio.create_task(store.unit(lambda _: go.wait(5)))
    await asyncio.sleep(0)
    waiting = [asyncio.create_task(store.unit(job)) for job in jobs]
    await asyncio.sleep(0)
    go.set()
    await held_up
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_a_unit_returns_comes_back(store: SqlStore) -> None:
    assert (await store.unit(meet(1))).name == "P1"
    assert await known(store, 1, 2) == [True, False]


async def test_a_refusal_undoes_the_whole_unit_and_reaches_its_caller(store: SqlStore) -> None:
    queued: list[Queued] = []
    store.listen(queued.append)
    with pytest.raises(NotCurrent):
        await store.unit(failing)
    assert await known(store, 2) == [False]
    assert await store.unit(lambda ledger: ledger.outbox.waiting()) == []
    assert queued == []


async def test_in_a_batch_only_the_failing_unit_is_undone(store: SqlStore) -> None:
    queued: list[Queued] = []
    store.listen(queued.append)

    def greet(unit: UnitOfWork) -> None:
        unit.speech.say(Private(1), Notice("welcome"))

    one, two, three, four = await together(store, meet(1), failing, greet, meet(3))
    assert (one.id, three, four.id) == (1, None, 3)
    assert isinstance(two, NotCurrent)
    assert await known(store, 1, 2, 3) == [True, False, True]
    assert [[row.to for row in report.rows] for report in queued] == [[Private(1)]]


async def test_a_batch_is_one_transaction(store: SqlStore) -> None:
    commits: list[Any] = []
    event.listen(store._engine, "commit", commits.append)
    await together(store, *(meet(number) for number in range(1, 6)))
    assert len(commits) == 2, "one of the unit that held the writer up, one of the five behind it"


async def test_a_failed_commit_fails_every_unit_of_the_batch(store: SqlStore) -> None:
    queued: list[Queued] = []
    store.listen(queued.append)
    await store.unit(meet(1))

    def spoil(unit: UnitOfWork) -> None:
        """An orphan that the database finds out about when it commits."""
        sql(unit, "PRAGMA defer_foreign_keys = ON")
        sql(unit, "INSERT INTO members (chat_id, person_id, standing) VALUES (1, 99, 1)")

    def greet(unit: UnitOfWork) -> None:
        unit.speech.say(Private(1), Notice("welcome"))

    results = await together(store, meet(2), spoil, failing, greet)
    assert [type(result) for result in results] == [IntegrityError] * 4
    assert await known(store, 1, 2) == [True, False]
    assert await store.unit(lambda ledger: ledger.outbox.waiting()) == []
    assert queued == []


async def test_a_locked_database_fails_the_unit_and_not_the_store(url: str, store: SqlStore) -> None:
    await store.unit(lambda unit: sql(unit, "PRAGMA busy_timeout = 1"))
    other = engine.writer(url)
    with other.connect() as connection, connection.begin(), pytest.raises(StoreTrouble, match="locked"):
        await store.unit(meet(1))
    other.dispose()
    assert (await store.unit(meet(1))).id == 1


async def test_a_transaction_that_is_lost_in_mid_batch_fails_all_of_it(store: SqlStore) -> None:
    """SQLite rolls the whole transaction back by itself when the disk is full."""

    def lose(unit: UnitOfWork) -> None:
        sql(unit, "ROLLBACK")
        raise NotCurrent

    results = await together(store, meet(1), lose, meet(3))
    assert all(isinstance(result, Exception) for result in results)
    assert await known(store, 1, 3) == [False, False]


async def test_eight_tasks_with_a_hundred_increments_make_eight_hundred(store: SqlStore) -> None:
    await store.unit(meet(PERSON))

    def increment(unit: UnitOfWork) -> None:
        person = unit.people.get(PERSON)
        assert person is not None
        unit.people.heard(PERSON, person.last_message_id + 1)

    async def hundred() -> None:
        for _ in range(100):
            await store.unit(increment)

    await asyncio.gather(*(hundred() for _ in range(8)))
    person = await store.unit(lambda unit: unit.people.get(PERSON))
    assert person is not None
    assert person.last_message_id == 800


async def test_two_processes_lose_no_increment_either(url: str, store: SqlStore, clock: StillClock) -> None:
    other = SqlStore(url, clock, RULES)
    await store.unit(meet(PERSON))

    def increment(unit: UnitOfWork) -> None:
        person = unit.people.get(PERSON)
        assert person is not None
        unit.people.heard(PERSON, person.last_message_id + 1)

    async def fifty(writer: SqlStore) -> None:
        for _ in range(50):
            await writer.unit(increment)

    await asyncio.gather(fifty(store), fifty(other))
    await other.close()
    person = await store.unit(lambda unit: unit.people.get(PERSON))
    assert person is not None
    assert person.last_message_id == 100


async def test_a_version_conflict_reaches_its_caller(store: SqlStore) -> None:
    seen = await store.unit(ticket)
    await store.unit(lambda unit: unit.tickets.save(seen))
    with pytest.raises(VersionConflict):
        await store.unit(lambda unit: unit.tickets.save(seen))


async def test_a_cancelled_caller_loses_the_answer_not_the_unit(store: SqlStore) -> None:
    go = Event()
    running = asyncio.create_task(store.unit(lambda unit: (go.wait(5), meet(1)(unit))))
    await asyncio.sleep(0)
    queued = asyncio.create_task(store.unit(meet(2)))
    await asyncio.sleep(0)
    running.cancel()
    queued.cancel()
    await asyncio.wait([running, queued])
    assert running.cancelled()
    assert queued.cancelled()
    go.set()
    assert await known(store, 1, 2) == [True, True]


async def test_closing_finishes_what_is_queued(url: str, clock: StillClock) -> None:
    store = SqlStore(url, clock, RULES)
    go = Event()
    jobs = [asyncio.create_task(store.unit(lambda unit: (go.wait(5), meet(1)(unit))))]
    await asyncio.sleep(0)
    jobs.append(asyncio.create_task(store.unit(meet(2))))
    await asyncio.sleep(0)
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0)
    with pytest.raises(RuntimeError, match="closed"):
        await store.unit(meet(3))
    go.set()
    await closing
    await asyncio.gather(*jobs)
    assert isinstance(store._engine.pool, QueuePool)
    assert store._engine.pool.checkedin() == 0, "no connection is left behind"
    again = SqlStore(url, clock, RULES)
    assert await known(again, 1, 2, 3) == [True, True, False]
    await again.close()


async def test_the_moment_of_a_unit_is_that_of_its_beginning(store: SqlStore, clock: StillClock) -> None:
    def slow(unit: UnitOfWork) -> Any:
        clock.at += timedelta(hours=1)
        return unit.now, unit.rules

    assert await store.unit(slow) == (NOW, RULES)
    assert await store.unit(lambda unit: unit.now) == NOW + timedelta(hours=1)


async def test_every_unit_runs_in_the_one_writers_thread(store: SqlStore) -> None:
    names = await together(store, *(lambda _: current_thread().name for _ in range(3)))
    assert len(set(names)) == 1
    assert names[0].startswith("writer")


async def test_the_listener_hears_after_the_commit_what_is_to_be_sent(url: str, store: SqlStore) -> None:
    heard: list[tuple[Queued, str]] = []
    store.listen(lambda queued: heard.append((queued, current_thread().name)))
    await store.unit(meet(1))
    assert heard == [], "a unit that says nothing is not reported"
    await store.unit(lambda unit: unit.speech.say(Private(1), Notice("welcome")))
    rows = await store.unit(lambda ledger: ledger.outbox.waiting())
    assert heard == [(Queued(tuple(rows)), current_thread().name)]


async def test_the_clerk_has_a_part_in_the_transaction(store: SqlStore) -> None:
    heard: list[Queued] = []
    seen: list[Row] = []

    def begin(ledger: Ledger, rows: Sequence[Row]) -> list[str]:
        seen.extend(rows)
        return [f"begun {number}" for number in ledger.outbox.sending([row.id for row in rows])]

    store.employ(begin)
    store.listen(heard.append)
    await store.unit(meet(1))
    with pytest.raises(NotCurrent):
        await store.unit(failing)
    assert (seen, heard) == ([], []), "nothing was queued"
    await store.unit(lambda unit: unit.speech.say(Private(1), Notice("welcome")))
    (row,) = await store.unit(lambda ledger: ledger.outbox.waiting())
    assert row.in_doubt, "it was marked as going"
    assert heard == [Queued(tuple(seen), begun=(f"begun {row.id}",))]


async def test_what_the_clerk_could_not_write_undoes_the_transaction(store: SqlStore) -> None:
    def trouble(*_: Any) -> list[str]:
        raise StoreTrouble("full")

    def greet(unit: UnitOfWork) -> None:
        meet(1)(unit)
        unit.speech.say(Private(1), Notice("welcome"))

    store.employ(trouble)
    with pytest.raises(StoreTrouble):
        await store.unit(greet)
    assert await known(store, 1) == [False]


async def test_what_a_batch_added_and_replaced_is_reported_as_replaced_only(store: SqlStore) -> None:
    def put(ledger: Ledger) -> None:
        ledger.speech.show(TicketTopic(DESK, 17), CardView(17))
        ledger.outbox.put(CardView(17), Shown(DESK, 80, "digest", NOW))

    heard: list[Queued] = []
    store.listen(heard.append)
    await together(store, put, *[lambda unit: unit.speech.show(TicketTopic(DESK, 17), CardView(17))] * 2)
    rows = await store.unit(lambda ledger: ledger.outbox.waiting())
    (report,) = heard
    assert report.rows == tuple(rows)
    assert len(report.replaced) == 2


async def test_stop_iteration_in_a_unit_is_an_error_like_any_other(store: SqlStore) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await store.unit(lambda _: next(iter(())))


async def test_a_crash_before_the_commit_leaves_nothing(url: str, store: SqlStore) -> None:
    """What another connection sees while a unit is under way is what a crash would leave."""
    go, begun = Event(), Event()

    def job(unit: UnitOfWork) -> None:
        ticket(unit)
        begun.set()
        go.wait(5)

    running = asyncio.create_task(store.unit(job))
    await asyncio.get_running_loop().run_in_executor(None, begun.wait, 5)
    reads = SqlReads(url)
    assert (await reads.queue(DESK, 0)).total == 0
    go.set()
    await running
    assert (await reads.queue(DESK, 0)).total == 1
    await reads.close()


async def test_a_message_costs_five_statements(store: SqlStore) -> None:
    await store.unit(lambda ledger: ledger.inbox.add([StoredUpdate(1, "p11", "{}")]))

    def handle(ledger: Ledger) -> None:
        ledger.people.meet(ANNA, 5)
        ledger.tickets.open_of(ANNA.id)
        written(ledger, 5)
        ledger.speech.say(Private(ANNA.id), Notice("welcome"))
        ledger.inbox.done(1)

    with counted() as statements:
        await store.unit(handle)
    assert len(statements) == 5


async def test_a_commit_is_on_the_disk(store: SqlStore) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    values = await store.unit(lambda unit: [sql(unit, f"PRAGMA {name}").scalar_one() for name in pragmas])
    assert values == ["wal", 2, 1]


@pytest.mark.parametrize("url", ["postgresql://desk@db/desk", "sqlite://", "sqlite:///:memory:"])
def test_what_is_no_sqlite_file_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(ValueError, match="keeps its data in an SQLite file"):
        engine.writer(url)


def test_a_refused_address_shows_no_password() -> None:
    with pytest.raises(ValueError) as refused:
        migrate.upgrade("postgresql://desk:hunter2@db/desk")
    assert "hunter2" not in str(refused.value)
