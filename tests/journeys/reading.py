"""A database thread that reads is work, too."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiosqlite
import pytest

from bot.sandbox.loop import IdleLoop


@contextmanager
def counting_reads() -> Iterator[None]:
    """The threads of aiosqlite are none that the loop can see; while one of them reads, the desk is not idle."""
    execute: Any = aiosqlite.Connection._execute

    async def counted(self: aiosqlite.Connection, *args: Any, **more: Any) -> Any:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, IdleLoop)
        loop._jobs += 1
        try:
            return await execute(self, *args, **more)
        finally:
            loop._jobs -= 1

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aiosqlite.Connection, "_execute", counted)
        yield
