"""The bot to compare with: aiogram as it comes, a copy for the staff, an answer for the customer, nothing stored."""

from __future__ import annotations

import asyncio
import json
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

STAFF = int(os.environ["BARE_STAFF_CHAT_ID"])
TOPICS: dict[str, int] = json.loads(os.environ["BARE_TOPICS"])
dispatcher = Dispatcher()


@dispatcher.message()
async def relay(message: Message) -> None:
    if message.chat.type != "private":
        return
    await message.copy_to(STAFF, message_thread_id=TOPICS[str(message.chat.id)])
    await message.answer("Received.")


def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BARE_API_URL"]))
    asyncio.run(dispatcher.start_polling(Bot(os.environ["BARE_TOKEN"], session=session)))


if __name__ == "__main__":
    main()
