"""Desks that start in milliseconds: a process that has imported everything forks them on command."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram


@dataclass
class Desk:
    """A running desk of a nursery."""

    nursery: Nursery
    pid: int

    def strike(self) -> None:
        """Kill it as a power cut would (``kill -9``), this very moment; ``kill`` sees it off."""
        os.kill(self.pid, signal.SIGKILL)

    async def kill(self) -> None:
        """Kill it and wait until it is gone."""
        self.strike()
        await self.nursery.ask({"wait": self.pid})

    async def stop(self) -> int:
        """End it politely, and return its exit code."""
        os.kill(self.pid, signal.SIGTERM)
        code: int = (await self.nursery.ask({"wait": self.pid}))["code"]
        return code


class Nursery:
    """``async with Nursery() as nursery``: one for a whole test session pays for the imports once."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        command = (sys.executable, "-m", "bot.sandbox.desk", "--nursery")
        self._process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
        await self._line()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process and self._process.stdin:
            self._process.stdin.close()
            await self._process.wait()

    async def start(self, telegram: LocalTelegram, database_url: str, **more: str) -> Desk:
        """Fork a desk for this telegram, and wait until it follows its clock. ``more`` are further variables."""
        settings = environment(telegram.url, telegram.token, telegram.staff.chat_id, database_url)
        desk = Desk(self, (await self.ask({"start": settings | more}))["pid"])
        await telegram.control.clock.joined(str(desk.pid))
        return desk

    async def ask(self, command: dict[str, Any]) -> dict[str, Any]:
        async with self._turn:
            if self._process is None or self._process.stdin is None:
                raise RuntimeError("the nursery is closed")
            self._process.stdin.write(json.dumps(command).encode() + b"\n")
            return await self._line()

    async def _line(self) -> dict[str, Any]:
        if self._process is None or self._process.stdout is None:
            raise RuntimeError("the nursery is closed")
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the nursery has died")
        answer: dict[str, Any] = json.loads(line)
        return answer
