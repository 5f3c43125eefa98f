"""Those who wait for a moment."""

from __future__ import annotations

import asyncio
import heapq
from datetime import datetime
from itertools import count

LATE = 0.001
"""Seconds by which a real timer goes off after the moment, never before it."""


class Sleepers:
    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._numbers = count()

    async def sleep(self, at: datetime, now: datetime, *, standing: bool) -> None:
        """Return when ``wake`` is called at or after ``at``; while time flows a timer calls it."""
        if at <= now:
            return
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        self._drop_done()
        heapq.heappush(self._heap, (at, next(self._numbers), future))
        timer = None if standing else loop.call_later((at - now).total_seconds() + LATE, self.wake, at)
        try:
            await future
        finally:
            if timer:
                timer.cancel()

    def earliest(self) -> datetime | None:
        self._drop_done()
        return self._heap[0][0] if self._heap else None

    def wake(self, now: datetime) -> None:
        """Wake all whose moment has come, in the order of their moments."""
        while self._heap and (self._heap[0][0] <= now or self._heap[0][2].done()):
            future = heapq.heappop(self._heap)[2]
            if not future.done():
                future.set_result(None)

    def _drop_done(self) -> None:
        while self._heap and self._heap[0][2].done():
            heapq.heappop(self._heap)
