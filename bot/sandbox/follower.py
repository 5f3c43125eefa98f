"""The clock of a desk in a process of its own: it follows the local Telegram's."""

from __future__ import annotations

import asyncio
import json
import os
import time
from datetime import datetime, timedelta

from aiohttp import ClientSession, ClientTimeout

from bot.sandbox.loop import IdleLoop
from bot.sandbox.sleepers import Sleepers


class FollowerClock:
    """Implements the port ``Clock``; usable once ``follow`` runs and ``ready`` has returned."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/sandbox/clock"
        self._params = {"name": str(os.getpid())}
        self._now: datetime | None = None
        self._told_at = 0.0
        self._standing = True
        self._version = -1
        self._changed = asyncio.Event()
        self._ready = asyncio.Event()
        self._sleepers = Sleepers()

    def now(self) -> datetime:
        if self._now is None:
            raise RuntimeError("the local Telegram has not told the time yet")
        return self._now if self._standing else self._now + timedelta(seconds=time.monotonic() - self._told_at)

    async def sleep_until(self, at: datetime) -> None:
        """Return when it is ``at``, at once when that is past."""
        await self._sleepers.sleep(at, self.now(), standing=self._standing)

    async def ready(self) -> None:
        await self._ready.wait()

    async def follow(self) -> None:
        """Keep the time until the local Telegram is gone."""
        async with ClientSession(timeout=ClientTimeout(total=None)) as session:
            reporting = asyncio.create_task(self._report(session))
            try:
                async with session.get(self._url, params=self._params) as stream:
                    async for line in stream.content:
                        self._hear(json.loads(line))
            finally:
                reporting.cancel()

    def _hear(self, line: dict[str, object]) -> None:
        self._now, self._told_at = datetime.fromisoformat(str(line["now"])), time.monotonic()
        self._standing, self._version = bool(line["standing"]), int(str(line["version"]))
        self._ready.set()
        self._sleepers.wake(self.now())
        self._changed.set()

    async def _report(self, session: ClientSession) -> None:
        """Say after each change when this process is idle again, and until when it sleeps."""
        loop = asyncio.get_running_loop()
        while isinstance(loop, IdleLoop):
            await self._changed.wait()
            self._changed.clear()
            if self._standing:
                await loop.idle()
                sleeper = self._sleepers.earliest()
                report = {"seen": self._version, "sleeper": sleeper.isoformat() if sleeper else None}
                async with session.post(f"{self._url}/idle", params=self._params, json=report) as answer:
                    await answer.read()
