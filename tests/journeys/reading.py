"""A database thread that reads is work, too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any

import pytest

from bot.sandbox.loop import IdleLoop


class CountedQueue(SimpleQueue[Any]):
    """What is handed to a thread of aiosqlite is a job of the loop until it is done."""

    def put_nowait(self, item: Any) -> None:
        future, _ = item
        if future is not None:
            loop = future.get_loop()
            assert isinstance(loop, IdleLoop)
            loop._jobs += 1
            future.add_done_callback(loop._job_done)
        super().put_nowait(item)


@contextmanager
def counting_reads() -> Iterator[None]:
    """The threads of aiosqlite are none that the loop can see; while one of them reads, the desk is not idle."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("aiosqlite.core.SimpleQueue", CountedQueue)
        yield
