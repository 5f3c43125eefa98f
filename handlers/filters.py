"""Where an update comes from. Async filters of our own: aiogram's magic ones cost a thread hop each."""

from __future__ import annotations

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Chat, Message

from bot.domain.rules import DeskRules
from handlers.incoming import is_service


class InPrivate(Filter):
    """A private chat, and the person whose chat it is."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        chat, sender = _chat(event), event.from_user
        return chat is not None and chat.type == "private" and sender is not None and sender.id == chat.id


class InStaffChat(Filter):
    """A staff group of this desk, and no other group."""

    async def __call__(self, event: Message | CallbackQuery, rules: DeskRules) -> bool:
        chat = _chat(event)
        return chat is not None and chat.id in rules.staff_chats


class Spoken(Filter):
    """Somebody said something: no service message."""

    async def __call__(self, message: Message) -> bool:
        return not is_service(message)


class Unaccountable(Filter):
    """An anonymous administrator, a channel, or a post forwarded by Telegram from the linked channel."""

    async def __call__(self, message: Message) -> bool:
        return message.sender_chat is not None or message.is_automatic_forward is True


class Commandlike(Filter):
    """Begins with `/` and a letter; `// …` is a note, and `/command@another_bot` no business of the desk."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        text = message.text or ""
        if text[:1] != "/" or not text[1:2].isalpha():
            return False
        _, _, meant = text.split(maxsplit=1)[0].partition("@")
        return meant in ("", (await bot.me()).username)


def _chat(event: Message | CallbackQuery) -> Chat | None:
    if isinstance(event, Message):
        return event.chat
    return event.message.chat if event.message else None
