"""Days that pass: what renews itself every few seconds stands still meanwhile, so that they pass quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any

import pytest

from bot import app
from bot.delivery import lease, rounds
from bot.domain.calendar import Calendar, weekly
from bot.domain.facts import Fact
from bot.domain.rules import DeskRules
from bot.domain.ticket import Ticket
from bot.domain.timers import Alarm, timers_of
from bot.ports import Clock, Ledger, Store, UnitOfWork
from bot.settings import Settings
from bot.timers import Timers
from bot.usecases.outcome import settle
from storage.repositories.timers import SqlTimers
from tests.journeys.life import Life

HOUR, DAY = 3600, 24 * 3600
OFFICE = Calendar(weekly((time(9), time(18))))


@dataclass
class Passing:
    """`stores` are those of the runs of the desk, the present one last. `fired`: what has gone off, in order."""

    stores: list[Store] = field(default_factory=list)
    fired: list[tuple[int, Alarm]] = field(default_factory=list)

    async def do(self, job: Callable[[Ledger], Any]) -> Any:
        return await self.stores[-1].unit(job)

    async def move(self, move: Callable[[Ticket, UnitOfWork], tuple[Ticket, Fact]], number: int = 1) -> None:
        """A move that has no button yet."""
        await self.do(lambda uow: settle(uow, *move(uow.tickets.get(number), uow)))

    async def in_line(self) -> bool:
        """Whether what is stored is what follows from the tickets."""
        return bool(await self.do(_in_line))


@contextmanager
def passing(calendar: Calendar = OFFICE) -> Iterator[Passing]:
    seen, rules = Passing(), app.desk_rules
    claim = SqlTimers.claim

    class Noted(Timers):
        def __init__(self, store: Store, clock: Clock) -> None:
            seen.stores.append(store)
            super().__init__(store, clock)

    def noted(timers: SqlTimers, number: int, alarm: Alarm) -> Any:
        seen.fired.append((number, alarm))
        return claim(timers, number, alarm)

    def in_the_office(settings: Settings) -> DeskRules:
        made = rules(settings)
        return replace(made, services={key: replace(one, calendar=calendar) for key, one in made.services.items()})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "EVERY", 1e7)
        patch.setattr(lease, "RENEWED", 1e7)
        patch.setattr(app, "Timers", Noted)
        patch.setattr(app, "desk_rules", in_the_office)
        patch.setattr(SqlTimers, "claim", noted)
        yield seen


async def days(life: Life, number: float) -> None:
    await life.telegram.clock.advance(number * DAY)


async def hours(life: Life, number: float) -> None:
    await life.telegram.clock.advance(number * HOUR)


def _in_line(ledger: Ledger) -> bool:
    rows: dict[int, dict[Alarm, Any]] = {}
    for row in ledger.connection.exec_driver_sql("SELECT number, alarm, due_at FROM timers"):  # type: ignore[attr-defined]  # what a test may look at
        rows.setdefault(row.number, {})[Alarm(row.alarm)] = row.due_at
    wanted = {}
    for ticket in ledger.tickets.open_after(0):
        customer = ledger.people.get(ticket.customer_id)
        assert customer is not None
        hours = ledger.rules.hours_of(ticket.with_service)
        zone = customer.zone or ledger.rules.zone
        reachable, terms = customer.reachable, ledger.rules.terms
        due = timers_of(ticket, ledger.rules.times, hours, zone=zone, reachable=reachable, terms=terms)
        if due:
            wanted[ticket.number] = {alarm: int(at.timestamp() * 1_000_000) for alarm, at in due.items()}
    assert rows == wanted
    return True
