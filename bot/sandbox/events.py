"""What the page is told, as it happens."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

Json = dict[str, Any]
KEPT = 500


class Events:
    """Numbered events; a listener that comes back gets what it missed, as far as it is kept."""

    def __init__(self) -> None:
        self.number = 0
        self._kept: deque[tuple[int, Json]] = deque(maxlen=KEPT)
        self._queues: set[asyncio.Queue[tuple[int, Json]]] = set()

    def emit(self, kind: str, /, **payload: Any) -> None:
        self.number += 1
        event = (self.number, {"type": kind} | payload)
        self._kept.append(event)
        for queue in self._queues:
            queue.put_nowait(event)

    def listen(self, after: int | None) -> asyncio.Queue[tuple[int, Json]]:
        queue: asyncio.Queue[tuple[int, Json]] = asyncio.Queue()
        for event in self._kept:
            if after is not None and event[0] > after:
                queue.put_nowait(event)
        self._queues.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[tuple[int, Json]]) -> None:
        self._queues.discard(queue)
