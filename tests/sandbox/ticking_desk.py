"""A desk reduced to two habits: getMe every seven seconds, and getWebhookInfo after long thought about an update.

Run as a program with the local Telegram's address and token.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import timedelta
from typing import Any

from aiohttp import ClientSession

from bot.sandbox.follower import FollowerClock
from bot.sandbox.loop import IdleLoop

THOUGHT = 0.05
"""Real seconds of work in which nothing is heard of the desk."""


async def tick(clock: FollowerClock, session: ClientSession) -> None:
    while True:
        await clock.sleep_until(clock.now() + timedelta(seconds=7))
        await ask(session, "getMe")


async def listen(session: ClientSession) -> None:
    offset = 0
    while True:
        for update in (await ask(session, "getUpdates", offset=offset, timeout=50))["result"]:
            offset = update["update_id"] + 1
            await asyncio.get_running_loop().run_in_executor(None, time.sleep, THOUGHT)
            await ask(session, "getWebhookInfo")


async def ask(session: ClientSession, method: str, **params: int) -> Any:
    async with session.get(method, params=params) as response:
        return await response.json()


async def work(url: str, token: str) -> None:
    clock = FollowerClock(url)
    following = asyncio.create_task(clock.follow())
    await clock.ready()
    async with ClientSession(f"{url}/bot{token}/") as session:
        await asyncio.wait(
            {following, asyncio.create_task(tick(clock, session)), asyncio.create_task(listen(session))},
            return_when=asyncio.FIRST_COMPLETED,
        )


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=IdleLoop) as runner:
        runner.run(work(*sys.argv[1:]))
