"""Answers to button presses: best effort, beside everything else, never waited for."""

from __future__ import annotations

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery

log = structlog.get_logger("answers")
PATIENCE = 2
"""Seconds of real time; a late answer is worth nothing."""
AT_ONCE = 8
MOST = 1000
GLANCE = 80
"""Characters that can be read before they fade."""


class Answers:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: asyncio.Queue[AnswerCallbackQuery] = asyncio.Queue(MOST)

    def answer(self, query_id: str, text: str = "") -> None:
        """`text` of at most 200 characters is shown to the presser in passing, a long one as an alert to be closed."""
        call = AnswerCallbackQuery(callback_query_id=query_id, text=text or None, show_alert=len(text) > GLANCE)
        if not self._waiting.full():
            self._waiting.put_nowait(call)

    async def run(self) -> None:
        await asyncio.gather(*(self._worker() for _ in range(AT_ONCE)))

    async def _worker(self) -> None:
        while True:
            call = await self._waiting.get()
            try:
                await self._bot(call, request_timeout=PATIENCE)
            except AiogramError as error:
                log.info("not_answered", error=type(error).__name__)
            except Exception:  # a nicety must not end the desk
                log.exception("cannot_answer")
