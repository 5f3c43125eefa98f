"""One run of one bot: started, warmed up, driven at full speed, then steadily."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram
from tests.bench.crowd import Carried, Crowd, gathered
from tests.bench.desk import WIDE_OPEN, prepared
from tests.bench.process import BotProcess, size

BARE = str(Path(__file__).with_name("bare.py"))
PER_SECOND = 25.0


@dataclass(frozen=True)
class Size:
    """How much is written in a run."""

    customers: int
    each: int
    steady: float
    """Seconds."""


@dataclass(frozen=True)
class Phase:
    """CPU in milliseconds a message, of the bot and of the local Telegram; `busy`: their shares of a core."""

    per_second: float
    cpu: float
    median: float
    p99: float
    busy: float
    telegram_cpu: float
    telegram_busy: float


@dataclass(frozen=True)
class Figures:
    """`start`: seconds to the first poll. Megabytes: `idle` after the start, `resident` after all messages.
    `stored`: bytes of database a message.
    """

    start: float
    idle: float
    full: Phase
    steady: Phase
    resident: float
    stored: float = 0.0


class Arena:
    """One local Telegram for all runs, so that both bots meet the same people."""

    def __init__(self, telegram: LocalTelegram, crowd: Crowd, folder: Path, wanted: Size) -> None:
        self._telegram, self._crowd, self._folder, self._size = telegram, crowd, folder, wanted
        self._database = folder / "prepared.sqlite3"

    @classmethod
    async def opened(cls, telegram: LocalTelegram, folder: Path, wanted: Size) -> Arena:
        arena = cls(telegram, await gathered(telegram, wanted.customers), folder, wanted)
        await prepared(arena._crowd, arena._database)
        return arena

    async def bare(self) -> Figures:
        telegram = self._telegram
        variables = {
            "BARE_API_URL": telegram.url,
            "BARE_TOKEN": telegram.token,
            "BARE_STAFF_CHAT_ID": str(telegram.staff.chat_id),
            "BARE_TOPICS": json.dumps(self._crowd.topics),
        }
        return await self._run(BotProcess(self._folder, (BARE,), variables))

    async def desk(self) -> Figures:
        """On a fresh copy of the prepared database."""
        database = Path(shutil.copy(self._database, self._folder / "desk.sqlite3"))
        before = size(database)
        telegram = self._telegram
        variables = environment(telegram.url, telegram.token, telegram.staff.chat_id, f"sqlite:///{database}")
        figures = await self._run(BotProcess(self._folder, ("-m", "bot", "run"), variables | WIDE_OPEN))
        messages = self._size.customers * (self._size.each + 1) + int(PER_SECOND * self._size.steady)
        return replace(figures, stored=(size(database) - before) / messages)

    async def _run(self, bot: BotProcess) -> Figures:
        crowd = self._crowd
        self._telegram.world.updates.clear()
        crowd.polls.asked.clear()
        begun = perf_counter()
        async with bot:
            await bot.until(crowd.polls.asked)
            start = perf_counter() - begun
            await crowd.quiet()
            idle = bot.resident
            await crowd.at_full_speed(1)
            full = await self._phase(bot, crowd.at_full_speed(self._size.each))
            steady = await self._phase(bot, crowd.steadily(PER_SECOND, self._size.steady))
            return Figures(start, idle, full, steady, bot.resident)

    async def _phase(self, bot: BotProcess, load: Awaitable[Carried]) -> Phase:
        crowd = self._crowd
        await crowd.quiet()
        self._telegram.calls.clear()
        cpu, telegram_cpu = bot.cpu, time.process_time()
        carried = await load
        await crowd.quiet()
        cpu, telegram_cpu = bot.cpu - cpu, time.process_time() - telegram_cpu
        count = len(carried.delays)
        return Phase(
            count / carried.seconds, cpu / count * 1000, carried.percentile(0.5), carried.percentile(0.99),
            cpu / carried.seconds, telegram_cpu / count * 1000, telegram_cpu / carried.seconds,
        )  # fmt: skip
