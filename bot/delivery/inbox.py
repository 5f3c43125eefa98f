"""The way in: updates are stored, then confirmed, then handled; each lane in order, lanes side by side."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence, Set
from dataclasses import replace
from typing import Any

import structlog
from aiogram.exceptions import AiogramError

from bot.delivery.errands import Errands
from bot.delivery.lanes import lane_of
from bot.delivery.moving import ChatMoved, move_of
from bot.delivery.waiting import sleep
from bot.ports import Clock, Ledger, Store, StoredUpdate, StoreTrouble
from bot.usecases.alarm import tell_of_set_aside, tell_owners
from bot.usecases.staff_chat import staff_chat_moved

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

    def __init__(self, store: Store, clock: Clock, handle: Handle, staff_chats: Set[int]) -> None:
        self._store, self._clock, self._handle = store, clock, handle
        self._staff_chats = staff_chats
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

    async def store(self, updates: Sequence[dict[str, Any]]) -> None:
        """One commit for the whole batch; after it the batch may be confirmed to Telegram.

        Raises ChatMoved after the commit: what is stored is to be handled with the new id, by the next run.
        """
        came = [
            StoredUpdate(update["update_id"], _kept(lane_of(update)), _kept(json.dumps(update, ensure_ascii=False)))
            for update in updates
        ]
        moves = [move for update in updates if (move := move_of(update))]
        new = await self._booked(came, moves)
        if any(old in self._staff_chats for old, _ in moves):
            raise ChatMoved
        self._dispatch(new)

    async def tell_owners(self, key: str, **values: Any) -> None:
        await self._store.unit(lambda ledger: tell_owners(ledger, key, **values))

    def take_up(self, updates: Iterable[StoredUpdate]) -> None:
        """Handle what is stored as pending already, each at the end of its lane."""
        self._dispatch(updates)

    async def close(self) -> None:
        """What is being handled is finished; the rest waits in the store."""
        self._closing = True
        for task in self._resting:
            task.cancel()
        await self._workers.over()
        if self._ignored:
            await self._booked([], [])

    async def watch(self) -> None:
        """Raise what has stopped a lane for ever."""
        await self._workers.watch()

    async def _booked(self, came: list[StoredUpdate], moves: list[tuple[int, int]]) -> Iterable[StoredUpdate]:
        """What is to be handled now. Updates that meant nothing are done with the next batch: they cost no commit of
        their own. After a commit that seemed to fail it is all that is pending: some of it will not be new.
        """
        ignored, self._ignored = self._ignored, []
        unsure, self._unsure = self._unsure, True
        new = await self._store.unit(lambda ledger: self._book(ledger, came, moves, ignored, unsure=unsure))
        self._unsure = False
        at_hand = {update.update_id for lane in self._lanes.values() for update in lane} if unsure else set()
        return [update for update in new if update.update_id not in at_hand]

    def _book(
        self,
        ledger: Ledger,
        came: list[StoredUpdate],
        moves: list[tuple[int, int]],
        ignored: list[int],
        *,
        unsure: bool,
    ) -> Iterable[StoredUpdate]:
        for old, new_id in moves:
            if old in self._staff_chats:
                staff_chat_moved(ledger, old, new_id)
        for update_id in ignored:
            ledger.inbox.done(update_id)
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
            return await self._failed(update, "unreadable", parked=True)
        except (AiogramError, StoreTrouble):
            raise
        except Exception as error:  # whatever a handler raises, the update is kept and tried again
            tried = replace(update, attempts=update.attempts + 1)
            log.exception("handler_failed", update=update.update_id, attempt=tried.attempts)
            return await self._failed(tried, type(error).__name__, parked=tried.attempts >= MOST_ATTEMPTS)
        return None

    async def _failed(self, tried: StoredUpdate, error: str, *, parked: bool) -> tuple[StoredUpdate, float] | None:
        """A failure that cannot be written down is the store's, and no fault of the update: it does not count."""
        try:
            await self._store.unit(lambda ledger: self._write_down(ledger, tried.update_id, error, parked))
        except Exception:  # the disk is full, the file locked
            log.exception("failure_not_stored", update=tried.update_id)
            return replace(tried, attempts=max(tried.attempts - 1, 0)), UNANSWERED_PAUSE
        if not parked:
            return tried, 2.0 ** (tried.attempts - 1)
        log.error("update_set_aside", update=tried.update_id, error=error)
        return None

    def _write_down(self, ledger: Ledger, update_id: int, error: str, parked: bool) -> None:
        ledger.inbox.failed(update_id, error, parked=parked)
        if parked:
            tell_of_set_aside(ledger, ledger.inbox)


def _kept(text: str) -> str:
    """Half a surrogate pair is no character, and no database takes it: one such must not hold up its batch."""
    return text.encode(errors="replace").decode()
