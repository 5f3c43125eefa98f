"""What journeys stand on: a running desk, and the ways through the dialog that many of them share."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.app import serve
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from bot.settings import Settings


def settings(telegram: LocalTelegram, database: Path, **more: Any) -> Settings:
    return Settings(
        _env_file=None,
        bot_token=telegram.token,
        api_url=telegram.url,
        staff_chat_id=telegram.staff.chat_id,
        database_url=f"sqlite:///{database}",
        company="Acme",
        **more,
    )


class RunningDesk:
    """The desk in the test's own loop, on the local Telegram's time."""

    def __init__(self, telegram: LocalTelegram, database: Path, **more: Any) -> None:
        self.telegram = telegram
        self.settings = settings(telegram, database, **more)
        self.hangup = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        self._serving = asyncio.create_task(serve(self.settings, self.telegram.clock, self.hangup))
        await self.telegram.settle()

    async def stop(self) -> None:
        if self._serving is not None:
            self._serving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._serving
            self._serving = None


async def file_request(telegram: LocalTelegram, customer: Person, text: str = "Payment fails with error 500.") -> None:
    """Through the whole dialog, in English, by buttons."""
    if not any("Something is wrong" in message.labels for message in customer.chat.messages):
        await customer.say("/new")
        await telegram.settle()
    for step in ("Something is wrong", text, "Next", "PROD, live", "Still happening", "No log", "Send"):
        await (customer.say(step) if step == text else customer.tap(step))
        await telegram.settle()


def only_topic(telegram: LocalTelegram) -> TopicView:
    (topic,) = telegram.staff.topics.values()
    return topic
