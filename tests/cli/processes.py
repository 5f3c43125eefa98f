"""The command line as people run it: in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT = 180.0
"""Seconds of real time: starting Python with everything takes some, on a busy machine many."""


@contextlib.asynccontextmanager
async def deskgram(folder: Path, *arguments: str, settings: Mapping[str, str] | None = None) -> AsyncIterator[Process]:
    """`python -m bot` in a folder and a process group of its own; nothing of it is left over."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("DESKGRAM_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=folder, env=plain | {"PYTHONPATH": str(ROOT)} | dict(settings or {}),
        stdout=PIPE, stderr=PIPE, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()


async def until(happened: Callable[[], bool]) -> None:
    """Wait for another process to have done something."""
    async with asyncio.timeout(LIMIT):
        while not happened():  # noqa: ASYNC110 (another process sets no event here)
            await asyncio.sleep(0.02)
