"""The bot's queue of updates: what is queued, for how long, and how getUpdates hands it out."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import conflict
from bot.sandbox.wire import encode

DAY = 86400
LIFETIME = {"callback_query": 150, "shipping_query": 150, "pre_checkout_query": 150, "chosen_inline_result": 600,
            "inline_query": 30}  # fmt: skip
DATED = {"message": "date", "channel_post": "date", "edited_message": "edit_date", "edited_channel_post": "edit_date",
         "my_chat_member": "date", "chat_member": "date", "message_reaction": "date"}  # fmt: skip
_KINDS = (
    "message edited_message channel_post edited_channel_post business_connection business_message "
    "edited_business_message deleted_business_messages guest_message message_reaction "
    "message_reaction_count inline_query chosen_inline_result callback_query shipping_query "
    "pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member "
    "chat_join_request chat_boost removed_chat_boost managed_bot subscription "
    "stopped_message_generation"
)
KINDS = frozenset(_KINDS.split())
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
MAX_PENDING = 100_000
MAX_UPDATE_BYTES = 512 * 1024
MAX_ANSWER_BYTES = 4 * 1024 * 1024


@dataclass(slots=True)
class Entry:
    id: int
    body: str
    expires: float


class UpdateQueue:
    """Updates are kept as finished JSON, so that later changes of a message do not reach what is already queued."""

    def __init__(self, clock: SandboxClock) -> None:
        self.clock = clock
        self.allowed: frozenset[str] = KINDS - UNASKED
        self.explicit: list[str] = []
        self.webhook = ""
        self._next = random.randint(2_000_000, 1_000_000_000)
        self._last_at = self._swept_at = clock.seconds()
        self._entries: deque[Entry] = deque()
        self._waiter: asyncio.Future[str] | None = None

    def allow(self, kinds: list[str]) -> None:
        """``allowed_updates``: unknown names are ignored; with none known the default set applies."""
        known = frozenset(kinds) & KINDS
        self.explicit = sorted(known)
        self.allowed = known or KINDS - UNASKED

    def add(self, kind: str, payload: dict[str, Any], *, forced: bool = False) -> int | None:
        """Queue an update; None when its kind is not allowed now, it is past its lifetime, or the queue is full."""
        if kind not in self.allowed and not forced:
            return None
        now = self.clock.seconds()
        expires = payload.get(DATED.get(kind, ""), now) + LIFETIME.get(kind, DAY)
        self._sweep(now)
        if now - self._last_at >= 7 * DAY and not self._entries:
            self._next = random.randint(2_000_000, 1_000_000_000)
        body = encode({"update_id": self._next, kind: payload})
        if expires <= now or len(self._entries) >= MAX_PENDING or len(body.encode()) > MAX_UPDATE_BYTES:
            return None
        self._entries.append(Entry(self._next, body, expires))
        self._last_at = now
        self._next += 1
        self.clock.touch()
        self.release()
        return self._next - 1

    def pending(self) -> int:
        self._sweep(self.clock.seconds())
        return len(self._entries)

    def clear(self) -> None:
        self._entries.clear()

    def set_webhook(self, url: str) -> None:
        self.webhook = url
        self.release("terminated by setWebhook request")

    async def get(self, offset: int, limit: int, seconds: int) -> str:
        """A JSON array of updates; waits up to ``seconds`` (of the local Telegram) for the first one."""
        self.release(OTHER_POLLER)
        self._confirm(offset)
        if not self._entries and seconds > 0:
            await self._wait(seconds)
            self._confirm(offset)
        return "[" + ",".join(self._head(limit)) + "]"

    def _head(self, limit: int) -> list[str]:
        bodies: list[str] = []
        size = 0
        for entry in self._entries:
            size += len(entry.body)
            if len(bodies) == limit or (bodies and size > MAX_ANSWER_BYTES):
                break
            bodies.append(entry.body)
        return bodies

    def _confirm(self, offset: int) -> None:
        self._sweep(self.clock.seconds())
        entries = self._entries
        if offset < 0:
            for _ in range(len(entries) + offset):
                entries.popleft()
            return
        head = entries[0].id if entries else self._next
        if not (head - MAX_PENDING <= offset <= self._next + 10):
            return
        while entries and entries[0].id < offset:
            entries.popleft()

    async def _wait(self, seconds: int) -> None:
        waiter: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        end = asyncio.ensure_future(self.clock.wait_until(self.clock.now() + timedelta(seconds=seconds)))
        try:
            await asyncio.wait((waiter, end), return_when=asyncio.FIRST_COMPLETED)
        finally:
            end.cancel()
            if self._waiter is waiter:
                self._waiter = None
        if waiter.done() and waiter.result():
            raise conflict(waiter.result())

    def release(self, reason: str = "") -> None:
        """End the waiting call: it is served without a reason, and refused with one."""
        waiter, self._waiter = self._waiter, None
        if waiter and not waiter.done():
            waiter.set_result(reason)

    def _sweep(self, now: float) -> None:
        if now - self._swept_at >= 1:
            self._swept_at = now
            self._entries = deque(entry for entry in self._entries if entry.expires > now)
