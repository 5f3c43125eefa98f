"""A bot in a process of its own, and what it costs. Linux only: read from /proc."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import Process
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
START = 30
PATIENCE = 10
"""Seconds for a start, and for an end."""


class BotProcess:
    """``async with BotProcess(folder, arguments, variables)``: runs in that folder, and logs into it."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], variables: dict[str, str]) -> None:
        self._folder, self._arguments = folder, arguments
        self._variables = {"PYTHONPATH": str(ROOT)} | os.environ | variables
        self._log = folder / "bot.log"
        self._process: Process | None = None

    async def __aenter__(self) -> Self:
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *self._arguments, env=self._variables, cwd=self._folder, stdout=log, stderr=log
            )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process = self._running()
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()

    async def until(self, event: asyncio.Event) -> None:
        """Raises RuntimeError with what the bot has logged when it ends before, or takes too long."""
        waits = asyncio.create_task(event.wait()), asyncio.create_task(self._running().wait())
        await asyncio.wait(waits, timeout=START, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        if not event.is_set():
            raise RuntimeError(self._log.read_text("utf-8"))

    @property
    def cpu(self) -> float:
        """Seconds of all its threads, in the kernel too."""
        after_name = Path(f"/proc/{self._running().pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / TICKS

    @property
    def resident(self) -> float:
        """Megabytes (2²⁰)."""
        lines = Path(f"/proc/{self._running().pid}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024

    def _running(self) -> Process:
        if self._process is None:
            raise RuntimeError("not started")
        return self._process


def size(file: Path) -> int:
    """Bytes."""
    return file.stat().st_size
