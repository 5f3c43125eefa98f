"""The way in: updates are stored, then confirmed, then handled; each lane in order, lanes side by side."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any

import structlog
from aiogram.exceptions import AiogramError

from bot.delivery.errands import Errands
from bot.delivery.lanes import lane_of
from bot.delivery.waiting import sleep
from bot.ports import Clock, Ledger, Store, StoredUpdate, StoreTrouble

log = structlog.get_logger("inbox")
AT_ONCE = 16
MOST_ATTEMPTS = 5
UNANSWERED_PAUSE = 5.0
Handle = Callable[[StoredUpdate], Awaitable[bool]]
"""Handles one update; True when the unit of work has marked it as done."""


class Unreadable(Exception):
    """An update that no model knows: repeating it would not help."""


class Inbox:
    """`load` what an earlier process has left, `store` what comes, `close` when no more shall be begun."""

    def __init__(self, store: Store, clock: Clock, handle: Handle) -> None:
        self._store, self._clock, self._handle = store, clock, handle
        self._lanes: dict[str, deque[StoredUpdate]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)
        self._workers = Errands()
        self._resting: set[asyncio.Task[Any]] = set()
        self._ignored: list[int] = []
        self._unsure = False
        self._closing = False

    async def load(self) -> int | None:
        """Go on with what was stored and not done; the newest id that was ever stored."""
        pending, newest = await self._store.unit(lambda ledger: (ledger.inbox.pending(), ledger.inbox.newest()))
        self._dispatch(pending)
        return newest

    async def store(self, updates: Iterable[dict[str, Any]]) -> None:
        """One commit for the whole batch; after it the batch may be confirmed to Telegram."""
        came = [
            StoredUpdate(update["update_id"], lane_of(update), json.dumps(update, ensure_ascii=False))
            for update in updates
        ]
        self._dispatch(await self._booked(came))

    async def close(self) -> None:
        """What is being handled is finished; the rest waits in the store."""
        self._closing = True
        for task in self._resting:
            task.cancel()
        await self._workers.over()
        if self._ignored:
            await self._booked([])

    async def watch(self) -> None:
        """Raise what has stopped a lane for ever."""
        await self._workers.watch()

    async def _booked(self, came: list[StoredUpdate]) -> Iterable[StoredUpdate]:
        """What is to be handled now. Updates that meant nothing are done with the next batch: they cost no commit of
        their own. A commit that seemed to fail may have stored what will not be new the next time.
        """
        ignored, self._ignored = self._ignored, []
        unsure, self._unsure = self._unsure, True
        try:
            new = await self._store.unit(lambda ledger: self._book(ledger, came, ignored, unsure=unsure))
        except BaseException:
            self._ignored += ignored
            raise
        self._unsure = False
        at_hand = {update.update_id for lane in self._lanes.values() for update in lane} if unsure else set()
        return [update for update in new if update.update_id not in at_hand]

    def _book(
        self, ledger: Ledger, came: list[StoredUpdate], ignored: list[int], *, unsure: bool
    ) -> Iterable[StoredUpdate]:
        if ignored:
            ledger.inbox.done(ignored)
        new = set(ledger.inbox.add(came))
        return ledger.inbox.pending() if unsure else [update for update in came if update.update_id in new]

    async def _rest(self, seconds: float) -> None:
        task = asyncio.current_task()
        if self._closing or task is None:
            return
        self._resting.add(task)
        try:
            await sleep(self._clock, seconds)
        finally:
            self._resting.discard(task)

    def _dispatch(self, updates: Iterable[StoredUpdate]) -> None:
        for update in updates:
            if update.lane in self._lanes:
                self._lanes[update.lane].append(update)
                continue
            self._lanes[update.lane] = deque([update])
            self._workers.begin(self._work(update.lane))

    async def _work(self, lane: str) -> None:
        waiting = self._lanes[lane]
        while waiting and not self._closing:
            async with self._room:
                again = await self._one(waiting[0])
            if again is None:
                waiting.popleft()
                continue
            waiting[0], pause = again
            await self._rest(pause)
        del self._lanes[lane]

    async def _one(self, update: StoredUpdate) -> tuple[StoredUpdate, float] | None:
        """Handle it; None when that is over, else after how many seconds to try again. What only Telegram's silence or
        the database's trouble has stopped waits for as long as it takes.
        """
        try:
            return await self._tried(update)
        except (AiogramError, StoreTrouble) as error:
            log.warning("handler_waits", update=update.update_id, error=type(error).__name__)
            return update, UNANSWERED_PAUSE

    async def _tried(self, update: StoredUpdate) -> tuple[StoredUpdate, float] | None:
        """What fails again and again is set aside, so that the lane goes on."""
        try:
            if not await self._handle(update):
                self._ignored.append(update.update_id)
        except Unreadable:
            await self._failed(update, "unreadable", parked=True)
        except (AiogramError, StoreTrouble):
            raise
        except Exception as error:  # whatever a handler raises, the update is kept and tried again
            tried = replace(update, attempts=update.attempts + 1)
            log.exception("handler_failed", update=update.update_id, attempt=tried.attempts)
            await self._failed(update, type(error).__name__, parked=tried.attempts >= MOST_ATTEMPTS)
            if tried.attempts < MOST_ATTEMPTS:
                return tried, 2.0 ** (tried.attempts - 1)
        return None

    async def _failed(self, update: StoredUpdate, error: str, *, parked: bool) -> None:
        if parked:
            log.error("update_set_aside", update=update.update_id, error=error)
        await self._store.unit(lambda ledger: ledger.inbox.failed(update.update_id, error, parked=parked))
