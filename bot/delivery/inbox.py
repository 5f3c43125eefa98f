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

from bot.delivery.lanes import lane_of
from bot.delivery.waiting import sleep
from bot.ports import Clock, Ledger, Store, StoredUpdate

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
        self._workers: set[asyncio.Task[None]] = set()
        self._ignored: list[int] = []
        self._closing = False

    async def load(self) -> int | None:
        """Go on with what was stored and not done; the newest id that was ever stored."""
        pending, newest = await self._store.unit(lambda ledger: (ledger.inbox.pending(), ledger.inbox.newest()))
        self._dispatch(pending)
        return newest

    async def store(self, updates: Iterable[dict[str, Any]]) -> None:
        """One commit for the whole batch; after it the batch may be confirmed to Telegram."""
        came = [
            StoredUpdate(update["update_id"], _kept(lane_of(update)), _kept(json.dumps(update, ensure_ascii=False)))
            for update in updates
        ]
        new = set(await self._store.unit(lambda ledger: self._book(ledger, came)))
        self._dispatch(update for update in came if update.update_id in new)

    async def close(self) -> None:
        """What is being handled is finished; the rest waits in the store."""
        self._closing = True
        if self._workers:
            await asyncio.wait(self._workers)
        if self._ignored:
            await self._store.unit(lambda ledger: self._book(ledger, []))

    def _book(self, ledger: Ledger, came: list[StoredUpdate]) -> Iterable[int]:
        """Updates that meant nothing are done with the next batch: they cost no commit of their own."""
        ignored, self._ignored = self._ignored, []
        if ignored:
            ledger.inbox.done(ignored)
        return ledger.inbox.add(came)

    def _dispatch(self, updates: Iterable[StoredUpdate]) -> None:
        for update in updates:
            if update.lane in self._lanes:
                self._lanes[update.lane].append(update)
                continue
            self._lanes[update.lane] = deque([update])
            worker = asyncio.create_task(self._work(update.lane))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def _work(self, lane: str) -> None:
        waiting = self._lanes[lane]
        while waiting and not self._closing:
            async with self._room:
                again = await self._one(waiting[0])
            if again is None:
                waiting.popleft()
                continue
            waiting[0], pause = again
            await sleep(self._clock, pause)
        del self._lanes[lane]

    async def _one(self, update: StoredUpdate) -> tuple[StoredUpdate, float] | None:
        """Handle it; None when that is over, else after how many seconds to try again. What fails again and again is
        set aside, so that the lane goes on; what only Telegram's silence has stopped waits for as long as it takes.
        """
        try:
            if not await self._handle(update):
                self._ignored.append(update.update_id)
        except Unreadable:
            await self._failed(update, "unreadable", parked=True)
        except AiogramError as error:
            log.warning("handler_waits", update=update.update_id, error=type(error).__name__)
            return update, UNANSWERED_PAUSE
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


def _kept(text: str) -> str:
    """Half a surrogate pair is no character, and no database takes it: one such must not hold up its batch."""
    return text.encode(errors="replace").decode()
