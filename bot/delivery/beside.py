"""Calls that nobody waits for: made beside everything else, at most once, lost in a crash."""

from __future__ import annotations

import asyncio
from typing import Generic, TypeVar

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.delivery.calls import Call
from bot.delivery.session import Session

log = structlog.get_logger("beside")
C = TypeVar("C", bound=Call)
PATIENCE = 2.0
"""Seconds of real time; a late one is worth nothing."""
AT_ONCE = 8
MOST = 1000


class Beside(Generic[C]):
    """`run` until cancelled. What is too much, what is late and what is refused is let go."""

    def __init__(self, bot: Bot, session: Session) -> None:
        self._bot, self._session = bot, session
        self._waiting: asyncio.Queue[C] = asyncio.Queue(MOST)

    async def run(self) -> None:
        await asyncio.gather(*(self._worker() for _ in range(AT_ONCE)))

    def _put(self, call: C) -> None:
        if not self._waiting.full():
            self._waiting.put_nowait(call)

    async def _allowed(self, _: C) -> bool:
        return True

    def _refused(self, call: C, error: AiogramError) -> None:
        log.info("let_go", method=call.__api_method__, error=type(error).__name__)

    async def _worker(self) -> None:
        while True:
            call = await self._waiting.get()
            try:
                if await self._allowed(call):
                    await self._session.raw(self._bot, call, PATIENCE)
            except AiogramError as error:
                self._refused(call, error)
            except Exception:  # a nicety must not end the desk
                log.exception("cannot_call", method=call.__api_method__)
