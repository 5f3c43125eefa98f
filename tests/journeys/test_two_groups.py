"""Telegram's budgets are per chat: a second staff group carries as much again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Request, filed
from tests.journeys.stage import RunningDesk, settings

MANY = 60


async def carried(telegram: LocalTelegram, folder: Path, groups: list[int], seconds: float) -> int:
    """How many of so many tickets stand in these groups by then, under Telegram's own budgets."""
    boris, database = telegram.customer("Boris"), folder / "desk.sqlite3"
    for chat_id in groups:
        there = settings(telegram, database).model_copy(update={"staff_chat_id": chat_id})
        await filed(telegram, there, [Request(boris)] * (MANY // len(groups)))
    desk = RunningDesk(telegram, database)
    async with desk:
        await telegram.clock.advance(seconds)
        cards = [call for call in telegram.calls if call.method == "sendMessage" and call.chat_id in groups and call.ok]
    assert [call.error for call in telegram.calls if not call.ok] == []
    return len(cards)
