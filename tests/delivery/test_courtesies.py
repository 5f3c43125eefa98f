"""👌 costs nothing that a message needs, and nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import SetMessageReaction, TelegramMethod

from bot.delivery.beside import AT_ONCE
from bot.delivery.courtesies import SOON, Courtesies
from bot.delivery.pace import COURTESY_RESERVE, Limits, Pace
from bot.delivery.session import Session

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ANNA, GROUP = 7, -100
MARK = SetMessageReaction(chat_id=ANNA, message_id=5)


class Leaping:
    """A clock that is where somebody waits for."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    async def sleep_until(self, at: datetime) -> None:
        self.at = max(self.at, at)


class Telegram(Session):
    """Notes the marks, and refuses them with `error`."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: list[tuple[Any, int]] = []
        self.error: Exception | None = None

    async def raw(self, bot: Bot, method: TelegramMethod[Any], patience: float = 0) -> Any:
        assert isinstance(method, SetMessageReaction)
        self.marked.append((method.chat_id, method.message_id))
        if self.error is not None:
            raise self.error
        return True


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def pace() -> Pace:
    return Pace(Limits())


@pytest.fixture
def clock() -> Leaping:
    return Leaping()


@pytest.fixture
async def courtesies(telegram: Telegram, pace: Pace, clock: Leaping) -> AsyncIterator[Courtesies]:
    made = Courtesies(Bot("1:x", session=telegram), telegram, pace, clock)
    running = asyncio.create_task(made.run())
    yield made
    running.cancel()
    await asyncio.wait({running})


async def soon() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_what_has_arrived_is_marked(courtesies: Courtesies, telegram: Telegram) -> None:
    courtesies.arrived(ANNA, 5)
    courtesies.arrived(GROUP, 6)
    await soon()
    assert telegram.marked == [(ANNA, 5), (GROUP, 6)]


async def test_a_mark_is_skipped_where_the_group_is_busy(
    courtesies: Courtesies, telegram: Telegram, pace: Pace
) -> None:
    for second in range(Limits().group_per_minute - COURTESY_RESERVE + 1):
        assert pace.take(GROUP, 1, NOW - timedelta(seconds=20 - second))
    courtesies.arrived(GROUP, 6)
    await soon()
    assert telegram.marked == []


async def test_a_mark_is_skipped_in_a_chat_that_rests(courtesies: Courtesies, telegram: Telegram, pace: Pace) -> None:
    pace.pause(ANNA, NOW + 2 * SOON)
    courtesies.arrived(ANNA, 5)
    courtesies.arrived(8, 9)
    await soon()
    assert telegram.marked == [(8, 9)]


async def test_a_mark_waits_a_moment_for_the_budget_of_all_chats(
    courtesies: Courtesies, telegram: Telegram, pace: Pace, clock: Leaping
) -> None:
    pace.take(GROUP, 10, NOW)
    courtesies.arrived(ANNA, 5)
    await soon()
    assert telegram.marked == [(ANNA, 5)]
    assert NOW < clock.at <= NOW + SOON


async def test_a_mark_takes_no_unit_from_a_message(courtesies: Courtesies, telegram: Telegram, pace: Pace) -> None:
    courtesies.arrived(ANNA, 5)
    courtesies.arrived(GROUP, 6)
    await soon()
    assert len(telegram.marked) == 2
    later = NOW + SOON
    assert pace.ready(ANNA, Limits().chat_burst, later) == later
    assert pace.ready(GROUP, Limits().group_per_minute, later) == later


async def test_a_flood_that_a_mark_has_met_rests_the_chat(
    courtesies: Courtesies, telegram: Telegram, pace: Pace
) -> None:
    telegram.error = TelegramRetryAfter(MARK, "Flood control exceeded", 30)
    courtesies.arrived(ANNA, 5)
    await soon()
    assert pace.ready(ANNA, 1, NOW) == NOW + timedelta(seconds=30)
    assert pace.ready(GROUP, 1, NOW) == NOW


@pytest.mark.parametrize("error", [TelegramBadRequest(MARK, "Bad Request: REACTION_INVALID"), KeyError("defect")])
async def test_a_mark_that_fails_ends_nothing(courtesies: Courtesies, telegram: Telegram, error: Exception) -> None:
    telegram.error = error
    for message in range(2 * AT_ONCE):
        courtesies.arrived(100, message)
        await soon()
    telegram.error = None
    courtesies.arrived(ANNA, 5)
    await soon()
    assert telegram.marked[-1] == (ANNA, 5)
