"""Timers are stored with the tickets that they follow from, and each goes off once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.lifecycle import Ask, Cause, Status
from bot.domain.people import Actor, Standing
from bot.domain.sla import Clocks, Goal, Stopwatch, Targets, Terms
from bot.domain.ticket import Acceptance, Alarmed, Kind, Promise, Question, Transfer
from bot.domain.timers import Alarm
from bot.ports import Ledger, Queued
from bot.timers import Timers
from bot.usecases.fire import fire
from bot.usecases.outcome import settle
from storage.store import SqlStore
from storage.unit_of_work import SqlUnit
from tests.counting import counted
from tests.storage.builders import DESK, NOW, RULES, StillClock, ticket

IVAN = Actor(31, "Ivan", standing=Standing.MEMBER)
DAYS = timedelta(days=1)


@pytest.fixture
async def another(url: str, clock: StillClock) -> AsyncIterator[SqlStore]:
    """Another process on the same database."""
    store = SqlStore(url, clock, RULES)
    yield store
    await store.close()


def rows(ledger: Any) -> list[tuple[int, str, int | None, int]]:
    found = ledger.connection.exec_driver_sql("SELECT number, alarm, wake_at, attempts FROM timers ORDER BY number")
    return [tuple(row) for row in found]


def taken(ledger: Ledger) -> int:
    """By Ivan: in two days without a reply he is nudged."""
    ledger.people.meet(IVAN)
    new = ticket(ledger)
    settle(ledger, *new.take(by=IVAN, at=ledger.now))
    return new.number


def told(ledger: Ledger) -> int:
    """How often somebody was nudged."""
    return sum(getattr(row.payload, "key", "") == "staff-no-reply" for row in ledger.outbox.waiting())


def test_a_ticket_that_nothing_waits_for_has_no_timer_and_costs_nothing(unit: SqlUnit) -> None:
    ticket(unit)
    with counted() as statements:
        unit.finish()
    assert (statements, rows(unit)) == ([], [])


def test_a_move_costs_one_statement_where_it_sets_a_timer_and_one_where_it_ends_one(unit: SqlUnit) -> None:
    number = taken(unit)
    with counted() as statements:
        unit.finish()
    assert len(statements) == 1
    assert [row[:2] for row in rows(unit)] == [(number, "no_reply")]
    later = SqlUnit(unit.connection, NOW, RULES)
    settle(later, *later.tickets.get(number).complete(Cause.OTHER, answer=1, by=IVAN, at=NOW))
    with counted() as statements:
        later.finish()
    assert len(statements) == 1
    assert rows(later) == []


def test_what_is_saved_without_changing_a_timer_costs_nothing(unit: SqlUnit) -> None:
    number = taken(unit)
    unit.finish()
    later = SqlUnit(unit.connection, NOW, RULES)
    later.tickets.save(replace(later.tickets.get(number), subject="Payments"))
    with counted() as statements:
        later.finish()
    assert statements == []


async def test_a_commit_that_sets_a_timer_is_heard_of(store: SqlStore) -> None:
    heard: list[Queued] = []
    store.listen(heard.append)
    await store.unit(taken)
    assert heard[-1].due_at == NOW + 2 * DAYS


async def test_of_two_processes_one_lets_it_off(store: SqlStore, another: SqlStore, clock: StillClock) -> None:
    number = await store.unit(taken)
    clock.at += 2 * DAYS
    both = [one.unit(lambda ledger: fire(ledger, number, Alarm.NO_REPLY)) for one in (store, another) * 5]
    await asyncio.gather(*both)
    assert await store.unit(told) == 1
    assert (await store.unit(lambda ledger: ledger.tickets.get(number))).nudges == 1


async def test_a_fire_that_is_undone_leaves_the_timer_as_it_was(store: SqlStore, clock: StillClock) -> None:
    """A process that dies before the commit has done nothing."""
    number = await store.unit(taken)
    clock.at += 2 * DAYS

    def dies(ledger: Ledger) -> None:
        fire(ledger, number, Alarm.NO_REPLY)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await store.unit(dies)
    assert (await store.unit(told), len(await store.unit(rows))) == (0, 1)
    await store.unit(lambda ledger: fire(ledger, number, Alarm.NO_REPLY))
    assert await store.unit(told) == 1


async def test_what_is_stored_is_only_where_to_look(store: SqlStore, clock: StillClock) -> None:
    """A row that came too early, or out of nowhere, does nothing and is put right."""
    number = await store.unit(taken)
    await store.unit(lambda ledger: sql(ledger, "UPDATE timers SET due_at = 0, wake_at = 0"))
    await store.unit(
        lambda ledger: sql(ledger, "INSERT INTO timers SELECT number, 'expire', 0, 0, 0, NULL FROM tickets")
    )
    for alarm in (Alarm.NO_REPLY, Alarm.EXPIRE):
        await store.unit(lambda ledger, which=alarm: fire(ledger, number, which))  # type: ignore[misc]
    assert await store.unit(told) == 0
    assert [row[:3] for row in await store.unit(rows)] == [(number, "no_reply", micro(NOW + 2 * DAYS))]


QUESTION = Question(Ask.INFO, 5, IVAN.id, IVAN.name, NOW, Status.IN_PROGRESS, delivered_at=NOW)
HOUR = timedelta(hours=1)
CLOCKS = replace(Clocks.submitted(NOW), first_response=Stopwatch())
AGREED = replace(RULES, terms=Terms(targets={(None, Kind.WRONG): Targets(resolution=HOUR)}))
WITH_IVAN: dict[str, Any] = {"executor_id": IVAN.id, "executor_name": IVAN.name}
DUE: list[tuple[Alarm, dict[str, Any]]] = [
    (Alarm.MISS, {"status": Status.ASSIGNED}),
    (Alarm.QUESTION, {"status": Status.WAITING_CUSTOMER, "question": QUESTION}),
    (Alarm.SILENCE, {"status": Status.WAITING_CUSTOMER, "question": replace(QUESTION, reminders=2, reminded_at=NOW)}),
    (Alarm.PICK_UP, {"status": Status.TRANSFERRED, "transfer": Transfer("backend", DESK, "look", NOW)}),
    (Alarm.OVERDUE, {"status": Status.WAITING_RELEASE, "promise": Promise("1.4.1", NOW.date(), NOW)}),
    (Alarm.LATE, {"status": Status.WAITING_RELEASE, "promise": Promise("1.4.1", NOW.date(), NOW), "nudges": 1}),
    (Alarm.LAPSE, {"status": Status.IN_PROGRESS, "unexplained_since": NOW}),
    (Alarm.ACCEPTANCE, {"status": Status.COMPLETED, "acceptance": Acceptance(NOW)}),
    (Alarm.EXPIRE, {"status": Status.COMPLETED, "acceptance": Acceptance(NOW, NOW, NOW)}),
    (Alarm.NO_REPLY, {"status": Status.IN_PROGRESS}),
    (Alarm.NO_REPLY, {"status": Status.IN_PROGRESS, "nudges": 1}),
    (Alarm.WARN, {"clocks": CLOCKS}),
    (Alarm.BREACH, {"clocks": CLOCKS, "alarmed": (Alarmed(Goal.RESOLUTION, NOW + HOUR),)}),
]


@pytest.mark.parametrize(("alarm", "fields"), DUE)
def test_what_has_gone_off_is_not_due_again(unit: SqlUnit, alarm: Alarm, fields: dict[str, Any]) -> None:
    """However late it is: it would go off for ever."""
    unit = SqlUnit(unit.connection, NOW, AGREED)
    number = ticket(unit).number
    unit.tickets.save(replace(unit.tickets.get(number), since=NOW, **WITH_IVAN | {"clocks": None} | fields))
    unit.finish()
    before = {row[1]: row[2] for row in rows(unit)}
    assert alarm.value in before
    monday = datetime(2027, 2, 1, 12, tzinfo=UTC)
    later = SqlUnit(unit.connection, monday, AGREED)
    fire(later, number, alarm)
    later.finish()
    assert len(list(unit.connection.exec_driver_sql("SELECT 1 FROM history"))) == 1
    assert before[alarm.value] not in [row[2] for row in rows(unit) if row[1] == alarm.value]


AT_NIGHT = [
    (Alarm.ACCEPTANCE, datetime(2026, 11, 28, 3, tzinfo=UTC), datetime(2026, 11, 30, 9, tzinfo=UTC)),
    (Alarm.QUESTION, datetime(2026, 11, 26, 22, tzinfo=UTC), datetime(2026, 11, 27, 9, tzinfo=UTC)),
    (Alarm.LATE, datetime(2026, 11, 26, 5, tzinfo=UTC), datetime(2026, 11, 26, 9, tzinfo=UTC)),
]


@pytest.mark.parametrize(("alarm", "night", "morning"), AT_NIGHT)
def test_a_desk_that_comes_back_at_night_wakes_no_customer(
    unit: SqlUnit, alarm: Alarm, night: datetime, morning: datetime
) -> None:
    number = ticket(unit).number
    unit.tickets.save(replace(unit.tickets.get(number), since=NOW, **WITH_IVAN | dict(DUE)[alarm]))
    unit.finish()
    later = SqlUnit(unit.connection, night, RULES)
    fire(later, number, alarm)
    later.finish()
    assert list(unit.connection.exec_driver_sql("SELECT 1 FROM history")) == []
    assert [row[1:3] for row in rows(unit)] == [(alarm.value, micro(morning))]
    fire(SqlUnit(unit.connection, morning, RULES), number, alarm)
    assert len(list(unit.connection.exec_driver_sql("SELECT 1 FROM history"))) == 1


def test_every_alarm_is_among_them() -> None:
    assert {alarm for alarm, _ in DUE} == set(Alarm)


async def test_at_the_start_all_timers_are_brought_in_line(store: SqlStore, clock: StillClock) -> None:
    number = await store.unit(taken)
    await store.unit(lambda ledger: sql(ledger, "DELETE FROM timers"))
    await Timers(store, clock)._bring_in_line()
    assert [row[:2] for row in await store.unit(rows)] == [(number, "no_reply")]


async def test_what_fails_again_and_again_is_set_aside_until_it_changes(store: SqlStore, clock: StillClock) -> None:
    number = await store.unit(taken)
    clock.at += 2 * DAYS
    for attempt in range(5):
        assert await store.unit(lambda ledger: ledger.alarms.failed(number, Alarm.NO_REPLY)) is (attempt == 4)
    assert await store.unit(lambda ledger: (ledger.alarms.due(), ledger.alarms.next())) == ([], None)
    assert await store.unit(lambda ledger: ledger.alarms.untold()) == [(number, Alarm.NO_REPLY)]
    await store.unit(lambda ledger: ledger.tickets.replied(number, 5, ledger.now))
    assert [row[2:] for row in await store.unit(rows)] == [(micro(clock.at + 2 * DAYS), 0)]


def sql(ledger: Any, statement: str) -> None:
    ledger.connection.exec_driver_sql(statement)


def micro(at: datetime) -> int:
    return int(at.timestamp()) * 1_000_000 + at.microsecond
