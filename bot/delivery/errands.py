"""Tasks beside the one that has started them: they are not cancelled with it, and none of them fails unheard."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class Errands:
    """`watch` raises what an errand has failed with: whoever runs the desk is to end it rather than go on half dead."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._errors: list[BaseException] = []
        self._failed = asyncio.Event()

    def __len__(self) -> int:
        return len(self._tasks)

    def begin(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    async def watch(self) -> None:
        await self._failed.wait()
        raise self._errors[0]

    async def over(self) -> None:
        """Return when none is on its way, however it has ended."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._errors.append(error)
            self._failed.set()
