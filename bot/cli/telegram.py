"""The bot as commands need it: for one question, before a desk is at work."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

from bot.delivery.session import Session
from bot.settings import Settings

REFUSED = (TelegramUnauthorizedError, TelegramNotFound)
"""What a token that opens nothing is answered with."""


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[Bot]:
    session = Session(api=TelegramAPIServer.from_base(settings.api_url))
    try:
        yield Bot(settings.bot_token.get_secret_value(), session=session)
    finally:
        await session.close()
