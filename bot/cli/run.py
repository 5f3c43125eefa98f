"""The desk at work, from its start to a clean stop."""

from __future__ import annotations

import asyncio
import gc
import signal

import structlog
from aiogram.exceptions import AiogramError
from aiogram.methods import GetMe

from bot.app import serve
from bot.cli.telegram import REFUSED, connected
from bot.clock import SystemClock
from bot.settings import Settings

log = structlog.get_logger("run")
PATIENCE = 3.0
"""Seconds in which what is on its way may finish; what has not is in doubt, as after a crash, and nothing is lost."""
FIRST_ANSWER = 5
"""Seconds for the first answer of Telegram: the desk does not wait long for one that is down."""


class TokenRefused(Exception):
    """Telegram does not know the token: trying again would not help."""


async def run_desk(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; a second signal does not wait for what is on its way.

    On SIGHUP the desk file is read again.

    :raises TokenRefused: at the start only.
    """
    hangup = asyncio.Event()
    desk = asyncio.create_task(_desk(settings, hangup))
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, hangup.set)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, desk)
    await asyncio.wait({desk})
    if not desk.cancelled():
        desk.result()


def _stop(desk: asyncio.Task[None]) -> None:
    log.info("stopping")
    desk.cancel()
    asyncio.get_running_loop().call_later(PATIENCE, desk.cancel)


async def _desk(settings: Settings, hangup: asyncio.Event) -> None:
    await _introduce(settings)
    gc.freeze()  # what was imported stays: looking it through held up every message for a tenth of a second and more
    await serve(settings, SystemClock(), hangup)


async def _introduce(settings: Settings) -> None:
    async with connected(settings) as bot:
        try:
            me = await bot(GetMe(), request_timeout=FIRST_ANSWER)
        except REFUSED as error:
            raise TokenRefused from error
        except AiogramError as error:
            log.warning("telegram_does_not_answer", error=type(error).__name__)
        else:
            log.info("started", bot=me.id, staff_chat=settings.staff_chat_id)
