"""One chapter: a fresh desk, a crowd, and the laws at the end."""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from structlog.testing import capture_logs

from bot.sandbox.telegram import LocalTelegram
from tests.fuzz.crowd import Crowd
from tests.fuzz.laws import broken
from tests.journeys.life import Request, filed
from tests.journeys.stage import RunningDesk

CHAPTER = 2000
AT_ONCE = 40
"""Acts between two moments in which the desk is left alone to react."""
UNLIMITED = {"group_per_minute": 100_000, "chat_per_second": 1000.0, "chat_burst": 1000, "global_per_second": 10_000.0}


@dataclass(frozen=True)
class Chapter:
    """How it went: `laws` are those that were broken."""

    seed: int
    updates: int
    tickets: int
    calls: Counter[str]
    laws: list[str]


async def chapter(folder: Path, seed: int, updates: int = CHAPTER) -> Chapter:
    """Until so many updates have come. The same seed makes the same acts as long as the desk answers the same."""
    database = folder / f"fuzz-{seed}.sqlite3"
    async with LocalTelegram(budgets=False) as telegram:
        crowd = Crowd(telegram, seed)
        await crowd.gather()
        desk = RunningDesk(telegram, database, **UNLIMITED)
        await filed(
            telegram, desk.settings, [Request(who, f"c{who.id}w0. It does not work") for who in crowd.customers]
        )
        queue = telegram.world.updates
        with warnings.catch_warnings(), capture_logs() as events:
            warnings.simplefilter("ignore")  # aiogram tells of unknown kinds of updates by a warning
            async with desk:
                first = queue._next
                while (came := queue._next - first) < updates:
                    for _ in range(AT_ONCE):
                        await crowd.act()
                    await telegram.settle(quiet=3)
                for who in crowd.customers:
                    if who.account.blocked:
                        await who.start()
                await telegram.settle(quiet=120, within=7200)
        laws = broken(telegram, crowd, database, events)
        calls = Counter(call.method for call in telegram.calls)
        return Chapter(seed, came, len(telegram.staff.chat.topics) - 1, calls, laws)
