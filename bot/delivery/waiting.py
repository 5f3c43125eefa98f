"""Waiting by the desk's clock."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.ports import Clock


async def sleep(clock: Clock, seconds: float) -> None:
    await clock.sleep_until(clock.now() + timedelta(seconds=seconds))


async def woken(event: asyncio.Event, clock: Clock, until: datetime | None) -> None:
    """Return when the event is set or the moment has come; the event is left clear."""
    signal = asyncio.ensure_future(event.wait())
    waits = {signal} if until is None else {signal, asyncio.ensure_future(clock.sleep_until(until))}
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    event.clear()
