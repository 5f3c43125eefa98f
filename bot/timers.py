"""What happens by itself: timers that are due go off, one after the other, each as one unit of work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog

from bot.domain.timers import Alarm
from bot.ports import Clock, Ledger, Queued, Store, StoreTrouble
from bot.usecases.drafts_left import drafts_left, see_to_draft
from bot.usecases.fire import fire
from bot.usecases.levels import set_clocks

T = TypeVar("T")
log = structlog.get_logger("timers")
TROUBLE_PAUSE = timedelta(seconds=5)


class Timers:
    """`run` until cancelled."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._bell = asyncio.Event()
        self._wakes_at: datetime | None = None
        self._failing: set[int] = set()

    async def run(self) -> None:
        """At the start all are brought in line: the settings may have changed, or a former version known fewer."""
        self._store.listen(self._queued)
        await self._insist(self._bring_in_line)
        while True:
            self._bell.clear()
            self._wakes_at = None
            self._wakes_at = await self._insist(self._go_off)
            await self._wait()

    def _queued(self, queued: Queued) -> None:
        if queued.due_at is not None and (self._wakes_at is None or queued.due_at < self._wakes_at):
            self._bell.set()

    async def _insist(self, task: Callable[[], Awaitable[T]]) -> T:
        """Trouble of the database is waited for, as long as it takes."""
        while True:
            try:
                return await task()
            except StoreTrouble as error:
                log.warning("timers_wait", error=type(error).__name__)
                await self._clock.sleep_until(self._clock.now() + TROUBLE_PAUSE)

    async def _wait(self) -> None:
        """Until the next moment, or until an earlier one is known."""
        sleeper = asyncio.ensure_future(self._ring())
        try:
            await self._bell.wait()
        finally:
            sleeper.cancel()

    async def _ring(self) -> None:
        if self._wakes_at is not None:
            await self._clock.sleep_until(self._wakes_at)
            self._bell.set()

    async def _bring_in_line(self) -> None:
        await self._store.unit(lambda ledger: ledger.alarms.revive())
        last: int | None = 0
        while last is not None:
            last = await self._store.unit(partial(_follow, after=last))

    async def _go_off(self) -> datetime | None:
        """All that are due; then tell when the next one is."""
        while due := await self._store.unit(lambda ledger: ledger.alarms.due()):
            for number, alarm in due:
                await self._one(number, alarm)
        drafts, next_draft = await self._store.unit(drafts_left)
        for customer_id in drafts:
            if customer_id not in self._failing:
                await self._draft(customer_id)
        next_timer = await self._store.unit(lambda ledger: ledger.alarms.next())
        return min(moment for moment in (next_draft, next_timer) if moment is not None)

    async def _one(self, number: int, alarm: Alarm) -> None:
        """What fails is tried again a few times, and then set aside: the others go on meanwhile."""
        try:
            await self._store.unit(lambda ledger: fire(ledger, number, alarm))
        except StoreTrouble:
            raise
        except Exception:  # whatever goes wrong with one ticket, it must not stop the time of all others
            log.exception("timer_failed", ticket=number, alarm=alarm.value)
            if await self._store.unit(lambda ledger: ledger.alarms.failed(number, alarm)):
                log.error("timer_set_aside", ticket=number, alarm=alarm.value)

    async def _draft(self, customer_id: int) -> None:
        try:
            await self._store.unit(lambda ledger: see_to_draft(ledger, customer_id))
        except StoreTrouble:
            raise
        except Exception:  # as above
            log.exception("draft_not_recalled", customer=customer_id)
            self._failing.add(customer_id)


def _follow(ledger: Ledger, after: int) -> int | None:
    tickets = ledger.tickets.open_after(after)
    for ticket in tickets:
        ledger.timers.follow(set_clocks(ledger, ticket))
    return tickets[-1].number if tickets else None
