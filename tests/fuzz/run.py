"""One chapter: a fresh desk, a crowd, and the laws at the end."""

from __future__ import annotations

import asyncio
import sqlite3
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.delivery import lease, rounds
from bot.domain.ticket import Kind
from bot.sandbox.telegram import LocalTelegram
from tests.fuzz.books import Books
from tests.fuzz.crowd import Crowd
from tests.fuzz.laws import broken
from tests.fuzz.moves import Cell, cells
from tests.journeys.life import Request, filed
from tests.journeys.stage import RunningDesk

CHAPTER = 2000
AT_ONCE = (1, 2, 3, 16)
"""Acts between two moments in which the desk is left alone to react."""
MOST = 1000
"""Updates that so few acts can make."""
ERRANDS = 0.8
"""How often somebody comes for something, rather than all at once for anything."""
UNLIMITED = {"group_per_minute": 100_000, "chat_per_second": 1000.0, "chat_burst": 1000, "global_per_second": 10_000.0}
MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
ROUND = 3600.0
"""Between two rounds of the desk, in seconds: so days pass quickly."""


@dataclass(frozen=True)
class Chapter:
    """How it went: `laws` are those that were broken."""

    seed: int
    updates: int
    tickets: int
    passed: str
    calls: Counter[str]
    moves: Counter[Cell]
    refusals: Counter[str]
    pressed: Counter[str]
    laws: list[str]


async def chapter(folder: Path, seed: int, updates: int = CHAPTER) -> Chapter:
    """Until so many updates have come. Chapters of odd seeds keep Telegram's limits, the others are in a hurry.

    The same seed makes the same acts as long as the desk answers the same.
    """
    database, file = folder / f"fuzz-{seed}.sqlite3", folder / f"fuzz-{seed}.toml"
    errors: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context))
    hurried = seed % 2 == 0
    async with LocalTelegram(budgets=not hurried) as telegram:
        crowd = Crowd(telegram, Books(database), file, seed)
        crowd.write(file)
        await crowd.gather()
        limits = UNLIMITED if hurried else {}
        desk = RunningDesk(telegram, database, desk_file=str(file), owner_ids=(crowd.owner.id,), **limits)
        await filed(telegram, desk.settings, list(requests(crowd)))
        began = telegram.clock.now()
        with unhurried(), warnings.catch_warnings(), capture_logs() as events:
            warnings.simplefilter("ignore")  # aiogram tells of unknown kinds of updates by a warning
            async with desk:
                came = await _act(telegram, crowd, updates, quiet=3 if hurried else 65)
                await _come_to_rest(telegram, crowd)
        laws = await broken(telegram, crowd, desk.settings, events)
        return Chapter(
            seed, came, len(crowd.books.tickets), str(telegram.clock.now() - began),
            Counter(call.method for call in telegram.calls), _moves(database),
            Counter(event["refusal"] for event in events if "refusal" in event), crowd.pressed,
            [*laws, *(f"the loop: {error}" for error in errors)],
        )  # fmt: skip


@contextmanager
def unhurried() -> Iterator[None]:
    """What renews itself every few seconds does so rarely, so that days pass quickly."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "EVERY", ROUND)
        patch.setattr(lease, "RENEWED", 1e7)
        yield


async def _act(telegram: LocalTelegram, crowd: Crowd, updates: int, quiet: float) -> int:
    """How many updates came. After a quiet week their ids begin anew, anywhere."""
    queue, came = telegram.world.updates, 0
    await crowd.arrive()
    await telegram.settle(quiet)
    while came < updates:
        before = queue._next
        await crowd.answer()
        if crowd.chance.random() < ERRANDS:
            await crowd.errand()
        else:
            for _ in range(crowd.chance.choice(AT_ONCE)):
                await crowd.act()
        await telegram.settle(quiet, within=HOUR)
        more = queue._next - before
        came += more if 0 < more < MOST else 0
        await _pass_time(telegram, crowd.chance)
    return came


async def _pass_time(telegram: LocalTelegram, chance: Random) -> None:
    """Mostly none, sometimes minutes or hours, now and then days."""
    draw = chance.random()
    if draw < 0.945:
        return
    if draw < 0.965:
        seconds = chance.randint(1, 90) * MINUTE
    elif draw < 0.982:
        seconds = chance.randint(2, 16) * HOUR
    else:
        seconds = chance.randint(1, 6) * DAY
    await telegram.clock.advance(seconds)
    await telegram.settle(quiet=65)


async def _come_to_rest(telegram: LocalTelegram, crowd: Crowd) -> None:
    """Everybody can be reached, the file is as it was, and it is a working day's morning."""
    for who in crowd.customers:
        if who.account.blocked:
            await who.start()
    crowd.write(crowd.desk_file)
    await crowd.owner.say("/reload", topic=telegram.staff.general)
    await telegram.settle(quiet=120, within=7200)
    now = telegram.clock.now()
    days = 7 - now.weekday() if now.weekday() >= 4 else 1
    morning = datetime(now.year, now.month, now.day, 9, tzinfo=now.tzinfo).timestamp() + days * DAY
    await telegram.clock.advance(morning - now.timestamp())
    await telegram.settle(quiet=ROUND + 10, within=7 * DAY)
    crowd.books.read()


def requests(crowd: Crowd) -> Iterator[Request]:
    """Everybody has several."""
    for kind in (Kind.WRONG, Kind.STOPPED, Kind.QUESTION):
        yield from (Request(who, f"c{who.id}w0. It does not work", kind) for who in crowd.customers)


def _moves(database: Path) -> Counter[Cell]:
    with closing(sqlite3.connect(database)) as books:
        return cells(books.execute("SELECT fact, source FROM history"))
