"""A desk in a process of its own, as far as time is concerned; the desk is played by a task with a follower's clock."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta

from bot.sandbox.clock import MONDAY
from bot.sandbox.follower import FollowerClock
from bot.sandbox.telegram import LocalTelegram


async def followed(telegram: LocalTelegram) -> tuple[FollowerClock, asyncio.Task[None]]:
    clock = FollowerClock(telegram.url)
    following = asyncio.create_task(clock.follow())
    await clock.ready()
    return clock, following


async def test_a_follower_has_the_same_time(telegram: LocalTelegram) -> None:
    clock, following = await followed(telegram)
    assert clock.now() == MONDAY
    await telegram.clock.advance(90)
    assert clock.now() == MONDAY + timedelta(seconds=90)
    following.cancel()


async def test_time_stops_at_each_sleeper_of_a_follower(telegram: LocalTelegram) -> None:
    clock, following = await followed(telegram)
    woken: list[tuple[float, float]] = []

    async def sleeping() -> None:
        for _ in range(3):
            await clock.sleep_until(clock.now() + timedelta(seconds=7))
            woken.append(((clock.now() - MONDAY).total_seconds(), (telegram.clock.now() - MONDAY).total_seconds()))

    task = asyncio.create_task(sleeping())
    await telegram.settle(quiet=10)
    assert woken == [(7, 7)]
    await telegram.clock.advance(30)
    assert woken == [(7, 7), (14, 14), (21, 21)]
    await task
    following.cancel()


async def test_a_follower_that_is_gone_holds_nobody_up(telegram: LocalTelegram) -> None:
    clock, following = await followed(telegram)
    sleeping = asyncio.create_task(clock.sleep_until(MONDAY + timedelta(hours=1)))
    await telegram.clock.advance(1)
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
    await telegram.clock.advance(7200)
    assert not telegram.clock.followers
    assert not sleeping.done()
    sleeping.cancel()


async def test_a_follower_learns_that_the_local_telegram_has_ended() -> None:
    async with LocalTelegram() as telegram:
        _, following = await followed(telegram)
    await asyncio.wait_for(asyncio.gather(following, return_exceptions=True), 60)


async def test_time_waits_for_the_work_of_another_process() -> None:
    async with LocalTelegram() as telegram:
        command = (sys.executable, "-m", "tests.sandbox.ticking_desk", telegram.url, telegram.token)
        desk = await asyncio.create_subprocess_exec(*command)
        try:
            await asyncio.wait_for(telegram.control.clock.joined(str(desk.pid)), 60)
            await telegram.customer("Anna").say("hello")
            await telegram.clock.advance(35)
            calls = [(call.method, (call.at - MONDAY).total_seconds()) for call in telegram.calls]
            assert calls == [("getWebhookInfo", 0), *(("getMe", seconds) for seconds in (7, 14, 21, 28, 35))]
        finally:
            desk.kill()
            await desk.wait()
        await telegram.clock.advance(35)
        assert len(telegram.calls) == 6
