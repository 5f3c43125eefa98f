"""An event loop that knows when it is idle, so that a standing clock may jump."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Ready = list[tuple[selectors.SelectorKey, int]]

GRACE = 0.0002
"""Real seconds in which bytes on the loopback, or a read in a database thread, may arrive before the loop is idle."""


class IdleSelector(selectors.BaseSelector):
    """The system's selector; asks the loop for people who wait for idleness before it blocks."""

    def __init__(self) -> None:
        self._inner = selectors.DefaultSelector()
        self.before_blocking: Callable[[], bool] = lambda: False
        self.on_idle: Callable[[], None] = lambda: None

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._inner.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._inner.unregister(fileobj)

    def modify(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._inner.modify(fileobj, events, data)

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._inner.get_map()

    def close(self) -> None:
        self._inner.close()

    def select(self, timeout: float | None = None) -> Ready:
        blocking = timeout is None or timeout > 0
        if not (blocking and self.before_blocking()):
            return self._inner.select(timeout)
        ready = self._inner.select(0)
        if not ready:
            time.sleep(GRACE)  # a selector counts in whole milliseconds
            ready = self._inner.select(0)
        if not ready and (timeout is None or timeout > GRACE):
            self.on_idle()
        return ready


class IdleLoop(asyncio.SelectorEventLoop):
    """A selector loop with ``idle()``.

    Idle means: nothing is ready, no byte waits on a socket, and no job of ``run_in_executor`` is in flight. Real timers
    (socket time-outs, ``asyncio.sleep``) are not counted.
    """

    def __init__(self) -> None:
        selector = IdleSelector()
        super().__init__(selector)
        selector.before_blocking = self._someone_waits
        selector.on_idle = self._wake
        self._jobs = 0
        self._idle_waiters: list[asyncio.Future[None]] = []

    async def idle(self) -> None:
        """Return at the next moment in which the loop has nothing to do."""
        waiter = self.create_future()
        self._idle_waiters.append(waiter)
        await waiter

    def run_in_executor(self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts) -> asyncio.Future[T]:
        self._jobs += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._job_done)
        return future

    def _job_done(self, _: asyncio.Future[Any]) -> None:
        self._jobs -= 1

    def _someone_waits(self) -> bool:
        return bool(self._idle_waiters) and not self._jobs

    def _wake(self) -> None:
        waiters, self._idle_waiters = self._idle_waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
