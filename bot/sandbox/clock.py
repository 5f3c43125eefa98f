"""The time of the local Telegram: flowing for the demo, standing for tests."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.sandbox.loop import IdleLoop
from bot.sandbox.sleepers import Sleepers

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class Follower:
    """A desk in a process of its own, as far as time is concerned: what it last said about itself."""

    def __init__(self) -> None:
        self.sleeper: datetime | None = None
        self._seen = -1
        self._gone = False
        self._changed = asyncio.Event()

    def report(self, seen: int, sleeper: datetime | None) -> None:
        """It was idle after it had seen this version of the clock, and its earliest sleeper wakes then."""
        self._seen, self.sleeper = seen, sleeper
        self._changed.set()

    def gone(self) -> None:
        self._gone, self.sleeper = True, None
        self._changed.set()

    async def reported(self, version: int) -> None:
        while self._seen < version and not self._gone:
            self._changed.clear()
            await self._changed.wait()


class SandboxClock:
    """Implements the port ``Clock``. All moments are aware UTC, all spans are seconds.

    Flowing: the machine's time plus an offset. Standing: time stands until ``advance`` or ``settle`` drives it.
    """

    def __init__(self, *, standing: bool, start: datetime = MONDAY) -> None:
        self.standing = standing
        self.version = 0
        self.activity = 0
        self.followers: set[Follower] = set()
        self._origin = time.monotonic()
        self._base = start if standing else datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)
        self._sleepers = Sleepers()
        self._waiting = Sleepers()
        self._listeners: list[Callable[[], None]] = []
        self._active_at = self._base

    def now(self) -> datetime:
        if self.standing:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._origin)

    def seconds(self) -> float:
        return self.now().timestamp()

    async def sleep_until(self, at: datetime) -> None:
        """Return when it is ``at``, at once when that is past. A standing clock may jump to this moment."""
        await self._sleepers.sleep(at, self.now(), standing=self.standing)

    async def sleep(self, seconds: float) -> None:
        await self.sleep_until(self.now() + timedelta(seconds=seconds))

    async def wait_until(self, at: datetime) -> None:
        """As ``sleep_until``, but a standing clock never jumps for its sake (long polls)."""
        await self._waiting.sleep(at, self.now(), standing=self.standing)

    async def advance(self, seconds: float) -> None:
        """Let so many seconds pass; whoever sleeps meanwhile wakes at their own moment, in order."""
        target = self.now() + timedelta(seconds=seconds)
        while self.standing:
            await self.idle()
            at = self.earliest()
            if at is None or at > target:
                break
            self._jump(at)
        self._jump(target)
        if self.standing:
            await self.idle()

    async def leap(self, seconds: float) -> None:
        """Let so many seconds pass at once: whoever sleeps meanwhile wakes at the end, as on a suspended machine."""
        await self.idle()
        self._jump(self.now() + timedelta(seconds=seconds))
        await self.idle()

    async def settle(self, quiet: float = 10, within: float = 600) -> None:
        """Run a standing clock until nothing has happened for ``quiet`` virtual seconds.

        What happens is a Bot API call other than getUpdates, or a new update. ``TimeoutError`` when it is still not
        quiet after ``within`` virtual seconds.
        """
        self.touch()
        limit = self.now() + timedelta(seconds=within)
        while True:
            await self.idle()
            quiet_at = self._active_at + timedelta(seconds=quiet)
            at = self.earliest()
            if at is None or at > quiet_at:
                break
            if at > limit:
                raise TimeoutError(f"still not quiet after {within} virtual seconds")
            self._jump(at)
        self._jump(quiet_at)
        await self.idle()

    def touch(self) -> None:
        """Something happened that somebody would notice."""
        self._active_at = self.now()

    def earliest(self) -> datetime | None:
        """When the next sleeper wakes, here or at a follower."""
        moments = [self._sleepers.earliest(), *(follower.sleeper for follower in self.followers)]
        return min((moment for moment in moments if moment), default=None)

    async def idle(self) -> None:
        """Return when this process and every follower have nothing left to do at this moment."""
        loop = asyncio.get_running_loop()
        if not isinstance(loop, IdleLoop) or not self.standing:
            raise RuntimeError("only a standing clock on bot.sandbox.loop.IdleLoop knows when all is idle")
        while True:
            before = self.activity
            await loop.idle()
            if self.followers:
                await self._hear_followers()
                await loop.idle()
            if before == self.activity:
                return

    async def _hear_followers(self) -> None:
        self._announce()
        for follower in list(self.followers):
            await follower.reported(self.version)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Be told whenever time jumps, and whenever followers are asked whether they are idle."""
        self._listeners.append(listener)

    def off_change(self, listener: Callable[[], None]) -> None:
        self._listeners.remove(listener)

    def _jump(self, at: datetime) -> None:
        self._base += max(at - self.now(), timedelta())
        now = self.now()
        self._sleepers.wake(now)
        self._waiting.wake(now)
        self._announce()

    def _announce(self) -> None:
        self.version += 1
        for listener in list(self._listeners):
            listener()
