"""The two clocks, and what settling means."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox.clock import MONDAY, SandboxClock
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


async def sleeper(clock: SandboxClock, seconds: float, woken: list[float]) -> None:
    await clock.sleep(seconds)
    woken.append((clock.now() - MONDAY).total_seconds())


async def test_a_standing_clock_stands(telegram: LocalTelegram) -> None:
    assert telegram.clock.now() == MONDAY
    await asyncio.sleep(0)
    assert telegram.clock.now() == MONDAY


async def test_advancing_wakes_sleepers_at_their_own_moments_in_order() -> None:
    clock, woken = SandboxClock(standing=True), list[float]()
    async with asyncio.TaskGroup() as group:
        for seconds in (30, 10, 20):
            group.create_task(sleeper(clock, seconds, woken))
        await clock.advance(25)
        assert woken == [10, 20]
        assert clock.now() == MONDAY + timedelta(seconds=25)
        await clock.advance(5)
    assert woken == [10, 20, 30]


async def test_a_woken_sleeper_may_sleep_again_within_the_same_advance() -> None:
    clock, woken = SandboxClock(standing=True), list[float]()

    async def ticking() -> None:
        for _ in range(3):
            await sleeper(clock, 10, woken)

    async with asyncio.TaskGroup() as group:
        group.create_task(ticking())
        await clock.advance(100)
    assert woken == [10, 20, 30]


async def test_time_waits_for_jobs_in_threads() -> None:
    clock, done = SandboxClock(standing=True), list[str]()

    async def job() -> None:
        await asyncio.get_running_loop().run_in_executor(None, lambda: sum(range(2_000_000)))
        done.append("job")

    async with asyncio.TaskGroup() as group:
        group.create_task(job())
        await clock.advance(1)
        assert done == ["job"]


async def test_a_cancelled_sleeper_pulls_no_time() -> None:
    clock = SandboxClock(standing=True)
    task = asyncio.create_task(clock.sleep(5))
    await asyncio.sleep(0)
    task.cancel()
    await clock.settle(quiet=60)
    assert clock.earliest() is None
    assert clock.now() == MONDAY + timedelta(seconds=60)


async def test_settling_jumps_to_sleepers_within_the_quiet_span_only() -> None:
    clock, woken = SandboxClock(standing=True), list[float]()
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper(clock, 9, woken))
        late = group.create_task(sleeper(clock, 11, woken))
        await clock.settle(quiet=10)
        assert woken == [9]
        assert clock.now() == MONDAY + timedelta(seconds=10)
        late.cancel()


async def test_a_call_starts_the_quiet_span_anew(telegram: LocalTelegram, bot: Client) -> None:
    async def working() -> None:
        for _ in range(3):
            await telegram.clock.sleep(8)
            await bot("getMe")

    async with asyncio.TaskGroup() as group:
        group.create_task(working())
        await telegram.settle(quiet=10)
    assert len(telegram.calls) == 3
    assert telegram.clock.now() == MONDAY + timedelta(seconds=3 * 8 + 10)


async def test_an_update_starts_the_quiet_span_anew(telegram: LocalTelegram) -> None:
    anna = telegram.customer("Anna")

    async def talking() -> None:
        await telegram.clock.sleep(9)
        await anna.say("one more thing")

    async with asyncio.TaskGroup() as group:
        group.create_task(talking())
        await telegram.settle(quiet=10)
    assert telegram.clock.now() == MONDAY + timedelta(seconds=19)


async def test_waiting_for_updates_pulls_no_time_and_is_not_noticed(telegram: LocalTelegram, bot: Client) -> None:
    waiting = asyncio.create_task(bot("getUpdates", timeout=50))
    await telegram.settle(quiet=10)
    assert not waiting.done()
    assert telegram.clock.now() == MONDAY + timedelta(seconds=10)
    waiting.cancel()


async def test_what_never_becomes_quiet_is_an_error(telegram: LocalTelegram, bot: Client) -> None:
    async def restless() -> None:
        while True:
            await telegram.clock.sleep(5)
            await bot("getMe")

    task = asyncio.create_task(restless())
    with pytest.raises(TimeoutError):
        await telegram.settle(quiet=10, within=60)
    task.cancel()


async def test_a_flowing_clock_flows_and_can_be_pushed() -> None:
    clock = SandboxClock(standing=False)
    before = clock.now()
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    await clock.advance(3600)
    await sleeping
    assert clock.now() - before >= timedelta(hours=1)


async def test_a_leap_wakes_a_sleeper_once_however_long_it_is() -> None:
    clock, woken = SandboxClock(standing=True), []

    async def restless() -> None:
        while True:
            await clock.sleep(5)
            woken.append(clock.now())

    task = asyncio.create_task(restless())
    await clock.leap(3600)
    assert woken == [clock.now()] == [MONDAY + timedelta(hours=1)]
    task.cancel()
